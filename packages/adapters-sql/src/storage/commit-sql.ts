/**
 * The statement of a commit: versions checked, events, lists and messages written, or nothing.
 *
 * It is one statement, so one transaction and one exchange with the server. The ordinary commit
 * carries no idle part:
 *
 * - `moved`: heads that change; several are first `locked` in key order, so that writers never
 *   wait for each other in a circle. A lock waited for shows the version after the wait;
 * - `placed`: aggregates that begin, and those that must stay absent, get a head, in key order;
 *   a head at version 0 is that of an absent aggregate;
 * - `kept`: heads that must stay unchanged are locked against writers without waiting, since who
 *   holds locks must wait for nobody; a lock refused (55P03) is tried again from the beginning;
 * - `superseded`: when a message has a thread, the earlier ones that have not left are dropped. The
 *   statement does not see the messages that it writes, so those never replace each other. Commits
 *   that change an aggregate come one after the other, so each sees the messages of the one before;
 * - lines of aggregates that all begin are inserted as they are, since none can be there yet; those of
 *   others replace what differs, and what is gone is deleted;
 * - the select divides by zero when a version was not as expected, which undoes it all.
 */
import { type Change, type Commit, superseded } from "@convoque/core/kernel/ports"
import type { Statement } from "../database/database.ts"
import { type Added, add, begun, has, type Parts, statementOf } from "./commit-parts.ts"
import { countColumns } from "../counted.ts"
import { entryRows, eventRows, inKeyOrder, messageRows, nameOf, versionRow } from "./commit-rows.ts"

/** Gives the statement of a commit, without what it erases; `writtenAt` dates its messages. */
export const commitStatement = (commit: Commit, writtenAt: string): Statement => {
  const { changes } = commit
  const unchanged = unchangedApart(commit)
  const moving = inKeyOrder(changes.filter(({ expected }) => expected > 0).map(versionRow))
  const absent = unchanged.map(({ id, expected }) => ({ id, expected, events: [] }))
  const starting = inKeyOrder(
    [...changes, ...absent].filter(({ expected }) => expected === 0).map(versionRow),
  )
  const keeping = unchanged.filter(({ expected }) => expected > 0).map(versionRow)
  const shown = changes.filter(({ id }) => id.type.views.length > 0)
  const showing = shown.filter(({ expected }) => expected > 0).map(({ id }) => nameOf(id))
  const parts: ReadonlyArray<(before: Parts) => Added> = [
    () => (moving.length > 1 ? lock(moving) : move(moving)),
    (before) => place(before, starting),
    (before) => keep(before, keeping),
    () => ({
      name: "e",
      rows: changes.flatMap(eventRows),
      columns: eventColumns,
      text: eventsText,
    }),
    () => enter(shown.flatMap(entryRows), showing.length === 0),
    (before) => ({ name: "g", rows: showing, columns: nameColumns, text: goneText(before) }),
    () => deposit(messageRows(commit, writtenAt)),
  ]
  return statementOf(parts.reduce((before, part) => add(before, part(before)), begun))
}

// The version of what changes is checked anyway.
const unchangedApart = ({ changes, unchanged }: Commit): Commit["unchanged"] => {
  if (unchanged.length === 0) return unchanged
  const changing = new Set(changes.map(factName))
  return unchanged.filter((fact) => !changing.has(factName(fact)))
}

const factName = ({ id, expected }: Pick<Change, "id" | "expected">): string =>
  JSON.stringify([id.tenant, id.type.kind, id.key, expected])

const nameColumns = "tenant text, kind text, key text"
const versionColumns = `${nameColumns}, expected int, next int`
const eventColumns = `${nameColumns}, version int, event_version int, event jsonb`
const entryColumns = `${nameColumns}, view text, scope text, part text, sorts text[], filters text[], search text, row jsonb`
/** The columns of the rows of messages, without their thread. */
export const messageColumns =
  "tenant text, id text, kind text, key text, content jsonb, written_at timestamptz"

const same = (left: string, right: string): string =>
  ["tenant", "kind", "key"].map((name) => `${left}.${name} = ${right}.${name}`).join(" and ")

// Such a subquery can only be read by the key, once for each row, whatever the statistics say.
const headOf = (row: string, lock: string): string =>
  `lateral (select h.version from convoque.head h where ${same("h", row)} ${lock}) h`

const move = (rows: Added["rows"]): Added => ({
  name: "u",
  rows,
  columns: versionColumns,
  text: (source) => `moved as (
  update convoque.head h set version = r.next from ${source}
  where ${same("h", "r")} and h.version = r.expected returning 1)`,
  check: "(select count(*) from moved) = 1",
})

// The heads are there and locked: the upsert finds them by the key.
const lock = (rows: Added["rows"]): Added => ({
  name: "l",
  rows,
  columns: versionColumns,
  text: (source) => `moving as materialized (select * from ${source}),
locked as materialized (
  select h.version = r.expected as fresh
  from moving r cross join ${headOf("r", "for no key update")}),
moved as (
  insert into convoque.head (tenant, kind, key, version)
  select tenant, kind, key, next from moving
  where (select count(*) from locked where fresh) = (select count(*) from moving)
  on conflict (tenant, kind, key) do update set version = excluded.version
  returning 1)`,
  check: "(select count(*) from moved) = (select count(*) from moving)",
})

