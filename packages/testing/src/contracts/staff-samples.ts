/** The personnel of the contract of `StaffDirectory`: how they are put in, and odd ones at random. */
import {
  type Assignment,
  type AssignmentDate,
  assignments,
  type CompetenceEvent,
  competenceSheetRef,
  people,
  type Post,
  posts,
  type StaffMember,
  type StaffSources,
  type UnavailabilityEvent,
  unavailabilityRef,
} from "@convoque/core/exam-missions"
import type { CivilDate, CivilTime } from "@convoque/core/kernel/calendar"
import type { PersonId, TenantId, Uai } from "@convoque/core/kernel/identity"
import { type Change, Registers, Storage } from "@convoque/core/kernel/ports"
import type { Register, RegisterRow } from "@convoque/core/kernel/register"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as fc from "fast-check"
import { minute } from "./case.ts"
import { changeOf } from "./notebook.ts"
import { commitOf } from "./subject.ts"

/** Gives a person of whom only some things are said. */
export const memberOf = (person: string, said: Partial<StaffMember> = {}): StaffMember => ({
  person: person as PersonId,
  numen: null,
  civility: null,
  familyName: "Durand",
  givenName: "Anne",
  birthDate: null,
  address: null,
  personalPhone: null,
  professionalPhone: null,
  professionalEmail: null,
  personalEmail: null,
  ...said,
})

/** Gives a post, the main one unless said. */
export const postOf = (person: string, school: string, said: Partial<Post> = {}): Post => ({
  person: person as PersonId,
  school: school as Uai,
  kind: "main",
  discipline: null,
  role: null,
  ...said,
})

/** Gives an assignment, convened unless said; missions are numbered by the caller. */
export const assignmentOf = (
  mission: number,
  person: string,
  said: Partial<Assignment> = {},
): Assignment => ({
  mission: String(mission) as Assignment["mission"],
  person: person as PersonId,
  situation: "convened",
  convenedOn: null,
  capacity: null,
  commission: null,
  juries: null,
  room: null,
  dates: [],
  observation: null,
  ...said,
})

/** Gives a range of time, `YYYY-MM-DDTHH:mm` each. */
export const awayOf = (
  person: string,
  start: string,
  end: string,
): StaffSources["unavailabilities"][number] => ({ person: person as PersonId, start, end })

/** Nobody: what a case begins with. */
export const nobody: StaffSources = {
  people: [],
  posts: [],
  unavailabilities: [],
  assignments: [],
  competent: new Set(),
}

/** Puts personnel into an empty store. */
export const putStaff = (tenant: TenantId, sources: StaffSources) =>
  Effect.gen(function* () {
    yield* replaced(tenant, people, sources.people)
    yield* replaced(tenant, posts, sources.posts)
    yield* replaced(tenant, assignments, sources.assignments)
    const storage = yield* Storage
    const changes = [
      ...sources.unavailabilities.map((range) => awayChange(tenant, range)),
      ...[...sources.competent].map((person) => sheetChange(tenant, person)),
    ]
    if (changes.length > 0) yield* storage.commit(commitOf(tenant, { changes }))
  })

const replaced = <Row extends RegisterRow>(
  tenant: TenantId,
  register: Register<Row>,
  rows: ReadonlyArray<Row>,
) =>
  Registers.use((registers) =>
    registers.replace({
      tenant,
      register,
      rows: Stream.fromIterable(rows.map((row, line) => ({ line, row }))),
      accept: () => true,
    }),
  )

const by = { person: "p-0" as PersonId, capacity: "school-head" } as const

const awayChange = (
  tenant: TenantId,
  { person, start, end }: StaffSources["unavailabilities"][number],
): Change => {
  const name = {
    person,
    origin: { _tag: "epp" },
    period: { start: momentOf(start), end: momentOf(end) },
  } as const
  const event: UnavailabilityEvent = {
    _tag: "UnavailabilityImported",
    at: minute(1),
    by,
    ...name,
    reason: "Stage" as Extract<UnavailabilityEvent, { readonly reason: unknown }>["reason"],
    convocation: null,
    overlapped: [],
  }
  return changeOf(unavailabilityRef(tenant, name), [], [event])
}

const momentOf = (text: string) => ({
  date: text.slice(0, 10) as CivilDate,
  time: text.slice(11) as CivilTime,
})

