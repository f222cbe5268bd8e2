import { unzipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { sheetName } from "../../src/sheets/names.ts"
import { sheetRows } from "../../src/sheets/rows.ts"
import { CELL_UNITS } from "../../src/sheets/text.ts"
import { workbookWriter } from "../../src/sheets/workbook.ts"
import { readSheet, readWorkbook, sheetBytes, textColumn } from "../streams.ts"
import type { SmallSheet } from "../streams.ts"
import { readXml } from "../xml.ts"

const INTERVIEWS: SmallSheet = {
  name: "Entretiens 2026/2027",
  columns: [
    { label: "Agent", kind: "text", width: 30 },
    { label: "Durée (minutes)", kind: "integer", width: 12 },
    { label: "Date de l'entretien", kind: "date", width: 14 },
  ],
  rows: [
    ["Łukasz <Lefèvre> & fils", 90, "2026-11-22"],
    ["=1+1", 0, null],
    [null, -3, "1900-03-01"],
  ],
}

const inBlocks = async (rows: number, limit: number) => {
  const writer = workbookWriter(
    { name: "Liste", columns: [textColumn()] },
    { rows: limit, bytes: 2 ** 31 },
  )
  const first = await writer.take(Array.from({ length: rows }, (_, index) => [`n° ${index}`]))
  return Buffer.concat([...first, ...(await writer.end())])
}

describe("XLSX", () => {
  it("CAM-14 writes typed cells that another program reads back", async () => {
    const sheet = await readSheet(await sheetBytes("xlsx", INTERVIEWS))
    expect(sheet.name).toBe("Entretiens 2026 2027")
    expect(sheet.rowCount).toBe(4)
    expect(sheet.getCell("A2").value).toBe("Łukasz <Lefèvre> & fils")
    expect(sheet.getCell("B2").value).toBe(90)
    expect(sheet.getCell("B3").value).toBe(0)
    expect(sheet.getCell("B4").value).toBe(-3)
    expect(sheet.getCell("C2").value).toEqual(new Date("2026-11-22T00:00:00Z"))
    expect(sheet.getCell("C2").numFmt).toBe("dd/mm/yyyy")
    expect(sheet.getCell("C3").value).toBeNull()
    expect(sheet.getCell("A4").value).toBeNull()
  })

  it("has a bold frozen header, widths and a filter over all rows", async () => {
    const sheet = await readSheet(await sheetBytes("xlsx", INTERVIEWS))
    expect(sheet.getRow(1).values).toEqual([
      undefined,
      "Agent",
      "Durée (minutes)",
      "Date de l'entretien",
    ])
    expect(sheet.getCell("C1").font.bold).toBe(true)
    expect(sheet.getCell("A2").font).toBeUndefined()
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 })
    expect(sheet.columns.map(({ width }) => width)).toEqual([30, 12, 14])
    expect(sheet.autoFilter).toBe("A1:C4")
  })

  it("keeps a text that looks like a formula a text, also when it is edited", async () => {
    const bytes = await sheetBytes("xlsx", INTERVIEWS)
    const sheet = await readSheet(bytes)
    expect(sheet.getCell("A3").value).toBe("=1+1")
    expect(sheet.getCell("A3").formula).toBeUndefined()
    const parts = unzipSync(bytes)
    const xml = Buffer.from(parts["xl/worksheets/sheet1.xml"] ?? []).toString()
    expect(xml).toContain('<c r="A3" s="3" t="inlineStr"><is><t>=1+1</t></is></c>')
    expect(Buffer.from(parts["xl/styles.xml"] ?? []).toString()).toContain('quotePrefix="1"')
  })

  it("is made of well-formed parts, and the same each time", async () => {
    const bytes = await sheetBytes("xlsx", INTERVIEWS)
    const parts = unzipSync(bytes)
    expect(Object.keys(parts)).toEqual([
      "_rels/.rels",
      "xl/styles.xml",
      "xl/worksheets/sheet1.xml",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "[Content_Types].xml",
    ])
    for (const part of Object.values(parts)) {
      expect(readXml(Buffer.from(part).toString()).children.length).toBeGreaterThan(0)
    }
    expect(await sheetBytes("xlsx", INTERVIEWS)).toEqual(bytes)
  })

  it("writes a sheet without rows, and one without columns", async () => {
    const empty = await readSheet(await sheetBytes("xlsx", { ...INTERVIEWS, rows: [] }))
    expect(empty.rowCount).toBe(1)
    expect(empty.autoFilter).toBe("A1:C1")
    const bare = await readSheet(await sheetBytes("xlsx", { columns: [], rows: [[], []] }))
    expect(bare.actualColumnCount).toBe(0)
  })

  it("writes what is not of the kind of its column as text, never as a broken cell", async () => {
    const rows = [["douze", Number.NaN, "2026-06-31"]]
    const columns = [
      { label: "n", kind: "integer", width: 5 },
      { label: "m", kind: "integer", width: 0 },
      { label: "d", kind: "date", width: 1000 },
    ] as const
    const sheet = await readSheet(await sheetBytes("xlsx", { columns, rows }))
    expect(["A2", "B2", "C2"].map((cell) => sheet.getCell(cell).value)).toEqual([
      "douze",
      "NaN",
      "2026-06-31",
    ])
    expect(sheet.columns.map(({ width }) => width)).toEqual([5, 10, 255])
  })

  it("starts another sheet when one is full", async () => {
    const workbook = await readWorkbook(await inBlocks(7, 4))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Liste", "Liste (2)", "Liste (3)"])
    expect(workbook.worksheets.map((sheet) => sheet.getCell("A1").value)).toEqual([
      "Texte",
      "Texte",
      "Texte",
    ])
    expect(workbook.worksheets.map((sheet) => sheet.rowCount)).toEqual([4, 4, 2])
    expect(workbook.worksheets.map((sheet) => sheet.getCell("A2").value)).toEqual([
      "n° 0",
      "n° 3",
      "n° 6",
    ])
  })

  it("keeps every row of many blocks", async () => {
    const sheet = await readSheet(await inBlocks(20_000, 1_048_576))
    expect(sheet.rowCount).toBe(20_001)
    for (const row of [2, 4000, 12_345, 20_001]) {
      expect(sheet.getCell(`A${row}`).value).toBe(`n° ${row - 2}`)
    }
  })
})

