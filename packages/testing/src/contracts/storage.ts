/** Contract of `Storage`: versions, atomicity, races, erasure and tenants. */
import type { TenantId } from "@convoque/core/kernel/identity"
import { type AggregateId, StaleVersion, Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type Contract, contractCase, expectSame, failureOf, tenants } from "./case.ts"
import { commitOf, type ContractSubject, type Materials, materialsOf } from "./subject.ts"

/** Gives the cases that every store must pass with a subject. */
export const storageContract = <State, Event>(
  subject: ContractSubject<State, Event>,
): Contract<Storage> => {
  const materials = materialsOf(subject)
  return [
    ...versionCases(materials),
    ...atomicityCases(materials),
    ...unchangedCases(materials),
    ...repeatedCases(materials),
    ...raceCases(materials),
    ...erasureCases(materials),
  ]
}

const { own, other } = tenants

const loadOne = <State, Event>(id: AggregateId<State, Event>) =>
  Storage.use((storage) => storage.load([id])).pipe(Effect.map(([loaded]) => loaded))

const expectStale = (about: string, effect: Effect.Effect<void, unknown, Storage>) =>
  Effect.gen(function* () {
    const failure = yield* failureOf(about, effect)
    yield* expectSame(`${about} is a stale version`, failure instanceof StaleVersion, true)
    return failure
  })

const versionCases = <State, Event>(m: Materials<State, Event>): Contract<Storage> => [
  contractCase("an unknown aggregate is its initial state at version 0", function* () {
    yield* expectSame("unknown", yield* loadOne(m.id(0, own)), m.after(m.id(0, own), 0))
  }),
  contractCase("no id loads nothing", function* () {
    const storage = yield* Storage
    yield* expectSame("nothing", yield* storage.load([]), [])
  }),
  contractCase("events appended one by one or together give the same state", function* () {
    const storage = yield* Storage
    const [one, two] = [m.id(0, own), m.id(1, own)]
    yield* storage.commit(commitOf(own, { changes: [m.change(one, 0, 1)] }))
    yield* expectSame("after one", yield* loadOne(one), m.after(one, 1))
    yield* storage.commit(commitOf(own, { changes: [m.change(one, 1, 2)] }))
    yield* storage.commit(commitOf(own, { changes: [m.change(one, 2, 3)] }))
    yield* storage.commit(commitOf(own, { changes: [m.change(two, 0, 3)] }))
    yield* expectSame("one by one", yield* loadOne(one), m.after(one, 3))
    yield* expectSame("together", yield* loadOne(two), m.after(two, 3))
  }),
  contractCase("every state of a life comes back as it was", function* () {
    const storage = yield* Storage
    const [one, two] = [m.id(0, own), m.id(1, own)]
    for (let count = 0; count < m.lifeLength(one); count++) {
      yield* storage.commit(commitOf(own, { changes: [m.change(one, count, count + 1)] }))
      yield* expectSame(`event ${count + 1}`, yield* loadOne(one), m.after(one, count + 1))
    }
    const length = m.lifeLength(two)
    yield* storage.commit(commitOf(own, { changes: [m.change(two, 0, length)] }))
    yield* expectSame("a whole life at once", yield* loadOne(two), m.after(two, length))
  }),
  contractCase("several ids load in the order asked, unknown and repeated ones too", function* () {
    const storage = yield* Storage
    const [one, two, none] = [m.id(0, own), m.id(1, own), m.id(2, own)]
    yield* storage.commit(commitOf(own, { changes: [m.change(one, 0, 1), m.change(two, 0, 2)] }))
    yield* expectSame("order", yield* storage.load([two, none, one, two]), [
      m.after(two, 2),
      m.after(none, 0),
      m.after(one, 1),
      m.after(two, 2),
    ])
  }),
  contractCase("expected 0 succeeds once", function* () {
    const storage = yield* Storage
    const create = storage.commit(commitOf(own, { changes: [m.change(m.id(0, own), 0, 2)] }))
    yield* create
    yield* expectStale("a second creation", create)
    yield* expectSame("kept", yield* loadOne(m.id(0, own)), m.after(m.id(0, own), 2))
  }),
  contractCase("an older or a later version than the current one is stale", function* () {
    const storage = yield* Storage
    const id = m.id(0, own)
    yield* expectStale(
      "a later version of nothing",
      storage.commit(commitOf(own, { changes: [m.change(id, 1, 2)] })),
    )
    yield* storage.commit(commitOf(own, { changes: [m.change(id, 0, 2)] }))
    yield* expectStale(
      "an older version",
      storage.commit(commitOf(own, { changes: [m.change(id, 1, 2)] })),
    )
    const later = { ...m.change(id, 2, 3), expected: 3 }
    const stale = yield* expectStale(
      "a later version",
      storage.commit(commitOf(own, { changes: [later] })),
    )
    const which = stale instanceof StaleVersion ? [stale.kind, stale.key, stale.expected] : []
    yield* expectSame("which", which, [id.type.kind, id.key, 3])
    yield* expectSame("kept", yield* loadOne(id), m.after(id, 2))
  }),
  contractCase("tenants never see each other's aggregates", function* () {
    const storage = yield* Storage
    const create = (tenant: TenantId, until: number) =>
      storage.commit(commitOf(tenant, { changes: [m.change(m.id(0, tenant), 0, until)] }))
    yield* create(own, 1)
    yield* expectSame("before", yield* loadOne(m.id(0, other)), m.after(m.id(0, other), 0))
    yield* create(other, 2)
    yield* expectSame("own", yield* loadOne(m.id(0, own)), m.after(m.id(0, own), 1))
    yield* expectSame("other", yield* loadOne(m.id(0, other)), m.after(m.id(0, other), 2))
  }),
]

