/** What a transaction does with the statement under way when the next one cannot be given. */
import * as Effect from "effect/Effect"
import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely"
import { expect, test } from "vitest"
import { databaseOf } from "../../src/database/database.ts"

type Outcome = "succeeds" | "fails"

// Each statement takes longer than a large one takes to be sent.
const connectionSeeing = (seen: Array<string>, outcome: Outcome): DatabaseConnection => ({
  executeQuery: async ({ sql }: CompiledQuery) => {
    seen.push(`${sql} begins`)
    await new Promise((resolve) => setTimeout(resolve, 20))
    seen.push(`${sql} ends`)
    if (sql === "second" && outcome === "fails") {
      throw Object.assign(new Error("too long"), { code: "22001" })
    }
    return { rows: [] }
  },
  streamQuery: () => {
    throw new Error("nothing is streamed")
  },
})

const kyselySeeing = (seen: Array<string>, outcome: Outcome): Kysely<unknown> => {
  const driver = new DummyDriver()
  driver.acquireConnection = () => Promise.resolve(connectionSeeing(seen, outcome))
  driver.rollbackTransaction = async () => void seen.push("rollback")
  driver.commitTransaction = async () => void seen.push("commit")
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

const statements = function* () {
  yield { text: "first", parameters: [] }
  yield { text: "second", parameters: [] }
  throw new Error("no third")
}

test.each<[Outcome, object]>([
  ["succeeds", { _tag: "StorageUnavailable", reason: "no third", safeToRetry: false }],
  ["fails", { _tag: "SqlRefused", code: "22001" }],
])("a statement under way that %s ends before the rollback", async (outcome, failure) => {
  const seen: Array<string> = []
  const database = databaseOf(kyselySeeing(seen, outcome))
  const failed = await Effect.runPromise(Effect.flip(database.transact(statements())))
  expect(failed).toMatchObject(failure)
  expect(seen).toEqual(["first begins", "first ends", "second begins", "second ends", "rollback"])
})
