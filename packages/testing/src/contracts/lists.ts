/**
 * Contract of `Views` on a team's own kinds of aggregates: the lists that a subject feeds are
 * those that its views and the kernel's `pageOf` give, however the store keeps them.
 */
import {
  type KeyedEntry,
  type ListQuery,
  pageOf,
  searchWords,
  type View,
} from "@convoque/core/kernel/listing"
import { type AggregateId, Storage, Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, failureOf, tenants } from "./case.ts"
import { commitOf, type ContractSubject, type Materials, materialsOf } from "./subject.ts"

type Cases = Contract<Storage | Views>
type Entries = ReadonlyArray<KeyedEntry<unknown>>
type Lists<State> = ReadonlyArray<View<State, unknown>>

/** A subject and the values that its cases are written with. */
interface Tried<State, Event> extends Materials<State, Event> {
  readonly views: Lists<State>
  readonly keys: ReadonlyArray<string>
}

/** Gives the cases that every pair of store and lists must pass with all the views of a subject. */
export const subjectViewsContract = <State, Event>(
  subject: ContractSubject<State, Event>,
): Cases => {
  const tried: Tried<State, Event> = {
    ...materialsOf(subject),
    views: subject.type.views,
    keys: subject.keys,
  }
  return [...followingCases(tried), ...queryCases(tried), ...refusalCases(tried)]
}

const { own, other } = tenants

const entriesOf = <State, Event>(
  t: Tried<State, Event>,
  view: View<State, unknown>,
  aggregates: ReadonlyArray<readonly [AggregateId<State, Event>, number]>,
): Entries =>
  aggregates.flatMap(([id, count]) =>
    view.entries(t.after(id, count).state, id.key).map((entry) => ({ ...entry, key: id.key })),
  )

const scopesOf = (entries: Entries): ReadonlyArray<string> => [
  ...new Set([...entries.map(({ scope }) => scope), "nowhere"]),
]

// The whole of each list, under its first sort column.
const expectLists = <State, Event>(
  t: Tried<State, Event>,
  aggregates: ReadonlyArray<readonly [AggregateId<State, Event>, number]>,
  tenant = own,
) =>
  Effect.gen(function* () {
    const views = yield* Views
    for (const view of t.views) {
      const all = [...t.keys.keys()].map((index) => [t.id(index, tenant), 99] as const)
      const entries = entriesOf(t, view, aggregates)
      for (const scope of scopesOf([...entries, ...entriesOf(t, view, all)])) {
        const asked = plain(view, scope)
        const page = yield* views.page(view, tenant, asked)
        yield* expectSame(`${view.name} of ${scope}`, page, pageOf(entries, asked))
      }
      const asked = { ...plain(view, ""), scope: scopesOf(entries) }
      const page = yield* views.page(view, tenant, asked)
      yield* expectSame(`${view.name} of all scopes`, page, pageOf(entries, asked))
    }
  })

const plain = <State>(view: View<State, unknown>, scope: string): ListQuery => ({
  scope,
  filters: {},
  sort: { column: view.sortColumns[0], direction: "ascending" },
  limit: 100,
})

const followingCases = <State, Event>(t: Tried<State, Event>): Cases => [
  contractCase("lists follow each event of a life", function* () {
    const storage = yield* Storage
    const id = t.id(0, own)
    yield* expectLists(t, [])
    for (let count = 0; count < t.lifeLength(id); count++) {
      yield* storage.commit(commitOf(own, { changes: [t.change(id, count, count + 1)] }))
      yield* expectLists(t, [[id, count + 1]])
    }
  }),
  contractCase("a stale commit leaves the lists as they were", function* () {
    const storage = yield* Storage
    const [one, two] = [t.id(0, own), t.id(1, own)]
    yield* storage.commit(commitOf(own, { changes: [t.change(one, 0, 1)] }))
    const changes = [t.change(two, 0, 1), t.change(one, 0, 2)]
    yield* failureOf("a second creation", storage.commit(commitOf(own, { changes })))
    yield* expectLists(t, [[one, 1]])
  }),
  contractCase("erasing an aggregate takes its lines away", function* () {
    const storage = yield* Storage
    const [one, two] = [t.id(0, own), t.id(1, own)]
    yield* storage.commit(commitOf(own, { changes: [t.change(one, 0, 3), t.change(two, 0, 2)] }))
    yield* storage.commit(commitOf(own, { erase: [one] }))
    yield* expectLists(t, [[two, 2]])
  }),
  contractCase("tenants never see each other's lines", function* () {
    const storage = yield* Storage
    const [ours, theirs] = [t.id(0, own), t.id(0, other)]
    yield* storage.commit(commitOf(own, { changes: [t.change(ours, 0, 2)] }))
    yield* storage.commit(commitOf(other, { changes: [t.change(theirs, 0, 3)] }))
    yield* expectLists(t, [[ours, 2]])
    yield* expectLists(t, [[theirs, 3]], other)
  }),
]

// One aggregate for each key, each at another moment of its life.
const populate = <State, Event>(t: Tried<State, Event>) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const aggregates = t.keys.map((_, index) => {
      const id = t.id(index, own)
      const length = t.lifeLength(id)
      return [id, length - (index % length)] as const
    })
    yield* storage.commit(
      commitOf(own, { changes: aggregates.map(([id, count]) => t.change(id, 0, count)) }),
    )
    return aggregates
  })

