/**
 * One person of a school: the recap, convened assignments, unavailability, teachings, and the recap
 * of a convocation on paper.
 *
 * @requirement PER-18
 * @requirement PER-23
 */
import {
  AssignmentLine,
  assignmentSorts,
  consultMember,
  EntryTeachingLine,
  entryTeachingSorts,
  entryTeachingsSheet,
  listEntryTeachings,
  listMemberAssignments,
  listMemberTeachings,
  listMemberUnavailabilities,
  memberAssignmentsSheet,
  memberTeachingsSheet,
  memberUnavailabilitiesSheet,
  printConvocationRecap,
  StaffLine,
  TeachingLine,
  teachingSorts,
  unavailabilities,
  UnavailabilityRow,
} from "@convoque/core/exam-missions"
import { PersonId, type Uai } from "@convoque/core/kernel/identity"
import { DocumentRenderer } from "@convoque/core/kernel/ports"
import { singleLine } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { file, json } from "../answer.ts"
import { listRoutes } from "../listing/routes.ts"
import { type Input, route } from "../route.ts"
import { author, heads, management, schoolParams, schoolPath, tags } from "./parts.ts"

const memberPath = `${schoolPath}/staff/:person` as const

const memberParams = { ...schoolParams, person: PersonId } as const

interface MemberParams {
  readonly school: Uai
  readonly person: PersonId
}

const onMember = (
  input: Pick<Input<MemberParams, unknown, unknown>, "actor" | "identity" | "params">,
) => ({ ...author(input), school: input.params.school, person: input.params.person })

const common = {
  tag: tags.staff,
  capacities: [...heads, ...management],
  params: memberParams,
  refusals: ["activity.closed", "school.unknown", "person.not-in-school"],
} as const

const { birthDate: _, competencesDefined: __, ...shown } = StaffLine.fields

const MemberAnswer = Schema.Struct({
  line: Schema.Struct(shown),
  notYetConvened: Schema.NullOr(Schema.String),
}).annotate({ identifier: "StaffMemberRecap" })

/** The routes of one person. */
export const memberRoutes = [
  route({
    ...common,
    name: "consultMember",
    method: "GET",
    path: memberPath,
    summary: "Une personne d'un établissement : rappel, et s'il reste des missions non convoquées",
    description: "La consultation laisse une trace.",
    requirements: ["PER-18", "PER-22"],
    answer: json(MemberAnswer),
    handle: (input) => Effect.map(consultMember(onMember(input)), (body) => ({ body })),
  }),
  ...listRoutes({
    ...common,
    name: "listMemberAssignments",
    path: `${memberPath}/assignments`,
    summary: "Les affectations convoquées d'une personne",
    requirements: ["PER-19", "PER-20", "PER-21", "PER-22"],
    list: { sortColumns: assignmentSorts, filterNames: [] },
    row: AssignmentLine,
    sheet: (input) => memberAssignmentsSheet(onMember(input)),
    page: (input) => listMemberAssignments(onMember(input), input.query),
  }),
  ...listRoutes({
    ...common,
    name: "listMemberUnavailabilities",
    path: `${memberPath}/unavailability-periods`,
    summary:
      "Les indisponibilités d'une personne, avec le récapitulatif des convocations d'ailleurs",
    description: "La consultation laisse une trace.",
    requirements: ["PER-24", "PER-25"],
    list: unavailabilities,
    row: UnavailabilityRow,
    sheet: (input) => memberUnavailabilitiesSheet(onMember(input)),
    page: (input) => listMemberUnavailabilities(onMember(input), input.query),
  }),
  ...listRoutes({
    ...common,
    name: "listMemberTeachings",
    path: `${memberPath}/teachings`,
    summary: "Les enseignements d'une personne, importés de STS-WEB",
    requirements: ["PER-26", "PER-27"],
    list: { sortColumns: teachingSorts, filterNames: [] },
    row: TeachingLine,
    sheet: (input) => memberTeachingsSheet(onMember(input)),
    page: (input) => listMemberTeachings(onMember(input), input.query),
  }),
  ...listRoutes({
    ...common,
    name: "listEntryTeachings",
    path: `${schoolPath}/competence-entry/staff/:person/teachings`,
    summary: "Les enseignements d'une personne dont on saisit les compétences",
    description: "De l'activité de saisie des compétences, et d'aucune autre.",
    requirements: ["CMP-22"],
    list: { sortColumns: entryTeachingSorts, filterNames: [] },
    row: EntryTeachingLine,
    sheet: (input) => entryTeachingsSheet(onMember(input)),
    page: (input) => listEntryTeachings(onMember(input), input.query),
  }),
  route({
    ...common,
    name: "printConvocationRecap",
    method: "GET",
    path: `${memberPath}/assignments/:mission/recap.pdf`,
    summary: "Le récapitulatif d'une convocation, en duplicata",
    description:
      "Fait des données de l'affectation ; l'original est celui du service de gestion. La consultation laisse une trace.",
    params: { ...memberParams, mission: singleLine(9) },
    refusals: [...common.refusals, "assignment.unknown"],
    requirements: ["PER-23"],
    answer: file("application/pdf"),
    handle: (input) =>
      Effect.gen(function* () {
        const { mission } = input.params
        const printed = yield* printConvocationRecap({ ...onMember(input), mission })
        const renderer = yield* DocumentRenderer
        const { bytes } = yield* renderer.render(printed.content)
        return { content: bytes, fileName: printed.fileName }
      }),
  }),
]
