/**
 * The `TableReader` port: tables (CSV) as French spreadsheets write them, read as they come.
 *
 * Semicolons, quotes, a header row; UTF-8 with or without a byte order mark, Windows-1252, UTF-16
 * with a mark. Blank lines are passed over, spaces around names and values dropped. Memory holds one
 * piece of at most 64 kB, its lines, and the unfinished row.
 *
 * The apostrophe that our own files put before what looks like a formula is dropped.
 *
 * Limits: 100 columns, 2,000,000 lines, 4,000 characters a cell. A long value that is kept keeps
 * the piece of text that it was cut from.
 */
import {
  type TableAbout,
  type TableFault,
  type TableLine,
  type TableMalformed,
  TableReader,
} from "@convoque/core/kernel/ports"
import * as Layer from "effect/Layer"
import type { Decoded } from "./encodings.ts"
import { tableLimits } from "./limits.ts"
import { type PieceReader, readThrough, type Step } from "./pieces.ts"
import { makeRowScanner, type PlacedFault, type Row } from "./rows.ts"
import { makeTableDecoder } from "./table-text.ts"
import { looksLikeFormula } from "../sheets/text.ts"

/** Gives the reader of tables; the limits are 100 columns, 2,000,000 lines, 4,000 characters a cell. */
export const layerTableReader: Layer.Layer<TableReader> = Layer.succeed(TableReader, {
  csv: (bytes, tell) => readThrough(bytes, () => makeTable(tell)),
})

type TableStep = Step<TableLine, TableMalformed>

/** Makes the reader of the pieces of one table; `tell` is called when it has ended well. */
export const makeTable = (
  tell?: (about: TableAbout) => void,
): PieceReader<TableLine, TableMalformed> => {
  const decoder = makeTableDecoder()
  const scanner = makeRowScanner()
  const lines = makeLines()
  const taken = ({ text, isBroken }: Decoded, isEnd: boolean): TableStep => {
    const { rows, fault } = scanner.scan(text, isEnd && !isBroken)
    const step = lines.take(rows)
    if (step.fault !== undefined) return step
    if (fault !== undefined) return malformed(fault)
    return isBroken ? malformed({ ...scanner.place(), reason: "broken-text" }) : step
  }
  return {
    take: (piece) => taken(decoder.take(piece), false),
    end: () => {
      const step = taken(decoder.end(), true)
      if (step.fault !== undefined) return step
      const columns = lines.header()
      if (columns === undefined) return malformed({ line: 1, column: 1, reason: "empty-file" })
      tell?.({ columns, isEncodingAssumed: decoder.isAssumed() })
      return step
    },
  }
}

const malformed = ({ line, column, reason }: PlacedFault): { readonly fault: TableMalformed } => ({
  fault: { _tag: "table.malformed", line, column, reason },
})

const placed = (line: number, column: number, reason: TableFault) =>
  malformed({ line, column, reason })

interface Lines {
  readonly take: (rows: ReadonlyArray<Row>) => TableStep
  readonly header: () => ReadonlyArray<string> | undefined
}

const makeLines = (): Lines => {
  let names: ReadonlyArray<string> | undefined
  let valuesOf = valuesUnder([])
  let count = 0

  const begun = (header: Row): TableStep | undefined => {
    const given = header.cells.slice(0, header.cells.findLastIndex((cell) => cell !== "") + 1)
    const unnamed = given.indexOf("")
    if (unnamed >= 0) return placed(header.line, unnamed + 1, "header-without-name")
    const twice = given.findIndex((name, index) => given.indexOf(name) < index)
    if (twice >= 0) return placed(header.line, twice + 1, "header-twice")
    names = given
    valuesOf = valuesUnder(given)
    return undefined
  }

  const take = (rows: ReadonlyArray<Row>): TableStep => {
    const lines: Array<TableLine> = []
    for (const row of rows) {
      if (names === undefined) {
        const fault = begun(row)
        if (fault !== undefined) return fault
        continue
      }
      const { line, cells } = row
      count += 1
      if (count > tableLimits.lines) return placed(line, 1, "too-many-lines")
      if (cells.length > names.length) {
        const last = cells.findLastIndex((cell) => cell !== "")
        if (last >= names.length) return placed(line, last + 1, "too-many-cells")
      }
      lines.push({ line, columns: names, values: valuesOf(cells) })
    }
    return { values: lines }
  }

  return { take, header: () => names }
}

type Values = TableLine["values"]

// A copy of one object with all names costs a third of an object made name by name.
const valuesUnder = (names: ReadonlyArray<string>): ((cells: ReadonlyArray<string>) => Values) => {
  // Set like the others, this name would change what the object is.
  if (names.includes("__proto__")) {
    return (cells) =>
      Object.fromEntries(names.map((name, index) => [name, unguarded(cells[index] ?? "")]))
  }
  const empty: Readonly<Record<string, string>> = Object.fromEntries(
    names.map((name) => [name, ""]),
  )
  return (cells) => {
    const values = { ...empty }
    const known = Math.min(names.length, cells.length)
    for (let index = 0; index < known; index += 1) {
      values[names[index] ?? ""] = unguarded(cells[index] ?? "")
    }
    return values
  }
}

const apostrophe = 0x27

const unguarded = (cell: string): string =>
  cell.charCodeAt(0) === apostrophe && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell
