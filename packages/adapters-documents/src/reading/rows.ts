/**
 * The rows of a table (lignes d'un fichier CSV): semicolons, quotes, any line break, scanned as the
 * text comes. Only the cells of the unfinished row are held.
 *
 * Lines are numbered as a spreadsheet numbers its rows: blank ones count, the breaks inside quotes
 * do not. Faults are the same wherever the text is cut.
 */
import type { TableFault } from "@convoque/core/kernel/ports"
import { type Cell, readCell, signs, UNFINISHED } from "./cells.ts"
import { tableLimits } from "./limits.ts"

/** One row that is not blank: its cells, trimmed. */
export interface Row {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

/** A place in a table and what is wrong there. */
export interface PlacedFault {
  readonly line: number
  readonly column: number
  readonly reason: TableFault
}

/** The rows that end in a text, and what is wrong after them, if anything is. */
export interface Scanned {
  readonly rows: ReadonlyArray<Row>
  readonly fault?: PlacedFault
}

/** Scans the texts of one table in turn; is thrown away after a fault. */
export interface RowScanner {
  readonly scan: (text: string, isEnd: boolean) => Scanned
  /** The line and the column of the cell that is not finished. */
  readonly place: () => Omit<PlacedFault, "reason">
}

/** Makes the scanner of one table. */
export const makeRowScanner = (): RowScanner => {
  const state: State = { rest: "", cells: [], isBlank: true, line: 1, isLooked: false }
  const cell: Cell = { isEnd: false, start: 0, end: 0, value: "", fault: undefined }
  return {
    scan: (more, isEnd) => {
      cell.isEnd = isEnd
      return scanned(state, cell, state.rest + more)
    },
    place: () => placeOf(state),
  }
}

/** Where the scan stands: the text and the cells of the unfinished row. */
interface State {
  rest: string
  cells: Array<string>
  isBlank: boolean
  line: number
  /** Whether the separator of the header is known to be the right one. */
  isLooked: boolean
}

const placeOf = ({ line, cells }: State) => ({ line, column: cells.length + 1 })

const scanned = (state: State, cell: Cell, text: string): Scanned => {
  const { isEnd } = cell
  const rows: Array<Row> = []
  let at = 0
  while (at < text.length) {
    const looked = state.isLooked ? undefined : separatorFault(state, text, { at, isEnd })
    if (looked === "unfinished") break
    if (looked !== undefined) return { rows, fault: { line: 1, column: 1, reason: looked } }
    readCell(cell, text, at)
    if (cell.fault !== undefined) return { rows, fault: { ...placeOf(state), reason: cell.fault } }
    if (cell.end === UNFINISHED) break
    const column = state.cells.push(cell.value)
    if (cell.value !== "") state.isBlank = false
    if (column > tableLimits.columns) {
      return { rows, fault: { line: state.line, column, reason: "too-many-columns" } }
    }
    const separator = text.charCodeAt(cell.end)
    at = cell.end + 1
    if (separator === signs.semicolon) continue
    if (separator === signs.carriageReturn && text.charCodeAt(at) === signs.lineFeed) at += 1
    finishRow(state, rows)
  }
  state.rest = text.slice(at)
  // A semicolon at the very end stands before one more cell, which is empty.
  if (isEnd && state.cells.length > 0) finishRow(state, rows)
  return { rows }
}

const finishRow = (state: State, rows: Array<Row>): void => {
  const { line, cells, isBlank } = state
  if (!isBlank) rows.push({ line, cells })
  state.cells = []
  state.isBlank = true
  state.line += 1
}

/** How much of a header is looked at to tell its separator. */
const LOOKED_CHARACTERS = 65_536

// Told of the header as it stands, before its quotes: other files place them otherwise.
const separatorFault = (
  state: State,
  text: string,
  { at, isEnd }: { readonly at: number; readonly isEnd: boolean },
): TableFault | "unfinished" | undefined => {
  const begin = text.slice(at, at + LOOKED_CHARACTERS)
  const length = begin.search(/[\r\n]/u)
  if (length === 0) return undefined
  if (length < 0 && begin.length < LOOKED_CHARACTERS && !isEnd) return "unfinished"
  state.isLooked = true
  const header = length < 0 ? begin : begin.slice(0, length)
  if (header.includes(";")) return undefined
  if (header.includes("\t")) return "tab-separated"
  return header.includes(",") ? "comma-separated" : undefined
}
