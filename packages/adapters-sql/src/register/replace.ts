/** One transaction compares what is staged with what is kept and, if it is accepted, replaces it. */
import {
  type Comparison,
  type Difference,
  type Replaced,
  type Replacement,
  StorageUnavailable,
} from "@convoque/core/kernel/ports"
import type { RegisterRow } from "@convoque/core/kernel/register"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { CompiledQuery } from "kysely"
import type { Database } from "../database/database.ts"
import { failureOf } from "../database/failure.ts"
import { compareTexts, writeTexts } from "./replace-sql.ts"
import type { ImportId } from "./staging.ts"

/** What is replaced: all but the rows, which are staged. */
export type ToReplace<Row extends RegisterRow> = Omit<Replacement<Row, never, never>, "rows">

/**
 * Compares and writes, again from the start when a lock kept it from it. Fails when staged rows are
 * missing: the server has lost them in a crash, or a purge has taken them.
 */
export const replaceStaged = <Row extends RegisterRow>(
  database: Database["Service"],
  staged: { readonly id: ImportId; readonly read: number },
  replaced: ToReplace<Row>,
): Effect.Effect<Replaced<Row>, StorageUnavailable> =>
  Effect.gen(function* () {
    const { id, read } = staged
    if (read > manyRows) yield* database.write(compareTexts.analyze, [])
    const answer = yield* inTransaction(database, (query) =>
      answered({ query, id, read, replaced }),
    )
    if (answer === undefined) {
      return yield* Effect.fail(
        new StorageUnavailable({ reason: "staged rows are missing", safeToRetry: true }),
      )
    }
    if (answer.written && isLarge(answer.comparison)) {
      // What was written stays written, whether its statistics are ready or not.
      yield* Effect.ignore(database.write(writeTexts.analyze, []))
    }
    return answer
  })

type Repeated = Comparison<unknown>["repeated"][number]

type Query = <One>(text: string, parameters: ReadonlyArray<unknown>) => Promise<ReadonlyArray<One>>

const inTransaction = <A>(
  { kysely }: Database["Service"],
  body: (query: Query) => Promise<A>,
): Effect.Effect<A, StorageUnavailable> =>
  Effect.tryPromise({
    try: () =>
      kysely.transaction().execute((transaction) =>
        body(async <One>(text: string, parameters: ReadonlyArray<unknown>) => {
          const query = CompiledQuery.raw(text, [...parameters])
          return (await transaction.executeQuery<One>(query)).rows
        }),
      ),
    catch: failureOf,
  }).pipe(
    Effect.retry({
      schedule: Schedule.spaced("50 millis"),
      times: 3,
      while: (failure) => failure._tag === "StorageUnavailable" && failure.safeToRetry,
    }),
    Effect.catchTag("SqlRefused", Effect.die),
  )

interface Work<Row extends RegisterRow> {
  readonly query: Query
  readonly id: ImportId
  readonly read: number
  readonly replaced: ToReplace<Row>
}

// Gives nothing when staged rows are missing. They are counted under the lock, with their import held:
// whatever would take them away waits for the end, or ends the connection.
const answered = async <Row extends RegisterRow>(
  work: Work<Row>,
): Promise<Replaced<Row> | undefined> => {
  const { query, id, read, replaced } = work
  const { tenant, register, part = null } = replaced
  const place = [tenant, register.name]
  await query(read > manyRows ? compareTexts.lockMany : compareTexts.lock, place)
  const [held] = await query<{ id: ImportId }>(compareTexts.held, [id])
  const [found] = await query<{ count: number }>(compareTexts.staged, [id])
  if (held === undefined || found?.count !== read) return undefined
  const repeated = await query<Repeated>(compareTexts.repeated, [id])
  if (repeated.length > 0) {
    const [row] = await query<{ kept: number }>(compareTexts.kept, [...place, part])
    return {
      comparison: { ...nothing, read, kept: row?.kept ?? 0, repeated },
      written: false,
      ...(await stateOf(work)),
    }
  }
  const counts = await countsOf(work)
  const { kept, added, changed, emptied, removed } = counts
  const comparison: Comparison<Row> = {
    read,
    kept,
    added,
    changed,
    unchanged: read - added - changed,
    removed,
    emptied,
    samples: await samplesOf(work, counts),
    repeated,
    unresolved: await unresolvedOf(work),
  }
  const written = replaced.accept(comparison)
  if (written) await write(query, { here: [id, ...place], part }, counts)
  return { comparison, written, ...(await stateOf(work)) }
}

