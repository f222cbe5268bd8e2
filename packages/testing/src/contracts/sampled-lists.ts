/** Odd notebooks, the same each time, and the queries with which their lists are tried. */
import type { ListQuery } from "@convoque/core/kernel/listing"
import * as fc from "fast-check"
import type { Line } from "./notebook.ts"

/** The whole list of the scope `all`, by title. */
export const query: ListQuery = {
  scope: "all",
  filters: {},
  sort: { column: "title", direction: "ascending" },
  limit: 100,
}

const units = ["a", "b", "Z", "é", "œ", "😀", "𝒜", "\uff5e", "'", '"', "%", "_", "\\", " ", "-"]
const text = fc.string({ unit: fc.constantFrom(...units), maxLength: 3 })
const shortText = fc.string({ unit: fc.constantFrom("a", "é", "😀", "%"), maxLength: 1 })

const randomLine: fc.Arbitrary<Line> = fc.record({
  part: shortText,
  scope: fc.constantFrom("all", "all", "all", "elsewhere"),
  title: fc.oneof(shortText, text),
  rank: fc.constantFrom("", "1", "2", "10"),
  tags: fc.array(fc.constantFrom("open", "closed", "é=\\", ""), { maxLength: 3 }),
  search: fc.string({ unit: fc.constantFrom(...units, "e"), maxLength: 6 }),
})

const randomNotebooks: fc.Arbitrary<ReadonlyArray<readonly [string, ReadonlyArray<Line>]>> =
  fc.uniqueArray(
    fc.tuple(
      text.map((key) => `k${key}`),
      fc.uniqueArray(randomLine, { selector: ({ part }) => part, minLength: 1, maxLength: 4 }),
    ),
    { selector: ([key]) => key, minLength: 30, maxLength: 30 },
  )

// The seed is fixed: a contract says the same each time.
const [sampled = []] = fc.sample(randomNotebooks, { numRuns: 1, seed: 20_260_617 })

/** Thirty notebooks by key, with lines in two scopes, ties, odd texts and several tags a line. */
export const sampledNotebooks: ReadonlyArray<readonly [string, ReadonlyArray<Line>]> = sampled

const shown = [
  { filter: "tag", value: "open", label: "Ouvert" },
  { filter: "tag", value: "é=\\", label: "À rouvrir" },
  { filter: "part", value: "a", label: "Accord" },
]

/** Queries on their list: each sort, filters with known, unknown and no values, several scopes. */
export const randomQueries: ReadonlyArray<ListQuery> = ["title", "rank"].flatMap((column) =>
  (["ascending", "descending"] as const).flatMap((direction) =>
    [
      { filters: {}, limit: 7 },
      { filters: { tag: ["open", "é=\\"] }, limit: 5 },
      { filters: { tag: ["closed"], part: ["", "a", "😀"] }, limit: 3 },
      { filters: { tag: [""], part: [] }, limit: 50 },
      { filters: { tag: ["nothing"] }, limit: 2 },
      { filters: {}, scope: ["all", "elsewhere", "nowhere"], limit: 11 },
      { filters: { tag: ["closed"] }, scope: ["elsewhere"], limit: 2 },
      { filters: {}, scope: [], limit: 2 },
      { filters: {}, keyword: "ou", shown, limit: 4 },
      { filters: { tag: ["closed"] }, keyword: "Ouvert a", shown, limit: 4 },
    ].map((asked) => ({ ...query, ...asked, sort: { column, direction } })),
  ),
)
