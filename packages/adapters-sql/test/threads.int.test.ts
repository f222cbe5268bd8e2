/** Threads of messages when a worker and a commit meet on a server. */
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest"
import { layerPostgres, type SqlPorts } from "@convoque/adapters-sql"
import { TenantId } from "@convoque/core/kernel/identity"
import type { Message } from "@convoque/core/kernel/message"
import { Outbox, Storage } from "@convoque/core/kernel/ports"
import { commitOf, messageAbout, minute, notebookId } from "@convoque/testing"
import { emptied } from "./support/contracts.ts"
import { createDatabase } from "./support/postgres.ts"

const tenant = TenantId.make("threads")
let runtime: ManagedRuntime.ManagedRuntime<SqlPorts, unknown>
let url = ""
let other: pg.Client

beforeAll(async () => {
  url = await createDatabase(inject("postgresUrl"))
  runtime = ManagedRuntime.make(layerPostgres({ url, poolSize: 4 }))
})
afterAll(() => runtime.dispose())
beforeEach(async () => {
  await runtime.runPromise(emptied)
  other = new pg.Client({ connectionString: url })
  await other.connect()
})
afterEach(() => other.end())

const threaded = (id: string): Message => {
  const message = messageAbout(notebookId(tenant, "k"), id)
  return { ...message, content: { ...message.content, thread: "letter" } }
}
const write = (id: string) =>
  Storage.use((storage) => storage.commit(commitOf(tenant, { messages: [threaded(id)] })))
const lease = (from: number, until: number) =>
  Outbox.use((outbox) => outbox.lease({ now: minute(from), until: minute(until), limit: 10 })).pipe(
    Effect.map((entries) => entries.map(({ message }) => message.id)),
  )
const fates = Outbox.use((outbox) => outbox.list({ tenant, limit: 10 })).pipe(
  Effect.map((entries) => entries.map(({ message, fate }) => `${message.id} ${fate._tag}`)),
)

const untilSomethingWaits = Effect.gen(function* () {
  for (let tries = 0; tries < 200; tries++) {
    const { rowCount } = yield* Effect.promise(() =>
      other.query(
        "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      ),
    )
    if (rowCount !== 0) return
    yield* Effect.sleep(10)
  }
  return yield* Effect.die("nothing waits for a lock")
})

// What a worker does to the first message, in a transaction that is still open.
const meanwhile = (change: string) =>
  Effect.gen(function* () {
    yield* write("m-1")
    yield* Effect.promise(() => other.query("begin"))
    yield* Effect.promise(() => other.query(`update convoque.message set ${change}`))
    const writing = yield* Effect.forkChild(write("m-2"))
    yield* untilSomethingWaits
    yield* Effect.promise(() => other.query("commit"))
    yield* Fiber.join(writing)
  })

test("a message that a worker takes while it is superseded may be on its way", () =>
  runtime.runPromise(
    Effect.gen(function* () {
      const until = `timestamptz '${minute(20)}'`
      yield* meanwhile(`attempts = 1, next_at = ${until}, leased_until = ${until}`)
      expect(yield* fates).toEqual(["m-2 waiting", "m-1 dropped"])
      expect(yield* lease(19, 40)).toEqual([])
      const outbox = yield* Outbox
      const sent = { _tag: "sent", at: minute(19), answer: "250 Ok" } as const
      expect(yield* outbox.settle({ tenant, id: "m-1", attempt: 1, fate: sent })).toBe(true)
      expect(yield* lease(19, 40)).toEqual(["m-2"])
    }),
  ))

test("a message that left while its successor was written was sent", () =>
  runtime.runPromise(
    Effect.gen(function* () {
      yield* meanwhile("attempts = 1, fate = 'sent', at = now(), answer = '250 Ok', next_at = null")
      expect(yield* fates).toEqual(["m-2 waiting", "m-1 sent"])
      expect(yield* lease(19, 40)).toEqual(["m-2"])
    }),
  ))

test("a message refused while its successor was written is dropped", () =>
  runtime.runPromise(
    Effect.gen(function* () {
      yield* meanwhile("fate = 'refused', at = now(), answer = '550 No', next_at = null")
      expect(yield* fates).toEqual(["m-2 waiting", "m-1 dropped"])
    }),
  ))
