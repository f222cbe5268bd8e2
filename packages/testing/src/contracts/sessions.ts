/** The contract of sessions, the seat of a school among them. */
import { ManagerCode, PersonId, Uai } from "@convoque/core/kernel/identity"
import { type Session, Sessions } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, failureOf, minute, tenants } from "./case.ts"

const { own, other } = tenants

const session: Session = {
  id: "s-1",
  tenant: own,
  person: PersonId.make("p-1"),
  capacities: ["evaluator", "campaign-manager"],
  openedAt: minute(0),
  expiresAt: minute(10),
}

const school = Uai.make("0310001H")
const seated: Session = {
  ...session,
  capacities: ["school-head"],
  school,
  managerCode: ManagerCode.make("DEC2A"),
}

/** The same seat asked for by somebody else at a minute, for ten minutes. */
const newcomer = (at: number, id = "s-2"): Session => ({
  ...seated,
  id,
  person: PersonId.make("p-2"),
  openedAt: minute(at),
  expiresAt: minute(at + 10),
})

const lastingCases: Contract<Sessions> = [
  contractCase("a session is found until it expires", function* () {
    const sessions = yield* Sessions
    yield* sessions.open(session)
    yield* expectSame("open", yield* sessions.find("s-1", minute(9)), session)
    yield* expectSame("expired", yield* sessions.find("s-1", minute(10)), undefined)
    yield* expectSame("unknown", yield* sessions.find("s-2", minute(9)), undefined)
  }),
  contractCase("a session extended lasts longer", function* () {
    const sessions = yield* Sessions
    yield* sessions.open({ ...session, capacities: [] })
    yield* sessions.extend("s-1", minute(30))
    yield* sessions.extend("s-2", minute(30))
    const expected = { ...session, capacities: [], expiresAt: minute(30) }
    yield* expectSame("extended", yield* sessions.find("s-1", minute(29)), expected)
    yield* expectSame("unknown", yield* sessions.find("s-2", minute(29)), undefined)
  }),
  contractCase("a session is never shortened, whatever the order of requests", function* () {
    const sessions = yield* Sessions
    yield* sessions.open(session)
    yield* sessions.extend("s-1", minute(30))
    yield* sessions.extend("s-1", minute(20))
    yield* expectSame("end", (yield* sessions.find("s-1", minute(1)))?.expiresAt, minute(30))
  }),
  contractCase("a session closed is over, others are not", function* () {
    const sessions = yield* Sessions
    yield* sessions.open(session)
    yield* sessions.open({ ...session, id: "s-2" })
    yield* sessions.close("s-1")
    yield* sessions.close("s-1")
    yield* sessions.extend("s-1", minute(30))
    yield* expectSame("closed", yield* sessions.find("s-1", minute(1)), undefined)
    yield* expectSame("open", (yield* sessions.find("s-2", minute(1)))?.id, "s-2")
  }),
  contractCase("a purge erases expired sessions and counts them", function* () {
    const sessions = yield* Sessions
    for (const [index, at] of [5, 6, 20].entries()) {
      yield* sessions.open({ ...session, id: `s-${index}`, expiresAt: minute(at) })
    }
    yield* expectSame("number", yield* sessions.purge(minute(7)), 2)
    yield* expectSame("left", (yield* sessions.find("s-2", minute(1)))?.id, "s-2")
  }),
]

