/** Rows of a sheet as SpreadsheetML (lignes). */
import type { SheetCell, SheetColumn } from "@convoque/core/kernel/ports"
import { dateSerial } from "./dates.ts"
import { columnLetters, STYLE } from "./parts.ts"
import { CELL_UNITS, cellParts, looksLikeFormula, xmlText } from "./text.ts"

/** A row of data. */
export type Row = ReadonlyArray<SheetCell>

/** Writes the rows of a sheet of given columns. */
export interface RowWriter {
  /** The labels in bold, as row 1. */
  readonly header: string
  /** Gives the XML of a row under a number; no text of it exceeds the limit of a cell. */
  readonly row: (row: Row, number: number) => string
}

/** Gives the writer of the rows of columns; cells beyond the last column are left out. */
export const rowWriter = (columns: ReadonlyArray<SheetColumn>): RowWriter => {
  const starts = columns.map((_, index) => `<c r="${columnLetters(index)}`)
  const dates = columns.map(({ kind }) => kind === "date")
  const row = (cells: Row, number: number): string => {
    let xml = `<row r="${number}">`
    for (let index = 0; index < starts.length; index++) {
      const cell = cells[index]
      if (cell === null || cell === undefined || cell === "") continue
      xml += starts[index]
      xml += number
      xml += cellRest(cell, dates[index] === true)
    }
    return `${xml}</row>`
  }
  const labels = columns.map(({ label }, index) => {
    const [text = ""] = cellParts(label)
    return `<c r="${columnLetters(index)}1" s="${STYLE.header}"${textRest(text)}`
  })
  return { header: `<row r="1">${labels.join("")}</row>`, row }
}

/** What follows the reference of a cell; its first sign closes the reference. */
const cellRest = (cell: string | number, date: boolean): string => {
  if (typeof cell === "number") {
    return Number.isFinite(cell) ? `"><v>${cell}</v></c>` : `"${textRest(String(cell))}`
  }
  const serial = date ? dateSerial(cell) : undefined
  if (serial !== undefined) return `" s="${STYLE.date}"><v>${serial}</v></c>`
  return looksLikeFormula(cell) ? `" s="${STYLE.typedText}"${textRest(cell)}` : `"${textRest(cell)}`
}

const textRest = (text: string): string =>
  text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32
    ? ` t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
    : ` t="inlineStr"><is><t>${xmlText(text)}</t></is></c>`

const isLong = (cell: SheetCell | undefined): cell is string =>
  typeof cell === "string" && cell.length > CELL_UNITS

/**
 * Gives the rows that a row takes in a sheet: one, or as many as its longest text needs. A text of
 * more than 32,767 UTF-16 units goes on in the rows below, which repeat the other texts and dates,
 * so that sorting and filtering keep them together, and leave numbers out, so that sums stay right.
 *
 * Decision: docs/decisions/0015-sheet-stream.md
 */
export const sheetRows = (row: Row): ReadonlyArray<Row> => {
  if (!row.some(isLong)) return [row]
  const parts = row.map((cell) => (isLong(cell) ? cellParts(cell) : undefined))
  const count = Math.max(...parts.map((one) => one?.length ?? 1))
  return Array.from({ length: count }, (_, index) =>
    row.map((cell, column) => {
      const long = parts[column]
      if (long !== undefined) return long[index] ?? null
      return index > 0 && typeof cell === "number" ? null : cell
    }),
  )
}
