/** An academy in memory: a collège, a lycée, their teachers, the exam regulation, a clock that is set. */
import { CivilDate, Zone } from "@convoque/core/kernel/calendar"
import { PersonId, TenantId } from "@convoque/core/kernel/identity"
import type { MessageContent } from "@convoque/core/kernel/message"
import {
  type AccessLog,
  Outbox,
  Registers,
  Settings,
  Storage,
  Views,
} from "@convoque/core/kernel/ports"
import type { Register, RegisterRow } from "@convoque/core/kernel/register"
import {
  layerAccessLogMemory,
  layerRegistersMemory,
  layerSettingsMemory,
  makeMemory,
} from "@convoque/testing"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/testing/TestClock"
import { openActivity } from "../../../../src/exam-missions/application/activities.ts"
import { openEntry } from "../../../../src/exam-missions/application/competence/entries.ts"
import {
  correspondences,
  examManagers,
  examOptions,
} from "../../../../src/exam-missions/competence/registers.ts"
import {
  type Correspondence,
  type ExamOption,
  usualExamOffer,
} from "../../../../src/exam-missions/competence/regulation.ts"
import { ExamOptionId } from "../../../../src/exam-missions/competence/model.ts"
import { ExamMissionsSetup } from "../../../../src/exam-missions/ports.ts"
import type {
  Post,
  StaffMember,
  Teaching,
} from "../../../../src/exam-missions/staff-directory/model.ts"
import {
  people,
  posts,
  schools,
  teachings,
} from "../../../../src/exam-missions/staff-directory/registers.ts"
import { wordingFr } from "../../../../src/exam-missions/wording.fr.ts"
import {
  agent,
  byDivision,
  college,
  lycee,
  managerCode,
  otherManagerCode,
  year,
} from "../../competence/given.ts"

export const tenant = TenantId.make("academie-toulouse")
export const otherAgent = PersonId.make("epp-2")
export const strangerAgent = PersonId.make("epp-3")
export const nobody = PersonId.make("epp-none")

/** A lycée option that mathematics yield in 2nde, a collège one that they yield anywhere. */
export const maths = ExamOptionId.make("BCG.GEN.MATHS")
export const dnbMaths = ExamOptionId.make("DNB.DNB.MATHS")
export const dnbFrench = ExamOptionId.make("DNB.DNB.FRA")
export const bts = ExamOptionId.make("320.BTS.E4")

export type Needs = AccessLog | Storage | Views | Outbox | Registers | Settings | ExamMissionsSetup

const option = (id: ExamOptionId, family: ExamOption["family"], label: string): ExamOption => {
  const [examCode = ""] = id.split(".")
  return {
    option: id,
    examCode,
    examAcronym: examCode,
    examLabel: `EXAMEN ${examCode}`,
    family,
    speciality: "GENERALE",
    label,
  }
}

export const regulation: ReadonlyArray<ExamOption> = [
  option(maths, "bac-general", "MATHEMATIQUES"),
  option(dnbMaths, "dnb", "MATHEMATIQUES"),
  option(dnbFrench, "dnb", "FRANCAIS"),
  option(bts, "bts", "ETUDE DE CAS"),
]

export const table: ReadonlyArray<Correspondence> = [
  { line: "L-1", option: maths, subjectCode: "MATHS", trainingModulePrefix: "200" },
  { line: "L-2", option: dnbMaths, subjectCode: "MATHS", trainingModulePrefix: null },
]

export const teaching = (person: PersonId, rest: Partial<Teaching> = {}): Teaching => ({
  person,
  school: college,
  subjectCode: "MATHS",
  subject: "MATHEMATIQUES",
  modality: null,
  trainingModuleCode: "10310019110",
  trainingModule: "3EME",
  trainingModuleType: null,
  structureKind: "division",
  structure: "3A",
  ...rest,
})

export const member = (person: PersonId, familyName: string): StaffMember => ({
  person,
  numen: null,
  civility: null,
  familyName,
  givenName: "ANNE",
  birthDate: CivilDate.make("1980-02-03"),
  address: null,
  personalPhone: null,
  professionalPhone: null,
  professionalEmail: null,
  personalEmail: null,
})

const post = (person: PersonId, school: Post["school"], kind: Post["kind"]): Post => ({
  person,
  school,
  kind,
  discipline: "MATHEMATIQUES",
  role: null,
})

