/** The rows that a commit writes, table by table. */
import type { AggregateId, Change, Commit } from "@convoque/core/kernel/ports"
import { countsOf } from "../counted.ts"

/** The name of an aggregate, as all tables bear it. */
export type Name = { readonly tenant: string; readonly kind: string; readonly key: string }

/** Gives the name of an aggregate. */
export const nameOf = ({ tenant, type, key }: AggregateId): Name => ({
  tenant,
  kind: type.kind,
  key,
})

/** Gives the version that an aggregate must have and the one that it gets. */
export const versionRow = ({
  id,
  expected,
  events,
}: Pick<Change, "id" | "expected"> & { readonly events?: ReadonlyArray<unknown> }) => ({
  ...nameOf(id),
  expected,
  next: expected + (events?.length ?? 0),
})

/** Gives the rows of the events of a change. */
export const eventRows = ({ id, expected, events }: Change) =>
  events.map((event, index) => ({
    ...nameOf(id),
    version: expected + index + 1,
    event_version: id.type.eventVersion,
    event,
  }))

/** Gives the rows of all entries of the state of a change. */
export const entryRows = ({ id, state }: Change) =>
  id.type.views.flatMap((view) =>
    view.entries(state, id.key).map((entry) => ({
      ...nameOf(id),
      view: view.name,
      scope: entry.scope,
      part: entry.part,
      sorts: view.sortColumns.map((column) => entry.sorts[column] ?? ""),
      filters: view.filterNames.flatMap((name) =>
        [...new Set(entry.filters[name] ?? [])].map((value) => `${name}=${value}`),
      ),
      search: entry.search,
      row: entry.row,
      ...(view.counted === undefined ? {} : countsOf(view, entry)),
    })),
  )

/** Gives the rows of the messages of a commit. */
export const messageRows = ({ tenant, messages }: Commit, writtenAt: string) =>
  messages.map(({ id, about, content }) => ({
    tenant,
    id,
    ...about,
    content,
    written_at: writtenAt,
    thread: content.thread ?? null,
  }))

/** Gives rows in an order that is the same for every writer, each once. */
export const inKeyOrder = <Row extends Name>(rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const byText = new Map(rows.map((row) => [JSON.stringify(row), row]))
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
