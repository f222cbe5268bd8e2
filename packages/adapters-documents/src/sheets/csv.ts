/**
 * CSV for spreadsheets set to French (extraction).
 *
 * UTF-8 with a byte order mark, semicolons, CRLF; a field is quoted only when it must be. A text
 * that looks like a formula is prefixed with an apostrophe; a number never is.
 *
 * @requirement UI-28
 */
import type { SheetColumn } from "@convoque/core/kernel/ports"
import { frenchDate } from "./dates.ts"
import type { Row } from "./rows.ts"
import { looksLikeFormula } from "./text.ts"

const QUOTED = /[;"\r\n]/

/** What sends a text to the slower path: quoting, or a first character of a formula. */
const UNPLAIN = /[;"\t\r\n=+\-@]/

const field = (text: string): string => (UNPLAIN.test(text) ? guarded(text) : text)

const guarded = (text: string): string => {
  const safe = looksLikeFormula(text) ? `'${text}` : text
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const dateField = (text: string): string => {
  const date = frenchDate(text)
  return date === text ? field(text) : date
}

/** Gives the header line of a CSV, after the byte order mark. */
export const csvHead = (columns: ReadonlyArray<SheetColumn>): string =>
  `\ufeff${line(columns.map(({ label }) => field(label)))}`

/** An empty line would be read as no record. */
const line = (fields: ReadonlyArray<string>): string =>
  fields.length === 1 && fields[0] === "" ? '""\r\n' : `${fields.join(";")}\r\n`

/** UTF-16 units from which a piece is given on. */
const PIECE_UNITS = 262_144

/**
 * Gives the writer of lines of columns, in pieces of whole lines; cells beyond the last column are
 * left out.
 */
export const csvLines = (
  columns: ReadonlyArray<SheetColumn>,
): ((rows: ReadonlyArray<Row>) => readonly [string, ...ReadonlyArray<string>]) => {
  const lineOf = lineWriter(columns)
  return (rows) => {
    const pieces: Array<string> = []
    let text = ""
    for (const row of rows) {
      text += lineOf(row)
      if (text.length < PIECE_UNITS) continue
      pieces.push(text)
      text = ""
    }
    const [first, ...others] = [...pieces, text]
    return [first ?? "", ...others]
  }
}

const lineWriter = (columns: ReadonlyArray<SheetColumn>): ((row: Row) => string) => {
  const dates = columns.map(({ kind }) => kind === "date")
  const count = columns.length
  return (row) => {
    let text = ""
    for (let index = 0; index < count; index++) {
      const cell = row[index]
      if (index > 0) text += ";"
      if (typeof cell === "string") text += dates[index] === true ? dateField(cell) : field(cell)
      else if (typeof cell === "number") text += cell
    }
    return count === 1 && text === "" ? '""\r\n' : `${text}\r\n`
  }
}
