/**
 * Population files (CSV), as French spreadsheets write them: semicolons, quotes, a header row; UTF-8
 * with or without a byte order mark, Windows-1252, or UTF-16 with one.
 *
 * Lines are numbered as a spreadsheet numbers its rows: blank ones count, the breaks inside quotes
 * do not. The first thing wrong is told with its line and the number of its column.
 *
 * Limits: at most 100 columns, 200,000 lines, 2,000,000 values, 4,000 characters a cell. Bytes that are not UTF-8 are
 * read as Windows-1252, whatever they were meant to be.
 */
import * as Result from "effect/Result"

/** What keeps a file from being read. */
export type CsvFault =
  | "empty-file"
  | "broken-text"
  | "nul-character"
  | "comma-separated"
  | "tab-separated"
  | "quote-not-closed"
  | "quote-inside-cell"
  | "text-after-quote"
  | "cell-too-long"
  | "too-many-cells"
  | "too-many-columns"
  | "too-many-lines"
  | "header-without-name"
  | "header-twice"

/** The file is not a CSV with a header: what is wrong, in which line and column, both from 1. */
export interface CsvMalformed {
  readonly _tag: "csv.malformed"
  readonly line: number
  readonly column: number
  readonly reason: CsvFault
}

/** One line of values by column name; the header is line 1. */
export interface CsvLine {
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

/** The bounds of a file. */
export const csvLimits = {
  columns: 100,
  lines: 200_000,
  values: 2_000_000,
  cellCharacters: 4_000,
} as const

type Read<Value> = Result.Result<Value, CsvMalformed>

/**
 * Reads a file of bytes. Blank lines are passed over, spaces around names and values dropped; cells
 * that a line lacks at its end are empty.
 */
export const csvFile = (bytes: Uint8Array): Read<ReadonlyArray<CsvLine>> =>
  Result.flatMap(decodedText(bytes), csvLines)

/** Reads a whole text as `csvFile` does. */
export const csvLines = (text: string): Read<ReadonlyArray<CsvLine>> => {
  const fault = separatorFault(text)
  if (fault !== undefined) return malformed(fault, 1, 1)
  const rows = rowsOf(text.startsWith("\ufeff") ? text.slice(1) : text)
  return Result.flatMap(rows, ([header, ...others]) => {
    if (header === undefined) return malformed("empty-file", 1, 1)
    return Result.flatMap(namesOf(header), (names) => linesOf(names, others))
  })
}

// Told of the header as it stands, before its quotes: other files place them otherwise.
const separatorFault = (text: string): CsvFault | undefined => {
  const header = /[^\r\n]+/u.exec(text)?.[0] ?? ""
  if (header.includes(";")) return undefined
  if (header.includes("\t")) return "tab-separated"
  return header.includes(",") ? "comma-separated" : undefined
}

const malformed = (
  reason: CsvFault,
  line: number,
  column: number,
): Result.Result<never, CsvMalformed> =>
  Result.fail({ _tag: "csv.malformed", line, column, reason })

/** The encodings that say their name in their first bytes. */
const marked = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const

const decodedText = (bytes: Uint8Array): Read<string> => {
  const known = marked.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  const text = decoded(bytes, known?.encoding ?? "utf-8")
  if (text !== undefined) return Result.succeed(text)
  const other = known === undefined ? decoded(bytes, "windows-1252") : undefined
  // Five bytes mean nothing in Windows-1252; the decoder makes control characters of them.
  return other === undefined || /[\u0080-\u009f]/u.test(other)
    ? malformed("broken-text", 1, 1)
    : Result.succeed(other)
}

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

interface Row {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

const namesOf = ({ line, cells }: Row): Read<ReadonlyArray<string>> => {
  const names = cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1)
  const unnamed = names.indexOf("")
  if (unnamed >= 0) return malformed("header-without-name", line, unnamed + 1)
  const twice = names.findIndex((name, index) => names.indexOf(name) < index)
  if (twice >= 0) return malformed("header-twice", line, twice + 1)
  return Result.succeed(names)
}

const linesOf = (
  names: ReadonlyArray<string>,
  rows: ReadonlyArray<Row>,
): Read<ReadonlyArray<CsvLine>> => {
  const lines: Array<CsvLine> = []
  const tooMany = rows[Math.floor(csvLimits.values / names.length)]
  if (tooMany !== undefined) return malformed("too-many-lines", tooMany.line, 1)
  for (const { line, cells } of rows) {
    const last = cells.findLastIndex((cell) => cell !== "")
    if (last >= names.length) return malformed("too-many-cells", line, last + 1)
    const values = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""]))
    lines.push({ line, values })
  }
  return Result.succeed(lines)
}

const semicolon = 0x3b
const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** A cell read: its text, or what is wrong with it, and where the text goes on after it. */
interface Cell {
  readonly text: string
  readonly end: number
  readonly fault?: CsvFault
}

// A loop over the whole text, one cell at a time; rows without any value are counted, not kept.
const rowsOf = (text: string): Read<ReadonlyArray<Row>> => {
  const rows: Array<Row> = []
  let cells: Array<string> = []
  let line = 1
  let at = 0
  while (at < text.length) {
    const cell = cellAt(text, at)
    const fault = cell.fault ?? faultOf(cell.text)
    if (fault !== undefined) return malformed(fault, line, cells.length + 1)
    cells.push(cell.text)
    if (cells.length > csvLimits.columns) return malformed("too-many-columns", line, cells.length)
    const separator = text.charCodeAt(cell.end)
    at = cell.end + 1
    // A semicolon at the very end stands before one more cell, which is empty.
    if (separator === semicolon && at < text.length) continue
    if (separator === carriageReturn && text.charCodeAt(at) === lineFeed) at += 1
    if (cells.some((one) => one !== "")) rows.push({ line, cells })
    if (rows.length > csvLimits.lines + 1) return malformed("too-many-lines", line, 1)
    cells = []
    line += 1
  }
  return Result.succeed(rows)
}

const faultOf = (text: string): CsvFault | undefined => {
  if (text.length > csvLimits.cellCharacters) return "cell-too-long"
  return text.includes("\u0000") ? "nul-character" : undefined
}

const cellAt = (text: string, start: number): Cell => {
  let first = start
  while (isBlank(text.charCodeAt(first))) first += 1
  if (text.charCodeAt(first) === quote) return quotedCell(text, first + 1)
  const end = cellEnd(text, first)
  const inside = text.slice(start, end)
  return inside.includes('"')
    ? { text: "", end, fault: "quote-inside-cell" }
    : { text: inside.trim(), end }
}

const quotedCell = (text: string, start: number): Cell => {
  let from = start
  for (;;) {
    const closing = text.indexOf('"', from)
    if (closing < 0) return { text: "", end: text.length, fault: "quote-not-closed" }
    if (text.charCodeAt(closing + 1) !== quote) {
      const end = cellEnd(text, closing + 1)
      const isAlone = text.slice(closing + 1, end).trim() === ""
      return isAlone
        ? { text: text.slice(start, closing).replaceAll('""', '"').trim(), end }
        : { text: "", end, fault: "text-after-quote" }
    }
    from = closing + 2
  }
}

const cellEnd = (text: string, start: number): number => {
  let end = start
  while (end < text.length && !isSeparator(text.charCodeAt(end))) end += 1
  return end
}

const isSeparator = (code: number): boolean =>
  code === semicolon || code === lineFeed || code === carriageReturn

const isBlank = (code: number): boolean => code === 0x20 || code === 0xa0
