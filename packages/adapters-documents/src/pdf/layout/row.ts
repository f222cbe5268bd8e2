/**
 * Cells side by side: rows of tables, labelled values, bullets with their text.
 *
 * A row goes to the next page whole; only a row taller than a page is split.
 */
import { widthOf } from "../fonts/lines.ts"
import { WIDTHS } from "../fonts/tables.ts"
import type { Element } from "../paper.ts"
import type { TextStyle } from "../pen.ts"
import { beginArtifact, beginMarked, endMarked, showLines } from "../pen.ts"
import type { Flow } from "./flow.ts"
import { baselineDrop, room, turnPage } from "./flow.ts"

/** A cell whose lines are broken; without an element it is an artifact (a repeated head). */
export interface Cell {
  readonly element: Element | undefined
  readonly lines: ReadonlyArray<string>
  readonly x: number
  readonly style: TextStyle
  /** Right edge for text that is aligned to its end. */
  readonly right?: number | undefined
}

/** The common leading of a row, the space above and below its text, and what frames it. */
export interface RowShape {
  readonly leading: number
  readonly padding: number
  /** Height that the page's repeated head takes, and what draws it. */
  readonly headHeight: number
  readonly onNewPage: () => void
  readonly onPart: (top: number, height: number) => void
}

/** Height of a row's text and padding. */
export const rowHeight = (cells: ReadonlyArray<Cell>, { leading, padding }: RowShape): number =>
  tallest(cells) * leading + 2 * padding

const tallest = (cells: ReadonlyArray<Cell>): number => {
  let most = 1
  for (const { lines } of cells) most = Math.max(most, lines.length)
  return most
}

/** Writes a row, on the next page if it does not fit here. */
export const placeRow = (flow: Flow, cells: ReadonlyArray<Cell>, shape: RowShape): void => {
  const height = rowHeight(cells, shape)
  if (height <= room(flow)) return placePart(flow, cells, { shape, from: 0, to: tallest(cells) })
  if (height <= flow.paper.format.room - shape.headHeight) {
    next(flow, shape)
    return placePart(flow, cells, { shape, from: 0, to: tallest(cells) })
  }
  splitRow(flow, cells, shape)
}

const next = (flow: Flow, shape: RowShape): void => {
  turnPage(flow)
  shape.onNewPage()
}

const splitRow = (flow: Flow, cells: ReadonlyArray<Cell>, shape: RowShape): void => {
  const lines = tallest(cells)
  let from = 0
  while (from < lines) {
    const fitting = Math.floor((room(flow) - 2 * shape.padding) / shape.leading)
    if (fitting < 1) {
      next(flow, shape)
      continue
    }
    const to = Math.min(lines, from + fitting)
    placePart(flow, cells, { shape, from, to })
    from = to
    if (from < lines) next(flow, shape)
  }
}

interface Part {
  readonly shape: RowShape
  readonly from: number
  readonly to: number
}

const placePart = (flow: Flow, cells: ReadonlyArray<Cell>, { shape, from, to }: Part): void => {
  const height = (to - from) * shape.leading + 2 * shape.padding
  shape.onPart(flow.y, height)
  for (const cell of cells) placeCell(flow, cell, { shape, from, to })
  flow.y -= height
  flow.fresh = false
}

const placeCell = (flow: Flow, cell: Cell, { shape, from, to }: Part): void => {
  const end = Math.min(to, cell.lines.length)
  if (from >= end || (end - from === 1 && cell.lines[from] === "")) return
  const y = flow.y - shape.padding - baselineDrop(cell.style)
  if (cell.element === undefined) beginArtifact(flow.sheet)
  else beginMarked(flow.sheet, cell.element)
  if (cell.right === undefined) {
    showLines(flow, { lines: cell.lines, from, to: end }, { x: cell.x, y, style: cell.style })
  } else {
    for (let index = from; index < end; index++) {
      const width = widthOf(cell.lines[index] ?? "", WIDTHS[cell.style.weight])
      const x = cell.right - (width * cell.style.size) / 1000
      const at = { x, y: y - (index - from) * shape.leading, style: cell.style }
      showLines(flow, { lines: cell.lines, from: index, to: index + 1 }, at)
    }
  }
  endMarked(flow.sheet)
}