const setup: ExamMissionsSetup["Service"] = {
  wording: wordingFr,
  zone: Zone.make("Europe/Paris"),
  academy: "ACADEMIE DE TOULOUSE",
  managementService: { name: "DEC", address: "dec@academie.example" },
  examOffer: usualExamOffer,
}

export interface World {
  readonly run: <A, E>(effect: Effect.Effect<A, E, Needs>) => Promise<A>
  readonly refused: <A, E>(effect: Effect.Effect<A, E, Needs>) => Promise<E>
  readonly at: (instant: string) => void
  readonly puts: <Row extends RegisterRow>(
    register: Register<Row>,
    rows: ReadonlyArray<Row>,
  ) => Promise<void>
  readonly mails: () => Promise<ReadonlyArray<MessageContent>>
  /** Gives the same academy with another storage, made of the one there is. */
  readonly storing: (other: (storage: Storage["Service"]) => Storage["Service"]) => World
}

const worldOn = (context: Context.Context<Needs>, time: { now: number }): World => {
  const run = <A, E>(effect: Effect.Effect<A, E, Needs>): Promise<A> =>
    TestClock.setTime(time.now).pipe(
      Effect.andThen(effect),
      Effect.provideContext(context),
      Effect.provide(TestClock.layer()),
      Effect.runPromise,
    )
  return {
    run,
    refused: (effect) => run(Effect.flip(effect)),
    at: (instant) => {
      time.now = Date.parse(instant)
    },
    puts: async (register, rows) => {
      const arriving = rows.map((row, index) => ({ line: index + 2, row }))
      await run(
        Effect.flatMap(Registers, (registers) =>
          registers.replace({
            tenant,
            register,
            rows: Stream.fromIterable(arriving),
            accept: () => true,
          }),
        ),
      )
    },
    mails: async () => {
      const entries = await run(
        Effect.flatMap(Outbox, (outbox) => outbox.list({ tenant, limit: 100 })),
      )
      return entries.map(({ message }) => message.content).toReversed()
    },
    storing: (other) =>
      worldOn(Context.add(context, Storage, other(Context.get(context, Storage))), time),
  }
}

/** Gives an academy on 5 October 2026 with its registers, activities closed and no window open. */
export const newWorld = async (): Promise<World> => {
  const memory = makeMemory()
  const layers = Layer.mergeAll(layerAccessLogMemory, layerRegistersMemory, layerSettingsMemory)
  const context = Effect.runSync(Effect.scoped(Layer.build(layers))).pipe(
    Context.add(Storage, memory.storage),
    Context.add(Views, memory.views),
    Context.add(Outbox, memory.outbox),
    Context.add(ExamMissionsSetup, setup),
  )
  const world = worldOn(context, { now: Date.parse("2026-10-05T08:00:00.000Z") })
  await world.puts(schools, [
    { uai: college, name: "CLG ARMAND LATOUR", category: "college", town: "ASPET", email: null },
    {
      uai: lycee,
      name: "LPO ALEXIS MONTEIL",
      category: "lycee-polyvalent",
      town: "RODEZ",
      email: null,
    },
  ])
  await world.puts(people, [
    member(agent, "DUPONT"),
    member(otherAgent, "MARTIN"),
    member(strangerAgent, "DURAND"),
  ])
  await world.puts(posts, [
    post(agent, college, "main"),
    post(agent, lycee, "secondary"),
    post(otherAgent, college, "main"),
    post(strangerAgent, lycee, "main"),
  ])
  await world.puts(examOptions, regulation)
  await world.puts(examManagers, [
    { managerCode, examCode: "BCG", name: "Inès Robert", email: null },
    { managerCode: otherManagerCode, examCode: "320", name: "Luc Martin", email: null },
  ])
  await world.puts(correspondences, table)
  return world
}

/** Gives that academy with the two activities and the windows of both schools open. */
export const openedWorld = async (): Promise<World> => {
  const world = await newWorld()
  for (const activity of ["competence-entry", "competence-validation"] as const) {
    await world.run(openActivity({ by: byDivision, tenant, activity }))
  }
  for (const school of [college, lycee]) {
    await world.run(openEntry({ by: byDivision, tenant, entry: { school, year } }))
  }
  return world
}

/** Gives the opened academy whose teachings are these. */
export const teachingWorld = async (rows: ReadonlyArray<Teaching>): Promise<World> => {
  const world = await openedWorld()
  await world.puts(teachings, rows)
  return world
}
