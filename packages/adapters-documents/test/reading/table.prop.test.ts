/** Tables, fuzzed: what is written is read again, cut anywhere, and no bytes break the reader. */
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { tableLimits } from "../../src/index.ts"
import { cutAt, latin, readTable, tableOf, tableOfPieces, toldOf, utf16, utf8 } from "./tables.ts"

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

describe("tables", () => {
  test.each(Object.keys(encoders))("are read as they were written (%s)", async (name) => {
    await fc.assert(
      fc.asyncProperty(table, lineBreak, async (rows, eol) => {
        const encode = encoders[name] ?? ((text) => Buffer.from(text))
        const read = Result.getOrThrow(await readTable(encode(fileOf(rows, eol))))
        const kept = rows.map((row, index) => ({ row, line: index + 2 }))
        expect(read.map(({ line, values }) => ({ line, row: Object.values(values) }))).toEqual(
          kept.filter(({ row }) => !isEmpty(row)).map(({ row, line }) => ({ line, row })),
        )
      }),
      { numRuns: 300 },
    )
  })

  test("are read as another reader reads them", async () => {
    const plain = fc.string({ unit: fc.constantFrom("a", "b", "é", " ", ","), maxLength: 4 })
    const rows = fc.array(fc.tuple(plain, plain, plain), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom("\n", "\r\n"), async (cells, eol) => {
        const text = ["x;y;z", ...cells.map((row) => row.join(";"))].join(eol)
        const others: ReadonlyArray<Record<string, string>> = parse(text, {
          columns: true,
          delimiter: ";",
          skip_empty_lines: true,
          trim: true,
        })
        const read = Result.getOrThrow(await readTable(text)).map(({ values }) => values)
        expect(read).toEqual(others.filter((row) => !isEmpty(Object.values(row))))
      }),
    )
  })

  test("of any bytes are read or refused at a place, never half read", async () => {
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
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 60 }),
        fc.array(alphabet, { maxLength: 60 }),
        async (a, b) => {
          for (const bytes of [a, Uint8Array.from(b)]) {
            const read = await readTable(bytes)
            if (Result.isFailure(read)) {
              const { line, column } = read.failure
              expect([line >= 1, column >= 1]).toEqual([true, true])
            } else {
              const names = new Set(read.success.map(({ values }) => Object.keys(values).join(";")))
              expect(names.size).toBeLessThanOrEqual(1)
              for (const { values } of read.success) {
                for (const value of Object.values(values)) {
                  expect(value.length).toBeLessThanOrEqual(tableLimits.cellCharacters)
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

  test("lose nothing but say so when one quote is struck", async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.nat(), async (rows, at) => {
        const text = fileOf(rows, "\n")
        const quotes = [...text.matchAll(/"/gu)].map(({ index }) => index)
        const struck = quotes[at % quotes.length] ?? 0
        const read = await readTable(text.slice(0, struck) + text.slice(struck + 1))
        // An odd number of quotes is never a file.
        expect(Result.isFailure(read)).toBe(true)
      }),
    )
  })

  test("say the same wherever their bytes are cut", () => {
    const unit = fc.constantFrom(
      "a",
      "é",
      "€",
      "\u{1f600}",
      " ",
      ";",
      '"',
      "\n",
      "\r",
      ",",
      "\t",
      "\u0000",
    )
    const text = fc.string({ unit, maxLength: 60 })
    const encoded = fc.oneof(
      text.map(utf8),
      text.map((some) => utf8(`\ufeff${some}`)),
      text.map(utf16),
      text.map((some) => new Uint8Array(Buffer.from(utf16(some)).swap16())),
      text.map((some) => latin(some.replaceAll("€", "\u0080").replaceAll("\u{1f600}", "\u0081"))),
      fc
        .array(
          table.map((rows) => utf8(fileOf(rows, "\r\n"))),
          { minLength: 1, maxLength: 1 },
        )
        .map((files) => Buffer.concat(files)),
      fc.uint8Array({ maxLength: 40 }),
    )
    fc.assert(
      fc.property(encoded, fc.array(fc.nat(), { maxLength: 8 }), (bytes, places) => {
        const whole = tableOfPieces([bytes])
        expect(tableOfPieces(cutAt(bytes, places))).toEqual(whole)
        expect(tableOfPieces([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole)
      }),
      { numRuns: 3000 },
    )
  })

  test.each<[string, Uint8Array, string]>([
    [
      "a letter of code page 850 after a small one",
      latin("nom\nh\u008al\u0081"),
      "2:1 broken-text",
    ],
    ["one in the first bytes, after a NUL", Uint8Array.of(0, 0, 97, 138), "1:1 broken-text"],
    ["a capital of Windows-1252 after a capital", latin("NOM\nH\u008a\u0000"), "2:1 nul-character"],
  ])("with %s say the same, whole and cut", (_, bytes, expected) => {
    expect(toldOf(tableOfPieces([bytes]))).toBe(expected)
    expect(toldOf(tableOfPieces([...bytes].map((byte) => Uint8Array.of(byte))))).toBe(expected)
  })

  test("with cells near the limits say the same wherever their bytes are cut", () => {
    const filling = fc.constantFrom("x", " ", '""', "\n", ";", "\u00e9")
    const length = fc.constantFrom(
      1,
      3_999,
      4_000,
      4_001,
      7_999,
      8_001,
      15_998,
      15_999,
      16_000,
      16_001,
    )
    const cell = fc
      .tuple(fc.constantFrom("", '"', 'a"', " "), filling, length, fc.constantFrom("", '"', "a"))
      .map(([before, some, count, after]) => before + some.repeat(count) + after)
    const rows = fc.array(cell, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.boolean(),
        (cells, places, isEnd) => {
          const bytes = utf8(`a;b\n${cells.join(";")}${isEnd ? "" : "\r\nx;y"}`)
          expect(tableOfPieces(cutAt(bytes, places))).toEqual(tableOfPieces([bytes]))
        },
      ),
      { numRuns: 1000 },
    )
  })

  test("arrive whole through streams of any chunks", async () => {
    const big = utf8(`agent;nom\n${"p-1;Hélène\n".repeat(20_000)}`)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 40 }), async (places) => {
        expect(await tableOf(cutAt(big, places))).toEqual(await readTable(big))
      }),
      { numRuns: 5 },
    )
    const broken = Buffer.concat([big, Buffer.from([0xe9, 0x0a])])
    expect(toldOf(await tableOf(cutAt(broken, [70_000])))).toBe("20002:1 broken-text")
  })
})
