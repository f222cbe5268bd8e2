/** PostgreSQL 15 or newer behind a pool of connections. */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely"
import pg from "pg"
import { Database, databaseOf, type OnStatement, type RunAlone } from "./database.ts"
import { isConnectionLost, NotConnected } from "./failure.ts"
import { parsers } from "./parsers.ts"

/**
 * How to reach PostgreSQL.
 *
 * - `poolSize`: connections at most, 10 unless said;
 * - `prepare`: keeps prepared statements in each connection; `false` behind a pooler that shares
 *   connections between transactions and does not follow them.
 */
export interface PostgresOptions {
  readonly url: string
  readonly poolSize?: number
  readonly prepare?: boolean
  readonly onStatement?: OnStatement
}

/** Opens a pool and closes it with the scope; connects at the first statement. */
export const openPostgres = (
  options: PostgresOptions,
): Effect.Effect<Database["Service"], never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const pool = new pg.Pool({
        connectionString: options.url,
        max: options.poolSize ?? 10,
        connectionTimeoutMillis: 10_000,
        types: { getTypeParser: parserOf },
      })
      // A connection that breaks leaves the pool, and its statement fails by itself; without these
      // listeners the error would end the process.
      pool.on("error", () => undefined)
      pool.on("connect", (client) => client.on("error", () => undefined))
      const seenPool = seen(pool, options)
      const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: seenPool }) })
      return { kysely, runAlone: runAloneOn(seenPool) }
    }),
    ({ kysely }) => Effect.promise(() => kysely.destroy()),
  ).pipe(Effect.map(({ kysely, runAlone }) => databaseOf(kysely, runAlone)))

const runAloneOn =
  (pool: PostgresPool): RunAlone =>
  async (text, parameters) => {
    const client = await pool.connect()
    try {
      return (await client.query(text, parameters)).rows
    } finally {
      client.release()
    }
  }

const parserOf: typeof pg.types.getTypeParser = (oid, format) =>
  parsers[oid] ?? pg.types.getTypeParser(oid, format)

const seen = (pool: pg.Pool, options: PostgresOptions): PostgresPool => {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw new NotConnected(error instanceof Error ? error.message : String(error))
      })
      const known = clients.get(client) ?? seenClient(client, options)
      clients.set(client, known)
      return known
    },
  }
}

const seenClient = (client: pg.PoolClient, options: PostgresOptions): PostgresPoolClient => {
  let isBroken = false
  const query = async (text: string, values: ReadonlyArray<unknown>): Promise<unknown> => {
    options.onStatement?.(text)
    const name = options.prepare === false ? undefined : nameOf(text)
    try {
      return await client.query({
        text,
        values: [...values],
        ...(name === undefined ? {} : { name }),
      })
    } catch (error) {
      isBroken ||= isConnectionLost(error)
      throw error
    }
  }
  return {
    query: query as PostgresPoolClient["query"],
    // The server says that it ends a connection before it does: nobody may get it in between.
    release: (destroy) => client.release(destroy === true || isBroken),
  }
}

// Statements that begin with a name in a comment are prepared under it; there are few of them.
const nameOf = (text: string): string | undefined => /^\/\* ([\w -]+) \*\//u.exec(text)?.[1]