describe("texts that exceed a cell", () => {
  const long = `${"a".repeat(CELL_UNITS - 1)}😀${"b".repeat(40_000)}`

  it("go on in the rows below, which repeat texts and dates but no number", () => {
    const rows = sheetRows(["Zoé", long, 12, "2026-11-22", null])
    expect(rows.map(([name, , ...others]) => [name, ...others])).toEqual([
      ["Zoé", 12, "2026-11-22", null],
      ["Zoé", null, "2026-11-22", null],
      ["Zoé", null, "2026-11-22", null],
    ])
    expect(rows.map((row) => row[1]).join("")).toBe(long)
    for (const row of rows) {
      expect(String(row[1]).length).toBeLessThanOrEqual(CELL_UNITS)
      expect(String(row[1]).isWellFormed()).toBe(true)
    }
  })

  it("are all there in the file", async () => {
    const columns = [textColumn("Nom"), textColumn("Compte rendu")]
    const rows = [
      ["Zoé", "é".repeat(200_000)],
      ["Ali", "court"],
    ]
    const sheet = await readSheet(await sheetBytes("xlsx", { columns, rows }))
    const texts = Array.from({ length: 7 }, (_, index) => sheet.getCell(`B${index + 2}`).text)
    expect(texts.join("")).toBe("é".repeat(200_000))
    expect([sheet.getCell("A8").value, sheet.getCell("B9").value]).toEqual(["Zoé", "court"])
  })
})

describe("names of sheets", () => {
  it.each([
    ["Entretiens: [2026] *?", 1, "Entretiens 2026"],
    ["'cité'", 1, "cité"],
    ["", 1, "Feuille"],
    ["///", 2, "Feuille (2)"],
    ["History", 1, "History -"],
    ["x".repeat(40), 1, "x".repeat(31)],
    ["x".repeat(40), 12, `${"x".repeat(26)} (12)`],
    [`${"x".repeat(30)}😀`, 1, "x".repeat(30)],
  ])("%j, sheet %i, becomes %j", (name, rank, expected) => {
    expect(sheetName(name, rank)).toBe(expected)
  })
})
