/** Reading competences: the sheet of an agent, its history, suggestions, who is competent. */
import {
  AgentCompetences,
  CompetenceActLine,
  CompetenceLine,
  competenceListing,
  competencesList,
  competentAgentsList,
  competentListing,
  CompetentPerson,
  ExamOption,
  ExamOptionId,
  listCompetences,
  listCompetentAgents,
  readCompetenceHistory,
  readCompetences,
  suggestExamOptions,
} from "@convoque/core/exam-missions"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json } from "../answer.ts"
import { listRoutes } from "../listing/routes.ts"
import { parameters } from "../query.ts"
import { type Input, route } from "../route.ts"
import { byPerson, bySchool, type OfSheet, onSheet } from "./competence-parts.ts"
import { author, management, schoolPath, tags } from "./parts.ts"

const suggestionQuery = parameters({
  keyword: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(100))),
})
const suggestionLimit = 20

const Suggestions = Schema.Struct({ options: Schema.Array(ExamOption) }).annotate({
  identifier: "ExamOptionSuggestions",
})
const History = Schema.Struct({ acts: Schema.Array(CompetenceActLine) }).annotate({
  identifier: "CompetenceHistory",
})

const suggests = (input: Input<OfSheet, { readonly keyword?: string }, unknown>) =>
  Effect.map(
    suggestExamOptions({
      ...onSheet(input),
      keyword: input.query.keyword ?? "",
      limit: suggestionLimit,
    }),
    (options) => ({ body: { options } }),
  )

const reads = (input: Input<OfSheet, unknown, unknown>) =>
  Effect.map(readCompetences(onSheet(input)), ({ read, version }) => ({ body: read, version }))

const readsHistory = (
  input: Input<OfSheet & { readonly option: ExamOptionId }, unknown, unknown>,
) =>
  Effect.map(readCompetenceHistory({ ...onSheet(input), option: input.params.option }), (told) => ({
    body: { acts: told },
  }))

const reading = {
  method: "GET",
  tag: tags.competence,
  summary:
    "Les compétences d'un agent : rappel, auteurs, actions offertes au lecteur, raisons de SYS",
  requirements: ["CMP-02", "CMP-03", "CMP-04", "CMP-05", "CMP-26"],
  answer: json(AgentCompetences),
} as const

const history = {
  method: "GET",
  tag: tags.competence,
  summary: "Tout ce qui est arrivé à une compétence, même retirée de la liste",
  requirements: ["CMP-20", "CMP-21"],
  answer: json(History),
} as const

const suggestion = {
  method: "GET",
  tag: tags.competence,
  summary: "Les épreuves options que le lecteur peut ajouter, à mesure de la frappe",
  requirements: ["CMP-12", "CMP-13"],
  query: suggestionQuery,
  answer: json(Suggestions),
} as const

const schoolReading = {
  capacities: ["school-head", ...management],
  refusals: ["activity.closed", "school.unknown", "person.not-in-school", "person.unknown"],
} as const
const personReading = {
  capacities: ["agent", "exam-manager", ...management],
  refusals: ["person.unknown"],
} as const

const listing = {
  tag: tags.competence,
  summary: "Les compétences d'un agent, en liste",
  requirements: ["CMP-04", "CMP-05", "CMP-26"],
  list: competenceListing,
  row: CompetenceLine,
} as const

/** The routes by which competences are read. */
export const competenceReadingRoutes = [
  route({
    ...reading,
    ...schoolReading,
    name: "readCompetencesOfSchool",
    path: bySchool.path,
    params: bySchool.params,
    handle: reads,
  }),
  route({
    ...reading,
    ...personReading,
    name: "readCompetencesOfAgent",
    path: byPerson.path,
    params: byPerson.params,
    handle: reads,
  }),
  route({
    ...suggestion,
    name: "suggestExamOptionsOfSchool",
    path: `${schoolPath}/staff/:person/exam-options`,
    capacities: ["school-head"],
    refusals: ["activity.closed", "school.unknown", "person.not-in-school"],
    params: bySchool.params,
    handle: suggests,
  }),
  route({
    ...suggestion,
    name: "suggestExamOptionsOfAgent",
    path: "/agents/:person/exam-options",
    capacities: ["agent", "exam-manager"],
    refusals: ["person.unknown"],
    params: byPerson.params,
    handle: suggests,
  }),
  route({
    ...history,
    ...schoolReading,
    name: "readCompetenceHistoryOfSchool",
    path: `${bySchool.path}/:option/history`,
    params: { ...bySchool.params, option: ExamOptionId },
    handle: readsHistory,
  }),
  route({
    ...history,
    ...personReading,
    name: "readCompetenceHistoryOfAgent",
    path: `${byPerson.path}/:option/history`,
    params: { ...byPerson.params, option: ExamOptionId },
    handle: readsHistory,
  }),
  ...listRoutes({
    ...listing,
    ...schoolReading,
    name: "listCompetencesOfSchool",
    path: `${bySchool.path}/list`,
    params: bySchool.params,
    sheet: (input) => competencesList(onSheet(input)),
    page: (input) => listCompetences(onSheet(input), input.query),
  }),
  ...listRoutes({
    ...listing,
    ...personReading,
    name: "listCompetencesOfAgent",
    path: `${byPerson.path}/list`,
    params: byPerson.params,
    sheet: (input) => competencesList(onSheet(input)),
    page: (input) => listCompetences(onSheet(input), input.query),
  }),
  ...listRoutes({
    name: "listCompetentAgents",
    path: "/exam-options/:option/agents",
    tag: tags.competence,
    summary: "Les agents compétents sur une épreuve option, reconnus ou contestés",
    capacities: ["exam-manager", ...management],
    requirements: ["CMP-10", "CMP-21"],
    params: { option: ExamOptionId },
    list: competentListing,
    row: CompetentPerson,
    sheet: (input) => competentAgentsList(input.params.option),
    page: (input) =>
      listCompetentAgents({ ...author(input), option: input.params.option }, input.query),
  }),
]
