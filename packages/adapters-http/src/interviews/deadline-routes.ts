/** The deadlines of an interview and of its appeal: all of them, one act on one day, its proof. */
import {
  DeadlineLine,
  listDeadlines,
  PossibilityLine,
  proveDeadline,
  readDeadlineFeed,
  readDeadlineProof,
  readDeadlines,
} from "@convoque/core/interviews"
import { CivilDate } from "@convoque/core/kernel/calendar"
import { CalendarWriter } from "@convoque/core/kernel/ports"
import { KebabName } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { file, json } from "../answer.ts"
import { parameters } from "../query.ts"
import { route } from "../route.ts"
import {
  delegable,
  everybody,
  interviewParams,
  interviewPath,
  printed,
  reading,
  tag,
} from "./parts.ts"

const common = {
  tag,
  method: "GET",
  params: interviewParams,
  capacities: everybody,
  onBehalf: delegable,
} as const

const asked = {
  ...common,
  params: { ...interviewParams, act: KebabName },
  query: parameters({ on: CivilDate }),
  refusals: ["interview.unknown", "deadline.unknown-act"],
} as const

/** The routes of deadlines. */
export const deadlineRoutes = [
  route({
    ...common,
    name: "listDeadlines",
    path: `${interviewPath}/deadlines`,
    summary: "Tous les délais d'un entretien et de son recours, avec leur texte",
    requirements: ["ENT-06", "ENT-23"],
    answer: json(Schema.Array(DeadlineLine).annotate({ identifier: "Deadlines" })),
    refusals: ["interview.unknown"],
    handle: (input) => Effect.map(listDeadlines(reading(input)), (body) => ({ body })),
  }),
  route({
    ...common,
    name: "readDeadlines",
    path: `${interviewPath}/deadlines.pdf`,
    summary: "Tous les délais, sur papier",
    requirements: ["ENT-06", "ENT-23"],
    answer: file("application/pdf"),
    refusals: ["interview.unknown"],
    handle: (input) => printed(readDeadlines(reading(input))),
  }),
  route({
    ...common,
    name: "readDeadlineFeed",
    path: `${interviewPath}/deadlines.ics`,
    summary: "Les délais à venir, comme agenda à télécharger",
    description:
      "Un programme le relit avec un jeton d'accès. Un logiciel d'agenda ne peut pas s'y abonner : il n'envoie ni jeton ni session.",
    requirements: ["ENT-06"],
    answer: file("text/calendar"),
    refusals: ["interview.unknown"],
    handle: (input) =>
      Effect.gen(function* () {
        const feed = yield* readDeadlineFeed(reading(input))
        const content = (yield* CalendarWriter).text(feed)
        const { type, year } = input.params
        return { content, fileName: `${type}-${year}.ics` }
      }),
  }),
  route({
    ...asked,
    name: "proveDeadline",
    path: `${interviewPath}/deadlines/:act`,
    summary: "Dire si un acte pouvait se faire un jour donné, et pourquoi",
    requirements: ["ENT-06", "ENT-22", "ENT-23"],
    answer: json(PossibilityLine),
    handle: (input) =>
      Effect.map(
        proveDeadline({ ...reading(input), act: input.params.act, day: input.query.on }),
        (body) => ({ body }),
      ),
  }),
  route({
    ...asked,
    name: "readDeadlineProof",
    path: `${interviewPath}/deadlines/:act/proof.pdf`,
    summary: "La même réponse, sur papier, pour un dossier de recours",
    requirements: ["ENT-06", "ENT-22", "ENT-23"],
    answer: file("application/pdf"),
    handle: (input) =>
      printed(readDeadlineProof({ ...reading(input), act: input.params.act, day: input.query.on })),
  }),
] as const
