/** An academy in memory: two schools, their personnel, missions and managers, a clock that is set. */
import {
  type Assignment,
  assignments,
  type ExamManager,
  examManagers,
  ExamMissionsSetup,
  type Mission,
  missions,
  openActivity,
  people,
  type Post,
  posts,
  type School,
  schools,
  type StaffDirectory,
  type StaffMember,
  usualExamOffer,
  wordingEn,
  wordingFr,
} from "@convoque/core/exam-missions"
import type { CivilDate, CivilTime, Zone } from "@convoque/core/kernel/calendar"
import type { ManagerCode, Numen, PersonId, Uai } from "@convoque/core/kernel/identity"
import type { MessageContent } from "@convoque/core/kernel/message"
import {
  type AccessLog,
  Outbox,
  Registers,
  Storage,
  type TableMalformed,
  TableReader,
  Views,
} from "@convoque/core/kernel/ports"
import type { Register, RegisterRow } from "@convoque/core/kernel/register"
import {
  layerAccessLogMemory,
  layerRegistersMemory,
  layerStaffDirectoryMemory,
  makeMemory,
  type Memory,
} from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/testing/TestClock"
import { aspet, division, person, rodez, shared, tenant } from "../../unavailability/given.ts"

export type Needs =
  | Storage
  | Views
  | Outbox
  | Registers
  | StaffDirectory
  | TableReader
  | AccessLog
  | ExamMissionsSetup

/** A reader of lines without quotes; one that begins with `"` is no table. */
const plainTables: TableReader["Service"] = {
  csv: (bytes) =>
    Stream.unwrap(
      Effect.map(Stream.runCollect(bytes), (chunks) => {
        const [header = "", ...lines] = Buffer.concat(chunks).toString("utf8").split("\n")
        const columns = header.split(";")
        return Stream.fromIterable(lines.filter((text) => text !== "").entries()).pipe(
          Stream.mapEffect(([index, text]) =>
            text.startsWith('"')
              ? Effect.fail<TableMalformed>({
                  _tag: "table.malformed",
                  line: index + 2,
                  column: 1,
                  reason: "quote-not-closed",
                })
              : Effect.succeed({
                  line: index + 2,
                  columns,
                  values: Object.fromEntries(
                    text.split(";").map((cell, at) => [columns[at] ?? "", cell.trim()]),
                  ),
                }),
          ),
        )
      }),
    ),
}

/** Works in Rodez alone. */
export const stranger = person("p-rodez")
export const numen = "12E0123456ABC"

const member = (id: PersonId, familyName: string, givenName: string): StaffMember => ({
  person: id,
  numen: numen as Numen,
  civility: "Mme",
  familyName,
  givenName,
  birthDate: "1980-02-29" as CivilDate,
  address: null,
  personalPhone: null,
  professionalPhone: null,
  professionalEmail: null,
  personalEmail: null,
})
const post = (id: PersonId, school: Uai, kind: Post["kind"]): Post => ({
  person: id,
  school,
  kind,
  discipline: "Mathématiques",
  role: null,
})
const school = (uai: Uai, name: string): School => ({
  uai,
  name,
  category: "college",
  town: "Aspet",
  email: null,
})
const mission = (number: string, examCode: string, examAcronym: string): Mission => ({
  number: number as Mission["number"],
  examCode,
  examAcronym,
  session: "2027-06" as Mission["session"],
  examLabel: examAcronym === "DNB" ? "BREVET" : "BAC GENERAL",
  speciality: null,
  examOption: null,
  type: "Correction",
  centre: aspet,
  startDate: "2027-06-15" as CivilDate,
})
const assigned = (number: string, id: PersonId, date: string): Assignment => ({
  mission: number as Mission["number"],
  person: id,
  situation: "assigned",
  convenedOn: null,
  capacity: null,
  commission: null,
  juries: null,
  room: null,
  dates: [
    {
      _tag: "span",
      date: date as CivilDate,
      start: "09:00" as CivilTime,
      end: "12:00" as CivilTime,
    },
  ],
  observation: null,
})
const manager = (code: string, examCode: string, name: string, email: string | null) =>
  ({ managerCode: code as ManagerCode, examCode, name, email }) satisfies ExamManager

