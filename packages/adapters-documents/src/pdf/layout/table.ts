/**
 * Tables: caption, head repeated on each page (unless it takes half of it), rows that stay whole.
 */
import type { Block } from "@convoque/core/kernel/document"
import type { Element } from "../paper.ts"
import { addElement } from "../paper.ts"
import { beginArtifact, endMarked, fillBox } from "../pen.ts"
import type { Flow } from "./flow.ts"
import { linesOf, pour, reserve, room } from "./flow.ts"
import { CAPTION, CELL, CELL_HEAD, type Format, LEFT, RULE, RULE_GREY, TINT } from "./geometry.ts"
import type { Cell, RowShape } from "./row.ts"
import { placeRow, rowHeight } from "./row.ts"

/** The table block of a document. */
export type TableBlock = Extract<Block, { readonly _tag: "table" }>

const PADDING_X = 5
const PADDING_Y = 4
const CAPTION_BELOW = 4
const HEAD_RULE = 0.9

const COLUMN_SCOPE = "/A<</O/Table/Scope/Column>>"
const ROW_SCOPE = "/A<</O/Table/Scope/Row>>"

interface Column {
  readonly label: string
  readonly x: number
  readonly width: number
  readonly end: boolean
}

/** Shares that are not positive count for nothing; without any other all columns are equal. */
const columnsOf = ({ columns }: TableBlock, { lineWidth }: Format): ReadonlyArray<Column> => {
  const shares = columns.map(({ width }) => (width > 0 ? width : 0))
  const total = shares.reduce((sum, share) => sum + share, 0)
  let x = LEFT
  return columns.map(({ label, align }, index) => {
    const share = total > 0 ? (shares[index] ?? 0) / total : 1 / columns.length
    const column = { label, x, width: share * lineWidth, end: align === "end" }
    x += column.width
    return column
  })
}

const cellIn = (
  column: Column,
  lines: ReadonlyArray<string>,
  { element, style }: Pick<Cell, "element" | "style">,
): Cell => ({
  element,
  style,
  lines,
  x: column.x + PADDING_X,
  right: column.end ? column.x + column.width - PADDING_X : undefined,
})

/** Cells beyond the last column join the last one: nothing of a row is lost. */
const textAt = (row: ReadonlyArray<string>, index: number, columns: number): string =>
  index === columns - 1 && row.length > columns ? row.slice(index).join("\n") : (row[index] ?? "")

const rule = (flow: Flow, y: number): void => {
  beginArtifact(flow.sheet)
  fillBox(flow.sheet, RULE_GREY, { x: LEFT, y, width: flow.paper.format.lineWidth, height: RULE })
  endMarked(flow.sheet)
}

const tint = (flow: Flow, top: number, height: number): void => {
  const width = flow.paper.format.lineWidth
  beginArtifact(flow.sheet)
  fillBox(flow.sheet, TINT, { x: LEFT, y: top - height, width, height })
  fillBox(flow.sheet, 0, { x: LEFT, y: top - height, width, height: HEAD_RULE })
  endMarked(flow.sheet)
}

const bareShape = (onPart: RowShape["onPart"]): RowShape => ({
  leading: CELL.leading,
  padding: PADDING_Y,
  headHeight: 0,
  onNewPage: () => undefined,
  onPart,
})

/** A table whose column places are known and whose caption, head and first row are broken. */
interface Opening {
  readonly columns: ReadonlyArray<Column>
  readonly caption: ReadonlyArray<string>
  readonly head: ReadonlyArray<ReadonlyArray<string>>
  readonly first: ReadonlyArray<ReadonlyArray<string>>
  readonly height: number
}

const openingOf = (table: TableBlock, format: Format): Opening => {
  const columns = columnsOf(table, format)
  const caption = table.caption === "" ? [] : linesOf(table.caption, CAPTION, format.lineWidth)
  const head = columns.map(({ label, width }) => linesOf(label, CELL_HEAD, width - 2 * PADDING_X))
  const first = table.rows[0] === undefined ? [] : brokenRow(table, columns, table.rows[0])
  const captionHeight = caption.length === 0 ? 0 : caption.length * CAPTION.leading + CAPTION_BELOW
  const height = captionHeight + (most(head) + most(first)) * CELL.leading + 4 * PADDING_Y
  return { columns, caption, head, first, height }
}

const most = (cells: ReadonlyArray<ReadonlyArray<string>>): number =>
  cells.reduce((lines, { length }) => Math.max(lines, length), 1)

const brokenRow = (
  { rowHeaders = 0 }: TableBlock,
  columns: ReadonlyArray<Column>,
  row: ReadonlyArray<string>,
): ReadonlyArray<ReadonlyArray<string>> =>
  columns.map(({ width }, index) =>
    linesOf(
      textAt(row, index, columns.length),
      index < rowHeaders ? CELL_HEAD : CELL,
      width - 2 * PADDING_X,
    ),
  )

/** Height of caption, head and first row, which are kept together. */
export const openingHeight = (table: TableBlock, format: Format): number =>
  openingOf(table, format).height

/** Writes a table. */
export const placeTable = (flow: Flow, table: TableBlock): void => {
  const { format } = flow.paper
  const opening = openingOf(table, format)
  const { columns, caption, head, first, height } = opening
  if (height <= format.room) reserve(flow, height)
  const element = addElement(flow.paper, "Table", { parent: flow.root })
  if (caption.length > 0) placeCaption(flow, caption, element)
  const headRow = addElement(flow.paper, "TR", { parent: element })
  const headShape = bareShape((top, rowTall) => tint(flow, top, rowTall))
  const cells = columns.map((column, index) => {
    const th = addElement(flow.paper, "TH", { parent: headRow, attributes: COLUMN_SCOPE })
    return cellIn(column, head[index] ?? [], { style: CELL_HEAD, element: th })
  })
  placeRow(flow, cells, headShape)
  const headHeight = rowHeight(cells, headShape)
  const repeats = headHeight <= format.room / 2
  const repeated = () => cells.map((cell) => ({ ...cell, element: undefined }))
  const shape: RowShape = {
    leading: CELL.leading,
    padding: PADDING_Y,
    headHeight: repeats ? headHeight : 0,
    onNewPage: () => (repeats ? placeRow(flow, repeated(), headShape) : undefined),
    onPart: (top, rowTall) => rule(flow, top - rowTall),
  }
  table.rows.forEach((row, index) => {
    const lines = index === 0 ? first : brokenRow(table, columns, row)
    const parent = addElement(flow.paper, "TR", { parent: element })
    placeRow(flow, rowCells(flow, table, { columns, lines, parent }), shape)
  })
}

interface RowParts {
  readonly columns: ReadonlyArray<Column>
  readonly lines: ReadonlyArray<ReadonlyArray<string>>
  readonly parent: Element
}

const rowCells = (
  { paper }: Flow,
  { rowHeaders = 0 }: TableBlock,
  { columns, lines, parent }: RowParts,
): ReadonlyArray<Cell> =>
  columns.map((column, index) => {
    const element =
      index < rowHeaders
        ? addElement(paper, "TH", { parent, attributes: ROW_SCOPE })
        : addElement(paper, "TD", { parent })
    const style = index < rowHeaders ? CELL_HEAD : CELL
    return cellIn(column, lines[index] ?? [], { element, style })
  })

const placeCaption = (flow: Flow, lines: ReadonlyArray<string>, table: Element): void => {
  const element = addElement(flow.paper, "Caption", { parent: table })
  pour(flow, lines, { element, x: LEFT, style: CAPTION })
  if (room(flow) > CAPTION_BELOW) flow.y -= CAPTION_BELOW
}