const atomicityCases = <State, Event>(m: Materials<State, Event>): Contract<Storage> => [
  contractCase("several changes are written together or not at all", function* () {
    const storage = yield* Storage
    const [one, two, three] = [m.id(0, own), m.id(1, own), m.id(2, own)]
    yield* storage.commit(commitOf(own, { changes: [m.change(two, 0, 1), m.change(one, 0, 2)] }))
    const stale = m.change(two, 0, 1)
    yield* expectStale(
      "one of three",
      storage.commit(
        commitOf(own, { changes: [m.change(one, 2, 3), stale, m.change(three, 0, 1)] }),
      ),
    )
    yield* expectSame("kept", yield* storage.load([one, two, three]), [
      m.after(one, 2),
      m.after(two, 1),
      m.after(three, 0),
    ])
  }),
  contractCase("a stale change erases nothing", function* () {
    const storage = yield* Storage
    const [one, two] = [m.id(0, own), m.id(1, own)]
    yield* storage.commit(commitOf(own, { changes: [m.change(one, 0, 1)] }))
    yield* expectStale(
      "a change of nothing",
      storage.commit(commitOf(own, { changes: [m.change(two, 1, 2)], erase: [one] })),
    )
    yield* expectSame("kept", yield* loadOne(one), m.after(one, 1))
  }),
]

const unchangedCases = <State, Event>(m: Materials<State, Event>): Contract<Storage> => [
  contractCase("an aggregate named unchanged must be at its version", function* () {
    const storage = yield* Storage
    const [one, fact] = [m.id(0, own), m.id(1, own)]
    yield* storage.commit(commitOf(own, { changes: [m.change(fact, 0, 2)] }))
    const creating = (expected: number) =>
      storage.commit(
        commitOf(own, { changes: [m.change(one, 0, 1)], unchanged: [{ id: fact, expected }] }),
      )
    for (const expected of [0, 1, 3]) {
      yield* expectStale(`unchanged at ${expected}`, creating(expected))
    }
    yield* expectSame("nothing written", yield* loadOne(one), m.after(one, 0))
    yield* creating(2)
    yield* expectSame("both", yield* storage.load([one, fact]), [m.after(one, 1), m.after(fact, 2)])
  }),
  contractCase(
    "an aggregate named unchanged at 0 must not exist, and may come after",
    function* () {
      const storage = yield* Storage
      const [one, absent] = [m.id(0, own), m.id(1, own)]
      const change = (from: number) =>
        storage.commit(
          commitOf(own, {
            changes: [m.change(one, from, from + 1)],
            unchanged: [{ id: absent, expected: 0 }],
          }),
        )
      yield* change(0)
      yield* change(1)
      yield* expectSame("still absent", yield* loadOne(absent), m.after(absent, 0))
      yield* storage.commit(commitOf(own, { changes: [m.change(absent, 0, 1)] }))
      yield* expectStale("unchanged at 0", change(2))
    },
  ),
]

const repeatedCases = <State, Event>(m: Materials<State, Event>): Contract<Storage> => [
  contractCase("what changes may be named unchanged too, and facts more than once", function* () {
    const storage = yield* Storage
    const [one, fact, absent] = [m.id(0, own), m.id(1, own), m.id(2, own)]
    yield* storage.commit(commitOf(own, { changes: [m.change(fact, 0, 1)] }))
    for (const expected of [0, 1]) {
      const facts = [
        { id: one, expected },
        { id: fact, expected: 1 },
        { id: absent, expected: 0 },
      ]
      const changes = [m.change(one, expected, expected + 1)]
      yield* storage.commit(commitOf(own, { changes, unchanged: [...facts, ...facts] }))
    }
    yield* expectSame("state", yield* loadOne(one), m.after(one, 2))
    const unchanged = [{ id: one, expected: 1 }]
    yield* expectStale(
      "a change named unchanged at another version",
      storage.commit(commitOf(own, { changes: [m.change(one, 2, 3)], unchanged })),
    )
  }),
]

