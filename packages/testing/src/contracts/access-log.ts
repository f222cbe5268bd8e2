/** Contract of `AccessLog`: who consulted what about whom, kept for a time. */
import { type Actor, PersonId } from "@convoque/core/kernel/identity"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import { AccessLog, type Consultation } from "@convoque/core/kernel/ports"
import { type Contract, contractCase, expectSame, minute, tenants } from "./case.ts"

const { own, other } = tenants
const agent = PersonId.make("a-1")

const superior: Actor = { person: PersonId.make("p-1"), capacity: "superior" }
const deputy: Actor = {
  person: PersonId.make("p-2"),
  capacity: "authority",
  onBehalfOf: PersonId.make("p-3"),
  delegation: { from: "2100-01-01" as CivilDate, until: "2100-12-31" as CivilDate },
}

const trace = (at: number, changes: Partial<Consultation> = {}): Consultation => ({
  tenant: own,
  at: minute(at),
  by: superior,
  what: "interview-report",
  kind: "interview",
  key: `clé-${at}`,
  concerns: agent,
  ...changes,
})

const asked = { tenant: own, concerns: agent, limit: 10 }

/** The cases that every log of consultations must pass. */
export const accessLogContract: Contract<AccessLog> = [
  contractCase("traces about a person come back whole, newest first", function* () {
    const log = yield* AccessLog
    const traces = [trace(5), trace(1, { by: deputy }), trace(9, { what: "L’« été »" })]
    for (const one of traces) yield* log.record(one)
    const expected = [traces[2], traces[0], traces[1]]
    yield* expectSame("traces", yield* log.list(asked), expected)
    yield* expectSame("limit", yield* log.list({ ...asked, limit: 2 }), expected.slice(0, 2))
    yield* expectSame("none", yield* log.list({ ...asked, limit: 0 }), [])
  }),
  contractCase("at one instant the trace recorded last comes first, repeated or not", function* () {
    const log = yield* AccessLog
    const traces = [trace(5, { key: "b" }), trace(5, { key: "a" }), trace(5, { key: "b" })]
    for (const one of traces) yield* log.record(one)
    yield* expectSame("traces", yield* log.list(asked), traces.toReversed())
  }),
  contractCase("other people and other tenants have traces of their own", function* () {
    const log = yield* AccessLog
    const colleague = PersonId.make("a-2")
    const theirs = trace(2, { tenant: other })
    const about = trace(3, { concerns: colleague })
    for (const one of [trace(1), theirs, about]) yield* log.record(one)
    yield* expectSame("own", yield* log.list(asked), [trace(1)])
    yield* expectSame("another's", yield* log.list({ ...asked, concerns: colleague }), [about])
    yield* expectSame("another tenant's", yield* log.list({ ...asked, tenant: other }), [theirs])
    const unknown = PersonId.make("a-9")
    yield* expectSame("unknown", yield* log.list({ ...asked, concerns: unknown }), [])
  }),
  contractCase("a purge erases the older traces of all tenants and counts them", function* () {
    const log = yield* AccessLog
    for (const at of [1, 2, 9]) yield* log.record(trace(at))
    yield* log.record(trace(3, { tenant: other }))
    yield* expectSame("number", yield* log.purge(minute(9)), 3)
    yield* expectSame("left", yield* log.list(asked), [trace(9)])
    yield* expectSame("again", yield* log.purge(minute(9)), 0)
    yield* expectSame("other", yield* log.list({ ...asked, tenant: other }), [])
  }),
]
