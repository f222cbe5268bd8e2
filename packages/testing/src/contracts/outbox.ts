/** Contract of `Outbox`: messages written with a commit, leased, settled, resent and purged. */
import type { Instant } from "@convoque/core/kernel/calendar"
import { MessageNotResendable, Outbox, type Outcome, Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, failureOf, minute, tenants } from "./case.ts"
import {
  deferred,
  dropped,
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
import { threadCases } from "./outbox-threads.ts"
import {
  commitOf,
  type ContractSubject,
  type Materials,
  materialsOf,
  messageAbout,
} from "./subject.ts"

type Cases = Contract<Storage | Outbox>

/** Gives the cases that every pair of store and outbox must pass with a subject. */
export const outboxContract = <State, Event>(subject: ContractSubject<State, Event>): Cases => {
  const materials = materialsOf(subject)
  return [
    ...writingCases(materials),
    ...leaseCases(materials),
    ...settleCases(materials),
    ...afterwardsCases(materials),
    ...purgeCases(materials),
    ...threadCases(materials),
  ]
}

const { own, other } = tenants

const writingCases = <State, Event>(m: Materials<State, Event>): Cases => [
  contractCase("messages of a commit wait, in order and whole", function* () {
    const storage = yield* Storage
    const id = m.id(0, own)
    const messages = ["m-1", "m-2", "m-3"].map((one) => messageAbout(id, one))
    yield* storage.commit(commitOf(own, { changes: [m.change(id, 0, 1)], messages }))
    yield* expectSame("newest first", yield* listed(own), ["m-3", "m-2", "m-1"])
    const entries = yield* lease(1, 2)
    yield* expectSame(
      "whole",
      entries.map(({ message }) => message),
      messages,
    )
    yield* expectSame(
      "tenants",
      entries.map(({ tenant }) => tenant),
      [own, own, own],
    )
  }),
  contractCase("the same id twice is one message, the first", function* () {
    yield* write(m, ["m-1"])
    yield* Storage.use((storage) =>
      storage.commit(
        commitOf(own, { messages: ["m-1", "m-2"].map((id) => messageAbout(m.id(1, own), id)) }),
      ),
    )
    yield* expectSame("ids", yield* listed(own), ["m-2", "m-1"])
    const [first] = yield* lease(1, 2)
    yield* expectSame("first", first?.message, messageAbout(m.id(0, own), "m-1"))
  }),
  contractCase("a stale commit leaves no message", function* () {
    const storage = yield* Storage
    const id = m.id(0, own)
    const messages = [messageAbout(id, "m-1")]
    const stale = [
      commitOf(own, { changes: [m.change(id, 1, 2)], messages }),
      commitOf(own, { unchanged: [{ id, expected: 1 }], messages }),
    ]
    for (const commit of stale) yield* failureOf("a stale commit", storage.commit(commit))
    yield* expectSame("ids", yield* listed(own), [])
  }),
  contractCase("the same id in two tenants is two messages", function* () {
    yield* write(m, ["m-1"])
    yield* write(m, ["m-1", "m-2"], other)
    yield* expectSame("own", yield* listed(own), ["m-1"])
    yield* expectSame("other", yield* listed(other), ["m-2", "m-1"])
  }),
  contractCase("erasing takes messages about the aggregate, and keeps a farewell", function* () {
    const storage = yield* Storage
    const [one, two] = [m.id(0, own), m.id(1, own)]
    const messages = [messageAbout(one, "m-1"), messageAbout(two, "m-2")]
    const changes = [m.change(one, 0, 1), m.change(two, 0, 1)]
    yield* storage.commit(commitOf(own, { changes, messages }))
    yield* storage.commit(commitOf(own, { erase: [one], messages: [messageAbout(one, "m-3")] }))
    yield* expectSame("ids", yield* listed(own), ["m-3", "m-2"])
  }),
]

const leaseCases = <State, Event>(m: Materials<State, Event>): Cases => [
  contractCase("a lease takes the oldest first and counts the attempt", function* () {
    yield* write(m, ["m-1", "m-2", "m-3"])
    const entries = yield* lease(1, 5, 2)
    yield* expectSame("ids", idsOf(entries), ["m-1", "m-2"])
    yield* expectSame(
      "attempts",
      entries.map(({ attempts }) => attempts),
      [1, 1],
    )
    yield* expectSame(
      "due again at the end of the lease",
      entries.map(({ fate }) => fate),
      ["m-1", "m-2"].map(() => ({ _tag: "waiting", nextAt: minute(5) })),
    )
    yield* expectSame("the rest", idsOf(yield* lease(2, 5)), ["m-3"])
    yield* expectSame("nothing left", yield* lease(3, 5), [])
  }),
  contractCase("a lease that is over lets another worker take the message", function* () {
    yield* write(m, ["m-1"])
    yield* lease(1, 5)
    yield* expectSame("before", yield* lease(4, 9), [])
    const [again] = yield* lease(5, 9)
    yield* expectSame("attempts", again?.attempts, 2)
  }),
  contractCase("workers at the same time never share a message", function* () {
    const ids = Array.from({ length: 60 }, (_, index) => `m-${index}`)
    yield* write(m, ids)
    const leases = yield* Effect.all(
      Array.from({ length: 12 }, () => lease(1, 5, 10)),
      { concurrency: "unbounded" },
    )
    const taken = leases.flatMap(idsOf)
    yield* expectSame("each once", new Set(taken).size, taken.length)
    const rest = yield* lease(2, 5)
    yield* expectSame("all", [...taken, ...idsOf(rest)].toSorted(), ids.toSorted())
  }),
]

const settleCases = <State, Event>(m: Materials<State, Event>): Cases => [
  contractCase("a settled message shows its fate and leaves no more", function* () {
    const outbox = yield* Outbox
    const fates: ReadonlyArray<Outcome> = [sent(2), refused(2), givenUp(2), dropped(2)]
    const ids = fates.map((_, index) => `m-${index}`)
    yield* write(m, ids)
    yield* lease(1, 3)
    for (const [index, fate] of fates.entries()) {
      yield* expectSame("settled", yield* settle(`m-${index}`, 1, fate), true)
    }
    const entries = yield* outbox.list({ tenant: own, limit: 10 })
    yield* expectSame(
      "fates",
      entries.map(({ fate }) => fate),
      fates.toReversed(),
    )
    yield* expectSame("nothing due", yield* lease(100, 101), [])
    yield* expectSame("counts", yield* outbox.counts(own), {
      waiting: 0,
      sent: 1,
      deferred: 0,
      refused: 1,
      "given-up": 1,
      dropped: 1,
    })
  }),
  contractCase(
    "a deferred message is due again at its time, even before the lease ends",
    function* () {
      yield* write(m, ["m-1"])
      yield* lease(1, 60)
      yield* settle("m-1", 1, deferred(2, 10))
      yield* expectSame("too early", yield* lease(9, 70), [])
      const [entry] = yield* lease(10, 70)
      yield* expectSame("second attempt", entry?.attempts, 2)
      yield* expectSame("still deferred", entry?.fate._tag, "deferred")
    },
  ),
  contractCase("a late outcome is ignored once another attempt is leased", function* () {
    const outbox = yield* Outbox
    yield* write(m, ["m-1"])
    yield* lease(1, 2)
    yield* lease(3, 9)
    yield* expectSame("late", yield* settle("m-1", 1, deferred(4, 5)), false)
    yield* expectSame("current", yield* settle("m-1", 2, sent(5)), true)
    yield* expectSame("after", yield* settle("m-1", 1, refused(6)), false)
    const [entry] = yield* outbox.list({ tenant: own, limit: 1 })
    yield* expectSame("fate", entry?.fate, sent(5))
  }),
  contractCase("a lease that is over may still be settled when nobody took it since", function* () {
    yield* write(m, ["m-1"])
    yield* lease(1, 2)
    yield* expectSame("settled", yield* settle("m-1", 1, sent(8)), true)
    yield* expectSame("unknown", yield* settle("m-2", 1, sent(8)), false)
  }),
]

const afterwardsCases = <State, Event>(m: Materials<State, Event>): Cases => [
  contractCase("lists choose by fate, by aggregate and by number", function* () {
    const outbox = yield* Outbox
    const about = messageAbout(m.id(1, own), "m-4")
    yield* write(m, ["m-1", "m-2", "m-3"])
    yield* Storage.use((storage) => storage.commit(commitOf(own, { messages: [about] })))
    yield* lease(1, 5, 2)
    yield* settle("m-1", 1, sent(2))
    yield* settle("m-2", 1, sent(2))
    const list = (query: Partial<Parameters<typeof outbox.list>[0]>) =>
      outbox.list({ tenant: own, limit: 10, ...query }).pipe(Effect.map(idsOf))
    yield* expectSame("sent", yield* list({ fate: "sent" }), ["m-2", "m-1"])
    yield* expectSame("about", yield* list({ about: about.about }), ["m-4"])
    yield* expectSame("both", yield* list({ about: about.about, fate: "sent" }), [])
    yield* expectSame("two", yield* list({ limit: 2 }), ["m-4", "m-3"])
    yield* expectSame("tenant", yield* list({ tenant: other }), [])
    const counts = yield* outbox.counts(own)
    yield* expectSame("counts", [counts.waiting, counts.sent], [2, 2])
  }),
  contractCase("a refused or given-up message waits again at a corrected address", function* () {
    const outbox = yield* Outbox
    yield* write(m, ["m-1", "m-2"])
    yield* lease(1, 2)
    yield* settle("m-1", 1, refused(2))
    yield* settle("m-2", 1, { _tag: "given-up", at: minute(2), answer: "421" })
    const to = { name: "Zoé", address: "zoe.muller@example.org" }
    for (const id of ["m-1", "m-2"]) {
      yield* outbox.resend({ tenant: own, id, to, now: minute(10) })
    }
    yield* expectSame("too early", yield* lease(9, 20), [])
    const entries = yield* lease(10, 20)
    yield* expectSame("ids", idsOf(entries), ["m-1", "m-2"])
    yield* expectSame(
      "fresh attempts",
      entries.map(({ attempts }) => attempts),
      [1, 1],
    )
    yield* expectSame("address", entries[0]?.message.content, {
      ...messageAbout(m.id(0, own), "m-1").content,
      to,
    })
  }),
  contractCase("no other message can be sent again", function* () {
    const outbox = yield* Outbox
    yield* write(m, ["m-1", "m-2", "m-3"])
    yield* lease(1, 2, 2)
    yield* settle("m-1", 1, sent(2))
    yield* settle("m-2", 1, deferred(2, 20))
    const to = { name: "Zoé", address: "zoe@example.org" }
    for (const [id, fate] of [
      ["m-1", "sent"],
      ["m-2", "deferred"],
      ["m-3", "waiting"],
      ["m-4", null],
    ] as const) {
      const failure = yield* failureOf(id, outbox.resend({ tenant: own, id, to, now: minute(10) }))
      const found = failure instanceof MessageNotResendable ? failure.fate : failure
      yield* expectSame(id, found, fate)
    }
    yield* failureOf(
      "another tenant's",
      outbox.resend({ tenant: other, id: "m-1", to, now: minute(10) }),
    )
  }),
]

const purgeCases = <State, Event>(m: Materials<State, Event>): Cases => [
  contractCase(
    "a purge erases what left and what never will, each before its moment",
    function* () {
      const outbox = yield* Outbox
      const outcomes: ReadonlyArray<Outcome> = [
        sent(2),
        sent(9),
        refused(2),
        refused(5),
        givenUp(2),
        givenUp(5),
        dropped(2),
        dropped(5),
        deferred(2, 90),
      ]
      yield* write(m, [...outcomes.map((_, index) => `m-${index}`), "m-leased", "m-waiting"])
      yield* lease(1, 60, outcomes.length + 1)
      for (const [index, outcome] of outcomes.entries()) yield* settle(`m-${index}`, 1, outcome)
      const purge = (sentBefore: number, failedBefore: number) =>
        outbox.purge({ sentBefore: minute(sentBefore), failedBefore: minute(failedBefore) })
      yield* expectSame("nothing", yield* purge(2, 2), 0)
      yield* expectSame("number", yield* purge(9, 5), 4)
      const kept = ["m-waiting", "m-leased", "m-8", "m-7", "m-5", "m-3", "m-1"]
      yield* expectSame("left", yield* listed(own), kept)
      yield* expectSame("all", yield* purge(1000, 1000), 4)
      yield* expectSame("may leave", yield* listed(own), ["m-waiting", "m-leased", "m-8"])
    },
  ),
  contractCase("a purge erases a superseded message from the moment it was dropped", function* () {
    const outbox = yield* Outbox
    yield* writeAll([threaded(m.id(0, own), "m-1")])
    yield* writeAll([threaded(m.id(0, own), "m-2")])
    const [, first] = yield* outbox.list({ tenant: own, limit: 2 })
    const at = first?.fate._tag === "dropped" ? first.fate.at : minute(0)
    const purge = (failedBefore: Instant) => outbox.purge({ sentBefore: minute(1), failedBefore })
    yield* expectSame("at that moment", yield* purge(at), 0)
    yield* expectSame("after", yield* purge(minute(1)), 1)
    yield* expectSame("left", yield* listed(own), ["m-2"])
  }),
]
