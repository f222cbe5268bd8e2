/** What is read of one interview: the file, its papers; and the interviews of an agent. */
import {
  agentInterviews,
  consultInterview,
  InterviewDetail,
  InterviewRow,
  myInterviews,
  ownInterviewsSheet,
  readBlankReport,
  readFormerReport,
  readPreparation,
  readReport,
} from "@convoque/core/interviews"
import * as Effect from "effect/Effect"
import { file, json } from "../answer.ts"
import { listRoutes } from "../listing/routes.ts"
import { route } from "../route.ts"
import {
  delegable,
  everybody,
  interviewParams,
  interviewPath,
  printed,
  reader,
  reading,
  tag,
} from "./parts.ts"

const common = {
  tag,
  method: "GET",
  params: interviewParams,
  onBehalf: delegable,
} as const

const paper = { ...common, answer: file("application/pdf") } as const

/** The routes that only read interviews. */
export const readingRoutes = [
  ...listRoutes({
    name: "myInterviews",
    path: "/my-interviews",
    tag,
    summary: "Mes entretiens, année après année",
    capacities: ["agent"],
    requirements: ["ENT-28"],
    params: {},
    list: agentInterviews,
    row: InterviewRow,
    sheet: () => ownInterviewsSheet,
    page: (input) => myInterviews(reader(input), input.query),
  }),
  route({
    ...common,
    name: "consultInterview",
    path: interviewPath,
    summary: "Un entretien : les personnes, ce qui est écrit, le circuit, l'historique",
    capacities: everybody,
    requirements: ["CAM-24", "ENT-09"],
    answer: json(InterviewDetail),
    refusals: ["interview.unknown"],
    handle: (input) =>
      Effect.map(consultInterview(reading(input)), ({ detail, version }) => ({
        body: detail,
        version,
      })),
  }),
  route({
    ...paper,
    name: "readReport",
    path: `${interviewPath}/report.pdf`,
    summary: "Le compte rendu tel qu'il est",
    capacities: everybody,
    requirements: ["ENT-22", "ENT-27"],
    refusals: ["interview.unknown", "report.not-available"],
    handle: (input) => printed(readReport(reading(input))),
  }),
  route({
    ...paper,
    name: "readPreparation",
    path: `${interviewPath}/preparation.pdf`,
    summary: "Le dossier de préparation du supérieur : compte rendu précédent, points, rappels",
    capacities: ["superior"],
    requirements: ["ENT-08", "ENT-13"],
    refusals: ["interview.unknown"],
    handle: (input) => printed(readPreparation(reading(input))),
  }),
  route({
    ...paper,
    name: "readBlankReport",
    path: `${interviewPath}/blank-report.pdf`,
    summary: "Le compte rendu vierge, joint à la proposition de date",
    capacities: everybody,
    requirements: ["ENT-07"],
    refusals: ["interview.unknown"],
    handle: (input) => printed(readBlankReport(reading(input))),
  }),
  route({
    ...paper,
    name: "readFormerReport",
    path: `${interviewPath}/former-report.pdf`,
    summary: "Le compte rendu de l'année précédente, tel que le dossier de l'agent l'a",
    capacities: everybody,
    requirements: ["ENT-08", "ENT-28"],
    refusals: ["interview.unknown", "report.not-available"],
    handle: (input) => printed(readFormerReport(reading(input))),
  }),
] as const