const sheetChange = (tenant: TenantId, agent: PersonId): Change => {
  const event: CompetenceEvent = {
    _tag: "CompetenceMarked",
    at: minute(1),
    by,
    agent,
    option: "470.TTES.1" as Extract<CompetenceEvent, { readonly mark: unknown }>["option"],
    author: { _tag: "agent" },
    mark: "C",
    grounds: [],
  }
  return changeOf(competenceSheetRef(tenant, agent), [], [event])
}

const schools = ["0310001H", "0310002J", "0120006S"].map((uai) => uai as Uai)
const names = ["Éboué", "eboue", "Le Gall", "LEGALL", "O’Brien", "Œuvrard", "Łąka", "D", "d'Arc"]
const disciplines = [null, "Mathématiques", "S.I.I. 100 %", "ANGLAIS", "anglais", "Œnologie"]
const days = ["2026-05-30", "2026-05-31", "2026-06-01", "2026-06-02", "2026-06-03"].map(
  (text) => text as CivilDate,
)
const hours = ["00:00", "08:00", "23:59"].map((text) => text as CivilTime)

const day = fc.constantFrom(...days)
const hour = fc.constantFrom(...hours)
const person = fc.integer({ min: 1, max: 25 }).map((number) => `epp-${number}` as PersonId)

const someDate: fc.Arbitrary<AssignmentDate> = fc.oneof(
  fc.record({
    _tag: fc.constant("span" as const),
    date: day,
    start: fc.constant("08:00" as CivilTime),
    end: fc.constant("12:00" as CivilTime),
  }),
  fc.record({
    _tag: fc.constant("days" as const),
    date: day,
    start: hour,
    days: fc.constantFrom(1, 2, 3, 400),
  }),
  fc.record({ _tag: fc.constant("hours" as const), date: day, start: hour, hours: fc.nat(30) }),
)

const someMember = (number: number): fc.Arbitrary<StaffMember> =>
  fc
    .record({
      familyName: fc.constantFrom(...names),
      givenName: fc.constantFrom("Zoé", "ANNE", "anne-lise", "Jean  Luc", "İpek"),
      birthDate: fc.constantFrom(null, ...days),
    })
    .map((said) => memberOf(`epp-${number}`, said))

/** Personnel at random: names alike, several posts or none, periods and dates that touch. */
export const someStaff: fc.Arbitrary<StaffSources> = fc.record({
  people: fc.tuple(...Array.from({ length: 22 }, (_, index) => someMember(index + 1))),
  posts: fc.uniqueArray(
    fc
      .record({
        person,
        school: fc.constantFrom(...schools),
        kind: fc.constantFrom("main" as const, "secondary" as const),
        discipline: fc.constantFrom(...disciplines),
        role: fc.constantFrom(null, "Enseignement"),
      })
      .map(({ school, ...said }) => postOf(said.person, school, said)),
    { selector: (post) => `${post.person} ${post.school}`, maxLength: 40, minLength: 20 },
  ),
  unavailabilities: fc.uniqueArray(
    fc
      .record({ person, start: day, from: hour, end: day, until: hour })
      .map((one) => awayOf(one.person, `${one.start}T${one.from}`, `${one.end}T${one.until}`)),
    { selector: (one) => JSON.stringify(one), maxLength: 20 },
  ),
  assignments: fc.uniqueArray(
    fc
      .record({
        mission: fc.integer({ min: 1, max: 5 }),
        person,
        situation: fc.constantFrom("assigned", "convened", "convened-by-centre"),
        convenedOn: fc.constantFrom(null, ...days),
        dates: fc.array(someDate, { maxLength: 3 }),
      })
      .map(({ mission, ...said }) => assignmentOf(mission, said.person, said)),
    { selector: (one) => `${one.person} ${one.mission}`, maxLength: 40 },
  ),
  competent: fc.uniqueArray(person, { maxLength: 12 }).map((some) => new Set(some)),
})

// The seed is fixed: a contract says the same each time.
const sampled = fc.sample(someStaff, { numRuns: 3, seed: 20_260_617 })

/** Three academies with odd personnel, the same each time. */
export const sampledStaff: ReadonlyArray<StaffSources> = sampled

/** The schools of the personnel at random, and one without anybody. */
export const sampledSchools: ReadonlyArray<Uai> = [...schools, "0339999Z" as Uai]
