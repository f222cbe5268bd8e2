/** Contract of `Views`: lists follow states, and their pages are those of the kernel's `pageOf`. */
import type { Cursor, KeyedEntry, ListQuery, Page } from "@convoque/core/kernel/listing"
import { pageOf } from "@convoque/core/kernel/listing"
import { Storage, Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, failureOf, tenants } from "./case.ts"
import {
  changeOf,
  lineOf,
  type LineRow,
  linesView,
  newNotebook,
  notebookId,
  putting,
} from "./notebook.ts"
import { countedCases } from "./counted-lists.ts"
import { query, randomQueries, sampledNotebooks } from "./sampled-lists.ts"
import { commitOf } from "./subject.ts"

const { own, other } = tenants

const titlesOf = (page: Page<LineRow>): ReadonlyArray<string> =>
  page.rows.map(({ row }) => row.title)

const pageFor = (asked: Partial<ListQuery>, tenant = own) =>
  Views.use((views) => views.page(linesView, tenant, { ...query, ...asked }))

const following: Contract<Storage | Views> = [
  contractCase("an empty list has no row and counts 0", function* () {
    yield* expectSame("page", yield* pageFor({}), { rows: [], count: 0 })
  }),
  contractCase("entries appear, change and disappear with the state", function* () {
    const storage = yield* Storage
    const id = notebookId(own, "k")
    const first = putting([lineOf("b", { part: "1" }), lineOf("a", { part: "2" })])
    yield* storage.commit(commitOf(own, { changes: [changeOf(id, [], first)] }))
    yield* expectSame("two", titlesOf(yield* pageFor({})), ["a", "b"])
    const second = putting([lineOf("c", { part: "2" })])
    yield* storage.commit(commitOf(own, { changes: [changeOf(id, first, second)] }))
    yield* expectSame("changed", titlesOf(yield* pageFor({})), ["b", "c"])
    const past = [...first, ...second]
    const moved = putting([lineOf("b", { part: "1", scope: "elsewhere" })])
    yield* storage.commit(commitOf(own, { changes: [changeOf(id, past, moved)] }))
    yield* expectSame("moved", titlesOf(yield* pageFor({})), ["c"])
    yield* expectSame("there", titlesOf(yield* pageFor({ scope: "elsewhere" })), ["b"])
    const removed = changeOf(id, [...past, ...moved], [{ _tag: "LineRemoved", part: "2" }])
    yield* storage.commit(commitOf(own, { changes: [removed] }))
    yield* expectSame("removed", yield* pageFor({}), { rows: [], count: 0 })
  }),
  contractCase("a row comes back whole, with the key of its aggregate", function* () {
    const storage = yield* Storage
    const line = lineOf('L’« été »\n\t"à" \\ 100 % 😀', { tags: ["é", "", "a,b", '{"x"}'] })
    yield* storage.commit(commitOf(own, { changes: [newNotebook(own, "clé 😀", [line])] }))
    yield* expectSame("row", yield* pageFor({}), {
      rows: [{ key: "clé 😀", row: { title: line.title, tags: line.tags } }],
      count: 1,
    })
  }),
  contractCase("a stale commit leaves the lists as they were", function* () {
    const storage = yield* Storage
    const create = (title: string) =>
      storage.commit(commitOf(own, { changes: [newNotebook(own, "k", [lineOf(title)])] }))
    yield* create("kept")
    yield* failureOf("a second creation", create("lost"))
    yield* failureOf(
      "a creation beside it",
      storage.commit(
        commitOf(own, {
          changes: [newNotebook(own, "j", [lineOf("lost")]), newNotebook(own, "k", [])],
        }),
      ),
    )
    yield* expectSame("titles", titlesOf(yield* pageFor({})), ["kept"])
  }),
  contractCase("forty notebooks change together, and their entries with them", function* () {
    const storage = yield* Storage
    const keys = Array.from({ length: 40 }, (_, index) => `k-${`${index}`.padStart(2, "0")}`)
    const begun = keys.map((key) =>
      newNotebook(own, key, [lineOf(`"${key}"`, { part: "1" }), lineOf("z", { part: "2" })]),
    )
    yield* storage.commit(commitOf(own, { changes: begun }))
    yield* expectSame("begun", (yield* pageFor({})).count, 80)
    const changed = begun.map(({ id, events }) =>
      changeOf(id, events, [
        { _tag: "LineRemoved", part: "2" },
        { _tag: "LinePut", line: lineOf(`é ${id.key}`, { part: "1", tags: ["a", '{b,"}'] }) },
      ]),
    )
    yield* storage.commit(commitOf(own, { changes: changed }))
    const page = yield* pageFor({})
    yield* expectSame(
      "titles",
      titlesOf(page),
      keys.map((key) => `é ${key}`),
    )
    yield* expectSame("tags", page.rows[39]?.row.tags, ["a", '{b,"}'])
    yield* failureOf("one of them stale", storage.commit(commitOf(own, { changes: changed })))
    const loaded = yield* storage.load(changed.map(({ id }) => id))
    yield* expectSame(
      "versions",
      loaded.filter(({ version }) => version !== 4),
      [],
    )
  }),
  contractCase("erasing an aggregate takes its entries away", function* () {
    const storage = yield* Storage
    const lines = [lineOf("a"), lineOf("b", { part: "2", scope: "elsewhere" })]
    yield* storage.commit(
      commitOf(own, {
        changes: [newNotebook(own, "k", lines), newNotebook(own, "j", [lineOf("c")])],
      }),
    )
    yield* storage.commit(commitOf(own, { erase: [notebookId(own, "k")] }))
    yield* expectSame("all", titlesOf(yield* pageFor({})), ["c"])
    yield* expectSame("elsewhere", titlesOf(yield* pageFor({ scope: "elsewhere" })), [])
  }),
  contractCase("tenants never see each other's lists", function* () {
    const storage = yield* Storage
    for (const tenant of [own, other]) {
      const change = newNotebook(tenant, "k", [lineOf(`of ${tenant}`, { tags: ["t"] })])
      yield* storage.commit(commitOf(tenant, { changes: [change] }))
    }
    yield* expectSame("other", titlesOf(yield* pageFor({}, other)), [`of ${other}`])
    const views = yield* Views
    const asked = { scope: "all", filter: "tag" }
    yield* expectSame("counts", yield* views.counts(linesView, own, asked), { t: 1 })
  }),
]

