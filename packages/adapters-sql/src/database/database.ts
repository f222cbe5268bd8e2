/** The connection that all ports of this adapter share, and how its statements are tried again. */
import { StorageUnavailable } from "@convoque/core/kernel/ports"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { CompiledQuery, type Kysely } from "kysely"
import { failureOf, SqlRefused } from "./failure.ts"

/** Sees each statement that goes to the server, `begin` and `commit` included. */
export type OnStatement = (text: string) => void

/** Rows of a statement, as the drivers give them. */
export type Rows<Row> = ReadonlyArray<Row>

/** A database with its connections; every port of this adapter stands on it. */
export class Database extends Context.Service<
  Database,
  {
    /** The query builder, for a team's own statements on the same connections. */
    readonly kysely: Kysely<unknown>
    /** Runs a statement that only reads, again when the connection broke. */
    readonly read: <Row>(
      text: string,
      parameters: ReadonlyArray<unknown>,
    ) => Effect.Effect<Rows<Row>, StorageUnavailable>
    /** Runs one statement that writes, again when it is sure that nothing was written. */
    readonly write: <Row>(
      text: string,
      parameters: ReadonlyArray<unknown>,
    ) => Effect.Effect<Rows<Row>, StorageUnavailable>
    /**
     * Runs statements in one transaction, again from the first one when nothing was written. Each is
     * asked for while the one before runs.
     */
    readonly transact: (
      statements: Iterable<Statement>,
    ) => Effect.Effect<void, SqlRefused | StorageUnavailable>
  }
>()("adapters-sql/Database") {}

/** A statement with its parameters. */
export interface Statement {
  readonly text: string
  readonly parameters: ReadonlyArray<unknown>
}

/** Runs one statement on any connection that is free; a transaction by itself. */
export type RunAlone = (
  text: string,
  parameters: ReadonlyArray<unknown>,
) => Promise<ReadonlyArray<unknown>>

/**
 * Gives the database behind a query builder; `runAlone` is the shorter way of single statements,
 * where a driver has one.
 */
export const databaseOf = (
  kysely: Kysely<unknown>,
  runAlone: RunAlone = async (text, parameters) =>
    (await kysely.executeQuery(CompiledQuery.raw(text, [...parameters]))).rows,
): Database["Service"] => {
  const run = <Row>(text: string, parameters: ReadonlyArray<unknown>) =>
    Effect.tryPromise({
      try: () => runAlone(text, parameters) as Promise<Rows<Row>>,
      catch: failureOf,
    })
  return {
    kysely,
    read: <Row>(text: string, parameters: ReadonlyArray<unknown>) =>
      run<Row>(text, parameters).pipe(
        Effect.mapError(nothingWritten),
        retried,
        Effect.catchTag("SqlRefused", Effect.die),
      ),
    write: <Row>(text: string, parameters: ReadonlyArray<unknown>) =>
      run<Row>(text, parameters).pipe(retried, Effect.catchTag("SqlRefused", Effect.die)),
    transact: (statements) => retried(inOneTransaction({ kysely, runAlone }, statements)),
  }
}

// One statement is a transaction by itself.
const inOneTransaction = (
  { kysely, runAlone }: { readonly kysely: Kysely<unknown>; readonly runAlone: RunAlone },
  statements: Iterable<Statement>,
): Effect.Effect<void, SqlRefused | StorageUnavailable> =>
  Effect.tryPromise({
    try: async () => {
      const all = statements[Symbol.iterator]()
      const first = all.next()
      if (first.done === true) return
      const second = all.next()
      if (second.done === true) {
        await runAlone(first.value.text, first.value.parameters)
        return
      }
      await kysely.transaction().execute(async (transaction) => {
        const run = ({ text, parameters }: Statement): Promise<unknown> =>
          transaction.executeQuery(CompiledQuery.raw(text, [...parameters]))
        await run(first.value)
        for (let next: IteratorResult<Statement> = second; next.done !== true;) {
          const running = run(next.value)
          await sent(running)
          try {
            next = all.next()
          } finally {
            await running
          }
        }
      })
    },
    catch: failureOf,
  })

// Waits until a statement has run, or for the moment that it takes a driver to send a large one.
const sent = async (running: Promise<unknown>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const moment = new Promise((resolve) => {
    timer = setTimeout(resolve, sendingMillis)
  })
  await Promise.race([running, moment]).finally(() => clearTimeout(timer))
}

const sendingMillis = 2

// A statement that only reads never writes, whatever became of its connection.
const nothingWritten = (failure: SqlRefused | StorageUnavailable) =>
  failure._tag === "SqlRefused"
    ? failure
    : new StorageUnavailable({ reason: failure.reason, safeToRetry: true })

// 2, 4, 8... milliseconds with jitter, half a second in all: a lock, a deadlock, a restart.
const pauses = Schedule.exponential("2 millis").pipe(Schedule.jittered)

// The first attempt is made without a schedule, which costs more than most statements.
const retried = <A>(
  effect: Effect.Effect<A, SqlRefused | StorageUnavailable>,
): Effect.Effect<A, SqlRefused | StorageUnavailable> =>
  Effect.catchIf(effect, canBeRetried, () =>
    Effect.retry(effect, { schedule: pauses, times: 7, while: canBeRetried }),
  )

const canBeRetried = (failure: SqlRefused | StorageUnavailable): boolean =>
  failure._tag === "StorageUnavailable" && failure.safeToRetry
