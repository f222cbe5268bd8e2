/** The routes of a list that comes from a port of its own: pages, CSV, PDF, periods. */
import { Zone } from "@convoque/core/kernel/calendar"
import {
  frenchLists,
  type KeyedEntry,
  listColumn,
  listRefusal,
  pageOf,
  shownLabels,
} from "@convoque/core/kernel/listing"
import { foldedKey } from "@convoque/core/kernel/text"
import { layerIdempotencyKeysMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import { type ListRequest, listRoutes, type LoggedFailure, makeApp } from "../../src/index.ts"
import { ask, bodyIn, problemIn, refusalIn } from "../support/ask.ts"
import { layerPlainPapers, layerPlainSheets } from "../support/plain-files.ts"
import { headerAuthentication } from "../support/sample.ts"

const Line = Schema.Struct({ name: Schema.String, state: Schema.Literals(["in", "out"]) }).annotate(
  { identifier: "PlainLine" },
)
type Line = typeof Line.Type

const states = { in: "Présent", out: "Absent" }
const list = {
  name: "plain",
  sortColumns: ["name"] as const,
  filterNames: ["state"],
  periods: ["available"],
}

const entryOf = (row: Line): KeyedEntry<Line> => ({
  scope: "all",
  part: "",
  key: row.name,
  sorts: { name: foldedKey(row.name) },
  filters: { state: [row.state] },
  search: foldedKey(row.name),
  row,
})

const portal = (rows: ReadonlyArray<Line>, failsAtPage = Infinity) => {
  const logged: Array<LoggedFailure> = []
  const asked: Array<ListRequest> = []
  const routes = listRoutes({
    name: "listPlain",
    path: "/plain",
    tag: "Essai",
    summary: "Une liste",
    capacities: ["agent"],
    requirements: ["UI-16"],
    params: {},
    list,
    row: Line,
    sheet: () =>
      Effect.succeed({
        title: "Une liste",
        fileName: "liste-été",
        columns: [
          listColumn<Line>("name", "Nom", { width: 20, sort: "name", cell: (line) => line.name }),
          listColumn<Line>("state", "État", { width: 10, cell: (line) => states[line.state] }),
        ],
        shown: shownLabels("state", states),
        words: frenchLists,
        author: "Essai",
        zone: Zone.make("Europe/Paris"),
      }),
    page: ({ query }) => {
      asked.push(query)
      if (asked.length === failsAtPage) return Effect.die(new Error("no such page"))
      const whole = { ...query, scope: "all" }
      const refusal = listRefusal({ ...list, entries: () => [] }, whole)
      return refusal === undefined
        ? Effect.succeed(pageOf(rows.map(entryOf), whole))
        : Effect.fail(refusal)
    },
  })
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(layerPlainPapers, layerPlainSheets, layerIdempotencyKeysMemory),
  )
  const app = makeApp({
    routes,
    catalogue: {
      UnprintableDocument: {
        status: 422,
        grounds: { requirements: [] },
        sentence: { fr: () => "Illisible.", en: () => "Unprintable." },
      },
    },
    authentication: headerAuthentication,
    run: runtime.runPromise,
    log: (failure) => logged.push(failure),
    title: "Essai",
    version: "1.0.0",
  })
  return { asked, logged, get: (path: string) => ask(app, path, { as: "a-1 agent" }) }
}

const many = (count: number): ReadonlyArray<Line> =>
  Array.from({ length: count }, (_, index) => ({
    name: `Nom ${`${index}`.padStart(5, "0")}`,
    state: index % 3 === 0 ? "out" : "in",
  }))

const linesIn = async (response: Response) => (await response.text()).trimEnd().split("\n")

describe("a page of a list", () => {
  test("UI-16 UI-22 UI-23 tells its count in words, its sort and its filters", async () => {
    const { get } = portal(many(7))
    const body = await bodyIn(await get("/plain?sort=-name&state=in&state=out&q=absent&limit=2"))
    expect(body).toMatchObject({
      count: 3,
      countLabel: "3 lignes",
      sort: {
        column: "name",
        direction: "descending",
        label: "Nom",
        directionLabel: "décroissant",
      },
      keyword: "absent",
      filters: [
        { name: "state", labels: ["Présent", "Absent"], selectedLabel: "2 sélectionné(s)" },
      ],
      rows: [{ key: "Nom 00006" }, { key: "Nom 00003" }],
    })
    expect(await bodyIn(await get("/plain?q=00001"))).toMatchObject({ countLabel: "1 ligne" })
    expect(await bodyIn(await get("/plain?q=nope"))).toMatchObject({ countLabel: "0 ligne" })
  })

  test("UI-22 counts a value once, however often it is asked for", async () => {
    const body = await bodyIn(await portal(many(7)).get("/plain?state=out&state=in&state=out"))
    expect(body).toMatchObject({
      count: 7,
      filters: [{ values: ["out", "in"], selectedLabel: "2 sélectionné(s)" }],
    })
  })

  test("UI-22 PER-07 tells a period by one label", async () => {
    const { get } = portal(many(7))
    const body = await bodyIn(
      await get("/plain?available-from=2016-03-15&available-until=2016-06-30"),
    )
    const label = "du 15/03/2016 au 30/06/2016"
    expect(body).toMatchObject({
      filters: [{ name: "available", labels: [label], selectedLabel: label }],
    })
  })

  test("UI-25 refuses an unknown column, in its files as well", async () => {
    const { get } = portal(many(2))
    for (const path of ["/plain", "/plain.csv", "/plain.pdf"]) {
      expect(await refusalIn(await get(`${path}?sort=age`))).toBe("400 list.unknown-sort-key")
    }
  })
})

