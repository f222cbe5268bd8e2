/**
 * Contract of `Views` on lists whose views name the filters to count by: what they give is what any
 * view gives, whatever the lines hold and whenever the view began to name them.
 */
import { type KeyedEntry, pageOf, type View } from "@convoque/core/kernel/listing"
import { type AggregateId, Storage, Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, tenants } from "./case.ts"
import {
  changeOf,
  type Line,
  lineOf,
  type LineRow,
  linesView,
  type Notebook,
  type NotebookEvent,
  notebookType,
  putting,
} from "./notebook.ts"
import { query, randomQueries, sampledNotebooks } from "./sampled-lists.ts"
import { commitOf } from "./subject.ts"

const { own, other } = tenants

const viewCounting = (counted?: ReadonlyArray<string>): View<Notebook, LineRow> => ({
  ...linesView,
  name: "counted-lines",
  ...(counted === undefined ? {} : { counted }),
})

const idUnder = (
  view: View<Notebook, LineRow>,
  key: string,
): AggregateId<Notebook, NotebookEvent> => ({
  tenant: own,
  type: { ...notebookType, views: [view] },
  key,
})

type Entries = ReadonlyArray<KeyedEntry<LineRow>>

const begun = (view: View<Notebook, LineRow>, key: string, lines: ReadonlyArray<Line>) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const change = changeOf(idUnder(view, key), [], putting(lines))
    yield* storage.commit(commitOf(own, { changes: [change] }))
    return view.entries(change.state, key).map((entry) => ({ ...entry, key }))
  })

const expectKernel = (view: View<Notebook, LineRow>, entries: Entries) =>
  Effect.gen(function* () {
    const views = yield* Views
    const about = `counting ${view.counted?.join(" and ") ?? "nothing"}`
    for (const scope of ["all", "elsewhere", "nowhere"]) {
      for (const filter of view.filterNames) {
        const found = yield* views.counts(view, own, { scope, filter })
        yield* expectSame(`${about}: ${filter}`, found, countsOf(entries, scope, filter))
      }
    }
    for (const asked of [...randomQueries, { ...query, filters: { part: ["a"] }, keyword: "e" }]) {
      const page = yield* views.page(view, own, asked)
      const expected = pageOf(entries, asked)
      yield* expectSame(`${about}: ${JSON.stringify(asked)}`, page, expected)
      if (expected.next === undefined) continue
      const following = { ...asked, after: expected.next }
      const next = yield* views.page(view, own, following)
      yield* expectSame(`${about}: then`, next, pageOf(entries, following))
    }
  })

const countsOf = (entries: Entries, scope: string, filter: string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const entry of entries.filter((one) => one.scope === scope)) {
    for (const value of new Set(entry.filters[filter])) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

const declarations = [undefined, ["tag"], ["part", "tag"], ["tag", "part"], ["part"]]

/** The cases of counted filters. */
export const countedCases: Contract<Storage | Views> = [
  contractCase("a view that names its counted filters gives what any view gives", function* () {
    const view = viewCounting(["part", "tag"])
    const entries = []
    for (const [key, lines] of sampledNotebooks) entries.push(...(yield* begun(view, key, lines)))
    yield* expectKernel(view, entries)
    const views = yield* Views
    const elsewhere = yield* views.counts(view, other, { scope: "all", filter: "part" })
    yield* expectSame("another tenant", elsewhere, {})
  }),
  contractCase("a view that names other filters later still counts all its lines", function* () {
    const entries = []
    for (const [index, [key, lines]] of sampledNotebooks.entries()) {
      const view = viewCounting(declarations[index % declarations.length])
      entries.push(...(yield* begun(view, key, lines)))
    }
    for (const declaration of declarations) yield* expectKernel(viewCounting(declaration), entries)
  }),
  contractCase("counts follow a line that changes, under one declaration or two", function* () {
    const storage = yield* Storage
    const views = yield* Views
    const [first, later, none] = [["tag"], ["part", "tag"], undefined].map(viewCounting)
    const past: Array<NotebookEvent> = []
    const steps = [
      [first, ["open"]],
      [first, ["closed"]],
      [first, []],
      [later, ["open", "closed"]],
      [later, ["x".repeat(1000)]],
      [none, ["x".repeat(1000)]],
      [first, ["x".repeat(1000)]],
      [none, ["open"]],
      [later, ["open"]],
    ] as const
    for (const [view = linesView, tags] of steps) {
      const events = putting([lineOf("a", { tags })])
      const change = changeOf(idUnder(view, "k"), past, events)
      yield* storage.commit(commitOf(own, { changes: [change] }))
      past.push(...events)
      for (const reader of declarations.map(viewCounting)) {
        const counts = yield* views.counts(reader, own, { scope: "all", filter: "tag" })
        yield* expectSame("tags", counts, Object.fromEntries(tags.map((tag) => [tag, 1])))
        const asked = { ...query, filters: { tag: ["open", "x".repeat(1000)] } }
        const { count } = yield* views.page(reader, own, asked)
        yield* expectSame("page", count, tags.some((tag) => tag !== "closed") ? 1 : 0)
      }
    }
  }),
]
