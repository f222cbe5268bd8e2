/**
 * The statement of a commit: versions checked, events, lists and messages written, or nothing.
 *
 * It is one statement, so one transaction and one exchange with the server. The ordinary commit
 * carries no idle part:
 *
 * - `locked`: heads that change are locked in key order, so that writers never wait for each other
 *   in a circle; a lock waited for shows the version after the wait;
 * - `placed`: aggregates that begin, and those that must stay absent, get a head, in key order;
 *   a head at version 0 is that of an absent aggregate;
 * - `kept`: heads that must stay unchanged are locked against writers without waiting, since who
 *   holds locks must wait for nobody; a lock refused (55P03) is tried again from the beginning;
 * - the first select divides by zero when a version was not as expected, which stops it all; the
 *   parts that write run after it.
 */
import type { AggregateId, Change, Commit } from "@convoque/core/kernel/ports"
import type { Statement } from "../database/database.ts"

/** Gives the statement of a commit, without what it erases; `writtenAt` dates its messages. */
export const commitStatement = (commit: Commit, writtenAt: string): Statement => {
  const parts: Parts = { names: "", texts: [], checks: [], parameters: [] }
  const all = [lock, place, keep, advance, events, entries, messages]
  const { names, texts, checks, parameters } = all.reduce(
    (sofar, part) => part(sofar, commit, writtenAt),
    parts,
  )
  const verdict =
    checks.length === 0
      ? "select 1"
      : `select 1 / (case when ${checks.join(" and ")} then 1 else 0 end)`
  return {
    text: `/* commit ${names} */ with ${texts.join(",\n")}\n${verdict}`,
    parameters,
  }
}

/** What a statement is made of: names of its parts, their texts, its checks and its parameters. */
interface Parts {
  readonly names: string
  readonly texts: ReadonlyArray<string>
  readonly checks: ReadonlyArray<string>
  readonly parameters: ReadonlyArray<string>
}

type Part = (parts: Parts, commit: Commit, writtenAt: string) => Parts

interface Added {
  readonly name: string
  readonly rows: ReadonlyArray<unknown>
  readonly text: (rows: string) => string
  readonly check?: string
}

const add = (parts: Parts, { name, rows, text, check }: Added): Parts => {
  if (rows.length === 0) return parts
  const parameters = [...parts.parameters, JSON.stringify(rows)]
  return {
    names: parts.names + name,
    texts: [...parts.texts, text(`json_to_recordset($${parameters.length}::json)`)],
    checks: check === undefined ? parts.checks : [...parts.checks, check],
    parameters,
  }
}

const has = (parts: Parts, name: string): boolean => parts.names.includes(name)

const aggregate = "tenant text, kind text, key text"

const sameAggregate = (left: string, right: string): string =>
  ["tenant", "kind", "key"].map((name) => `${left}.${name} = ${right}.${name}`).join(" and ")

// The planner can only read such a subquery by the key, once for each row before it.
const headOf = (row: string, lock: string): string =>
  `lateral (select h.version from convoque.head h where ${sameAggregate("h", row)} ${lock}) h`

const lock: Part = (parts, { changes }) =>
  add(parts, {
    name: "l",
    rows: inKeyOrder(changes.filter(({ expected }) => expected > 0).map(versionRow)),
    text: (rows) => `moving as materialized (
  select * from ${rows} as r(${aggregate}, expected int, next int)),
locked as materialized (
  select h.version = r.expected as fresh
  from moving r cross join ${headOf("r", "for no key update")})`,
    check: "(select count(*) from locked where fresh) = (select count(*) from moving)",
  })

const place: Part = (parts, { changes, unchanged }) =>
  add(parts, {
    name: "p",
    rows: inKeyOrder(
      [...changes, ...unchanged.map(({ id, expected }) => ({ id, expected, events: [] }))]
        .filter(({ expected }) => expected === 0)
        .map(versionRow),
    ),
    text: (rows) => `starting as materialized (
  select * from ${rows} as r(${aggregate}, next int)),
placed as (
  insert into convoque.head as h (tenant, kind, key, version)
  select tenant, kind, key, next from starting
  ${has(parts, "l") ? "where (select count(*) from locked) >= 0" : ""}
  on conflict (tenant, kind, key) do update set version = excluded.version where h.version = 0
  returning 1)`,
    check: "(select count(*) from placed) = (select count(*) from starting)",
  })

