/** The contract of the directory of people. */
import type { CivilDate } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import { PeopleDirectory } from "@convoque/core/kernel/ports"
import type { People } from "../memory/people.ts"
import { type Contract, contractCase, expectSame, tenants } from "./case.ts"

const { own, other } = tenants

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
