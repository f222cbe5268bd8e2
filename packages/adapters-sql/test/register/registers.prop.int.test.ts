/** Registers in tables against those in memory, on arbitrary tables; and what a broken import leaves. */
import { Database, layerPglite } from "@convoque/adapters-sql"
import { TenantId } from "@convoque/core/kernel/identity"
import { Registers } from "@convoque/core/kernel/ports"
import {
  type ContractPost,
  layerRegistersMemory,
  minute,
  contractPosts as posts,
  postTable,
  registerHeld,
  registerPut,
} from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import fc from "fast-check"
import type { Transaction } from "kysely"
import { afterAll, describe, expect, test } from "vitest"
import { registersOn } from "../../src/register/registers.ts"

const runtime = ManagedRuntime.make(layerPglite())
afterAll(() => runtime.dispose())

const part = "s-1"

describe("any two files", () => {
  test("change in tables what they change in memory, whole or of one part", async () => {
    let count = 0
    const tables = fc.tuple(postTable(), postTable(), postTable(part))
    await fc.assert(
      fc.asyncProperty(tables, fc.boolean(), async ([first, second, ofPart], isAccepted) => {
        count += 1
        const tenant = TenantId.make(`t-${count}`)
        const program = Effect.gen(function* () {
          const answers = [
            yield* registerPut(posts, first, { tenant }),
            yield* registerPut(posts, second, { tenant, accept: () => isAccepted }),
            yield* registerPut(posts, ofPart, { tenant, part }),
            yield* registerPut(posts, ofPart, { tenant, part }),
          ]
          const registers = yield* Registers
          return {
            answers,
            rows: yield* registerHeld(posts, { tenant }),
            part: yield* registerHeld(posts, { tenant, part }),
            found: yield* registers.search(tenant, posts, { keyword: 'é"', limit: 9 }),
            revision: yield* registers.revision(tenant, posts),
          }
        })
        const inMemory = await Effect.runPromise(Effect.provide(program, layerRegistersMemory))
        expect(await runtime.runPromise(program)).toEqual(inMemory)
      }),
      { numRuns: 25 * Number(process.env["CONVOQUE_DEEP"] ?? 1) },
    )
  })
})

test("thousands of rows change in tables what they change in memory", async () => {
  const tenant = TenantId.make("thousands")
  const table = (from: number, hours: number): ReadonlyArray<ContractPost> =>
    Array.from({ length: 4500 }, (_, index) => ({
      code: `k-${from + index}`,
      school: index % 2 === 0 ? "s-1" : "s-2",
      name: `N ${index % 7}`,
      head: index % 3 === 0 ? `k-${index * 2}` : null,
      hours: index % 100 === 0 ? hours : 18,
    }))
  const program = Effect.gen(function* () {
    const files = [table(0, 1), table(0, 1), table(0, 2), table(500, 2)]
    const answers = yield* Effect.forEach(files, (file) => registerPut(posts, file, { tenant }))
    const twice = yield* registerPut(posts, [...table(0, 3), ...table(0, 4)], { tenant })
    return { answers, twice, rows: yield* registerHeld(posts, { tenant }) }
  })
  const inMemory = await Effect.runPromise(Effect.provide(program, layerRegistersMemory))
  expect(await runtime.runPromise(program)).toEqual(inMemory)
})

test("a file whose staged rows are lost on the way is not written", async () => {
  const tenant = TenantId.make("lost")
  const row = { code: "a", school: "s-1", name: "A", head: null, hours: 18 }
  const lost = Database.use((database) =>
    database.write("truncate convoque.register_staging", []),
  ).pipe(Effect.as(Stream.empty))
  const replace = Registers.use((registers) =>
    registers.replace({
      tenant,
      register: posts,
      // More than two batches, so that some were staged before the loss.
      rows: Stream.range(2, 6001).pipe(
        Stream.map((line) => ({ line, row: { ...row, code: `${line}` } })),
        Stream.concat(Stream.unwrap(lost)),
      ),
      accept: () => true,
    }),
  )
  const failure = await runtime.runPromise(Effect.flip(replace))
  expect(failure).toMatchObject({ _tag: "StorageUnavailable", safeToRetry: true })
  expect(await runtime.runPromise(registerHeld(posts, { tenant }))).toEqual([])
})

// Loses what is staged when the transaction that compares it begins.
const losing = (database: Database["Service"]): Database["Service"] => ({
  ...database,
  kysely: Object.create(database.kysely, {
    transaction: {
      value: () => ({
        execute: async (body: (transaction: Transaction<unknown>) => Promise<unknown>) => {
          await Effect.runPromise(database.write("truncate convoque.register_staging", []))
          return database.kysely.transaction().execute(body)
        },
      }),
    },
  }),
})

test("rows lost after the last one was staged are no empty file", async () => {
  const tenant = TenantId.make("lost-late")
  const row = { code: "a", school: "s-1", name: "A", head: null, hours: 18 }
  const failure = await runtime.runPromise(
    Effect.gen(function* () {
      yield* registerPut(posts, [row], { tenant })
      const registers = registersOn(losing(yield* Database))
      const put = registerPut(posts, [row], { tenant })
      return yield* Effect.flip(Effect.provideService(put, Registers, registers))
    }),
  )
  expect(failure).toMatchObject({ _tag: "StorageUnavailable", safeToRetry: true })
  expect(await runtime.runPromise(registerHeld(posts, { tenant }))).toEqual([row])
})

test("rows that a broken import left aside are no part of any other, and are purged by age", async () => {
  const staging = (text: string) => Database.use((database) => database.write(text, []))
  const left = await runtime.runPromise(
    Effect.gen(function* () {
      yield* staging(`insert into convoque.register_import (tenant, register, began_at)
        values ('t', 'contract-posts', '2099-01-01T00:00:00Z')`)
      yield* staging(`insert into convoque.register_staging
        (import, line, key, part, owner, sort, search, row)
        select id, line, 'x', 's', '', '', '', '{"code": "x"}'
        from convoque.register_import, generate_series(2, 4) line`)
      const { comparison } = yield* registerPut(posts, [], { tenant: TenantId.make("t") })
      const registers = yield* Registers
      const counts = [yield* registers.purge(minute(0)), yield* registers.purge(minute(0))]
      const rows = yield* staging(`select * from convoque.register_staging`)
      return { read: comparison.read, added: comparison.added, counts, rows }
    }),
  )
  expect(left).toEqual({ read: 0, added: 0, counts: [3, 0], rows: [] })
})