const keep: Part = (parts, { unchanged }) =>
  add(parts, {
    name: "k",
    rows: unchanged
      .filter(({ expected }) => expected > 0)
      .map(({ id, expected }) => ({ ...nameOf(id), expected })),
    text: (rows) => `keeping as materialized (
  select * from ${rows} as r(${aggregate}, expected int)),
kept as materialized (
  select h.version = r.expected as fresh
  from keeping r cross join ${headOf("r", "for share nowait")}
  where true${has(parts, "l") ? " and (select count(*) from locked) >= 0" : ""}${
    has(parts, "p") ? " and (select count(*) from placed) >= 0" : ""
  })`,
    check: "(select count(*) from kept where fresh) = (select count(*) from keeping)",
  })

// Heads that exist and are locked; an upsert finds them by the key whatever the statistics say.
const advance: Part = (parts) =>
  has(parts, "l")
    ? {
        ...parts,
        texts: [
          ...parts.texts,
          `advanced as (
  insert into convoque.head (tenant, kind, key, version)
  select tenant, kind, key, next from moving
  on conflict (tenant, kind, key) do update set version = excluded.version)`,
        ],
      }
    : parts

const events: Part = (parts, { changes }) =>
  add(parts, {
    name: "e",
    rows: changes.flatMap(({ id, expected, events: happened }) =>
      happened.map((event, index) => ({
        ...nameOf(id),
        version: expected + index + 1,
        event_version: id.type.eventVersion,
        event,
      })),
    ),
    text: (rows) => `events as (
  insert into convoque.event (tenant, kind, key, version, event_version, event)
  select tenant, kind, key, version, event_version, event
  from ${rows} as r(${aggregate}, version int, event_version int, event jsonb))`,
  })

const entries: Part = (parts, { changes }) => {
  const shown = changes.filter(({ id }) => id.type.views.length > 0)
  const withEntries = add(parts, {
    name: "v",
    rows: shown.flatMap(entryRows),
    text: (rows) => `entering as materialized (
  select * from ${rows} as r(${aggregate}, ${entryName}, sorts text[], filters text[],
    search text, "row" jsonb)),
entered as (
  insert into convoque.view_entry as v
    (tenant, kind, key, view, scope, part, sorts, filters, search, "row")
  select tenant, kind, key, view, scope, part, sorts, filters, search, "row" from entering
  on conflict (tenant, kind, key, view, scope, part) do update set sorts = excluded.sorts,
    filters = excluded.filters, search = excluded.search, "row" = excluded."row"
  where (v.sorts, v.filters, v.search, v."row")
    is distinct from (excluded.sorts, excluded.filters, excluded.search, excluded."row"))`,
  })
  return add(withEntries, {
    name: "g",
    rows: shown.filter(({ expected }) => expected > 0).map(({ id }) => nameOf(id)),
    text: (rows) => `gone as (
  delete from convoque.view_entry v using ${rows} as r(${aggregate})
  where ${sameAggregate("v", "r")}
  ${
    has(withEntries, "v")
      ? `and not exists (select from entering e where ${sameAggregate("e", "v")}
    and e.view = v.view and e.scope = v.scope and e.part = v.part)`
      : ""
  })`,
  })
}

const entryName = "view text, scope text, part text"

const messages: Part = (parts, { tenant, messages: written }, writtenAt) =>
  add(parts, {
    name: "m",
    rows: written.map(({ id, about, content }) => ({
      tenant,
      id,
      ...about,
      content,
      written_at: writtenAt,
    })),
    text: (rows) => `written as (
  insert into convoque.message (tenant, id, kind, key, content, written_at, next_at)
  select tenant, id, kind, key, content, written_at, written_at
  from ${rows} as r(tenant text, id text, kind text, key text, content jsonb,
    written_at timestamptz)
  on conflict (tenant, id) do nothing)`,
  })

interface Name {
  readonly tenant: string
  readonly kind: string
  readonly key: string
}

const nameOf = ({ tenant, type, key }: AggregateId): Name => ({ tenant, kind: type.kind, key })

const versionRow = ({ id, expected, events: happened }: Omit<Change, "state">) => ({
  ...nameOf(id),
  expected,
  next: expected + happened.length,
})

const entryRows = ({ id, state }: Change): ReadonlyArray<unknown> =>
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
    })),
  )

// Any order does, as long as it is the same for every writer.
const inKeyOrder = <Row extends Name>(rows: ReadonlyArray<Row>): ReadonlyArray<Row> => {
  const textOf = ({ tenant, kind, key }: Name): string => JSON.stringify([tenant, kind, key])
  return rows.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1))
}