const known = [
  [schools, [school(aspet, "CLG ARMAND LATOUR"), school(rodez, "CLG JEAN MOULIN")]],
  [people, [member(shared, "Lefèvre", "Zoé"), member(stranger, "Martin", "Paul")]],
  [
    posts,
    [post(shared, aspet, "main"), post(shared, rodez, "secondary"), post(stranger, rodez, "main")],
  ],
  [
    missions,
    [
      mission("101", "471", "DNB"),
      mission("99", "470", "BCG"),
      mission("103", "999", "CAP"),
      mission("104", "470", "BCG"),
      mission("105", "470", "BCG"),
    ],
  ],
  [
    assignments,
    [
      assigned("101", shared, "2027-06-15"),
      assigned("99", shared, "2027-06-16"),
      assigned("103", shared, "2027-06-17"),
      assigned("104", shared, "2027-07-01"),
      assigned("105", shared, "2027-05-20"),
      assigned("104", stranger, "2027-06-15"),
    ],
  ],
  [
    examManagers,
    [
      manager("DEC1", "471", "Mme Durand", "durand@ac-x.example"),
      manager("DEC1", "470", "Mme Durand", "Durand@ac-x.example"),
      manager("DEC2", "470", "M. Petit", "petit@ac-x.example"),
      manager("DEC3", "470", "M. Sans Adresse", null),
    ],
  ],
] as const

/** Puts rows into a register, in the place of what it held. */
export const fill = <Row extends RegisterRow>(register: Register<Row>, rows: ReadonlyArray<Row>) =>
  Effect.flatMap(Registers, (registers) =>
    registers.replace({
      tenant,
      register,
      rows: Stream.fromIterable(rows.map((row, index) => ({ line: index + 2, row }))),
      accept: () => true,
    }),
  )

export interface World {
  readonly memory: Memory
  readonly run: <A, E>(effect: Effect.Effect<A, E, Needs>) => Promise<A>
  /** Gives the failure; fails when the effect succeeds. */
  readonly refused: <A, E>(effect: Effect.Effect<A, E, Needs>) => Promise<E>
  /** Gives the messages by the name of who receives them. */
  readonly mails: () => Promise<ReadonlyArray<MessageContent>>
}

interface Setting {
  readonly memory?: Memory
  readonly storage?: Storage["Service"]
  readonly language?: "fr" | "en"
  readonly closed?: boolean
}

/** Gives an academy on 1 June 2027 whose activity of entry is open. */
export const newWorld = async (setting: Setting = {}): Promise<World> => {
  const memory = setting.memory ?? makeMemory()
  const kept = Layer.mergeAll(
    Layer.succeed(Storage, setting.storage ?? memory.storage),
    Layer.succeed(Views, memory.views),
    Layer.succeed(Outbox, memory.outbox),
    layerRegistersMemory,
    layerAccessLogMemory,
    Layer.succeed(TableReader, plainTables),
    Layer.succeed(ExamMissionsSetup, {
      wording: setting.language === "en" ? wordingEn : wordingFr,
      zone: "Europe/Paris" as Zone,
      academy: "ACADEMIE DE TOULOUSE",
      managementService: { name: "DEC", address: "dec@ac-x.example" },
      examOffer: usualExamOffer,
    }),
  )
  const runtime = ManagedRuntime.make(
    Layer.merge(Layer.provideMerge(layerStaffDirectoryMemory, kept), TestClock.layer()),
  )
  const run = <A, E>(effect: Effect.Effect<A, E, Needs>): Promise<A> =>
    runtime.runPromise(
      TestClock.setTime(Date.parse("2027-06-01T08:00:00.000Z")).pipe(Effect.andThen(effect)),
    )
  for (const [register, rows] of known) {
    await run(fill<RegisterRow>(register as Register<RegisterRow>, rows))
  }
  if (setting.closed !== true) {
    await run(openActivity({ by: division, tenant, activity: "unavailability-entry" }))
  }
  return {
    memory,
    run,
    refused: (effect) => run(Effect.flip(effect)),
    mails: async () => {
      const entries = await run(
        Effect.flatMap(Outbox, (outbox) => outbox.list({ tenant, limit: 1000 })),
      )
      return entries
        .map(({ message }) => message.content)
        .toSorted((one, other) => (one.to.name < other.to.name ? 1 : -1))
    },
  }
}
