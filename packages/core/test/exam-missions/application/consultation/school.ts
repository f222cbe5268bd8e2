/** A school in memory for the consultation of its personnel: two people, their missions, teachings. */
import {
  type Assignment,
  assignments,
  ExamMissionsSetup,
  type Mission,
  missions,
  openActivity,
  people,
  posts,
  type School,
  schools,
  type Teaching,
  teachings,
  type UnavailabilityEvent,
  UnavailabilityReason,
  unavailabilityRef,
  usualExamOffer,
  wordingFr,
} from "@convoque/core/exam-missions"
import { type CivilDate, type CivilTime, Instant, Zone } from "@convoque/core/kernel/calendar"
import { Numen, PersonId, TenantId, Uai } from "@convoque/core/kernel/identity"
import { Registers, Storage } from "@convoque/core/kernel/ports"
import type { Register, RegisterRow } from "@convoque/core/kernel/register"
import {
  assignmentOf,
  layerMemory,
  layerStaffDirectoryMemory,
  memberOf,
  postOf,
} from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/testing/TestClock"

export const tenant = TenantId.make("toulouse")
export const aspet = Uai.make("0310001H")
export const rodez = Uai.make("0120006S")
export const anne = PersonId.make("epp-1")
export const paul = PersonId.make("epp-2")
export const numen = "12E0123456ABC"
export const head = {
  person: PersonId.make("head-1"),
  capacity: "school-head",
  school: aspet,
} as const
export const division = { person: PersonId.make("dec-1"), capacity: "exams-division" } as const

const day = (text: string) => text as CivilDate
const at = (text: string) => text as CivilTime

const school = (uai: Uai, name: string): School => ({
  uai,
  name,
  category: "college",
  town: "ASPET",
  email: null,
})

const mission = (number: number, said: Partial<Mission>): Mission => ({
  number: String(number) as Mission["number"],
  examCode: "470",
  examAcronym: "BCG",
  session: "2016-06" as Mission["session"],
  examLabel: "BAC GENERAL",
  speciality: null,
  examOption: null,
  type: "Réunion",
  centre: rodez,
  startDate: day("2016-01-01"),
  ...said,
})

const everyMission: ReadonlyArray<Mission> = [
  mission(111_309, {
    type: "COMMISSION DE CHOIX DE SUJETS",
    speciality: "TOUTES SERIES",
    examOption: "014A-1, EVALUATION SPEC LANG S.EUROP. ANGLAIS",
  }),
  mission(111_759, { type: "VAE", examAcronym: "BTS", examLabel: "BTS" }),
  mission(111_578, { startDate: day("2017-03-08") }),
  mission(111_999, {}),
]

const everyAssignment: ReadonlyArray<Assignment> = [
  assignmentOf(111_759, anne, {
    convenedOn: day("2016-02-01"),
    capacity: "Interrogateur",
    commission: "COM1",
    juries: "J12",
    dates: [{ _tag: "span", date: day("2016-03-15"), start: at("09:00"), end: at("12:00") }],
  }),
  assignmentOf(111_309, anne, {
    convenedOn: day("2018-11-15"),
    situation: "convened-by-centre",
    observation: "Veuillez vous présenter à l'accueil.",
    dates: [{ _tag: "days", date: day("2016-01-18"), start: at("09:00"), days: 1 }],
  }),
  assignmentOf(111_578, anne, { dates: [] }),
  assignmentOf(111_999, anne, { situation: "assigned" }),
]

const everyTeaching: ReadonlyArray<Teaching> = [
  {
    person: anne,
    school: aspet,
    subjectCode: "0613",
    subject: "DROIT DES SOCIETES",
    modality: "AI",
    trainingModuleCode: null,
    trainingModule: "1CAP2 MENUISIER EN SIEGES (AUTR LANG)",
    trainingModuleType: "CAP",
    structureKind: "group",
    structure: "b",
  },
]

const replaced = <Row extends RegisterRow>(register: Register<Row>, rows: ReadonlyArray<Row>) =>
  Registers.use((registers) =>
    registers.replace({
      tenant,
      register,
      rows: Stream.fromIterable(rows.map((row, line) => ({ line, row }))),
      accept: () => true,
    }),
  )

/** Puts the school in, and opens the activity of consultation. */
export const putSchool = Effect.gen(function* () {
  yield* TestClock.setTime(Date.parse("2016-11-30T13:47:00Z"))
  yield* replaced(schools, [school(aspet, "CLG ARMAND LATOUR"), school(rodez, "LGT LA DECOUVERTE")])
  yield* replaced(people, [
    memberOf(anne, {
      familyName: "BLEUX",
      givenName: "Agnès",
      numen: Numen.make(numen),
      birthDate: day("1968-03-09"),
      address: "1 rue de l'École, 31160 Aspet",
      personalPhone: "05 61 00 00 00",
      professionalPhone: "05 61 00 00 01",
    }),
    memberOf(paul, { familyName: "=Zola", givenName: "Émile" }),
  ])
  yield* replaced(posts, [
    postOf(anne, aspet, { discipline: "GENIE MECANIQUE", role: "Enseignement" }),
    postOf(paul, aspet, { kind: "secondary", discipline: "LETTRES; THEATRE" }),
    postOf(paul, rodez, { discipline: "LETTRES MODERNES" }),
  ])
  yield* replaced(missions, everyMission)
  yield* replaced(assignments, everyAssignment)
  yield* replaced(teachings, everyTeaching)
  for (const activity of ["staff-consultation", "competence-entry"] as const) {
    yield* openActivity({ by: division, tenant, activity })
  }
})

/** Puts in the convocation of Agnès by another academy. */
export const putConvocationElsewhere = Effect.gen(function* () {
  const storage = yield* Storage
  const name = {
    person: anne,
    origin: { _tag: "academy", code: "A14" },
    period: {
      start: { date: day("2018-09-24"), time: at("08:00") },
      end: { date: day("2018-09-24"), time: at("12:00") },
    },
  } as const
  const event: UnavailabilityEvent = {
    _tag: "UnavailabilityImported",
    at: Instant.make("2018-09-01T08:00:00.000Z"),
    by: division,
    ...name,
    reason: UnavailabilityReason.make("CONVOCATION PAR IMAGIN RENNES"),
    convocation: {
      academy: "Rennes",
      mission: "4012",
      missionType: "Oral",
      exam: "BTS 2018",
      centre: "LPO CHARLES DE GAULLE",
      place: "RENNES",
      capacity: null,
    },
    overlapped: [],
  }
  const id = unavailabilityRef(tenant, name)
  const state = id.type.evolve(id.type.initial, event)
  yield* storage.commit({
    tenant,
    changes: [{ id, expected: 0, events: [event], state }],
    unchanged: [],
    erase: [],
    messages: [],
  })
})

/** The ports in memory, the clock of tests, the French texts. */
export const layerSchool = Layer.mergeAll(
  Layer.provideMerge(layerStaffDirectoryMemory, layerMemory),
  Layer.succeed(ExamMissionsSetup, {
    wording: wordingFr,
    zone: Zone.make("Europe/Paris"),
    academy: "Toulouse",
    managementService: { name: "DEC", address: "dec@academie.example" },
    examOffer: usualExamOffer,
  }),
  TestClock.layer(),
)

export type Needs = Layer.Success<typeof layerSchool>

/** Runs an effect on that school. */
export const inSchool = <A, E>(effect: Effect.Effect<A, E, Needs>): Promise<A> =>
  Effect.runPromise(Effect.provide(Effect.andThen(putSchool, effect), Layer.fresh(layerSchool)))
