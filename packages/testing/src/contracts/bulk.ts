/**
 * Contract of commits that write thousands of aggregates at once: what they write is what commits
 * of a few write, all of it or nothing.
 */
import { Outbox, type OutboxEntry, Storage, Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, failureOf, tenants } from "./case.ts"
import { changeOf, lineOf, linesView, newNotebook, notebookId } from "./notebook.ts"
import { commitOf, messageAbout } from "./subject.ts"

const { own, other } = tenants
const number = 2500

const keys = Array.from({ length: number }, (_, index) => `k-${(index * 7919) % number}`)
const idOf = (key: string) => notebookId(own, key)
const ids = keys.map(idOf)
const begun = keys.map((key) =>
  newNotebook(own, key, [
    lineOf(`"${key}"`, { part: "1", tags: ["a"] }),
    lineOf(key, { part: "2" }),
  ]),
)
const moved = begun.map(({ id, events }) =>
  changeOf(id, events, [
    { _tag: "LineRemoved", part: "2" },
    { _tag: "LinePut", line: lineOf("é", { part: "1", tags: ["b"] }) },
  ]),
)
const messages = ids.map((id, index) => messageAbout(id, `m-${index}`))

const inThread = (messageId: string, key = "one") => {
  const message = messageAbout(idOf(key), messageId)
  return { ...message, content: { ...message.content, thread: "letter" } }
}

const versions = Effect.gen(function* () {
  const storage = yield* Storage
  const counts: Record<number, number> = {}
  for (const { version } of yield* storage.load(ids)) counts[version] = (counts[version] ?? 0) + 1
  return counts
})

const tags = Views.use((views) => views.counts(linesView, own, { scope: "all", filter: "tag" }))

const outbox = Effect.gen(function* () {
  const port = yield* Outbox
  return (yield* port.list({ tenant: own, limit: 2 * number })).toReversed()
})

const named = (entries: ReadonlyArray<OutboxEntry>): ReadonlyArray<string> =>
  entries.map(({ message, fate }) => `${message.id} ${fate._tag}`)

const waiting = messages.map(({ id }) => `${id} waiting`)

const writing: Contract<Storage | Views | Outbox> = [
  contractCase("thousands of aggregates begin, then change, in one commit each", function* () {
    const storage = yield* Storage
    yield* storage.commit(commitOf(own, { changes: begun, messages }))
    yield* expectSame("versions", yield* versions, { 2: number })
    yield* expectSame("tags", yield* tags, { a: number })
    yield* expectSame("messages", named(yield* outbox), waiting)
    yield* storage.commit(commitOf(own, { changes: moved }))
    yield* expectSame("versions", yield* versions, { 4: number })
    yield* expectSame("tags", yield* tags, { b: number })
    const [state, ...others] = yield* storage.load([ids[7] ?? idOf("k-0")])
    yield* expectSame("state", state.state, moved[7]?.state)
    yield* expectSame("others", others, [])
  }),
  contractCase("one stale among thousands, and nothing is written", function* () {
    const storage = yield* Storage
    const last = keys.toSorted().at(-1) ?? ""
    const early = newNotebook(own, last, [])
    const beginning = { ...early, events: begun[0]?.events ?? [] }
    yield* storage.commit(commitOf(own, { changes: [beginning] }))
    const failure = yield* failureOf(
      "a second beginning",
      storage.commit(commitOf(own, { changes: begun, messages, erase: [idOf("none")] })),
    )
    const stale = { _tag: "StaleVersion", kind: "notebook", key: last, expected: 0 }
    yield* expectSame("failure", { ...failure }, { ...failure, ...stale })
    yield* expectSame("versions", yield* versions, { 0: number - 1, 2: 1 })
    yield* expectSame("messages", yield* outbox, [])
  }),
  contractCase("thousands must be unchanged, or absent, and are watched", function* () {
    const storage = yield* Storage
    yield* storage.commit(commitOf(own, { changes: begun }))
    const unchanged = ids.map((id) => ({ id, expected: 2 }))
    const absent = ids.map(({ key }) => ({ id: idOf(`no ${key}`), expected: 0 }))
    const one = (key: string) => [newNotebook(own, key, [lineOf("z", { tags: ["z"] })])]
    const all = [...unchanged, ...absent]
    yield* storage.commit(commitOf(own, { changes: one("x"), unchanged: all }))
    const changes = [...one("y"), ...moved]
    yield* storage.commit(commitOf(own, { changes, unchanged: all }))
    yield* expectSame("versions", yield* versions, { 4: number })
    for (const facts of [all, unchanged, [...absent, { id: idOf("x"), expected: 0 }]]) {
      const commit = commitOf(own, { changes: one("lost"), unchanged: facts })
      const failure = yield* failureOf("stale", storage.commit(commit))
      yield* expectSame("failure", failure._tag, "StaleVersion")
    }
    const twice = [...absent, { id: idOf("x"), expected: 7 }]
    const moving = changeOf(idOf("x"), one("x")[0]?.events ?? [], [
      { _tag: "LineRemoved", part: "" },
    ])
    const commit = commitOf(own, { changes: [moving], unchanged: twice })
    const failure = yield* failureOf("at two versions", storage.commit(commit))
    yield* expectSame("failure", failure._tag, "StaleVersion")
    yield* expectSame("tags", yield* tags, { b: number, z: 2 })
  }),
]

