import { Database, layerPglite, layerPostgres, layerStaffDirectory } from "@convoque/adapters-sql"
import { staffDirectoryContract } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest"
import { createDatabase } from "./support/postgres.ts"

const postgres = Effect.promise(() => createDatabase(inject("postgresUrl"))).pipe(
  Effect.map((url) => layerPostgres({ url })),
  Layer.unwrap,
)

const emptied = Database.use((database) =>
  database.transact(
    ["register", "register_row", "view_entry", "event", "head"].map((table) => ({
      text: `delete from convoque.${table}`,
      parameters: [],
    })),
  ),
)

describe.each([
  ["PGlite", layerPglite()],
  ["PostgreSQL", postgres],
] as const)("personnel on %s", (_, ports) => {
  const runtime = ManagedRuntime.make(Layer.provideMerge(layerStaffDirectory, ports))
  beforeAll(() => runtime.runPromise(Effect.void))
  beforeEach(() => runtime.runPromise(emptied))
  afterAll(() => runtime.dispose())

  for (const { name, run } of staffDirectoryContract) {
    test(name, async () => {
      expect(await runtime.runPromise(run)).toBeUndefined()
    })
  }
})
