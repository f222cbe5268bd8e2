/**
 * Lists of a document's body: labelled values, and short items of equal rank.
 */
import type { Block } from "@convoque/core/kernel/document"
import { coded } from "../fonts/characters.ts"
import { widthOf } from "../fonts/lines.ts"
import { WIDTHS } from "../fonts/tables.ts"
import { addElement } from "../paper.ts"
import type { Flow } from "./flow.ts"
import { linesOf } from "./flow.ts"
import { BODY, type Format, LABEL, LEFT } from "./geometry.ts"
import type { RowShape } from "./row.ts"
import { placeRow } from "./row.ts"

/** The block of labelled values. */
export type FieldsBlock = Extract<Block, { readonly _tag: "fields" }>

/** The block of items. */
export type BulletsBlock = Extract<Block, { readonly _tag: "bullets" }>

const BULLET = "\u2022"
const BULLET_INDENT = 12
const LABEL_GAP = 14
const LABEL_SHARE = 0.45
const NO_NUMBERING = "/A<</O/List/ListNumbering/None>>"
const DISC_NUMBERING = "/A<</O/List/ListNumbering/Disc>>"

const PLAIN_ROW: RowShape = {
  leading: BODY.leading,
  padding: 0.5,
  headHeight: 0,
  onNewPage: () => undefined,
  onPart: () => undefined,
}

/** Labels in a column as wide as the widest of them, at most 45 % of the line. */
const labelWidthOf = ({ rows }: FieldsBlock, { lineWidth }: Format): number => {
  let widest = 0
  for (const { label } of rows) {
    widest = Math.max(widest, (widthOf(coded(label), WIDTHS[0]) * LABEL.size) / 1000)
  }
  return Math.min(widest + 0.01, LABEL_SHARE * lineWidth)
}

const brokenField = (
  { label, value }: FieldsBlock["rows"][number],
  { labelWidth, lineWidth }: { readonly labelWidth: number; readonly lineWidth: number },
): { readonly label: ReadonlyArray<string>; readonly value: ReadonlyArray<string> } => ({
  label: linesOf(label, LABEL, labelWidth),
  value: linesOf(value, BODY, lineWidth - labelWidth - LABEL_GAP),
})

/** Writes labelled values, one a row. */
export const placeFields = (flow: Flow, fields: FieldsBlock): void => {
  const { format } = flow.paper
  const labelWidth = labelWidthOf(fields, format)
  const list = addElement(flow.paper, "L", { parent: flow.root, attributes: NO_NUMBERING })
  for (const row of fields.rows) {
    const parent = addElement(flow.paper, "LI", { parent: list })
    const { label, value } = brokenField(row, { labelWidth, lineWidth: format.lineWidth })
    const labelElement = addElement(flow.paper, "Lbl", { parent })
    const valueElement = addElement(flow.paper, "LBody", { parent })
    const cells = [
      { element: labelElement, lines: label, x: LEFT, style: LABEL },
      { element: valueElement, lines: value, x: LEFT + labelWidth + LABEL_GAP, style: BODY },
    ]
    placeRow(flow, cells, PLAIN_ROW)
  }
}

const brokenItem = (item: string, { lineWidth }: Format): ReadonlyArray<string> =>
  linesOf(item, BODY, lineWidth - 2 * BULLET_INDENT)

/** Writes items, each after a bullet. */
export const placeBullets = (flow: Flow, { items }: BulletsBlock): void => {
  const list = addElement(flow.paper, "L", { parent: flow.root, attributes: DISC_NUMBERING })
  const bullet = [coded(BULLET)]
  for (const item of items) {
    const parent = addElement(flow.paper, "LI", { parent: list })
    const mark = addElement(flow.paper, "Lbl", { parent })
    const body = addElement(flow.paper, "LBody", { parent })
    const cells = [
      { element: mark, lines: bullet, x: LEFT + BULLET_INDENT - 6, style: BODY },
      {
        element: body,
        lines: brokenItem(item, flow.paper.format),
        x: LEFT + 2 * BULLET_INDENT - 4,
        style: BODY,
      },
    ]
    placeRow(flow, cells, PLAIN_ROW)
  }
}

/** Height of the first row of a list, which stays whole; 0 of an empty one. */
export const firstRowHeight = (list: FieldsBlock | BulletsBlock, format: Format): number => {
  const lines = firstRowLines(list, format)
  return lines === 0 ? 0 : lines * PLAIN_ROW.leading + 2 * PLAIN_ROW.padding
}

const firstRowLines = (list: FieldsBlock | BulletsBlock, format: Format): number => {
  if (list._tag === "bullets") {
    const [item] = list.items
    return item === undefined ? 0 : brokenItem(item, format).length
  }
  const [row] = list.rows
  if (row === undefined) return 0
  const { label, value } = brokenField(row, {
    labelWidth: labelWidthOf(list, format),
    lineWidth: format.lineWidth,
  })
  return Math.max(label.length, value.length)
}
