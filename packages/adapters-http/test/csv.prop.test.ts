/** Population files, fuzzed: what is written is read again, and no bytes at all break the reader. */
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { csvFile, csvLimits, csvLines } from "../src/index.ts"

const cell = fc
  .string({
    unit: fc.constantFrom("a", "é", "œ", " ", ";", '"', "\n", "\r", ",", "\t", "€"),
    maxLength: 8,
  })
  .map((text) => text.trim())

const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 8 }))
  .chain(([columns, lines]) =>
    fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
      minLength: lines,
      maxLength: lines,
    }),
  )

const lineBreak = fc.constantFrom("\n", "\r\n", "\r")

const written = (text: string): string => `"${text.replaceAll('"', '""')}"`

const fileOf = (rows: ReadonlyArray<ReadonlyArray<string>>, eol: string): string => {
  const columns = rows[0]?.length ?? 1
  const header = Array.from({ length: columns }, (_, index) => `c${index}`)
  const lines = [header, ...rows].map((row) => row.map(written).join(";"))
  return lines.join(eol)
}

const isEmpty = (row: ReadonlyArray<string>): boolean => row.every((one) => one === "")

const encoders: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "utf-8": (text) => new TextEncoder().encode(text),
  "utf-8 with a mark": (text) => new TextEncoder().encode(`\ufeff${text}`),
  "utf-16": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
}

describe("population files", () => {
  test.each(Object.keys(encoders))("are read as they were written (%s)", (name) => {
    fc.assert(
      fc.property(table, lineBreak, (rows, eol) => {
        const encode = encoders[name] ?? ((text) => Buffer.from(text))
        const read = Result.getOrThrow(csvFile(encode(fileOf(rows, eol))))
        const kept = rows.map((row, index) => ({ row, line: index + 2 }))
        expect(read.map(({ line, values }) => ({ line, row: Object.values(values) }))).toEqual(
          kept.filter(({ row }) => !isEmpty(row)).map(({ row, line }) => ({ line, row })),
        )
      }),
      { numRuns: 300 },
    )
  })

  test("are read as another reader reads them", () => {
    const plain = fc.string({ unit: fc.constantFrom("a", "b", "é", " ", ","), maxLength: 4 })
    const rows = fc.array(fc.tuple(plain, plain, plain), { maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n"), (cells, eol) => {
        const text = ["x;y;z", ...cells.map((row) => row.join(";"))].join(eol)
        const others: ReadonlyArray<Record<string, string>> = parse(text, {
          columns: true,
          delimiter: ";",
          skip_empty_lines: true,
          trim: true,
        })
        const read = Result.getOrThrow(csvLines(text)).map(({ values }) => values)
        expect(read).toEqual(others.filter((row) => !isEmpty(Object.values(row))))
      }),
    )
  })

  test("of any bytes are read or refused at a place, never half read", () => {
    const alphabet = fc.constantFrom(
      0,
      9,
      10,
      13,
      32,
      34,
      44,
      59,
      65,
      0x81,
      0xe9,
      0xc3,
      0xa9,
      0xff,
      0xfe,
    )
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.array(alphabet, { maxLength: 60 }),
        (a, b) => {
          for (const bytes of [a, Uint8Array.from(b)]) {
            const read = csvFile(bytes)
            if (Result.isFailure(read)) {
              const { line, column } = read.failure
              expect([line >= 1, column >= 1]).toEqual([true, true])
            } else {
              const names = new Set(read.success.map(({ values }) => Object.keys(values).join(";")))
              expect(names.size).toBeLessThanOrEqual(1)
              for (const { values } of read.success) {
                for (const value of Object.values(values)) {
                  expect(value.length).toBeLessThanOrEqual(csvLimits.cellCharacters)
                  expect(value).not.toContain("\u0000")
                }
              }
            }
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  test("lose nothing but say so when one quote is struck", () => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, at) => {
        const text = fileOf(rows, "\n")
        const quotes = [...text.matchAll(/"/gu)].map(({ index }) => index)
        const struck = quotes[at % quotes.length] ?? 0
        const read = csvLines(text.slice(0, struck) + text.slice(struck + 1))
        // An odd number of quotes is never a file.
        expect(Result.isFailure(read)).toBe(true)
      }),
    )
  })
})
