/** The contract of sessions. */
import { PersonId } from "@convoque/core/kernel/identity"
import { type Session, Sessions } from "@convoque/core/kernel/ports"
import { type Contract, contractCase, expectSame, minute, tenants } from "./case.ts"

const { own } = tenants

const session: Session = {
  id: "s-1",
  tenant: own,
  person: PersonId.make("p-1"),
  capacities: ["evaluator", "campaign-manager"],
  expiresAt: minute(10),
}

/** The cases that every store of sessions must pass. */
export const sessionsContract: Contract<Sessions> = [
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
  contractCase("a session closed is over, others are not", function* () {
    const sessions = yield* Sessions
    yield* sessions.open(session)
    yield* sessions.open({ ...session, id: "s-2" })
    yield* sessions.close("s-1")
    yield* sessions.close("s-1")
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
