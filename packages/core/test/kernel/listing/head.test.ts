/** What a list tells at its head and on paper; periods, years and days as people write them. */
import {
  CivilDate,
  FrenchDate,
  frenchDate,
  Instant,
  shortDate,
  Zone,
} from "@convoque/core/kernel/calendar"
import {
  englishLists,
  frenchLists,
  listColumn,
  listDocument,
  listHead,
  type ListSheet,
  periodReversed,
  printableLines,
  printedCells,
  proposedYears,
  searchedWords,
  searchTextOf,
  shownLabels,
  tooLongToPrint,
} from "@convoque/core/kernel/listing"
import { civilDate } from "@convoque/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

interface Pupil {
  readonly name: string
  readonly born: string | null
  readonly marks: number
}

const day = (text: string) => CivilDate.make(text)

const sheet: ListSheet<Pupil> = {
  title: "Élèves",
  fileName: "eleves",
  columns: [
    listColumn("name", "Nom", { width: 30, sort: "name", cell: ({ name }) => name }),
    listColumn("born", "Né(e) le", { kind: "date", width: 12, cell: ({ born }) => born }),
    listColumn("marks", "Notes", { kind: "integer", width: 8, cell: ({ marks }) => marks }),
  ],
  filters: { year: "Année" },
  shown: shownLabels("state", { in: "Inscrit", out: "Parti" }),
  words: frenchLists,
  author: "Collège",
  runningHead: "CLG ARMAND LATOUR ASPET (0310001H)",
  zone: Zone.make("Europe/Paris"),
}
const sorted = { column: "name", direction: "descending" } as const
const zoe: Pupil = { name: "Zoé", born: "2010-02-03", marks: 7 }

describe("the head of a list", () => {
  test.each([
    [0, "0 ligne", "0 lines"],
    [1, "1 ligne", "1 line"],
    [2, "2 lignes", "2 lines"],
    [7, "7 lignes", "7 lines"],
  ])("UI-16 states %d as « %s »", (count, french, english) => {
    expect(frenchLists.count(count)).toBe(french)
    expect(englishLists.count(count)).toBe(english)
  })

  test("UI-22 UI-23 tells the filters with their number of values, the column and the direction", () => {
    const asked = {
      filters: { year: ["2015", "2016"], state: ["in"], none: [] },
      sort: sorted,
      keyword: "  zo ",
    }
    expect(listHead(sheet, asked, 1)).toEqual({
      countLabel: "1 ligne",
      sort: { ...sorted, label: "Nom", directionLabel: "décroissant" },
      sorts: [{ column: "name", label: "Nom" }],
      keyword: "  zo ",
      filters: [
        {
          name: "year",
          label: "Année",
          values: ["2015", "2016"],
          labels: ["2015", "2016"],
          selectedLabel: "2 sélectionné(s)",
        },
        {
          name: "state",
          label: "state",
          values: ["in"],
          labels: ["Inscrit"],
          selectedLabel: "1 sélectionné(s)",
        },
      ],
    })
  })

  test("UI-22 PER-07 tells a period by one label with its days as they are printed", () => {
    const asked = {
      filters: {},
      periods: { year: { from: day("2016-03-15"), until: day("2016-06-30") } },
      sort: sorted,
    }
    const label = "du 15/03/2016 au 30/06/2016"
    expect(listHead(sheet, asked, 1).filters).toEqual([
      {
        name: "year",
        label: "Année",
        values: ["2016-03-15", "2016-06-30"],
        labels: [label],
        selectedLabel: label,
      },
    ])
    const at = Instant.make("2016-11-30T13:47:00.000Z")
    const { blocks } = listDocument(sheet, asked, { rows: [zoe], at })
    expect(blocks).toContainEqual({ _tag: "paragraph", text: `Filtre Année\u00A0: ${label}` })
    expect(englishLists.period("15/03/2016", "30/06/2016")).toBe("from 15/03/2016 to 30/06/2016")
  })

  test("UI-23 names a sort that no column shows by itself, and passes over an empty keyword", () => {
    const sort = { column: "rank", direction: "ascending" } as const
    const head = listHead(sheet, { filters: {}, sort, keyword: " " }, 0)
    expect([head.sort.label, "keyword" in head]).toEqual(["rank", false])
    const named = listHead({ ...sheet, sorts: { rank: "Rang" } }, { filters: {}, sort }, 0)
    expect([named.sort.label, named.sorts]).toEqual([
      "Rang",
      [
        { column: "name", label: "Nom" },
        { column: "rank", label: "Rang" },
      ],
    ])
  })
})

