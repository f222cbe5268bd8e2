/** What the tests of both databases count: the statements of each call of a port. */
import { Database, type SqlPorts } from "@convoque/adapters-sql"
import { TenantId } from "@convoque/core/kernel/identity"
import { type Commit, IdempotencyKeys, Outbox, Storage, Views } from "@convoque/core/kernel/ports"
import {
  commitOf,
  lineOf,
  linesView,
  messageAbout,
  minute,
  newNotebook,
  notebookId,
} from "@convoque/testing"
import * as Effect from "effect/Effect"

const tenant = TenantId.make("statements")
const id = notebookId(tenant, "k")
const line = lineOf("a")

/** Creates a notebook with an entry and a message. */
export const creation: Commit = commitOf(tenant, {
  changes: [newNotebook(tenant, "k", [line])],
  messages: [messageAbout(id, "m-1")],
})

const inThread = (messageId: string): Commit => {
  const { id: name, about, content } = messageAbout(id, messageId)
  const message = { id: name, about, content: { ...content, thread: "letter" } }
  return commitOf(tenant, { messages: [message] })
}

const next: Commit = commitOf(tenant, {
  changes: [{ id, expected: 1, events: [{ _tag: "LineRemoved", part: "" }], state: { lines: [] } }],
  messages: [messageAbout(id, "m-2")],
})

/** Calls each port once and gives the number of statements of each call. */
export const countedCalls = (
  statements: ReadonlyArray<string>,
): Effect.Effect<Readonly<Record<string, number>>, unknown, SqlPorts> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const views = yield* Views
    const outbox = yield* Outbox
    const keys = yield* IdempotencyKeys
    yield* Database
    const time = { now: minute(1), until: minute(2) }
    const sort = { column: "title", direction: "ascending" } as const
    const calls: Readonly<Record<string, Effect.Effect<unknown, unknown>>> = {
      create: storage.commit(creation),
      commit: storage.commit(next),
      thread: storage.commit(inThread("m-3")),
      supersede: storage.commit(inThread("m-4")),
      load: storage.load([id, notebookId(tenant, "l")]),
      page: views.page(linesView, tenant, { scope: "all", filters: {}, sort, limit: 50 }),
      lease: outbox.lease({ ...time, limit: 10 }),
      begin: keys.begin({ tenant, owner: "o", key: "k", fingerprint: "f" }, time),
      erase: storage.commit(commitOf(tenant, { erase: [id] })),
    }
    const counts: Record<string, number> = {}
    for (const [name, call] of Object.entries(calls)) {
      const before = statements.length
      yield* call
      counts[name] = statements.length - before
    }
    return counts
  })

/** One statement for each call; an erasure is a transaction of two. */
export const expectedCounts = {
  create: 1,
  commit: 1,
  thread: 1,
  supersede: 1,
  load: 1,
  page: 1,
  lease: 1,
  begin: 1,
  erase: 4,
}
