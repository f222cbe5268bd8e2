/** Reading a line of a file as a row of a register, and writing a row for people to see. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { withoutNumens } from "../identity.ts"
import type { Column, LineValues, Register, RegisterRow } from "./declaration.ts"

/**
 * A cell that cannot be read: the label of its column, why, what was expected, in French, and what
 * it holds, as `maskedCell` shows it.
 */
export interface CellFault {
  readonly column: string
  readonly code: "missing" | "format"
  readonly expected: string
  readonly value: string
}

/** Reads lines: a row, or every cell of it that cannot be read, in the order of the columns. */
export type RowReader<Row> = (values: LineValues) => Result.Result<Row, ReadonlyArray<CellFault>>

/** Prepares the reading of many lines of a register. */
export const rowReader = <Row extends RegisterRow>(register: Register<Row>): RowReader<Row> => {
  const cells = columnsOf(register).map(([field, column]) => ({
    field,
    column,
    decode: Schema.decodeUnknownResult(column.cell),
  }))
  return (values) => {
    const row: Record<string, unknown> = {}
    let faults: Array<CellFault> | undefined
    for (const { field, column, decode } of cells) {
      const text = values[column.label] ?? ""
      if (text === "") {
        if (column.needed) (faults ??= []).push(faultOf(column, "missing", text))
        row[field] = null
        continue
      }
      const read = decode(text)
      if (Result.isSuccess(read)) row[field] = read.success
      else (faults ??= []).push(faultOf(column, "format", text))
    }
    // Each field was read by the schema of its own column.
    return faults === undefined ? Result.succeed(row as Row) : Result.fail(faults)
  }
}

/** Reads one line of a register; see `rowReader` for many. Columns it does not know are ignored. */
export const readRow = <Row extends RegisterRow>(
  register: Register<Row>,
  values: LineValues,
): Result.Result<Row, ReadonlyArray<CellFault>> => rowReader(register)(values)

/**
 * Compares a header with the columns of a register, by label: those it must have and has not, those
 * it may leave `absent`, and the names that are no column.
 */
export const headerColumns = <Row extends RegisterRow>(
  register: Register<Row>,
  header: ReadonlyArray<string>,
): {
  readonly missing: ReadonlyArray<string>
  readonly absent: ReadonlyArray<string>
  readonly unknown: ReadonlyArray<string>
} => {
  const columns = columnsOf(register).map(([, column]) => column)
  const labels = new Set(columns.map(({ label }) => label))
  const left = columns.filter(({ label }) => !header.includes(label))
  const labelsOf = (needed: boolean) =>
    left.filter((column) => column.needed === needed).map(({ label }) => label)
  return {
    missing: labelsOf(true),
    absent: labelsOf(false),
    unknown: header.filter((name) => !labels.has(name)),
  }
}

/** Gives the cells of a row by field, as a file has them; those of confidential columns are masked. */
export const shownRow = <Row extends RegisterRow>(
  register: Register<Row>,
  row: Row,
): ReadonlyArray<{
  readonly field: string
  readonly column: string
  readonly text: string | null
}> =>
  columnsOf(register).map(([field, column]) => ({
    field,
    column: column.label,
    text: textOf(column, valueOf(row, field)),
  }))

/**
 * Gives what may be shown of a cell: a mask, or the text without any NUMEN, which is confidential
 * wherever it was typed, cut after 100 characters.
 */
export const maskedCell = (column: Pick<Column<never>, "confidential">, cell: string): string => {
  if (cell === "") return cell
  if (column.confidential) return mask
  const text = withoutNumens(cell)
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
}

// Says nothing of the length of what it hides.
const mask = "•••••"
const shownLength = 100

const faultOf = (column: Column<unknown>, code: CellFault["code"], text: string): CellFault => ({
  column: column.label,
  code,
  expected: column.expected,
  value: maskedCell(column, text),
})

const columnsOf = <Row extends RegisterRow>(
  register: Register<Row>,
): ReadonlyArray<[string, Column<unknown>]> => Object.entries<Column<unknown>>(register.columns)

const valueOf = (row: RegisterRow, field: string): unknown =>
  (row as Readonly<Record<string, unknown>>)[field]

const textOf = (column: Column<unknown>, value: unknown): string | null => {
  if (value === null || value === undefined) return null
  const written = Schema.encodeUnknownResult(column.cell)(value)
  return maskedCell(column, Result.isSuccess(written) ? written.success : JSON.stringify(value))
}
