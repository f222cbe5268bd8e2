import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dateSerial } from "../../src/sheets/dates.ts"
import { cellParts, CELL_UNITS, looksLikeFormula, xmlText } from "../../src/sheets/text.ts"
import { readCsv } from "../csv.ts"
import { readSheet, sheetBytes, textColumn } from "../streams.ts"
import { readXml, textOf } from "../xml.ts"

const pieces = fc.constantFrom(
  "_x0041_",
  "_x000D_",
  "_",
  "x",
  "00",
  "_x00",
  "41",
  "\u0001",
  "\r\n",
  "\t",
  "<&>\"']]>",
  " ",
  "é",
  "😀",
  "\ufffe",
  "=1+1",
  ";",
)
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((some) => some.join("")),
  fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
  fc.string({ unit: "grapheme" }),
)
const cells = fc.oneof(texts, fc.maxSafeInteger(), fc.constant(null))
const tables = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cells, { minLength: width, maxLength: width }), { maxLength: 8 }),
  )

const columnsOf = (rows: ReadonlyArray<ReadonlyArray<unknown>>) =>
  Array.from({ length: rows[0]?.length ?? 1 }, (_, index) => textColumn(`c${index}`))

/** What an independent reader of ISO/IEC 29500 makes of `_xHHHH_`. */
const decoded = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )

describe("any table", () => {
  it("comes back from an XLSX read by another program", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const columns = columnsOf(rows)
        const sheet = await readSheet(await sheetBytes("xlsx", { columns, rows }))
        // exceljs gives inline strings without reading their escapes.
        const read = (value: unknown) => (typeof value === "string" ? decoded(value) : value)
        const found = rows.map((row, at) =>
          row.map((_, column) => read(sheet.getRow(at + 2).getCell(column + 1).value)),
        )
        expect(found).toEqual(rows.map((row) => row.map((cell) => (cell === "" ? null : cell))))
      }),
      { numRuns: 150 },
    )
  })

  it("comes back from a CSV but for its marks", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const bytes = await sheetBytes("csv", { columns: columnsOf(rows), rows })
        const [, ...records] = readCsv(Buffer.from(bytes).toString())
        const expected = rows.map((row) =>
          row.map((cell) =>
            typeof cell === "string" && looksLikeFormula(cell) ? `'${cell}` : String(cell ?? ""),
          ),
        )
        expect(records).toEqual(expected)
      }),
    )
  })
})

describe("any text", () => {
  it("is well-formed XML and decodes to itself", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(decoded(textOf(readXml(`<t>${xmlText(text)}</t>`)))).toBe(text)
      }),
      { numRuns: 2000 },
    )
  })

  it("is well formed even when it was not", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), fc.nat(0xffff), (text, code) => {
        const any = text + String.fromCharCode(code) + text
        expect(decoded(textOf(readXml(`<t>${xmlText(any)}</t>`)))).toBe(any.toWellFormed())
      }),
    )
  })

  it("is cut into parts that fit and join to itself", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 40_000 }), (text, repeat) => {
        const long = text.repeat(Math.ceil(repeat / Math.max(text.length, 1)))
        const parts = cellParts(long)
        expect(parts.join("")).toBe(long)
        expect(parts.every((part) => part.length <= CELL_UNITS && part.isWellFormed())).toBe(true)
      }),
    )
  })
})

it("days follow each other by one, but for the day that never was", () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_567, max: 2_932_895 }), (number) => {
      const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
      const [day, next] = [dateSerial(iso(number)) ?? 0, dateSerial(iso(number + 1)) ?? 0]
      expect(next - day).toBe(day === 59 ? 2 : 1)
    }),
  )
})
