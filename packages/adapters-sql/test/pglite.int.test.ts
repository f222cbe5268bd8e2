import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterAll, beforeEach, describe, expect, test } from "vitest"
import { layerPglite } from "@convoque/adapters-sql"
import { Storage } from "@convoque/core/kernel/ports"
import { checkContracts, emptied } from "./support/contracts.ts"
import { countedCalls, creation, expectedCounts } from "./support/statements.ts"

const root = await mkdtemp(join(tmpdir(), "convoque-pglite-"))
const folder = join(root, "data")
const statements: Array<string> = []
const runtime = checkContracts(
  layerPglite({ folder, onStatement: (text) => statements.push(text) }),
)
afterAll(() => rm(root, { recursive: true, force: true }))

describe("a folder", () => {
  beforeEach(() => runtime.runPromise(emptied))

  test("each call of a port is one statement; an erasure is a transaction of two", async () => {
    expect(await runtime.runPromise(countedCalls(statements))).toEqual(expectedCounts)
  })

  test("opens for one at a time and keeps its data", async () => {
    const change = creation.changes[0]
    if (change === undefined) throw new Error("a creation has a change")
    const load = Storage.use((storage) => storage.load([change.id]))
    await runtime.runPromise(Storage.use((storage) => storage.commit(creation)))
    const second = await Effect.runPromise(
      Effect.flip(Effect.provide(load, layerPglite({ folder }))),
    )
    expect(second).toMatchObject({ _tag: "FolderInUse", folder, pid: process.pid })
    await runtime.dispose()
    const [loaded] = await Effect.runPromise(Effect.provide(load, layerPglite({ folder })))
    expect(loaded).toEqual({ state: change.state, version: 1 })
  })
})
