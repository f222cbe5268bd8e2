/** Registers in memory against a slow obvious diff of two tables. */
import type { Comparison } from "@convoque/core/kernel/ports"
import {
  layerRegistersMemory,
  type ContractPost,
  contractPosts as posts,
  postTable,
  registerHeld,
  registerPut,
} from "@convoque/testing"
import * as Effect from "effect/Effect"
import fc from "fast-check"
import { expect, test } from "vitest"

const byCode = (table: ReadonlyArray<ContractPost>): Readonly<Record<string, string>> =>
  Object.fromEntries(table.map((row) => [posts.key(row), JSON.stringify(row)]))

const sorted = (table: ReadonlyArray<ContractPost>): ReadonlyArray<ContractPost> =>
  table.toSorted((left, right) => (posts.key(left) < posts.key(right) ? -1 : 1))

const counts = ({ read, kept, added, changed, unchanged, removed }: Comparison<unknown>) => ({
  read,
  kept,
  added,
  changed,
  unchanged,
  removed,
})

test("a comparison is the diff of both tables, and the second table is then kept", async () => {
  await fc.assert(
    fc.asyncProperty(postTable(), postTable(), async (before, after) => {
      const [old, now] = [byCode(before), byCode(after)]
      const has = (table: object) => (key: string) => key in table
      const both = Object.keys(now).filter(has(old))
      const changed = both.filter((key) => old[key] !== now[key]).length
      const program = Effect.gen(function* () {
        yield* registerPut(posts, before)
        const { comparison } = yield* registerPut(posts, after)
        return { comparison, rows: yield* registerHeld(posts) }
      })
      const { comparison, rows } = await Effect.runPromise(
        Effect.provide(program, layerRegistersMemory),
      )
      expect(counts(comparison)).toEqual({
        read: after.length,
        kept: before.length,
        added: after.length - both.length,
        changed,
        unchanged: both.length - changed,
        removed: before.length - both.length,
      })
      expect(sorted(rows)).toEqual(sorted(after))
    }),
  )
})

test("a file after another leaves what it alone would leave", async () => {
  await fc.assert(
    fc.asyncProperty(postTable(), postTable(), async (first, second) => {
      const both = registerPut(posts, first).pipe(
        Effect.andThen(registerPut(posts, second)),
        Effect.andThen(registerHeld(posts)),
      )
      const alone = registerPut(posts, second).pipe(Effect.andThen(registerHeld(posts)))
      const run = (program: typeof both) =>
        Effect.runPromise(Effect.provide(program, layerRegistersMemory))
      expect(await run(both)).toEqual(await run(alone))
    }),
  )
})
