/** PGlite: PostgreSQL inside this process, in memory or in a folder. */
import { PGlite } from "@electric-sql/pglite"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { Kysely, PGliteDialect, type PGlite as KyselyPGlite } from "kysely"
import { Database, databaseOf, type OnStatement } from "./database.ts"
import { FolderInUse, lockFolder } from "./lock-file.ts"
import { parsers } from "./parsers.ts"

/** Where the data are kept; without a folder they are gone with the process. */
export interface PgliteOptions {
  readonly folder?: string
  readonly onStatement?: OnStatement
}

/**
 * Opens PGlite and closes it with the scope; fails with `FolderInUse` when another process has
 * the folder.
 */
export const openPglite = (
  options: PgliteOptions = {},
): Effect.Effect<Database["Service"], FolderInUse, Scope.Scope> =>
  Effect.gen(function* () {
    const { folder } = options
    if (folder !== undefined) {
      yield* Effect.acquireRelease(
        Effect.tryPromise({ try: () => lockFolder(folder), catch: inUseOrDefect }),
        (unlock) => Effect.promise(unlock),
      )
    }
    const pglite = yield* Effect.acquireRelease(
      Effect.promise(() =>
        PGlite.create({
          ...(folder === undefined ? {} : { dataDir: folder }),
          parsers: { ...parsers },
        }),
      ),
      (opened) => Effect.promise(() => opened.close()),
    )
    return databaseOf(
      new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: seen(pglite, options) }) }),
    )
  })

const inUseOrDefect = (error: unknown): FolderInUse => {
  if (error instanceof FolderInUse) return error
  throw error
}

const seen = (pglite: PGlite, { onStatement }: PgliteOptions): KyselyPGlite => ({
  get closed() {
    return pglite.closed
  },
  get ready() {
    return pglite.ready
  },
  waitReady: pglite.waitReady,
  close: () => pglite.close(),
  query: (text, parameters, options) => {
    onStatement?.(text)
    return pglite.query(text, parameters, options)
  },
  transaction: async (callback) => {
    onStatement?.("begin")
    const result = await pglite.transaction((transaction) =>
      callback({
        rollback: () => transaction.rollback(),
        query: (text, parameters, queryOptions) => {
          onStatement?.(text)
          return transaction.query(text, parameters, queryOptions)
        },
      }),
    )
    onStatement?.("commit")
    return result
  },
})