const afterMoved = (before: Parts): string =>
  has(before, "u") || has(before, "l") ? "and (select count(*) from moved) >= 0" : ""

const place = (before: Parts, rows: Added["rows"]): Added => ({
  name: "p",
  rows,
  columns: versionColumns,
  text: (source) => `starting as materialized (select * from ${source}),
placed as (
  insert into convoque.head as h (tenant, kind, key, version)
  select tenant, kind, key, next from starting where true ${afterMoved(before)}
  on conflict (tenant, kind, key) do update set version = excluded.version where h.version = 0
  returning 1)`,
  check: "(select count(*) from placed) = (select count(*) from starting)",
})

const keep = (before: Parts, rows: Added["rows"]): Added => ({
  name: "k",
  rows,
  columns: versionColumns,
  text: (source) => `keeping as materialized (select * from ${source}),
kept as materialized (
  select h.version = r.expected as fresh
  from keeping r cross join ${headOf("r", "for share nowait")}
  where true ${afterMoved(before)} ${
    has(before, "p") ? "and (select count(*) from placed) >= 0" : ""
  })`,
  check: "(select count(*) from kept where fresh) = (select count(*) from keeping)",
})

const eventsText = (source: string): string => `events as (
  insert into convoque.event (tenant, kind, key, version, event_version, event)
  select r.tenant, r.kind, r.key, r.version, r.event_version, r.event from ${source})`

// Lines that count nothing are written without the columns of counts.
const enter = (rows: ReturnType<typeof entryRows>, areFirst: boolean): Added => {
  const isCounted = rows.some(({ counted = null }) => counted !== null)
  const counts = isCounted ? ["counted", ...countColumns] : []
  return {
    name: `${areFirst ? "i" : "v"}${isCounted ? "c" : ""}`,
    rows,
    columns: isCounted ? `${entryColumns}, counted int, counts text[]` : entryColumns,
    text: areFirst ? firstEntriesText(counts) : entriesText(counts),
  }
}

const insertText = (counts: ReadonlyArray<string>): string => {
  const added = counts.map((column) => `, ${column}`).join("")
  const values = counts
    .map((column) => `, r.${column.replace(/^count_(\d)$/u, "counts[$1]")}`)
    .join("")
  return `insert into convoque.view_entry as v
    (tenant, kind, key, view, scope, part, sorts, filters, search, "row"${added})
  select r.tenant, r.kind, r.key, r.view, r.scope, r.part, r.sorts, r.filters, r.search, r."row"${values}`
}

const firstEntriesText =
  (counts: ReadonlyArray<string>) =>
  (source: string): string =>
    `entered as (
  ${insertText(counts)}
  from ${source})`

const entriesText =
  (counts: ReadonlyArray<string>) =>
  (source: string): string => {
    const set = counts.map((column) => `, ${column} = excluded.${column}`).join("")
    return `entering as materialized (select * from ${source}),
entered as (
  ${insertText(counts)}
  from entering r
  on conflict (tenant, kind, key, view, scope, part) do update set sorts = excluded.sorts,
    filters = excluded.filters, search = excluded.search, "row" = excluded."row"${set === "" ? ", counted = null" : set}
  where (v.sorts, v.filters, v.search, v."row", v.counted) is distinct from
    (excluded.sorts, excluded.filters, excluded.search, excluded."row", excluded.counted))`
  }

// Entries are found by the key for each aggregate, all compared at once with those written, then
// deleted by their place in the table: their heads are locked, so nobody moves them in between.
const goneText =
  (before: Parts) =>
  (source: string): string =>
    `gone as (
  delete from convoque.view_entry where ctid = any (array(
    select v.ctid from (select v.* from ${source} cross join lateral (
      select v.ctid, v.* from convoque.view_entry v where ${same("v", "r")} offset 0) v offset 0) v
    ${
      has(before, "v")
        ? `where not exists (select from entering e where ${same("e", "v")}
      and e.view = v.view and e.scope = v.scope and e.part = v.part)`
        : ""
    })))`

const deposit = (rows: ReturnType<typeof messageRows>): Added => {
  const isThreaded = rows.some(({ thread }) => thread !== null)
  return isThreaded
    ? { name: "t", rows, columns: `${messageColumns}, thread text`, text: threadedText }
    : { name: "m", rows, columns: messageColumns, text: messagesText }
}

const messagesText = (source: string): string => `written as (
  insert into convoque.message (tenant, id, kind, key, content, written_at, next_at)
  select r.tenant, r.id, r.kind, r.key, r.content, r.written_at, r.written_at from ${source}
  on conflict (tenant, id) do nothing)`

// A message whose id is there already is not written, and replaces nothing.
const threadedText = (source: string): string => `written as (
  insert into convoque.message (tenant, id, kind, key, content, written_at, next_at, thread)
  select r.tenant, r.id, r.kind, r.key, r.content, r.written_at, r.written_at, r.thread
  from ${source}
  on conflict (tenant, id) do nothing
  returning tenant, kind, key, thread, written_at),
superseded as (
  update convoque.message m
  set fate = 'dropped', at = w.written_at, next_at = null, answer = '${superseded}'
  from (select distinct * from written where thread is not null) w
  where ${same("m", "w")} and m.thread = w.thread
    and m.fate in ('waiting', 'deferred', 'refused', 'given-up'))`