describe("a list on paper", () => {
  test("UI-29 UI-34 has its head, all its lines, the school, the pages and the moment of edition", () => {
    const at = Instant.make("2016-11-30T13:47:00.000Z")
    const document = listDocument(sheet, { filters: {}, sort: sorted }, { rows: [zoe], at })
    expect([document.runningHead, document.pageLabel, document.edition]).toEqual([
      "CLG ARMAND LATOUR ASPET (0310001H)",
      "Page {page} / {pages}",
      "30/11/2016 14:47",
    ])
    expect(document.blocks).toMatchObject([
      { text: "1 ligne" },
      { text: "Tri\u00A0: Nom, décroissant" },
      { _tag: "table", rows: [["Zoé", "03/02/2010", "7"]] },
    ])
  })

  test("UI-29 lies on its side when its columns are wider than an upright page", () => {
    const at = Instant.make("2016-11-30T13:47:00.000Z")
    const [first, ...others] = sheet.columns
    const rest = others.reduce((sum, { width }) => sum + width, 0)
    const orientation = (width: number) =>
      listDocument(
        { ...sheet, columns: [{ ...first, width: width - rest }, ...others] },
        { filters: {}, sort: sorted },
        { rows: [zoe], at },
      ).orientation
    expect(orientation(110)).toBeUndefined()
    expect(orientation(111)).toBe("landscape")
  })

  test("UI-16 without a line it says so, and has no table", () => {
    const at = Instant.make("2016-11-30T13:47:00.000Z")
    const { blocks } = listDocument(sheet, { filters: {}, sort: sorted }, { rows: [], at })
    expect(blocks.map(({ _tag }) => _tag)).toEqual(["paragraph", "paragraph"])
    expect(blocks[0]).toMatchObject({ text: "0 ligne" })
  })

  test("UI-29 is refused beyond the lines that are printed, with both numbers", () => {
    expect(tooLongToPrint(printableLines)).toBeUndefined()
    expect(tooLongToPrint(10_001)).toEqual({
      _tag: "list.too-long-to-print",
      count: 10_001,
      limit: 10_000,
    })
  })
})

describe("the columns of a list", () => {
  test("UI-19 give the text that a keyword is sought in: all that is printed", () => {
    expect(printedCells(sheet.columns, { ...zoe, born: null })).toEqual(["Zoé", "", "7"])
    expect(searchTextOf(sheet.columns, zoe)).toBe("zoe 03/02/2010 7")
  })

  test("UI-19 a word that a label holds stands for its values", () => {
    const [word] = searchedWords({ keyword: "INSCR", ...(sheet.shown && { shown: sheet.shown }) })
    expect(word).toEqual({ word: "inscr", values: { state: ["in"] } })
  })
})

describe("periods and years", () => {
  test("PER-07 a period that ends before it begins is refused with both days; one day is none", () => {
    const [from, until] = [day("2016-03-15"), day("2016-03-14")]
    expect(periodReversed({ from, until })).toEqual({
      _tag: "period.end-before-start",
      from,
      until,
    })
    expect(periodReversed({ from, until: from })).toBeUndefined()
  })

  test("UI-31 the years proposed in 2016 are 2013 to 2017, on its first and last day", () => {
    expect(proposedYears(day("2016-01-01"))).toEqual([2013, 2014, 2015, 2016, 2017])
    expect(proposedYears(day("2016-12-31"))).toEqual([2013, 2014, 2015, 2016, 2017])
  })
})

describe("a day as people write it", () => {
  test("UI-30 comes back as it was printed", () => {
    const decode = Schema.decodeUnknownSync(FrenchDate)
    fc.assert(
      fc.property(civilDate, (date) => {
        expect(frenchDate(` ${shortDate(date)} `)).toEqual(Result.succeed(date))
        expect(decode(shortDate(date))).toBe(date)
        expect(Schema.encodeSync(FrenchDate)(date)).toBe(shortDate(date))
      }),
    )
  })

  test.each([
    ["2016-06-17", "form"],
    ["17/6/2016", "form"],
    ["17-06-2016", "form"],
    ["17/06/16", "form"],
    ["", "form"],
    ["31/06/2016", "day"],
    ["29/02/2015", "day"],
    ["06/17/2016", "day"],
  ])("UI-30 %s is refused by date.format, and why", (value, reason) => {
    expect(frenchDate(value)).toEqual(Result.fail({ _tag: "date.format", value, reason }))
    expect(Schema.decodeUnknownResult(FrenchDate)(value)._tag).toBe("Failure")
  })
})
