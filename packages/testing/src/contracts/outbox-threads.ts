/** Contract of `Outbox`, threads: messages that replace each other, in their order. */
import {
  MessageNotResendable,
  Outbox,
  type Outcome,
  Storage,
  superseded,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, failureOf, minute, tenants } from "./case.ts"
import {
  deferred,
  dropped,
  fates,
  givenUp,
  idsOf,
  lease,
  listed,
  refused,
  sent,
  settle,
  threaded,
  write,
  writeAll,
} from "./outbox-steps.ts"
import { commitOf, type Materials } from "./subject.ts"

type Cases = Contract<Storage | Outbox>

const { own, other } = tenants

/** Gives the cases of messages of one thread. */
export const threadCases = <State, Event>(m: Materials<State, Event>): Cases => [
  ...supersessionCases(m),
  ...writingCases(m),
  ...inFlightCases(m),
  ...orderCases(m),
]

const reasonOf = (id: string) =>
  Outbox.use((outbox) => outbox.list({ tenant: own, limit: 1000 })).pipe(
    Effect.map((entries) => {
      const fate = entries.find(({ message }) => message.id === id)?.fate
      return fate?._tag === "dropped" ? fate.reason : fate?._tag
    }),
  )

const supersessionCases = <State, Event>(m: Materials<State, Event>): Cases => [
  contractCase("a message drops the earlier ones of its thread that have not left", function* () {
    const about = m.id(0, own)
    const outcomes: ReadonlyArray<Outcome> = [refused(2), givenUp(2), deferred(2, 30)]
    const tried = outcomes.map(({ _tag }) => _tag)
    yield* writeAll([...tried, "waiting"].map((id) => threaded(about, id)))
    for (const outcome of outcomes) {
      yield* expectSame("one by one", idsOf(yield* lease(1, 20)), [outcome._tag])
      yield* settle(outcome._tag, 1, outcome)
    }
    const before = [...tried, "waiting"].map((fate) => [fate, fate])
    yield* expectSame("before", yield* fates, Object.fromEntries(before))
    yield* writeAll([threaded(about, "m-last")])
    for (const [id] of before) yield* expectSame(`${id}`, yield* reasonOf(`${id}`), superseded)
    yield* expectSame("the last", yield* reasonOf("m-last"), "waiting")
    yield* expectSame("leaves alone", idsOf(yield* lease(40, 50)), ["m-last"])
  }),
  contractCase("a message leaves those that left or were dropped, and other threads", function* () {
    const about = m.id(0, own)
    yield* writeAll([threaded(about, "m-sent")])
    yield* lease(1, 20)
    yield* settle("m-sent", 1, sent(2))
    yield* writeAll([threaded(about, "m-dropped")])
    yield* lease(2, 20)
    yield* settle("m-dropped", 1, dropped(3))
    yield* write(m, ["m-plain"])
    yield* writeAll([
      threaded(about, "m-other-thread", "reminder"),
      threaded(m.id(1, own), "m-other-aggregate"),
    ])
    yield* writeAll([threaded(m.id(0, other), "m-other-tenant")], other)
    yield* writeAll([threaded(about, "m-new")])
    yield* expectSame("own", yield* fates, {
      "m-sent": "sent",
      "m-dropped": "dropped",
      "m-plain": "waiting",
      "m-other-thread": "waiting",
      "m-other-aggregate": "waiting",
      "m-new": "waiting",
    })
    yield* expectSame("its reason", yield* reasonOf("m-dropped"), "appointment over")
    yield* write(m, ["m-plain-2"])
    const due = idsOf(yield* lease(4, 20))
    yield* expectSame("all may leave", due.toSorted(), [
      "m-new",
      "m-other-aggregate",
      "m-other-tenant",
      "m-other-thread",
      "m-plain",
      "m-plain-2",
    ])
  }),
]

const writingCases = <State, Event>(m: Materials<State, Event>): Cases => [
  contractCase("a stale commit and an id that is there already replace nothing", function* () {
    const storage = yield* Storage
    const about = m.id(0, own)
    yield* writeAll([threaded(about, "m-1")])
    yield* writeAll([threaded(about, "m-2")])
    const stale = commitOf(own, {
      changes: [m.change(about, 1, 2)],
      messages: [threaded(about, "m-3")],
    })
    yield* failureOf("a stale commit", storage.commit(stale))
    yield* writeAll([threaded(about, "m-1")])
    yield* expectSame("fates", yield* fates, { "m-1": "dropped", "m-2": "waiting" })
  }),
  contractCase("a change replaces in the same commit, and many messages at once", function* () {
    const storage = yield* Storage
    const ids = [0, 1, 2].map((index) => m.id(index, own))
    const commit = (from: number, edition: string) =>
      storage.commit(
        commitOf(own, {
          changes: ids.map((id) => m.change(id, from, from + 1)),
          messages: ids.flatMap((id) => [
            threaded(id, `${edition}-a-${id.key}`),
            threaded(id, `${edition}-b-${id.key}`),
          ]),
        }),
      )
    yield* commit(0, "first")
    yield* commit(1, "second")
    const found = yield* fates
    const expected = ids.flatMap(({ key }) => [
      [`first-a-${key}`, "dropped"],
      [`first-b-${key}`, "dropped"],
      [`second-a-${key}`, "waiting"],
      [`second-b-${key}`, "waiting"],
    ])
    yield* expectSame("fates", found, Object.fromEntries(expected))
  }),
  contractCase("a farewell of a thread leaves although its aggregate is erased", function* () {
    const storage = yield* Storage
    const about = m.id(0, own)
    yield* storage.commit(
      commitOf(own, { changes: [m.change(about, 0, 1)], messages: [threaded(about, "m-1")] }),
    )
    yield* storage.commit(commitOf(own, { erase: [about], messages: [threaded(about, "m-2")] }))
    yield* expectSame("ids", yield* listed(own), ["m-2"])
    yield* expectSame("due", idsOf(yield* lease(1, 20)), ["m-2"])
  }),
  contractCase("a superseded message cannot be sent again", function* () {
    const outbox = yield* Outbox
    const about = m.id(0, own)
    yield* writeAll([threaded(about, "m-1")])
    yield* lease(1, 20)
    yield* settle("m-1", 1, refused(2))
    yield* writeAll([threaded(about, "m-2")])
    const to = { name: "Zoé", address: "zoe@example.org" }
    const again = outbox.resend({ tenant: own, id: "m-1", to, now: minute(10) })
    const failure = yield* failureOf("m-1", again)
    const found = failure instanceof MessageNotResendable ? failure.fate : failure
    yield* expectSame("refused", found, "dropped")
    yield* expectSame("due", idsOf(yield* lease(30, 40)), ["m-2"])
  }),
]

