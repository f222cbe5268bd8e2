import { describe, expect, it } from "vitest"
import { sheetBytes, textColumn } from "../streams.ts"

const csvOf = async (rows: ReadonlyArray<ReadonlyArray<string | number | null>>) => {
  const columns = [
    textColumn("Nom"),
    { label: "Rang", kind: "integer", width: 5 },
    { label: "Jour", kind: "date", width: 12 },
  ] as const
  return Buffer.from(await sheetBytes("csv", { columns, rows })).toString()
}

describe("CSV", () => {
  it("UI-28 begins with a byte order mark and the labels, separated by semicolons", async () => {
    expect(await csvOf([["Zoé", 1, "2026-11-22"]])).toBe(
      "\ufeffNom;Rang;Jour\r\nZoé;1;22/11/2026\r\n",
    )
    expect(await csvOf([])).toBe("\ufeffNom;Rang;Jour\r\n")
  })

  it("quotes only where it must", async () => {
    const rows = [["a;b"], ['dit "x"'], ["deux\nlignes"], ["a,b c'd"], [null, null, null]]
    expect((await csvOf(rows)).split("\r\n").slice(1)).toEqual([
      '"a;b";;',
      '"dit ""x""";;',
      '"deux\nlignes";;',
      "a,b c'd;;",
      ";;",
      "",
    ])
  })

  it.each(["=1+1", "+33 6", "-2", "@SOMME(A1)", "\t=1"])(
    "marks %j, which looks like a formula, as text",
    async (text) => {
      expect(await csvOf([[text, -2, text]])).toContain(`\r\n'${text};-2;'${text}\r\n`)
    },
  )

  it("marks labels and quoted texts alike", async () => {
    const bytes = await sheetBytes("csv", { columns: [textColumn("=A1")], rows: [["=A1;B1\r"]] })
    expect(Buffer.from(bytes).toString()).toBe("\ufeff'=A1\r\n\"'=A1;B1\r\"\r\n")
  })

  it("leaves no empty line for a record of one empty field", async () => {
    const bytes = await sheetBytes("csv", { columns: [textColumn("a")], rows: [[null], [""]] })
    expect(Buffer.from(bytes).toString()).toBe('\ufeffa\r\n""\r\n""\r\n')
  })

  it("keeps the order of lines that take several pieces", async () => {
    const rows = Array.from({ length: 900 }, (_, index) => [`${index} ${"x".repeat(1000)}`])
    const bytes = await sheetBytes("csv", { columns: [textColumn("a")], rows })
    const lines = Buffer.from(bytes).toString().split("\r\n")
    expect(lines).toHaveLength(902)
    expect(lines.slice(1, -1).map((line) => Number.parseInt(line, 10))).toEqual(
      Array.from({ length: 900 }, (_, index) => index),
    )
  })
})
