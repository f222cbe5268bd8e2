/**
 * The exports of the personnel with their teachings and their missions, in CSV and PDF, for the
 * persons of the current selection: the same parameters as the list.
 *
 * @requirement PER-10
 * @requirement PER-11
 * @requirement PER-12
 * @requirement PER-13
 */
import {
  exportMissions,
  exportTeachings,
  printDetails,
  printMissions,
  printTeachings,
  type StaffFile,
  type StaffPrint,
} from "@convoque/core/exam-missions"
import type { Uai } from "@convoque/core/kernel/identity"
import { DocumentRenderer, SheetWriter } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { csvType, file, type FileAnswer, streamedFile, type StreamedFileAnswer } from "../answer.ts"
import { flowing } from "../flowing.ts"
import { type ListRequest, type QueryReader, wholeListing } from "../query.ts"
import { type Input, route } from "../route.ts"
import type { Violation } from "../violations.ts"
import { author, heads, management, schoolParams, schoolPath, tags } from "./parts.ts"
import { staffListed } from "./staff-list-routes.ts"

const selection = wholeListing(staffListed("staff"))

type MissionsRequest = ListRequest & { readonly years: ReadonlyArray<number> }

const Year = Schema.Int.check(Schema.isBetween({ minimum: 1000, maximum: 9999 }))

// The selection, and `year` once or several times (PER-12).
const missionsSelection: QueryReader<MissionsRequest> = {
  parameters: [
    ...selection.parameters,
    {
      name: "year",
      description: "Année où se déroulent les missions ; répété pour plusieurs années",
      required: true,
      schema: Schema.Array(Year),
    },
  ],
  read: (query) => {
    const others = new URLSearchParams([...query].filter(([name]) => name !== "year"))
    const read = selection.read(others)
    const violations = [
      ...yearViolations(query.getAll("year")),
      ...(Result.isFailure(read) ? read.failure : []),
    ]
    return Result.isFailure(read) || violations.length > 0
      ? Result.fail(violations)
      : Result.succeed({ ...read.success, years: query.getAll("year").map(Number) })
  },
}

const yearViolations = (years: ReadonlyArray<string>): ReadonlyArray<Violation> => {
  const violation = { in: "query", pointer: "/year" } as const
  if (years.length === 0) return [{ ...violation, code: "missing", values: {} }]
  return years.every((year) => /^[1-9]\d{3}$/u.test(year))
    ? []
    : [{ ...violation, code: "format", values: { format: "year" } }]
}

type Asking<Query> = Pick<Input<unknown, Query, unknown>, "actor" | "identity" | "query">

const selected = <Query extends ListRequest>(input: Asking<Query>, school?: Uai) => ({
  ...author(input),
  school,
  asked: input.query,
})

const missionsSelected = (input: Asking<MissionsRequest>, school?: Uai) => {
  const {
    query: { years, ...query },
  } = input
  return { ...selected({ ...input, query }, school), years }
}

const written = <E, R>(made: Effect.Effect<StaffFile, E, R>) =>
  Effect.gen(function* () {
    const { sheet, fileName } = yield* made
    const writer = yield* SheetWriter
    const answer: StreamedFileAnswer = { content: yield* flowing(writer.csv(sheet)), fileName }
    return answer
  })

const printed = <E, R>(made: Effect.Effect<StaffPrint, E, R>) =>
  Effect.gen(function* () {
    const { content, fileName } = yield* made
    const renderer = yield* DocumentRenderer
    const { bytes } = yield* renderer.render(content)
    const answer: FileAnswer = { content: bytes, fileName }
    return answer
  })

const csv = {
  method: "GET",
  tag: tags.staff,
  answer: streamedFile(csvType),
  requirements: ["PER-10", "PER-13", "UI-28"],
  refusals: [
    "activity.closed",
    "school.unknown",
    "period.one-at-a-time",
    "period.end-before-start",
  ],
} as const

const pdf = {
  ...csv,
  answer: file("application/pdf"),
  requirements: ["PER-11", "PER-13", "UI-29", "UI-34"],
  refusals: [...csv.refusals, "list.too-long-to-print"],
} as const

const ofSchool = { capacities: [...heads, ...management], params: schoolParams } as const
const ofAcademy = { capacities: management, params: {} } as const

const summaries = {
  teachings: "Les personnels et leurs enseignements",
  missions: "Les personnels et leurs missions convoquées",
  details: "Les personnels et leurs missions convoquées, en détail, avec leurs coordonnées",
} as const

const traced = "Contient adresses et téléphones : une trace est laissée pour chaque personne."

/** The routes of exports. */
export const staffExportRoutes = [
  route({
    ...csv,
    ...ofSchool,
    name: "exportStaffTeachings",
    path: `${schoolPath}/staff-teachings.csv`,
    summary: `${summaries.teachings} (CSV)`,
    query: selection,
    handle: (input) => written(exportTeachings(selected(input, input.params.school))),
  }),
  route({
    ...pdf,
    ...ofSchool,
    name: "printStaffTeachings",
    path: `${schoolPath}/staff-teachings.pdf`,
    summary: `${summaries.teachings} (PDF)`,
    query: selection,
    handle: (input) => printed(printTeachings(selected(input, input.params.school))),
  }),
  route({
    ...csv,
    ...ofSchool,
    name: "exportStaffMissions",
    path: `${schoolPath}/staff-missions.csv`,
    summary: `${summaries.missions} (CSV)`,
    requirements: [...csv.requirements, "PER-12", "PER-14"],
    query: missionsSelection,
    handle: (input) => written(exportMissions(missionsSelected(input, input.params.school))),
  }),
  route({
    ...pdf,
    ...ofSchool,
    name: "printStaffMissions",
    path: `${schoolPath}/staff-missions.pdf`,
    summary: `${summaries.missions} (PDF)`,
    requirements: [...pdf.requirements, "PER-12", "PER-15"],
    query: missionsSelection,
    handle: (input) => printed(printMissions(missionsSelected(input, input.params.school))),
  }),
  route({
    ...pdf,
    ...ofSchool,
    name: "printStaffDetails",
    path: `${schoolPath}/staff-missions-details.pdf`,
    summary: `${summaries.details} (PDF)`,
    description: traced,
    requirements: [...pdf.requirements, "PER-12", "PER-17"],
    query: missionsSelection,
    handle: (input) => printed(printDetails(missionsSelected(input, input.params.school))),
  }),
  route({
    ...csv,
    ...ofAcademy,
    name: "exportAcademyTeachings",
    path: "/staff-teachings.csv",
    summary: `${summaries.teachings}, dans toute l'académie (CSV)`,
    query: selection,
    handle: (input) => written(exportTeachings(selected(input))),
  }),
  route({
    ...csv,
    ...ofAcademy,
    name: "exportAcademyMissions",
    path: "/staff-missions.csv",
    summary: `${summaries.missions}, dans toute l'académie (CSV)`,
    requirements: [...csv.requirements, "PER-12", "PER-14"],
    query: missionsSelection,
    handle: (input) => written(exportMissions(missionsSelected(input))),
  }),
]
