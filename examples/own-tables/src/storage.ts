/**
 * `Storage` on the portal's tables: states as rows, no events; versions held by row locks.
 */
import {
  type AggregateId,
  type Commit,
  type LoadedAll,
  StaleVersion,
  Storage,
} from "@convoque/core/kernel/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { ask, attempt, type Database, type Query } from "./database.ts"
import { mailRow, putMails } from "./outbox.ts"
import { campagnes } from "./storage/campagne.ts"
import { dossiers } from "./storage/dossier.ts"
import type { OwnTable } from "./storage/own-table.ts"

// Always locked in this order, each by key, so that two commits never wait for one another.
const tables: ReadonlyArray<OwnTable> = [campagnes, dossiers]

/** Gives the storage port on a database. */
export const storageOn = (database: Database): Storage["Service"] =>
  Storage.of({
    load: <const Ids extends ReadonlyArray<AggregateId>>(ids: Ids) =>
      ask(async () => (await loadAll(database.query, ids)) as LoadedAll<Ids>),
    commit: (commit) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) =>
        attempt(() =>
          database.transaction(async (query) => {
            checkNames(commit)
            await holdVersions(query, commit)
            await erase(query, commit)
            await change(query, commit)
            const rows = commit.messages.map((message) => mailRow(commit.tenant, message, now))
            await putMails(query, rows)
          }),
        ),
      ),
  })

const loadAll = async (query: Query, ids: ReadonlyArray<AggregateId>) => {
  const kept = await Promise.all(
    tables.map(async ({ kind, load }) => {
      const own = ids.filter(({ type }) => type.kind === kind)
      return own.length === 0 ? [] : load(query, own)
    }),
  )
  return ids.map(({ tenant, type, key }) => {
    const rows = kept[tables.findIndex(({ kind }) => kind === type.kind)]
    if (rows === undefined) throw new Error(`no table keeps ${type.kind}`)
    const found = rows.find(({ academie, cle }) => academie === tenant && cle === key)
    return found === undefined
      ? { state: type.initial, version: 0 }
      : { state: found.state, version: found.version }
  })
}

// The tables know two kinds, and a transaction of one academy writes in that academy alone.
const checkNames = ({ tenant, changes, unchanged, erase: erased }: Commit): void => {
  const ids = [...changes.map(({ id }) => id), ...unchanged.map(({ id }) => id), ...erased]
  const odd = ids.find(
    (id) => id.tenant !== tenant || tables.every(({ kind }) => kind !== id.type.kind),
  )
  if (odd !== undefined) throw new Error(`no table of ${tenant} keeps ${odd.type.kind} ${odd.key}`)
}

// Rows of changed and erased aggregates are locked against everybody; a table of which a commit
// only says that rows are unchanged lets others say the same.
const holdVersions = async (query: Query, commit: Commit): Promise<void> => {
  await holdAbsences(query, commit)
  for (const { kind, table } of tables) {
    const isOwn = ({ type }: AggregateId) => type.kind === kind
    const stated = [...commit.changes, ...commit.unchanged].filter(({ id }) => isOwn(id))
    const erased = commit.erase.filter(isOwn)
    const keys = [...stated.map(({ id }) => id), ...erased].map(({ key }) => key)
    if (keys.length === 0) continue
    const isWritten = erased.length > 0 || commit.changes.some(({ id }) => isOwn(id))
    const found = await query<{ readonly cle: string; readonly version: number }>(
      `select cle, version from ${table} where academie = $1 and cle = any($2::text[])
       order by cle for ${isWritten ? "update" : "share"}`,
      [commit.tenant, keys],
    )
    const versions = new Map(found.map(({ cle, version }) => [cle, version]))
    const stale = stated.find(({ id, expected }) => (versions.get(id.key) ?? 0) !== expected)
    if (stale !== undefined) throw staleVersion(stale)
  }
}

// A row that is absent cannot be locked: who relies on an absence keeps creations out.
const holdAbsences = async (query: Query, commit: Commit): Promise<void> => {
  const isAbsent = ({ expected }: { readonly expected: number }) => expected === 0
  const relies = commit.unchanged.some(isAbsent)
  if (!relies && !commit.changes.some(isAbsent)) return
  const lock = relies ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared"
  await query(`select ${lock}(hashtextextended('rdvc ' || $1, 0))`, [commit.tenant])
}

const change = async (query: Query, commit: Commit): Promise<void> => {
  for (const { kind, write } of tables) {
    const changes = commit.changes
      .filter(({ id, events }) => id.type.kind === kind && events.length > 0)
      .toSorted((a, b) => (a.id.key < b.id.key ? -1 : 1))
    if (changes.length === 0) continue
    const created = changes.filter(({ expected }) => expected === 0)
    const [first] = created
    if ((await write(query, changes)) < created.length && first !== undefined) {
      throw staleVersion(first)
    }
  }
}

const erase = async (query: Query, { tenant, erase: erased }: Commit): Promise<void> => {
  for (const { kind, table } of tables.toReversed()) {
    const keys = erased.filter(({ type }) => type.kind === kind).map(({ key }) => key)
    if (keys.length === 0) continue
    const names = [tenant, keys]
    await query(`delete from ${table} where academie = $1 and cle = any($2::text[])`, names)
    await query(
      `delete from file_mail
       where academie = $1 and sujet_cle = any($2::text[]) and sujet_type = $3`,
      [...names, kind],
    )
  }
}

const staleVersion = ({ id, expected }: { readonly id: AggregateId; readonly expected: number }) =>
  new StaleVersion({ kind: id.type.kind, key: id.key, expected })
