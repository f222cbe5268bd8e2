import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest"
import { layerPostgres, type SqlPorts } from "@convoque/adapters-sql"
import { TenantId } from "@convoque/core/kernel/identity"
import { type Commit, Storage } from "@convoque/core/kernel/ports"
import { commitOf, type Line, lineOf, newNotebook, notebookId } from "@convoque/testing"
import { commitStatement } from "../src/storage/commit-sql.ts"
import { emptied } from "./support/contracts.ts"
import { createDatabase } from "./support/postgres.ts"
import { countedCalls, expectedCounts } from "./support/statements.ts"

const tenant = TenantId.make("postgres")
const statements: Array<string> = []
let url = ""
let runtime: ManagedRuntime.ManagedRuntime<SqlPorts, unknown>
let other: pg.Client

beforeAll(async () => {
  url = await createDatabase(inject("postgresUrl"))
  const onStatement = (text: string) => statements.push(text)
  runtime = ManagedRuntime.make(layerPostgres({ url, poolSize: 4, onStatement }))
})
afterAll(() => runtime.dispose())

beforeEach(async () => {
  await runtime.runPromise(emptied)
  other = new pg.Client({ connectionString: url })
  other.on("error", () => undefined)
  await other.connect()
})
afterEach(() => other.end())

const commit = (one: Commit) => Storage.use((storage) => storage.commit(one))
const create = (key: string) =>
  commit(commitOf(tenant, { changes: [newNotebook(tenant, key, [])] }))

const first: Line = lineOf("first")
const put = (key: string, expected: number) => ({
  id: notebookId(tenant, key),
  expected,
  events: [{ _tag: "LinePut", line: first } as const],
  state: { lines: [first] },
})
const putBoth = commitOf(tenant, { changes: [put("a", 1), put("b", 1)] })

const start = (key: string) => commit(commitOf(tenant, { changes: [put(key, 0)] }))

const lockHead = async (key: string): Promise<void> => {
  await other.query("select from convoque.head where key = $1 for update", [key])
}

const pause = (millis: number) => Effect.sleep(millis)

// The backend of a statement that waits for a lock.
const waitingBackend = Effect.gen(function* () {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = yield* Effect.promise(() =>
      other.query<{ pid: number }>(
        "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
      ),
    )
    if (rows[0] !== undefined) return rows[0].pid
    yield* pause(10)
  }
  return yield* Effect.die("nothing waits for a lock")
})

test("each call of a port is one statement; an erasure is a transaction of two", async () => {
  expect(await runtime.runPromise(countedCalls(statements))).toEqual(expectedCounts)
})

test("a change waits for the commit that says its aggregate is unchanged", async () => {
  await runtime.runPromise(Effect.andThen(start("a"), start("b")))
  const reading = commitOf(tenant, {
    changes: [put("a", 1)],
    unchanged: [{ id: notebookId(tenant, "b"), expected: 1 }],
  })
  const { text, parameters } = commitStatement(reading, "2100-01-01T00:00:00.000Z")
  await other.query("begin")
  await other.query(text, [...parameters])
  const waited = Effect.gen(function* () {
    const writing = yield* Effect.forkChild(commit(commitOf(tenant, { changes: [put("b", 1)] })))
    yield* waitingBackend
    yield* Effect.promise(() => other.query("commit"))
    return yield* Fiber.join(writing)
  })
  await runtime.runPromise(waited)
  const loading = Storage.use((storage) =>
    storage.load([notebookId(tenant, "a"), notebookId(tenant, "b")]),
  )
  const versions = (await runtime.runPromise(loading)).map(({ version }) => version)
  expect(versions).toEqual([2, 2])
})

test("a commit that says an aggregate is unchanged is stale once a change under way ends", async () => {
  await runtime.runPromise(Effect.andThen(start("a"), start("b")))
  await other.query("begin")
  await other.query("update convoque.head set version = 2 where key = 'b'")
  const racing = Effect.gen(function* () {
    const reading = commitOf(tenant, {
      changes: [put("a", 1)],
      unchanged: [{ id: notebookId(tenant, "b"), expected: 1 }],
    })
    const fiber = yield* Effect.forkChild(Effect.flip(commit(reading)))
    yield* pause(50)
    yield* Effect.promise(() => other.query("commit"))
    return yield* Fiber.join(fiber)
  })
  expect(await runtime.runPromise(racing)).toMatchObject({
    _tag: "StaleVersion",
    kind: "notebook",
    key: "b",
    expected: 1,
  })
})

test("a lock that nobody frees is unavailable storage, safe to retry", async () => {
  await runtime.runPromise(start("b"))
  await other.query("begin")
  await lockHead("b")
  const unchanged = [{ id: notebookId(tenant, "b"), expected: 1 }]
  const reading = commit(commitOf(tenant, { changes: [put("a", 0)], unchanged }))
  expect(await runtime.runPromise(Effect.flip(reading))).toMatchObject({
    _tag: "StorageUnavailable",
    safeToRetry: true,
  })
  await other.query("rollback")
  await runtime.runPromise(reading)
})

test("a deadlock is tried again", async () => {
  await runtime.runPromise(Effect.andThen(start("a"), start("b")))
  await other.query("begin")
  await lockHead("b")
  const crossing = Effect.gen(function* () {
    const both = yield* Effect.forkChild(commit(putBoth))
    yield* waitingBackend
    yield* Effect.promise(() => lockHead("a"))
    yield* Effect.promise(() => other.query("commit"))
    return yield* Fiber.join(both)
  })
  const before = statements.length
  await runtime.runPromise(crossing)
  expect(statements.length - before).toBeGreaterThan(1)
})

test("a connection lost during a commit leaves the outcome unknown, and the next one works", async () => {
  await runtime.runPromise(start("a"))
  await other.query("begin")
  await lockHead("a")
  const writing = commit(commitOf(tenant, { changes: [put("a", 1)] }))
  const cut = Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.flip(writing))
    const pid = yield* waitingBackend
    yield* Effect.promise(() => other.query("select pg_terminate_backend($1)", [pid]))
    return yield* Fiber.join(fiber)
  })
  expect(await runtime.runPromise(cut)).toMatchObject({
    _tag: "StorageUnavailable",
    safeToRetry: false,
  })
  await other.query("rollback")
  await runtime.runPromise(writing)
})

test("reads survive connections lost while idle", async () => {
  await runtime.runPromise(create("c"))
  await runtime.runPromise(start("a"))
  await other.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
  )
  const loading = Storage.use((storage) => storage.load([notebookId(tenant, "a")]))
  const [loaded] = await runtime.runPromise(loading)
  expect(loaded.version).toBe(1)
})

test("a server that is not there is unavailable storage, safe to retry", async () => {
  const nowhere = layerPostgres({ url: "postgres://nobody@127.0.0.1:1/none" })
  const exit = await Effect.runPromiseExit(
    Effect.provide(
      Storage.use(() => Effect.void),
      nowhere,
    ),
  )
  expect(Exit.isFailure(exit)).toBe(true)
  expect(JSON.stringify(exit)).toContain('"safeToRetry":true')
})