const stateOf = async <Row extends RegisterRow>({
  query,
  replaced: { tenant, register },
}: Work<Row>): Promise<{ readonly rows: number; readonly revision: number }> => {
  const [state] = await query<{ rows: number; revision: number }>(compareTexts.state, [
    tenant,
    register.name,
  ])
  return state ?? { rows: 0, revision: 0 }
}

const manyRows = 500

// Until the server has looked at many new rows by itself, it finds a few keys by reading them all.
const isLarge = ({ added, changed, removed }: Comparison<unknown>): boolean =>
  added + changed + removed > manyRows

const nothing = {
  added: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  emptied: 0,
  samples: [],
  unresolved: { count: 0, first: [] },
}

/** `stale`: rows that are the same, but sorted or sought by other texts than they are now. */
interface Counts {
  readonly kept: number
  readonly added: number
  readonly changed: number
  readonly emptied: number
  readonly stale: number
  readonly removed: number
}

const countsOf = async <Row extends RegisterRow>(work: Work<Row>): Promise<Counts> => {
  const { query, id, read, replaced } = work
  const { tenant, register, part = null } = replaced
  const [first] = await query<{ empty: boolean }>(compareTexts.empty, [tenant, register.name])
  const none = { kept: 0, added: read, changed: 0, emptied: 0, stale: 0, removed: 0 }
  if (first?.empty === true) return none
  const [counts] = await query<Counts>(compareTexts.counts, [id, tenant, register.name, part])
  return counts ?? none
}

const samplesOf = async <Row extends RegisterRow>(
  { query, id, replaced }: Work<Row>,
  counts: Counts,
): Promise<ReadonlyArray<Difference<Row>>> => {
  const { tenant, register, part = null } = replaced
  const here = [id, tenant, register.name]
  const isFirst = counts.kept + counts.changed + counts.stale === 0
  const asked = [
    isFirst
      ? { number: counts.added, text: compareTexts.firsts, parameters: [id] }
      : { number: counts.added, text: compareTexts.added, parameters: here },
    { number: counts.changed, text: compareTexts.changed, parameters: here },
    { number: counts.removed, text: compareTexts.removed, parameters: [...here, part] },
  ]
  const samples: Array<Difference<Row>> = []
  for (const { number, text, parameters } of asked) {
    if (number > 0) samples.push(...(await query<Difference<Row>>(text, parameters)))
  }
  return samples
}

const unresolvedOf = async <Row extends RegisterRow>(
  work: Work<Row>,
): Promise<Comparison<Row>["unresolved"]> => {
  const { query, id, replaced } = work
  const { tenant, register, part = null } = replaced
  const all: Array<Comparison<Row>["unresolved"]["first"][number]> = []
  let count = 0
  for (const [index, { field, register: name }] of register.references.entries()) {
    const text = name === register.name ? compareTexts.unresolvedHere : compareTexts.unresolved
    const parameters = [id, tenant, name, index + 1, ...(name === register.name ? [part] : [])]
    const rows = await query<{ line: number; value: string; count: number }>(text, parameters)
    count += rows[0]?.count ?? 0
    all.push(...rows.map(({ line, value }) => ({ line, field, value })))
  }
  return { count, first: all.toSorted((left, right) => left.line - right.line).slice(0, 100) }
}

const write = async (
  query: Query,
  { here, part }: { readonly here: ReadonlyArray<string>; readonly part: string | null },
  counts: Counts,
): Promise<void> => {
  const { kept, added, changed, stale, removed } = counts
  if (added + changed + stale + removed === 0) return
  if (removed > 0) await query(writeTexts.remove, [...here, part])
  if (changed + stale > 0) await query(writeTexts.change, here)
  if (added > 0) {
    await query(kept + changed + stale === 0 ? writeTexts.fill : writeTexts.add, here)
  }
  await query(writeTexts.revise, here.slice(1))
}
