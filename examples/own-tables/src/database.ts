/**
 * The portal's database: one `query` function, the same with pg and PGlite, and transactions.
 */
import { readFile } from "node:fs/promises"
import { StaleVersion, StorageUnavailable } from "@convoque/core/kernel/ports"
import { PGlite, type Transaction } from "@electric-sql/pglite"
import * as Effect from "effect/Effect"
import pg from "pg"

/** Runs one statement and gives its rows, in the form that the caller knows. */
export type Query = <Row>(
  text: string,
  values?: ReadonlyArray<unknown>,
) => Promise<ReadonlyArray<Row>>

/** A database: single statements, and work that is done whole or not at all. */
export interface Database {
  readonly query: Query
  readonly transaction: <A>(work: (query: Query) => Promise<A>) => Promise<A>
  readonly close: () => Promise<void>
}

/** Opens PGlite in memory, with the portal's tables. */
export const openPglite = async (): Promise<Database> => {
  const pglite = await PGlite.create()
  const queryOn =
    (on: PGlite | Transaction): Query =>
    async <Row>(text: string, values: ReadonlyArray<unknown> = []) =>
      (await on.query<Row>(text, [...values])).rows
  await pglite.exec(await schema())
  return {
    query: queryOn(pglite),
    transaction: (work) => pglite.transaction((transaction) => work(queryOn(transaction))),
    close: () => pglite.close(),
  }
}

/** Opens a pool of connections to PostgreSQL 15 or newer, and makes the portal's tables. */
export const openPostgres = async (url: string): Promise<Database> => {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const queryOn =
    (on: pg.Pool | pg.PoolClient): Query =>
    async <Row>(text: string, values: ReadonlyArray<unknown> = []) =>
      (await on.query(text, [...values])).rows as ReadonlyArray<Row>
  await pool.query(await schema())
  return {
    query: queryOn(pool),
    transaction: async (work) => {
      const client = await pool.connect()
      try {
        await client.query("begin")
        const result = await work(queryOn(client))
        await client.query("commit")
        client.release()
        return result
      } catch (error) {
        const broken = await client.query("rollback").then(
          () => false,
          () => true,
        )
        client.release(broken)
        throw error
      }
    },
    close: () => pool.end(),
  }
}

const schema = () => readFile(new URL("schema.sql", import.meta.url), "utf8")

/** How rows are written: what tells them apart, and what becomes of one that exists. */
export interface Put {
  readonly table: string
  readonly key: string
  readonly existing: "update" | "keep"
}

/**
 * Writes rows by the names of their columns and gives how many were written. Columns that the rows
 * do not name keep their values: those are the portal's own.
 */
export const put = async (
  query: Query,
  { table, key, existing }: Put,
  rows: ReadonlyArray<object>,
): Promise<number> => {
  const [first] = rows
  if (first === undefined) return 0
  const columns = Object.keys(first)
  const updates = columns.map((column) => `${column} = excluded.${column}`)
  const written = await query(
    `insert into ${table} (${columns.join(", ")})
     select ${columns.join(", ")} from jsonb_populate_recordset(null::${table}, $1::jsonb)
     on conflict (${key}) do ${existing === "keep" ? "nothing" : `update set ${updates.join(", ")}`}
     returning 1`,
    [JSON.stringify(rows)],
  )
  return written.length
}

/** Runs work on the database, again after a deadlock, with the failures that the ports know. */
export const attempt = <A>(
  work: () => Promise<A>,
): Effect.Effect<A, StaleVersion | StorageUnavailable> =>
  Effect.tryPromise({ try: work, catch: (error) => error }).pipe(
    Effect.catch((error) => failed(error)),
    Effect.retry({
      times: 5,
      while: (failure) => failure._tag === "StorageUnavailable" && failure.safeToRetry,
    }),
  )

/** Runs work that decides nothing on versions. */
export const ask = <A>(work: () => Promise<A>): Effect.Effect<A, StorageUnavailable> =>
  Effect.catchTag(attempt(work), "StaleVersion", Effect.die)

// After a deadlock or a serialization failure the server has undone all of it. An error that is
// not the server's, nor about reaching it, is a bug.
const failed = (error: unknown): Effect.Effect<never, StaleVersion | StorageUnavailable> => {
  if (error instanceof StaleVersion) return Effect.fail(error)
  if (!(error instanceof Error)) return Effect.die(error)
  const code = "code" in error ? String(error.code) : ""
  if (code === "" && !/connection/iu.test(error.message)) return Effect.die(error)
  const safeToRetry = code === "40P01" || code === "40001"
  return Effect.fail(
    new StorageUnavailable({ reason: `${code} ${error.message}`.trim(), safeToRetry }),
  )
}
