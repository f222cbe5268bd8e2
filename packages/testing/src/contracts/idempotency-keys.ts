/** The contract of idempotency keys. */
import { type IdempotencyKey, IdempotencyKeys } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, minute, tenants } from "./case.ts"

const { own, other } = tenants

const key: IdempotencyKey = { tenant: own, owner: "p-1", key: "k-1", fingerprint: "f-1" }
const time = (now: number, until: number) => ({ now: minute(now), until: minute(until) })

/** The cases that every store of idempotency keys must pass. */
export const idempotencyKeysContract: Contract<IdempotencyKeys> = [
  contractCase("a key is new, in progress, then answered", function* () {
    const keys = yield* IdempotencyKeys
    yield* expectSame("new", yield* keys.begin(key, time(1, 5)), { _tag: "new" })
    yield* expectSame("busy", yield* keys.begin(key, time(2, 6)), { _tag: "in-progress" })
    yield* keys.complete(key, "réponse")
    const answered = { _tag: "answered", answer: "réponse" }
    yield* expectSame("answered", yield* keys.begin(key, time(3, 7)), answered)
    yield* expectSame("still", yield* keys.begin(key, time(50, 70)), answered)
  }),
  contractCase("a key with another request is told, answered or not", function* () {
    const keys = yield* IdempotencyKeys
    const another = { ...key, fingerprint: "f-2" }
    yield* keys.begin(key, time(1, 5))
    yield* expectSame("busy", yield* keys.begin(another, time(2, 6)), { _tag: "other-request" })
    yield* keys.complete(another, "not mine")
    yield* keys.abandon(another)
    yield* keys.complete(key, "mine")
    yield* expectSame("answered", yield* keys.begin(another, time(9, 10)), {
      _tag: "other-request",
    })
    yield* expectSame("mine", yield* keys.begin(key, time(9, 10)), {
      _tag: "answered",
      answer: "mine",
    })
  }),
  contractCase("a key whose unfinished request is out of time is taken anew", function* () {
    const keys = yield* IdempotencyKeys
    yield* keys.begin(key, time(1, 5))
    yield* expectSame("anew", yield* keys.begin(key, time(5, 9)), { _tag: "new" })
    yield* expectSame("busy", yield* keys.begin(key, time(6, 9)), { _tag: "in-progress" })
  }),
  contractCase("an abandoned key is new; an answered one stays", function* () {
    const keys = yield* IdempotencyKeys
    yield* keys.begin(key, time(1, 5))
    yield* keys.abandon(key)
    yield* expectSame("new", yield* keys.begin(key, time(2, 5)), { _tag: "new" })
    yield* keys.complete(key, "a")
    yield* keys.abandon(key)
    yield* expectSame("answered", (yield* keys.begin(key, time(3, 5)))._tag, "answered")
  }),
  contractCase("owners and tenants have keys of their own", function* () {
    const keys = yield* IdempotencyKeys
    for (const one of [key, { ...key, owner: "p-2" }, { ...key, tenant: other }]) {
      yield* expectSame("new", yield* keys.begin(one, time(1, 5)), { _tag: "new" })
    }
  }),
  contractCase("requests at the same time: one takes the key", function* () {
    const keys = yield* IdempotencyKeys
    const states = yield* Effect.all(
      Array.from({ length: 20 }, () => keys.begin(key, time(1, 5))),
      { concurrency: "unbounded" },
    )
    yield* expectSame("new", states.filter(({ _tag }) => _tag === "new").length, 1)
    yield* expectSame("busy", states.filter(({ _tag }) => _tag === "in-progress").length, 19)
  }),
  contractCase("a purge erases keys taken before a moment and counts them", function* () {
    const keys = yield* IdempotencyKeys
    for (const at of [1, 2, 9]) yield* keys.begin({ ...key, key: `k-${at}` }, time(at, at + 5))
    yield* keys.complete({ ...key, key: "k-2" }, "a")
    yield* expectSame("number", yield* keys.purge(minute(9)), 2)
    const last = yield* keys.begin({ ...key, key: "k-9" }, time(10, 11))
    yield* expectSame("left", last, { _tag: "in-progress" })
  }),
]