const winners = (results: ReadonlyArray<Result.Result<void, unknown>>): number =>
  results.filter(Result.isSuccess).length

const expectOnlyStale = (results: ReadonlyArray<Result.Result<void, unknown>>) =>
  Effect.forEach(results.filter(Result.isFailure), ({ failure }) =>
    failure instanceof StaleVersion ? Effect.void : Effect.fail(failure),
  )

const together = { concurrency: "unbounded" } as const

const raceCases = <State, Event>(m: Materials<State, Event>): Contract<Storage> => [
  contractCase("20 commits at once on one version: exactly one wins", function* () {
    const storage = yield* Storage
    const id = m.id(0, own)
    for (const version of [0, 1, 2]) {
      const attempt = storage.commit(
        commitOf(own, { changes: [m.change(id, version, version + 1)] }),
      )
      const results = yield* Effect.all(
        Array.from({ length: 20 }, () => Effect.result(attempt)),
        together,
      )
      yield* expectSame(`winners at ${version}`, winners(results), 1)
      yield* expectOnlyStale(results)
      yield* expectSame("state", yield* loadOne(id), m.after(id, version + 1))
    }
  }),
  contractCase("two facts that each say the other is unchanged: one wins", function* () {
    const storage = yield* Storage
    const [left, right] = [m.id(0, own), m.id(1, own)]
    yield* storage.commit(commitOf(own, { changes: [m.change(left, 0, 1), m.change(right, 0, 1)] }))
    const attempt = (moved: AggregateId<State, Event>, fact: AggregateId<State, Event>) =>
      storage.commit(
        commitOf(own, {
          changes: [m.change(moved, 1, 2)],
          unchanged: [{ id: fact, expected: 1 }],
        }),
      )
    const results = yield* Effect.all(
      Array.from({ length: 12 }, (_, index) =>
        Effect.result(index % 2 === 0 ? attempt(left, right) : attempt(right, left)),
      ),
      together,
    )
    yield* expectSame("winners", winners(results), 1)
    yield* expectOnlyStale(results)
  }),
  contractCase("two creations that each say the other is absent: one wins", function* () {
    const storage = yield* Storage
    const [left, right] = [m.id(0, own), m.id(1, own)]
    const attempt = (made: AggregateId<State, Event>, absent: AggregateId<State, Event>) =>
      storage.commit(
        commitOf(own, {
          changes: [m.change(made, 0, 1)],
          unchanged: [{ id: absent, expected: 0 }],
        }),
      )
    const results = yield* Effect.all(
      Array.from({ length: 12 }, (_, index) =>
        Effect.result(index % 2 === 0 ? attempt(left, right) : attempt(right, left)),
      ),
      together,
    )
    yield* expectSame("winners", winners(results), 1)
    yield* expectOnlyStale(results)
  }),
]

const erasureCases = <State, Event>(m: Materials<State, Event>): Contract<Storage> => [
  contractCase("an erased aggregate is unknown, and can begin again", function* () {
    const storage = yield* Storage
    const [one, two] = [m.id(0, own), m.id(1, own)]
    yield* storage.commit(commitOf(own, { changes: [m.change(one, 0, 3), m.change(two, 0, 1)] }))
    yield* storage.commit(commitOf(own, { erase: [one] }))
    yield* expectSame("erased", yield* storage.load([one, two]), [m.after(one, 0), m.after(two, 1)])
    yield* storage.commit(commitOf(own, { changes: [m.change(one, 0, 2)] }))
    yield* expectSame("again", yield* loadOne(one), m.after(one, 2))
  }),
  contractCase("erasing an unknown aggregate is no failure", function* () {
    const storage = yield* Storage
    yield* storage.commit(commitOf(own, { erase: [m.id(0, own)] }))
    yield* expectSame("unknown", yield* loadOne(m.id(0, own)), m.after(m.id(0, own), 0))
  }),
  contractCase("erasing leaves the aggregate of the same key in another tenant", function* () {
    const storage = yield* Storage
    for (const tenant of [own, other]) {
      yield* storage.commit(commitOf(tenant, { changes: [m.change(m.id(0, tenant), 0, 1)] }))
    }
    yield* storage.commit(commitOf(own, { erase: [m.id(0, own)] }))
    yield* expectSame("other", yield* loadOne(m.id(0, other)), m.after(m.id(0, other), 1))
  }),
]