describe("the files of a list", () => {
  test("UI-20 UI-28 the CSV has every line after filters and keyword, in the order asked", async () => {
    const { get } = portal(many(2500))
    const all = await linesIn(await get("/plain.csv"))
    expect([all.length, all[0], all[1], all[2500]]).toEqual([
      2501,
      "Nom;État",
      "Nom 00000;Absent",
      "Nom 02499;Absent",
    ])
    const some = await linesIn(await get("/plain.csv?sort=-name&state=in&q=0248"))
    expect(some).toEqual([
      "Nom;État",
      ...["02489", "02488", "02486", "02485", "02483", "02482", "02480", "00248"].map(
        (number) => `Nom ${number};Présent`,
      ),
    ])
  })

  test("UI-28 the CSV is read page by page as it is taken, and never counted", async () => {
    const { asked, get } = portal(many(12_001))
    const response = await get("/plain.csv")
    expect(asked).toHaveLength(1)
    expect(await linesIn(response)).toHaveLength(12_002)
    expect(asked.map(({ limit, uncounted }) => [limit, uncounted])).toEqual([
      [5000, true],
      [5000, true],
      [5000, true],
    ])
  })

  test("UI-28 the CSV of an empty list has its header", async () => {
    expect(await linesIn(await portal([]).get("/plain.csv"))).toEqual(["Nom;État"])
  })

  test("UI-28 a CSV whose reading fails is a problem, or breaks off once it has begun", async () => {
    const unread = portal(many(12_001), 1)
    expect(await refusalIn(await unread.get("/plain.csv"))).toBe("500 internal")
    const { get, logged } = portal(many(12_001), 3)
    const response = await get("/plain.csv")
    expect([response.status, logged]).toEqual([200, []])
    await expect(response.text()).rejects.toThrow("the answer broke off")
    expect(logged).toMatchObject([{ path: "/plain.csv" }])
  })

  test("UI-27 are given with their type and name", async () => {
    const { get } = portal(many(1))
    const csv = await get("/plain.csv")
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    expect(csv.headers.get("content-disposition")).toContain(
      "filename*=UTF-8''liste-%C3%A9t%C3%A9.csv",
    )
    const pdf = await get("/plain.pdf")
    expect(pdf.headers.get("content-type")).toBe("application/pdf")
    expect(pdf.headers.get("content-disposition")).toContain("liste-%C3%A9t%C3%A9.pdf")
  })

  test("UI-29 the PDF has every line, and is refused beyond 10,000 after one page is read", async () => {
    const { get } = portal(many(1200))
    const paper = await linesIn(await get("/plain.pdf?q=absent"))
    expect(paper).toContain("400 lignes")
    expect(paper.filter((line) => line.startsWith("Nom 0"))).toHaveLength(400)
    const counted = portal(many(7000))
    const longer = await linesIn(await counted.get("/plain.pdf"))
    expect(longer.filter((line) => line.startsWith("Nom 0"))).toHaveLength(7000)
    expect(counted.asked.map(({ uncounted = false }) => uncounted)).toEqual([false, true, true])
    const long = portal(many(10_001))
    const problem = await problemIn(await long.get("/plain.pdf"))
    expect([problem.status, problem.code, problem.values]).toEqual([
      422,
      "list.too-long-to-print",
      { count: 10_001, limit: 10_000 },
    ])
    expect(long.asked).toHaveLength(1)
  })

  test("UI-20 refuse a limit and a cursor, since they leave no line out", async () => {
    const { get } = portal(many(2))
    for (const asked of ["limit=1", "after=WyJhIiwiayIsIiJd"]) {
      expect(await refusalIn(await get(`/plain.csv?${asked}`))).toBe("400 request.invalid")
    }
  })
})

describe("a filter by period", () => {
  test("PER-07 gives both days to the use case, and tells them at the head", async () => {
    const { asked, get } = portal(many(1))
    const period = "available-from=2016-03-01&available-until=2016-03-15"
    const body = await bodyIn(await get(`/plain?${period}`))
    expect(asked[0]?.periods).toEqual({ available: { from: "2016-03-01", until: "2016-03-15" } })
    expect(asked[0]?.filters).toEqual({})
    expect(body).toMatchObject({
      filters: [{ name: "available", values: ["2016-03-01", "2016-03-15"] }],
    })
  })

  test.each([
    ["available-from=2016-03-01", "/available-until", "missing"],
    ["available-until=2016-03-01", "/available-from", "missing"],
    ["available-from=01/03/2016&available-until=2016-03-15", "/available-from", "format"],
    ["available-from=2016-03-01&available-until=2016-02-30", "/available-until", "format"],
    [
      "available-from=2016-03-01&available-until=2016-03-02&available-until=2016-03-03",
      "/available-until",
      "repeated",
    ],
  ])("PER-07 %s is refused at %s", async (query, pointer, code) => {
    const { asked, get } = portal(many(1))
    const { values } = await problemIn(await get(`/plain?${query}`))
    expect(values).toMatchObject({ violations: [{ in: "query", pointer, code }] })
    expect(asked).toEqual([])
  })
})
