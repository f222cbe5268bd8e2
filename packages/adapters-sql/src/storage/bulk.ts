/**
 * The statements of a commit too large for one: the same parts, a thousand aggregates at a time, in
 * one transaction. All of it is written or nothing.
 *
 * - aggregates that change come in key order, then those that begin or must stay absent, in key
 *   order too: locks are taken in the order in which a commit of one statement takes them;
 * - those that must stay unchanged are locked last, without waiting;
 * - earlier messages of threads are dropped before any message is written, since the messages of
 *   one commit do not replace each other.
 *
 * Each statement is made while the one before runs, so that only two are in memory.
 */
import { type Change, type Commit, superseded } from "@convoque/core/kernel/ports"
import type { Statement } from "../database/database.ts"
import { sourceOf } from "./commit-parts.ts"
import { messageRows, nameOf } from "./commit-rows.ts"
import { commitStatement, messageColumns } from "./commit-sql.ts"
import { eraseStatements } from "./erase-sql.ts"

const chunk = 1000

/** Tells whether a commit is written in several statements. */
export const isBulk = ({ changes, unchanged, erase, messages }: Commit): boolean =>
  [changes, unchanged, erase, messages].some(({ length }) => length > chunk)

/** Gives the statements of a large commit, anew at each iteration; `writtenAt` dates its messages. */
export const bulkStatements = (commit: Commit, writtenAt: string): Iterable<Statement> => ({
  *[Symbol.iterator]() {
    for (const ids of chunksOf(sortedByName(commit.erase.map((id) => ({ id }))))) {
      yield* eraseStatements(ids.map(({ id }) => id))
    }
    if (isContradictory(commit)) yield { text: "select 1 / 0", parameters: [] }
    for (const part of partsOf(commit)) yield commitStatement(part, writtenAt)
    yield* messageStatements(commit, writtenAt)
  },
})

// One aggregate said to be at two versions: a statement that held both would stop.
const isContradictory = ({ changes, unchanged }: Commit): boolean => {
  if (unchanged.length === 0) return false
  const expected = new Map(changes.map((change) => [nameText(change), change.expected]))
  return unchanged.some((fact) => (expected.get(nameText(fact)) ?? fact.expected) !== fact.expected)
}

const partsOf = function* (commit: Commit): Generator<Commit> {
  const empty: Commit = { ...commit, changes: [], unchanged: [], erase: [], messages: [] }
  // The version of what changes is checked anyway.
  const changing = new Set(commit.unchanged.length === 0 ? [] : commit.changes.map(nameText))
  const alone = commit.unchanged.filter((fact) => !changing.has(nameText(fact)))
  const moving = sortedByName(commit.changes.filter(({ expected: version }) => version > 0))
  const absent = alone.filter(({ expected: version }) => version === 0)
  const starting: ReadonlyArray<Fact> = sortedByName([
    ...commit.changes.filter(({ expected: version }) => version === 0),
    ...absent,
  ])
  for (const some of chunksOf<Fact>([...moving, ...starting])) {
    const changes = some.filter(isChange)
    yield { ...empty, changes, unchanged: some.filter((fact) => !isChange(fact)) }
  }
  for (const unchanged of chunksOf(alone.filter(({ expected: version }) => version > 0))) {
    yield { ...empty, unchanged }
  }
}

type Fact = Change | Commit["unchanged"][number]

const isChange = (fact: Fact): fact is Change => "events" in fact

const messageStatements = function* (commit: Commit, writtenAt: string): Generator<Statement> {
  // Of several messages of one id the first is written and replaces earlier ones.
  const byId = new Map(commit.messages.toReversed().map((message) => [message.id, message]))
  const messages = commit.messages.filter((message) => byId.get(message.id) === message)
  const threaded = messages.filter(({ content }) => content.thread !== undefined)
  const columns = "tenant text, id text, kind text, key text, thread text"
  for (const some of chunksOf(threaded)) {
    const rows = some.map(({ id, about, content: { thread } }) => ({
      tenant: commit.tenant,
      id,
      ...about,
      thread,
    }))
    const { source, parameters } = sourceOf({ rows, columns }, 1)
    yield { text: supersededText(source), parameters: [writtenAt, ...parameters] }
  }
  for (const some of chunksOf(messages)) {
    const rows = messageRows({ ...commit, messages: some }, writtenAt)
    const { source, parameters } = sourceOf({ rows, columns: `${messageColumns}, thread text` }, 0)
    yield { text: writtenText(source), parameters }
  }
}

const supersededText = (source: string): string => `update convoque.message m
set fate = 'dropped', at = $1::timestamptz, next_at = null, answer = '${superseded}'
from (select distinct r.tenant, r.kind, r.key, r.thread from ${source} where not exists (
  select from convoque.message x where x.tenant = r.tenant and x.id = r.id)) w
where m.tenant = w.tenant and m.kind = w.kind and m.key = w.key and m.thread = w.thread
  and m.fate in ('waiting', 'deferred', 'refused', 'given-up')`

const writtenText = (source: string): string => `insert into convoque.message
  (tenant, id, kind, key, content, written_at, next_at, thread)
select r.tenant, r.id, r.kind, r.key, r.content, r.written_at, r.written_at, r.thread from ${source}
on conflict (tenant, id) do nothing`

const nameText = ({ id }: Pick<Fact, "id">): string => JSON.stringify(nameOf(id))

const sortedByName = <One extends Pick<Fact, "id">>(facts: ReadonlyArray<One>) =>
  facts
    .map((fact) => ({ fact, name: nameText(fact) }))
    .toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0))
    .map(({ fact }) => fact)

const chunksOf = function* <One>(all: ReadonlyArray<One>): Generator<ReadonlyArray<One>> {
  for (let from = 0; from < all.length; from += chunk) yield all.slice(from, from + chunk)
}
