/**
 * Tables: caption, head repeated on each page, rows that stay whole.
 */
import type { Block } from "@convoque/core/kernel/document"
import type { Element } from "../paper.ts"
import { addElement } from "../paper.ts"
import { beginArtifact, endMarked, fillBox } from "../pen.ts"
import type { Flow } from "./flow.ts"
import { linesOf, PAGE_ROOM, pour, reserve, room } from "./flow.ts"
import { CAPTION, CELL, CELL_HEAD, LEFT, LINE_WIDTH, RULE, RULE_GREY, TINT } from "./geometry.ts"
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

const columnsOf = ({ columns }: TableBlock): ReadonlyArray<Column> => {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  let x = LEFT
  return columns.map(({ label, width, align }) => {
    const column = { label, x, width: (width / total) * LINE_WIDTH, end: align === "end" }
    x += column.width
    return column
  })
}

const cellIn = (
  column: Column,
  text: string,
  { element, style }: Pick<Cell, "element" | "style">,
): Cell => {
  const cell = {
    element,
    style,
    lines: linesOf(text, style, column.width - 2 * PADDING_X),
    x: column.x + PADDING_X,
  }
  return column.end ? { ...cell, right: column.x + column.width - PADDING_X } : cell
}

/** Cells beyond the last column join the last one: nothing of a row is lost. */
const textAt = (row: ReadonlyArray<string>, index: number, columns: number): string =>
  index === columns - 1 && row.length > columns ? row.slice(index).join("\n") : (row[index] ?? "")

const rule = (flow: Flow, y: number, height: number): void => {
  beginArtifact(flow.sheet)
  fillBox(flow.sheet, height === RULE ? RULE_GREY : 0, { x: LEFT, y, width: LINE_WIDTH, height })
  endMarked(flow.sheet)
}

const tint = (flow: Flow, top: number, height: number): void => {
  beginArtifact(flow.sheet)
  fillBox(flow.sheet, TINT, { x: LEFT, y: top - height, width: LINE_WIDTH, height })
  fillBox(flow.sheet, 0, { x: LEFT, y: top - height, width: LINE_WIDTH, height: HEAD_RULE })
  endMarked(flow.sheet)
}

const bareShape = (onPart: RowShape["onPart"]): RowShape => ({
  leading: CELL.leading,
  padding: PADDING_Y,
  headHeight: 0,
  onNewPage: () => undefined,
  onPart,
})

const headCells = (columns: ReadonlyArray<Column>, row: Element | undefined, flow: Flow) =>
  columns.map((column) =>
    cellIn(column, column.label, {
      style: CELL_HEAD,
      element:
        row === undefined
          ? undefined
          : addElement(flow.paper, "TH", { parent: row, attributes: COLUMN_SCOPE }),
    }),
  )

const rowCells = (
  flow: Flow,
  table: TableBlock,
  {
    columns,
    row,
    parent,
  }: {
    readonly columns: ReadonlyArray<Column>
    readonly row: ReadonlyArray<string>
    readonly parent: Element
  },
): ReadonlyArray<Cell> =>
  columns.map((column, index) => {
    const heads = index < (table.rowHeaders ?? 0)
    const element = heads
      ? addElement(flow.paper, "TH", { parent, attributes: ROW_SCOPE })
      : addElement(flow.paper, "TD", { parent })
    return cellIn(column, textAt(row, index, columns.length), {
      element,
      style: heads ? CELL_HEAD : CELL,
    })
  })

/** Height of caption, head and first row, which are kept together. */
export const openingHeight = (table: TableBlock): number => {
  const columns = columnsOf(table)
  const most = (texts: ReadonlyArray<string>, style: typeof CELL) =>
    columns.reduce(
      (lines, column, index) =>
        Math.max(lines, linesOf(texts[index] ?? "", style, column.width - 2 * PADDING_X).length),
      1,
    )
  const heads = most(
    columns.map(({ label }) => label),
    CELL_HEAD,
  )
  const first = table.rows[0] === undefined ? 0 : most(table.rows[0], CELL_HEAD)
  const caption =
    table.caption === ""
      ? 0
      : linesOf(table.caption, CAPTION, LINE_WIDTH).length * CAPTION.leading + CAPTION_BELOW
  return caption + (heads + first) * CELL.leading + 4 * PADDING_Y
}

/** Writes a table. */
export const placeTable = (flow: Flow, table: TableBlock): void => {
  const opening = openingHeight(table)
  if (opening <= PAGE_ROOM) reserve(flow, opening)
  const element = addElement(flow.paper, "Table", { parent: flow.root })
  const columns = columnsOf(table)
  if (table.caption !== "") placeCaption(flow, table.caption, element)
  const head = addElement(flow.paper, "TR", { parent: element })
  const headShape = bareShape((top, height) => tint(flow, top, height))
  const cells = headCells(columns, head, flow)
  placeRow(flow, cells, headShape)
  const repeated = cells.map((cell) => ({ ...cell, element: undefined }))
  const shape: RowShape = {
    leading: CELL.leading,
    padding: PADDING_Y,
    headHeight: rowHeight(cells, headShape),
    onNewPage: () => placeRow(flow, repeated, headShape),
    onPart: (top, height) => rule(flow, top - height, RULE),
  }
  for (const row of table.rows) {
    const parent = addElement(flow.paper, "TR", { parent: element })
    placeRow(flow, rowCells(flow, table, { columns, row, parent }), shape)
  }
}

const placeCaption = (flow: Flow, caption: string, table: Element): void => {
  const element = addElement(flow.paper, "Caption", { parent: table })
  pour(flow, linesOf(caption, CAPTION, LINE_WIDTH), { element, x: LEFT, style: CAPTION })
  if (room(flow) > CAPTION_BELOW) flow.y -= CAPTION_BELOW
}