const seatCases: Contract<Sessions> = [
  contractCase("UI-03 the seat of a school is held by one session at a time", function* () {
    const sessions = yield* Sessions
    yield* sessions.open(seated)
    yield* expectSame("who", yield* sessions.find("s-1", minute(1)), seated)
    for (const again of [newcomer(9), { ...newcomer(9), person: seated.person }]) {
      yield* expectSame("refused", yield* failureOf("a second session", sessions.open(again)), {
        _tag: "session.already-open",
        school,
        expiresAt: minute(10),
      })
    }
    yield* sessions.extend("s-1", minute(15))
    const later = yield* failureOf("after an extension", sessions.open(newcomer(14)))
    yield* expectSame("end", later, {
      _tag: "session.already-open",
      school,
      expiresAt: minute(15),
    })
    yield* expectSame("newcomer", yield* sessions.find("s-2", minute(14)), undefined)
    yield* expectSame("holder", (yield* sessions.find("s-1", minute(14)))?.id, "s-1")
  }),
  contractCase("UI-03 an expired session loses its seat without a purge, for good", function* () {
    const sessions = yield* Sessions
    yield* sessions.open(seated)
    yield* sessions.open(newcomer(10))
    yield* expectSame("newcomer", yield* sessions.find("s-2", minute(11)), newcomer(10))
    yield* sessions.extend("s-1", minute(60))
    yield* expectSame("former", yield* sessions.find("s-1", minute(9)), undefined)
    const third = yield* failureOf("a third session", sessions.open(newcomer(11, "s-3")))
    yield* expectSame("end", third, { _tag: "session.already-open", school, expiresAt: minute(20) })
  }),
  contractCase("UI-06 a session closed frees its seat at once", function* () {
    const sessions = yield* Sessions
    yield* sessions.open(seated)
    yield* sessions.close("s-1")
    yield* sessions.open(newcomer(1))
    yield* expectSame("newcomer", (yield* sessions.find("s-2", minute(2)))?.id, "s-2")
  }),
  contractCase("UI-03 schools, tenants and people without a school do not meet", function* () {
    const sessions = yield* Sessions
    const elsewhere = { ...seated, id: "s-2", tenant: other }
    const neighbour = { ...seated, id: "s-3", school: Uai.make("0310002J") }
    const others = [elsewhere, neighbour, session, { ...session, id: "s-5" }]
    for (const one of [{ ...seated, id: "s-4" }, ...others]) yield* sessions.open(one)
    for (const { id } of others) {
      yield* expectSame(id, (yield* sessions.find(id, minute(1)))?.id, id)
    }
  }),
  contractCase("UI-03 of twenty sessions opened at once for a school one succeeds", function* () {
    const sessions = yield* Sessions
    for (const at of [1, 20]) {
      const asked = Array.from({ length: 20 }, (_, index) => newcomer(at, `s-${at}-${index}`))
      const outcomes = yield* Effect.all(
        asked.map((one) => Effect.result(sessions.open(one))),
        { concurrency: "unbounded" },
      )
      const found = yield* Effect.all(asked.map(({ id }) => sessions.find(id, minute(at))))
      yield* expectSame("winners", found.filter((one) => one !== undefined).length, 1)
      const refused = outcomes.flatMap((one) => (one._tag === "Failure" ? [one.failure] : []))
      yield* expectSame(
        "refused",
        refused,
        Array.from({ length: 19 }, () => ({
          _tag: "session.already-open",
          school,
          expiresAt: minute(at + 10),
        })),
      )
    }
  }),
  contractCase(
    "UI-03 the seats held in a tenant are listed, and released one by one",
    function* () {
      const sessions = yield* Sessions
      const first = Uai.make("0010001A")
      yield* sessions.open(session)
      yield* sessions.open({ ...seated, id: "s-2" })
      yield* sessions.open({ ...newcomer(1, "s-3"), school: first })
      yield* sessions.open({ ...seated, id: "s-4", tenant: other })
      const held = { school, openedAt: minute(0), expiresAt: minute(10) }
      const firstHeld = { school: first, openedAt: minute(1), expiresAt: minute(11) }
      yield* expectSame("all", yield* sessions.schools(own, minute(9)), [firstHeld, held])
      yield* expectSame("later", yield* sessions.schools(own, minute(10)), [firstHeld])
      const seat = { tenant: own, school }
      yield* expectSame("expired", yield* sessions.release(seat, minute(10)), false)
      yield* expectSame("released", yield* sessions.release(seat, minute(9)), true)
      yield* expectSame("again", yield* sessions.release(seat, minute(9)), false)
      yield* expectSame("gone", yield* sessions.find("s-2", minute(1)), undefined)
      yield* expectSame("elsewhere", (yield* sessions.find("s-4", minute(1)))?.id, "s-4")
      yield* expectSame("left", yield* sessions.schools(own, minute(9)), [firstHeld])
    },
  ),
]

/** The cases that every store of sessions must pass. */
export const sessionsContract: Contract<Sessions> = [...lastingCases, ...seatCases]
