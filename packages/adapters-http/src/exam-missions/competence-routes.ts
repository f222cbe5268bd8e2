/** Marking the competences of one agent: his schools, himself and managers add, confirm, invalidate. */
import {
  addCompetence,
  CompetenceLine,
  confirmCompetence,
  ExamOptionId,
  invalidateCompetence,
  type OnCompetence,
} from "@convoque/core/exam-missions"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json } from "../answer.ts"
import { type Input, route } from "../route.ts"
import { byPerson, bySchool, type OfSheet, onSheet } from "./competence-parts.ts"
import { competenceReadingRoutes } from "./competence-reading-routes.ts"
import { tags } from "./parts.ts"

const onCompetence = (
  input: Input<OfSheet & { readonly option: ExamOptionId }, unknown, unknown>,
): OnCompetence => ({ ...onSheet(input), option: input.params.option, seen: input.seen })

const Lines = Schema.Struct({ competences: Schema.Array(CompetenceLine) }).annotate({
  identifier: "CompetenceLines",
})

const marked = <E, R>(
  acting: Effect.Effect<
    { readonly lines: ReadonlyArray<CompetenceLine>; readonly version: number },
    E,
    R
  >,
) => Effect.map(acting, ({ lines, version }) => ({ body: { competences: lines }, version }))

const acts = {
  add: {
    method: "PUT",
    suffix: "",
    act: addCompetence,
    summary: "Ajouter une épreuve option aux compétences d'un agent",
    requirements: ["CMP-12", "CMP-13", "CMP-14"],
    refusals: [
      "competence.already-listed",
      "competence.exam-not-offered",
      "competence.exam-not-managed",
      "exam-option.unknown",
    ],
  },
  confirm: {
    method: "POST",
    suffix: "/confirmation",
    act: confirmCompetence,
    summary: "Confirmer une compétence (+)",
    requirements: ["CMP-15", "CMP-17"],
    refusals: ["competence.not-found", "competence.no-change", "competence.exam-not-managed"],
  },
  invalidate: {
    method: "POST",
    suffix: "/invalidation",
    act: invalidateCompetence,
    summary: "Invalider ou supprimer une compétence (x)",
    requirements: ["CMP-15", "CMP-18", "CMP-19", "CMP-20", "CMP-21"],
    refusals: ["competence.not-found", "competence.no-change", "competence.not-author"],
  },
} as const

const description =
  '`If-Match` porte la version de la fiche de compétences, `"v0"` si elle est encore vide.'

const schoolRefusals = [
  "activity.closed",
  "school.unknown",
  "person.not-in-school",
  "competence-entry.closed",
  "competence-entry.locked",
] as const

const schoolAct = (name: keyof typeof acts) => {
  const { method, suffix, act, refusals, ...told } = acts[name]
  return route({
    ...told,
    name: `${name}Competence${bySchool.names}`,
    method,
    path: `${bySchool.path}/:option${suffix}`,
    tag: tags.competence,
    description,
    capacities: ["school-head"],
    refusals: [...refusals, ...schoolRefusals],
    params: { ...bySchool.params, option: ExamOptionId },
    answer: json(Lines),
    handle: (input) => marked(act(onCompetence(input))),
  })
}

const personAct = (name: keyof typeof acts) => {
  const { method, suffix, act, refusals, ...told } = acts[name]
  return route({
    ...told,
    name: `${name}Competence${byPerson.names}`,
    method,
    path: `${byPerson.path}/:option${suffix}`,
    tag: tags.competence,
    description,
    capacities: ["agent", "exam-manager"],
    refusals: [...refusals, "person.unknown"],
    params: { ...byPerson.params, option: ExamOptionId },
    answer: json(Lines),
    handle: (input) => marked(act(onCompetence(input))),
  })
}

/** The routes of competences. */
export const competenceRoutes = [
  ...competenceReadingRoutes,
  schoolAct("add"),
  schoolAct("confirm"),
  schoolAct("invalidate"),
  personAct("add"),
  personAct("confirm"),
  personAct("invalidate"),
]
