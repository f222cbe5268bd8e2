/** Contracts of the small ports: documents, settings, sessions, idempotency keys, ids, people. */
import type { CivilDate } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import {
  DocumentStorage,
  type IdempotencyKey,
  IdempotencyKeys,
  NewIds,
  PeopleDirectory,
  type Session,
  Sessions,
  Settings,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { type Contract, contractCase, expectSame, minute, tenants } from "./case.ts"
import type { People } from "../memory/people.ts"

const { own, other } = tenants

/** The cases that every document storage must pass. */
export const documentStorageContract: Contract<DocumentStorage> = [
  contractCase("a file comes back byte for byte, the last one put", function* () {
    const documents = yield* DocumentStorage
    const bytes = Uint8Array.from({ length: 256 * 300 }, (_, index) => index % 256)
    const file = { bytes, mediaType: "application/pdf" }
    yield* documents.put(own, "a/é.pdf", { bytes: Uint8Array.of(1), mediaType: "text/plain" })
    yield* documents.put(own, "a/é.pdf", file)
    yield* expectSame("file", yield* documents.get(own, "a/é.pdf"), file)
  }),
  contractCase("an empty file is a file", function* () {
    const documents = yield* DocumentStorage
    const file = { bytes: new Uint8Array(), mediaType: "text/plain" }
    yield* documents.put(own, "empty", file)
    yield* expectSame("file", yield* documents.get(own, "empty"), file)
  }),
  contractCase("an absent, a removed and another tenant's file is nothing", function* () {
    const documents = yield* DocumentStorage
    const file = { bytes: Uint8Array.of(1, 2), mediaType: "text/plain" }
    yield* documents.put(own, "k", file)
    yield* expectSame("absent", yield* documents.get(own, "l"), undefined)
    yield* expectSame("another tenant's", yield* documents.get(other, "k"), undefined)
    yield* documents.remove(other, "k")
    yield* expectSame("kept", yield* documents.get(own, "k"), file)
    yield* documents.remove(own, "k")
    yield* documents.remove(own, "k")
    yield* expectSame("removed", yield* documents.get(own, "k"), undefined)
  }),
  contractCase("all files under a prefix go at once, those of one tenant only", function* () {
    const documents = yield* DocumentStorage
    const file = { bytes: Uint8Array.of(3), mediaType: "text/plain" }
    for (const key of ["p/1/a", 'p/1/b"\\', "p/10/a", "p", "q%/1", "q_/1"]) {
      yield* documents.put(own, key, file)
    }
    yield* documents.put(other, "p/1/a", file)
    yield* expectSame("number", yield* documents.removeUnder(own, "p/1/"), 2)
    yield* expectSame("gone", yield* documents.get(own, "p/1/a"), undefined)
    yield* expectSame("sibling", yield* documents.get(own, "p/10/a"), file)
    yield* expectSame("other tenant's", yield* documents.get(other, "p/1/a"), file)
    yield* expectSame("wild card", yield* documents.removeUnder(own, "q%/"), 1)
    yield* expectSame("no prefix", yield* documents.removeUnder(own, ""), 0)
    yield* expectSame("kept", yield* documents.get(own, "q_/1"), file)
  }),
]

/** The cases that every store of settings must pass. */
export const settingsContract: Contract<Settings> = [
  contractCase("a setting is the last JSON value put, whatever its kind", function* () {
    const settings = yield* Settings
    const values = [null, false, 0, "", "été", [], [1, [2]], { a: { b: "😀" }, c: [] }]
    for (const value of values) {
      yield* settings.put(own, "letterhead", value)
      yield* expectSame("value", yield* settings.get(own, "letterhead"), value)
    }
  }),
  contractCase("a setting never put is nothing, in each tenant", function* () {
    const settings = yield* Settings
    yield* settings.put(own, "a", 1)
    yield* expectSame("other name", yield* settings.get(own, "b"), undefined)
    yield* expectSame("other tenant", yield* settings.get(other, "a"), undefined)
  }),
]

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

/** The cases that every source of ids must pass. */
export const newIdsContract: Contract<NewIds> = [
  contractCase("ids differ and are 1 to 64 letters, digits and hyphens", function* () {
    const ids = yield* NewIds
    const given = yield* Effect.all(Array.from({ length: 1000 }, () => ids.next))
    yield* expectSame("different", new Set(given).size, 1000)
    const odd = given.filter((id) => !/^[A-Za-z0-9-]{1,64}$/u.test(id))
    yield* expectSame("odd", odd, [])
  }),
]

const day = (text: string): CivilDate => text as CivilDate
const people = ["p-1", "p-2"].map((id) => ({
  id: PersonId.make(id),
  givenName: `Zoé ${id}`,
  familyName: "Łąka",
  quality: "IA-IPR de mathématiques",
}))
const away = [
  { from: day("2100-03-10"), until: day("2100-03-12"), reason: "congé" },
  { from: day("2100-01-05"), until: day("2100-01-05"), reason: "stage" },
]

/** The people that a directory must know to be tried: put them in before. */
export const contractPeople: ReadonlyArray<People> = [
  {
    tenant: own,
    people,
    unavailable: away.map((days) => ({ ...days, person: PersonId.make("p-1") })),
  },
  { tenant: other, people: [] },
]

/** The cases that every directory that knows `contractPeople` must pass. */
export const peopleDirectoryContract: Contract<PeopleDirectory> = [
  contractCase("known people are found, unknown ids left out", function* () {
    const directory = yield* PeopleDirectory
    const ids = ["p-2", "p-9", "p-1"].map((id) => PersonId.make(id))
    const found = yield* directory.find(own, ids)
    const sorted = found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    yield* expectSame("people", sorted, people)
    yield* expectSame("none asked", yield* directory.find(own, []), [])
    yield* expectSame("other tenant", yield* directory.find(other, ids), [])
  }),
  contractCase("unavailable days that touch a span are given, oldest first", function* () {
    const directory = yield* PeopleDirectory
    const ask = (from: string, until: string, person = "p-1") =>
      directory.unavailableDays(own, PersonId.make(person), { from: day(from), until: day(until) })
    yield* expectSame("all", yield* ask("2100-01-01", "2100-12-31"), away.toReversed())
    yield* expectSame("first day", yield* ask("2100-03-12", "2100-03-20"), away.slice(0, 1))
    yield* expectSame("last day", yield* ask("2100-03-01", "2100-03-10"), away.slice(0, 1))
    yield* expectSame("between", yield* ask("2100-01-06", "2100-03-09"), [])
    yield* expectSame("another", yield* ask("2100-01-01", "2100-12-31", "p-2"), [])
  }),
]
