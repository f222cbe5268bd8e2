import { Database, layerPglite, layerPostgres, layerStaffDirectory } from "@convoque/adapters-sql"
import { StaffDirectory, type StaffQuery } from "@convoque/core/exam-missions"
import { TenantId } from "@convoque/core/kernel/identity"
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

test("pages that ask differently share a connection", async () => {
  const texts: Array<string> = []
  const url = await createDatabase(inject("postgresUrl"))
  const ports = layerPostgres({ url, poolSize: 1, onStatement: (text) => texts.push(text) })
  const runtime = ManagedRuntime.make(Layer.provideMerge(layerStaffDirectory, ports))
  const query: StaffQuery = {
    columns: ["family-name"],
    sort: { column: "family-name", direction: "ascending" },
    limit: 10,
  }
  const after = { sort: "martin\tanne", key: "epp-1", part: "" }
  const asked = [query, { ...query, after }, { ...query, keyword: "martin" }, query]
  await runtime.runPromise(Effect.void)
  texts.length = 0
  for (const one of asked) {
    await runtime.runPromise(StaffDirectory.use(({ page }) => page(TenantId.make("lyon"), one)))
  }
  await runtime.dispose()
  expect(texts).toHaveLength(asked.length)
})
