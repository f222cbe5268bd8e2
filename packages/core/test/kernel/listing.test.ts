/** Lists in memory: scope, filters, keyword, sort, pages by key. */
import {
  isListed,
  type KeyedEntry,
  listRefusal,
  type ListQuery,
  pageOf,
  searchWords,
  type View,
} from "@convoque/core/kernel/listing"
import { foldedKey } from "@convoque/core/kernel/text"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

const entry = (key: string, rest: Partial<KeyedEntry<string>> = {}): KeyedEntry<string> => ({
  key,
  part: "",
  scope: "s",
  sorts: { name: key },
  filters: { colour: ["red"] },
  search: foldedKey(`${key} Lycée`),
  row: `row ${key}`,
  ...rest,
})
const query = (rest: Partial<ListQuery> = {}): ListQuery => ({
  scope: "s",
  filters: {},
  sort: { column: "name", direction: "ascending" },
  limit: 10,
  ...rest,
})
const keys = (entries: ReadonlyArray<KeyedEntry<string>>, rest: Partial<ListQuery> = {}) =>
  pageOf(entries, query(rest)).rows.map(({ key }) => key)

describe("what is listed", () => {
  test("the scope asked, and no other", () => {
    const entries = [entry("a"), entry("b", { scope: "other" })]
    expect(keys(entries)).toStrictEqual(["a"])
    expect(keys(entries, { scope: "none" })).toStrictEqual([])
  })

  test("several scopes are one list, with one order and one count", () => {
    const entries = [
      entry("c"),
      entry("b", { scope: "other" }),
      entry("a"),
      entry("d", { scope: "third" }),
    ]
    const page = pageOf(entries, query({ scope: ["other", "s"], limit: 2 }))
    expect([page.rows.map(({ key }) => key), page.count]).toStrictEqual([["a", "b"], 3])
    expect(keys(entries, { scope: [] })).toStrictEqual([])
  })

  test("any value of one filter, all filters together; no value asks nothing", () => {
    const both = entry("both", { filters: { colour: ["red", "blue"], size: ["big"] } })
    const entries = [entry("red"), both]
    const filtered = (filters: ListQuery["filters"]) => keys(entries, { filters })
    expect(filtered({ colour: ["blue", "green"] })).toStrictEqual(["both"])
    expect(filtered({ colour: ["red"] })).toStrictEqual(["both", "red"])
    expect(filtered({ colour: ["red"], size: ["big"] })).toStrictEqual(["both"])
    expect(filtered({ colour: [], size: [] })).toStrictEqual(["both", "red"])
    expect(filtered({ weight: ["heavy"] })).toStrictEqual([])
  })

  test("every word of the keyword, without case, accents or extra spaces", () => {
    const entries = [entry("Éloïse", { search: foldedKey("Éloïse D’Arc, Œuvre") })]
    for (const keyword of ["ELOISE", "d'arc  élo", "oeuv", "", "  "]) {
      expect(keys(entries, { keyword })).toStrictEqual(["Éloïse"])
    }
    expect(keys(entries, { keyword: "éloïse martin" })).toStrictEqual([])
    expect(searchWords("  Éloïse  D'Arc ")).toStrictEqual(["eloise", "d'arc"])
    expect(isListed(entry("a"), query({ keyword: "lycee a" }))).toBe(true)
  })
})

describe("order and pages", () => {
  test("equal lines follow their key, then their part, in the same direction", () => {
    const entries = [
      entry("b", { sorts: { name: "x" } }),
      entry("a", { sorts: { name: "x" }, part: "2" }),
      entry("a", { sorts: { name: "x" }, part: "1" }),
      entry("c", { sorts: { name: "w" } }),
    ]
    const rows = (direction: "ascending" | "descending") =>
      pageOf(
        entries.map((one) => ({ ...one, row: one.key + one.part })),
        query({ sort: { column: "name", direction } }),
      ).rows.map(({ row }) => row)
    expect(rows("ascending")).toStrictEqual(["c", "a1", "a2", "b"])
    expect(rows("descending")).toStrictEqual(["b", "a2", "a1", "c"])
  })

  test("texts are ordered by code point, as a database does, not by UTF-16 unit", () => {
    const entries = ["\u{1D11E}", "\uFF5E", "z"].map((name) => entry(name, { sorts: { name } }))
    expect(keys(entries)).toStrictEqual(["z", "\uFF5E", "\u{1D11E}"])
  })

  test("a line without the column comes first", () => {
    expect(keys([entry("a"), entry("b", { sorts: {} })])).toStrictEqual(["b", "a"])
  })

  test("the count is that of all pages, the last page has no next", () => {
    const entries = ["a", "b", "c"].map((key) => entry(key))
    const first = pageOf(entries, query({ limit: 2 }))
    expect(first).toStrictEqual({
      rows: [
        { key: "a", row: "row a" },
        { key: "b", row: "row b" },
      ],
      count: 3,
      next: { sort: "b", key: "b", part: "" },
    })
    if (first.next === undefined) throw new Error("no next")
    expect(pageOf(entries, query({ limit: 2, after: first.next }))).toStrictEqual({
      rows: [{ key: "c", row: "row c" }],
      count: 3,
    })
    expect(pageOf(entries, query({ limit: 3 })).next).toBeUndefined()
  })

  test("a cursor stays good when its line has gone", () => {
    const entries = ["a", "c", "d"].map((key) => entry(key))
    const after = { sort: "b", key: "b", part: "" }
    expect(keys(entries, { after })).toStrictEqual(["c", "d"])
    expect(
      keys(entries, { after, sort: { column: "name", direction: "descending" } }),
    ).toStrictEqual(["a"])
  })

  test("pages follow each other without a gap or a double, whatever their size", () => {
    const name = fc.constantFrom("a", "b", "é", "\u{1D11E}", "")
    const lines = fc.uniqueArray(fc.record({ key: fc.nat(50), name }), {
      maxLength: 20,
      selector: ({ key }) => key,
    })
    const direction = fc.constantFrom("ascending" as const, "descending" as const)
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 6 }), direction, (found, limit, way) => {
        const entries = found.map((line) => entry(`${line.key}`, { sorts: { name: line.name } }))
        const sort = { column: "name", direction: way }
        const all = keys(entries, { sort, limit: 100 })
        const paged: Array<string> = []
        let after: ListQuery["after"]
        do {
          const page = pageOf(entries, query({ sort, limit, ...(after ? { after } : {}) }))
          expect(page.count).toBe(entries.length)
          paged.push(...page.rows.map(({ key }) => key))
          after = page.next
        } while (after !== undefined)
        expect(paged).toStrictEqual(all)
      }),
      { seed: 1, numRuns: 200 },
    )
  })
})

describe("a query that the view does not know", () => {
  const view: View<never, string> = {
    name: "v",
    sortColumns: ["name"],
    filterNames: ["colour"],
    entries: () => [],
  }

  test("an unknown column, then an unknown filter, each with those that are known", () => {
    const sort = { column: "age", direction: "ascending" } as const
    expect(listRefusal(view, query({ sort, filters: { age: [] } }))).toStrictEqual({
      _tag: "list.unknown-sort-key",
      key: "age",
      known: ["name"],
    })
    expect(listRefusal(view, query({ filters: { colour: ["red"], age: ["4"] } }))).toStrictEqual({
      _tag: "list.unknown-filter",
      filter: "age",
      known: ["colour"],
    })
    expect(listRefusal(view, query({ filters: { constructor: ["x"] } }))?._tag).toBe(
      "list.unknown-filter",
    )
    expect(listRefusal(view, query())).toBeUndefined()
  })
})
