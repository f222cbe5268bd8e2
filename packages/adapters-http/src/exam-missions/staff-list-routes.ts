/**
 * The lists of the personnel: consultation, unavailability entry, competence entry, each with its
 * columns and no more; pages in JSON, whole lists in CSV and PDF.
 *
 * @requirement PER-03
 * @requirement PER-04
 * @requirement PER-05
 * @requirement PER-10
 * @requirement PER-11
 */
import {
  listStaff,
  proposedMissionYears,
  type StaffListName,
  staffLists,
  StaffRow,
  staffSheet,
} from "@convoque/core/exam-missions"
import type { Uai } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json } from "../answer.ts"
import { listRoutes } from "../listing/routes.ts"
import type { Input } from "../route.ts"
import { route } from "../route.ts"
import { author, heads, management, schoolParams, schoolPath, tags } from "./parts.ts"

/** What a list of personnel can be asked: its columns, and one of two periods. */
export const staffListed = (list: StaffListName) => ({
  sortColumns: staffLists[list].columns,
  filterNames: [],
  periods: ["available", "convened"],
})

const listing = (
  list: StaffListName,
  input: Pick<Input<unknown, unknown, unknown>, "actor" | "identity">,
  school?: Uai,
) => ({ ...author(input), list, school })

const periodsTold =
  "Au plus une des deux périodes : `available-from` et `available-until` gardent les personnes sans indisponibilité déclarée qui touche la période, `convened-from` et `convened-until` celles qui sont convoquées un de ses jours."

const ofSchool = {
  tag: tags.staff,
  description: periodsTold,
  capacities: [...heads, ...management],
  params: schoolParams,
  refusals: [
    "activity.closed",
    "school.unknown",
    "period.one-at-a-time",
    "period.end-before-start",
  ],
} as const

/** The routes of the lists of personnel. */
export const staffListRoutes = [
  ...listRoutes({
    ...ofSchool,
    name: "listStaff",
    path: `${schoolPath}/staff`,
    summary: "Les personnels d'un établissement, à titre principal ou secondaire",
    requirements: ["PER-01", "PER-03", "PER-04", "PER-05", "PER-06", "PER-07", "PER-09", "PER-10"],
    list: staffListed("staff"),
    row: StaffRow,
    sheet: (input) => staffSheet(listing("staff", input, input.params.school)),
    page: (input) => listStaff(listing("staff", input, input.params.school), input.query),
  }),
  ...listRoutes({
    ...ofSchool,
    name: "listUnavailabilityStaff",
    path: `${schoolPath}/unavailability-entry/staff`,
    summary: "Les personnels d'un établissement, pour la saisie d'indisponibilité",
    requirements: ["IND-01", "IND-06"],
    list: staffListed("unavailability"),
    row: StaffRow,
    sheet: (input) => staffSheet(listing("unavailability", input, input.params.school)),
    page: (input) => listStaff(listing("unavailability", input, input.params.school), input.query),
  }),
  ...listRoutes({
    ...ofSchool,
    name: "listCompetenceStaff",
    path: `${schoolPath}/competence-entry/staff`,
    summary: "Les personnels d'un établissement, pour la saisie des compétences",
    requirements: ["CMP-01", "CMP-02"],
    list: staffListed("competence"),
    row: StaffRow,
    sheet: (input) => staffSheet(listing("competence", input, input.params.school)),
    page: (input) => listStaff(listing("competence", input, input.params.school), input.query),
  }),
  ...listRoutes({
    ...ofSchool,
    name: "listAcademyStaff",
    path: "/staff",
    summary: "Les personnels de toute l'académie, une ligne par personne, celle du poste principal",
    capacities: management,
    params: {},
    requirements: ["PER-03", "PER-04", "PER-05", "PER-09"],
    list: staffListed("staff"),
    row: StaffRow,
    sheet: (input) => staffSheet(listing("staff", input)),
    page: (input) => listStaff(listing("staff", input), input.query),
  }),
  route({
    name: "proposeMissionYears",
    method: "GET",
    path: "/staff-missions/years",
    tag: tags.staff,
    summary: "Les années que proposent les exports de missions",
    capacities: [...heads, ...management],
    requirements: ["PER-12", "UI-31"],
    params: {},
    answer: json(
      Schema.Struct({ years: Schema.Array(Schema.Int) }).annotate({ identifier: "MissionYears" }),
    ),
    refusals: ["activity.closed"],
    handle: (input) =>
      Effect.map(proposedMissionYears(author(input)), (years) => ({ body: { years } })),
  }),
]
