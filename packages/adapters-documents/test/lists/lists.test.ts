/** A list declared once comes back from its CSV and from its PDF. */
import { Instant, Zone } from "@convoque/core/kernel/calendar"
import {
  cellsOf,
  frenchLists,
  listColumn,
  listDocument,
  type ListSheet,
  sheetColumns,
} from "@convoque/core/kernel/listing"
import { describe, expect, it } from "vitest"
import { readCsv } from "../csv.ts"
import { elements, readFile } from "../reader.ts"
import { bytesOf } from "../render.ts"
import { sheetBytes } from "../streams.ts"

interface Line {
  readonly name: string
  readonly day: string | null
  readonly count: number
}

const sheet: ListSheet<Line> = {
  title: "Consultation des personnels",
  fileName: "personnels",
  columns: [
    listColumn("name", "Nom", { width: 40, sort: "name", cell: ({ name }) => name }),
    listColumn("day", "Dernière convoc.", { kind: "date", width: 14, cell: ({ day }) => day }),
    listColumn("count", "Missions", { kind: "integer", width: 8, cell: ({ count }) => count }),
  ],
  words: frenchLists,
  author: "CLG ARMAND LATOUR ASPET",
  runningHead: "CLG ARMAND LATOUR ASPET (0310001H)",
  zone: Zone.make("Europe/Paris"),
}
const lines: ReadonlyArray<Line> = [
  { name: "DUPONT ; Élodie", day: "2016-03-15", count: 2 },
  { name: '=CMD("x")', day: null, count: 0 },
  ...Array.from({ length: 70 }, (_, index) => ({ name: `AGENT ${index}`, day: null, count: 1 })),
]
const asked = { filters: {}, sort: { column: "name", direction: "ascending" } } as const

describe("a list in a file", () => {
  it("UI-28 is a CSV of one record a line, values apart by semicolons, labels first", async () => {
    const rows = lines.map((line) => cellsOf(sheet.columns, line))
    const bytes = await sheetBytes("csv", { columns: sheetColumns(sheet.columns), rows })
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)
    expect(text.startsWith("\ufeffNom;Dernière convoc.;Missions\r\n")).toBe(true)
    const [head, first, second, ...others] = readCsv(text.slice(1))
    expect(head).toEqual(["Nom", "Dernière convoc.", "Missions"])
    expect(first).toEqual(["DUPONT ; Élodie", "15/03/2016", "2"])
    expect(second).toEqual([`'=CMD("x")`, "", "0"])
    expect(others).toHaveLength(lines.length - 2)
  })

  it("UI-29 UI-34 is a PDF: school at the head, every line, page and edition at the foot", async () => {
    const at = Instant.make("2016-11-30T13:47:00.000Z")
    const document = listDocument(sheet, asked, { rows: lines, at })
    const { pages, pieces, tree } = await readFile(bytesOf(document))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages.keys()) {
      const shown = pieces.filter((piece) => piece.page === page).map(({ text }) => text)
      expect(shown.join("\n")).toContain("CLG ARMAND LATOUR ASPET (0310001H)")
      expect(shown.join("\n")).toContain(`Page ${page + 1} / ${pages.length}`)
      expect(shown.join("\n")).toContain("30/11/2016 14:47")
    }
    expect(elements(tree, "TR")).toHaveLength(lines.length + 1)
    expect(elements(tree, "P").map(({ text }) => text)).toContain("72 lignes")
    const texts = pieces.map(({ text }) => text)
    for (const { name } of lines) expect(texts).toContain(name)
    expect(texts).toContain("15/03/2016")
  })
})