const queryCases = <State, Event>(t: Tried<State, Event>): Cases => [
  contractCase("every page, sort, filter and keyword gives the kernel's page", function* () {
    const aggregates = yield* populate(t)
    // A word that one list holds may have to be unknown to another.
    const words = wordsOf(t.views.flatMap((view) => entriesOf(t, view, aggregates)))
    for (const view of t.views) {
      const entries = entriesOf(t, view, aggregates)
      for (const asked of queriesOf(view, entries, words)) yield* walk(view, entries, asked)
    }
  }),
  contractCase("a page that is not counted has the same rows, and the count 0", function* () {
    const aggregates = yield* populate(t)
    for (const view of t.views) {
      const entries = entriesOf(t, view, aggregates)
      for (const scope of scopesOf(entries)) {
        yield* walk(view, entries, { ...plain(view, scope), limit: 3, uncounted: true })
      }
    }
  }),
  contractCase("counts tell each value of a filter once for each line", function* () {
    const views = yield* Views
    const aggregates = yield* populate(t)
    for (const view of t.views) {
      const entries = entriesOf(t, view, aggregates)
      for (const scope of scopesOf(entries)) {
        for (const filter of view.filterNames) {
          const found = yield* views.counts(view, own, { scope, filter })
          yield* expectSame(`${view.name}: ${filter}`, found, countsOf(entries, scope, filter))
        }
      }
    }
  }),
]

const countsOf = (entries: Entries, scope: string, filter: string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const entry of entries.filter((one) => one.scope === scope)) {
    for (const value of new Set(entry.filters[filter])) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

// Follows `next` from page to page; there must be an end.
const walk = <State>(view: View<State, unknown>, entries: Entries, first: ListQuery) =>
  Effect.gen(function* () {
    const views = yield* Views
    let asked: ListQuery | undefined = first
    for (let pages = 0; asked !== undefined && pages <= entries.length; pages++) {
      const page: ReturnType<typeof pageOf<unknown>> = yield* views.page(view, own, asked)
      yield* expectSame(`${view.name} ${JSON.stringify(asked)}`, page, pageOf(entries, asked))
      asked = page.next === undefined ? undefined : { ...asked, after: page.next }
    }
  })

// Each scope by itself; sorts, filters and keywords on all scopes as one list.
const queriesOf = <State>(
  view: View<State, unknown>,
  entries: Entries,
  words: ReadonlyArray<string>,
): ReadonlyArray<ListQuery> => {
  const scopes = scopesOf(entries)
  const all: ListQuery = { ...plain(view, ""), scope: scopes }
  const sorted = view.sortColumns.flatMap((column) =>
    (["ascending", "descending"] as const).map((direction) => ({ column, direction })),
  )
  return [
    ...scopes.map((scope) => plain(view, scope)),
    ...sorted.map((sort): ListQuery => ({ ...all, sort, limit: 3 })),
    ...filtersOf(view, entries).map((filters): ListQuery => ({ ...all, filters, limit: 5 })),
    ...words.map((keyword): ListQuery => ({ ...all, keyword, limit: 20 })),
    ...shownIn(view, entries).map((one): ListQuery => ({
      ...all,
      keyword: "Shown thus",
      shown: [one],
      limit: 20,
    })),
  ]
}

// Each value of each filter, shown by a label that no line holds.
const shownIn = <State>({ filterNames }: View<State, unknown>, entries: Entries) =>
  filterNames.flatMap((filter) =>
    [...new Set(entries.flatMap(({ filters }) => filters[filter] ?? []))].map((value) => ({
      filter,
      value,
      label: "Shown thus",
    })),
  )

// Each value, no value, several values, an unknown one, and the first values of all filters.
const filtersOf = <State>(
  { filterNames }: View<State, unknown>,
  entries: Entries,
): ReadonlyArray<ListQuery["filters"]> => {
  const values = (name: string) => [
    ...new Set(entries.flatMap(({ filters }) => filters[name] ?? [])),
  ]
  return [
    ...filterNames.flatMap((name) => [
      { [name]: [] },
      { [name]: ["no such value"] },
      { [name]: ["no such value", ...values(name).slice(0, 2)] },
      ...values(name).map((value) => ({ [name]: [value] })),
    ]),
    Object.fromEntries(filterNames.map((name) => [name, values(name).slice(0, 1)])),
  ]
}

const wordsOf = (entries: Entries): ReadonlyArray<string> => {
  const words = [...new Set(entries.flatMap(({ search }) => searchWords(search)))]
  const [one = "", two = ""] = words
  return ["%", "_", "\\", "'", "no such word", `${two} ${one}`.toUpperCase(), ...words.slice(0, 30)]
}

const refusalCases = <State, Event>(t: Tried<State, Event>): Cases => [
  contractCase("an unknown column or filter of a list is refused with those known", function* () {
    const views = yield* Views
    for (const view of t.views) {
      const asked = plain(view, "nowhere")
      const sort = { column: "nope", direction: "ascending" } as const
      const column = yield* failureOf("column", views.page(view, own, { ...asked, sort }))
      yield* expectSame("column", column, {
        _tag: "list.unknown-sort-key",
        key: "nope",
        known: view.sortColumns,
      })
      const filter = { _tag: "list.unknown-filter", filter: "nope", known: view.filterNames }
      const filters = { nope: ["x"] }
      yield* expectSame(
        "filter",
        yield* failureOf("filter", views.page(view, own, { ...asked, filters })),
        filter,
      )
      const counts = views.counts(view, own, { scope: "nowhere", filter: "nope" })
      yield* expectSame("counts", yield* failureOf("counts", counts), filter)
    }
  }),
]