// The first message is leased, then replaced by the second while it is being sent.
const inFlight = <State, Event>(m: Materials<State, Event>) =>
  Effect.gen(function* () {
    yield* writeAll([threaded(m.id(0, own), "m-1")])
    yield* lease(1, 20)
    yield* writeAll([threaded(m.id(0, own), "m-2")])
  })

const inFlightCases = <State, Event>(m: Materials<State, Event>): Cases => [
  contractCase("a message superseded while it was being sent is sent when it left", function* () {
    yield* inFlight(m)
    yield* expectSame("superseded", yield* reasonOf("m-1"), superseded)
    yield* expectSame("its successor waits", yield* lease(5, 25), [])
    yield* expectSame("settled", yield* settle("m-1", 1, sent(6)), true)
    yield* expectSame("fates", yield* fates, { "m-1": "sent", "m-2": "waiting" })
    yield* expectSame("once", yield* settle("m-1", 1, sent(7)), false)
    yield* expectSame("the next", idsOf(yield* lease(6, 25)), ["m-2"])
  }),
  contractCase("a message superseded while it was being sent never comes back", function* () {
    for (const [index, outcome] of [deferred(6, 7), refused(6), givenUp(6), dropped(6)].entries()) {
      const about = m.id(index, own)
      const [first, second] = [`m-${index}-1`, `m-${index}-2`]
      yield* writeAll([threaded(about, first)])
      yield* lease(1, 20)
      yield* writeAll([threaded(about, second)])
      yield* expectSame(outcome._tag, yield* settle(first, 1, outcome), false)
      yield* expectSame("its reason", yield* reasonOf(first), superseded)
      yield* expectSame("too late", yield* settle(first, 1, sent(7)), false)
      yield* expectSame("the next", idsOf(yield* lease(8, 25)), [second])
    }
  }),
  contractCase("a worker that died holds back the thread until its lease ends", function* () {
    yield* inFlight(m)
    yield* expectSame("before", yield* lease(19, 30), [])
    yield* expectSame("after", idsOf(yield* lease(20, 30)), ["m-2"])
    yield* expectSame("another attempt's", yield* settle("m-1", 2, sent(21)), false)
    yield* expectSame("late", yield* settle("m-1", 1, sent(21)), true)
  }),
]

const orderCases = <State, Event>(m: Materials<State, Event>): Cases => [
  contractCase("messages of one commit and thread leave one after the other", function* () {
    const about = m.id(0, own)
    yield* writeAll(["m-1", "m-2", "m-3"].map((id) => threaded(about, id)))
    yield* expectSame("the oldest", idsOf(yield* lease(1, 20)), ["m-1"])
    yield* expectSame("none beside it", yield* lease(2, 20), [])
    yield* settle("m-1", 1, deferred(3, 10))
    yield* expectSame("none before it", yield* lease(4, 20), [])
    yield* expectSame("again", idsOf(yield* lease(10, 20)), ["m-1"])
    yield* settle("m-1", 2, sent(11))
    yield* expectSame("the second", idsOf(yield* lease(11, 20)), ["m-2"])
    yield* settle("m-2", 1, refused(12))
    yield* expectSame("the third", idsOf(yield* lease(12, 20)), ["m-3"])
    const outbox = yield* Outbox
    const to = { name: "Zoé", address: "zoe@example.org" }
    yield* outbox.resend({ tenant: own, id: "m-2", to, now: minute(13) })
    yield* expectSame("not beside the third", yield* lease(14, 20), [])
    yield* settle("m-3", 1, sent(15))
    yield* expectSame("resent", idsOf(yield* lease(16, 20)), ["m-2"])
  }),
  contractCase("workers at the same time never share a thread", function* () {
    const about = [0, 1, 2, 3].map((index) => m.id(index, own))
    yield* writeAll(
      ["a", "b", "c"].flatMap((one) => about.map((id) => threaded(id, `${one}-${id.key}`))),
    )
    const leases = yield* Effect.all(
      Array.from({ length: 8 }, () => lease(1, 20, 2)),
      { concurrency: "unbounded" },
    )
    const taken = leases.flatMap(idsOf)
    const rest = idsOf(yield* lease(2, 20))
    const oldest = about.map(({ key }) => `a-${key}`)
    yield* expectSame("the oldest of each", [...taken, ...rest].toSorted(), oldest.toSorted())
  }),
  contractCase("the limit of a lease counts what is taken, not what is held back", function* () {
    yield* writeAll(["m-1", "m-2", "m-3"].map((id) => threaded(m.id(0, own), id)))
    yield* write(m, ["m-4", "m-5"])
    yield* expectSame("ids", idsOf(yield* lease(1, 20, 2)), ["m-1", "m-4"])
  }),
]