const threads: Contract<Storage | Views | Outbox> = [
  contractCase("thousands of messages of one thread replace the earlier ones alone", function* () {
    const storage = yield* Storage
    const earlier = [inThread("e-1"), inThread("e-2", "another"), messageAbout(idOf("one"), "e-3")]
    yield* storage.commit(commitOf(own, { messages: earlier }))
    const many = Array.from({ length: number }, (_, index) => inThread(`t-${index}`))
    const repeated = [...many, inThread("t-1"), inThread("e-2", "another")]
    yield* storage.commit(commitOf(own, { messages: repeated }))
    yield* expectSame("messages", named(yield* outbox), [
      "e-1 dropped",
      "e-2 waiting",
      "e-3 waiting",
      ...many.map(({ id }) => `${id} waiting`),
    ])
    yield* storage.commit(commitOf(own, { messages: [inThread("last")] }))
    const kept = (yield* outbox).filter(({ fate }) => fate._tag === "waiting")
    yield* expectSame("kept", named(kept), ["e-2 waiting", "e-3 waiting", "last waiting"])
  }),
]

const erasing: Contract<Storage | Views | Outbox> = [
  contractCase("thousands of aggregates disappear at once, with all that is theirs", function* () {
    const storage = yield* Storage
    const neighbour = newNotebook(own, "neighbour", [lineOf("n", { tags: ["n"] })])
    const theirs = newNotebook(other, "k-1", [lineOf("t", { tags: ["t"] })])
    yield* storage.commit(commitOf(own, { changes: [...begun, neighbour], messages }))
    yield* storage.commit(commitOf(other, { changes: [theirs] }))
    const farewell = messageAbout(idOf("k-1"), "farewell")
    const erase = [...ids, idOf("unknown")]
    yield* storage.commit(commitOf(own, { erase, messages: [farewell] }))
    yield* expectSame("versions", yield* versions, { 0: number })
    yield* expectSame("tags", yield* tags, { n: 1 })
    yield* expectSame("messages", named(yield* outbox), ["farewell waiting"])
    const [kept] = yield* storage.load([theirs.id])
    yield* expectSame("theirs", kept.version, 1)
    yield* storage.commit(commitOf(own, { changes: begun }))
    yield* expectSame("again", yield* versions, { 2: number })
  }),
]

/** The cases that every store which is given thousands of aggregates at once must pass. */
export const bulkContract: Contract<Storage | Views | Outbox> = [...writing, ...threads, ...erasing]