const refusing: Contract<Storage | Views> = [
  contractCase("an unknown column or filter is refused with those known", function* () {
    const views = yield* Views
    yield* expectSame(
      "column",
      yield* failureOf("column", pageFor({ sort: { column: "nope", direction: "descending" } })),
      { _tag: "list.unknown-sort-key", key: "nope", known: ["title", "rank"] },
    )
    const refusal = { _tag: "list.unknown-filter", filter: "nope", known: ["tag", "part"] }
    yield* expectSame(
      "filter",
      yield* failureOf("filter", pageFor({ filters: { nope: ["x"] } })),
      refusal,
    )
    yield* expectSame(
      "counts",
      yield* failureOf("counts", views.counts(linesView, own, { scope: "all", filter: "nope" })),
      refusal,
    )
  }),
]

const ordering: Contract<Storage | Views> = [
  contractCase("ties follow key, then part, in the direction of the sort", function* () {
    const storage = yield* Storage
    const parts = ["", "a", "B"].map((part) => lineOf("same", { part, tags: [part] }))
    const keys = ["é", "z", "A", "😀", "\uff5e"]
    yield* storage.commit(
      commitOf(own, { changes: keys.map((key) => newNotebook(own, key, parts)) }),
    )
    const expected = ["A", "z", "é", "\uff5e", "😀"].flatMap((key) =>
      ["", "B", "a"].map((part) => ({ key, row: { title: "same", tags: [part] } })),
    )
    const ascending = yield* pageFor({})
    yield* expectSame("ascending", ascending.rows, expected)
    const descending = yield* pageFor({ sort: { column: "title", direction: "descending" } })
    yield* expectSame("descending", descending.rows, expected.toReversed())
  }),
  contractCase("every page of random lists is that of the kernel", function* () {
    const entries = yield* putRandomLines
    for (const asked of randomQueries) yield* walk(entries, asked)
  }),
  contractCase("a page that is not counted has the same rows, and the count 0", function* () {
    const entries = yield* putRandomLines
    for (const asked of randomQueries) yield* walk(entries, { ...asked, uncounted: true })
  }),
  contractCase("several scopes are read as one list", function* () {
    const entries = yield* putRandomLines
    for (const scope of [["all", "elsewhere"], ["elsewhere", "nowhere"], []]) {
      yield* walk(entries, { ...query, scope, limit: 7 })
    }
  }),
  contractCase("a keyword is text, never a pattern", function* () {
    const entries = yield* putRandomLines
    for (const keyword of ["%", "_", "\\", "\\%", "'", '"', "É", "a  %", " ", "*", "😀"]) {
      yield* walk(entries, { ...query, keyword, limit: 9 })
    }
  }),
  contractCase("a page may begin after a line that no longer exists", function* () {
    const entries = yield* putRandomLines
    for (const direction of ["ascending", "descending"] as const) {
      const after: Cursor = { sort: "a%", key: "no such key", part: "" }
      const asked: ListQuery = { ...query, sort: { column: "title", direction }, after, limit: 5 }
      yield* expectSame(direction, yield* pageFor(asked), pageOf(entries, asked))
    }
  }),
  contractCase("counts tell each value of a filter once for each line", function* () {
    const entries = yield* putRandomLines
    const views = yield* Views
    for (const scope of ["all", "elsewhere", "nowhere"]) {
      const counts: Record<string, number> = {}
      for (const entry of entries.filter((one) => one.scope === scope)) {
        for (const tag of new Set(entry.filters["tag"])) counts[tag] = (counts[tag] ?? 0) + 1
      }
      const found = yield* views.counts(linesView, own, { scope, filter: "tag" })
      yield* expectSame(scope, found, counts)
    }
  }),
]

// Follows `next` from page to page; every page must be the kernel's, and there must be an end.
const walk = (entries: ReadonlyArray<KeyedEntry<LineRow>>, first: ListQuery) =>
  Effect.gen(function* () {
    const views = yield* Views
    let asked: ListQuery | undefined = first
    for (let pages = 0; asked !== undefined && pages <= entries.length; pages++) {
      const page: Page<LineRow> = yield* views.page(linesView, own, asked)
      yield* expectSame(JSON.stringify(asked), page, pageOf(entries, asked))
      asked = page.next === undefined ? undefined : { ...asked, after: page.next }
    }
  })

const putRandomLines = Effect.gen(function* () {
  const storage = yield* Storage
  const changes = sampledNotebooks.map(([key, lines]) => newNotebook(own, key, lines))
  for (const change of changes) yield* storage.commit(commitOf(own, { changes: [change] }))
  return changes.flatMap(({ id, state }) =>
    linesView.entries(state, id.key).map((entry) => ({ ...entry, key: id.key })),
  )
})

/** The cases that every pair of store and lists must pass. */
export const viewsContract: Contract<Storage | Views> = [
  ...following,
  ...refusing,
  ...ordering,
  ...countedCases,
]
