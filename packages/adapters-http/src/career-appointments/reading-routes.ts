/** What is read: the list of agents to evaluate, one file, its convocation, its eligibility. */
import {
  campaignFiles,
  CampaignId,
  eligibility,
  FileLine,
  filesSheet,
  listFiles,
  openFile,
  readConvocation,
} from "@convoque/core/career-appointments"
import { CivilDate, SchoolYear } from "@convoque/core/kernel/calendar"
import { DocumentRenderer } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { file, json } from "../answer.ts"
import { listRoutes } from "../listing/routes.ts"
import { parameters } from "../query.ts"
import { route } from "../route.ts"
import { fileAnswer, fileOf, fileParams, filePath, tag } from "./parts.ts"

/** The routes that only read files, their convocations and eligibility, for all who see them. */
export const readingRoutes = [
  ...listRoutes({
    name: "listFiles",
    path: "/career-campaigns/:campaign/files",
    tag,
    summary: "La liste des agents à évaluer, avec l'état de leur dossier",
    capacities: ["campaign-manager", "evaluator"],
    requirements: ["RDC-03", "RDC-09", "RDC-14", "RDC-21"],
    params: { campaign: CampaignId },
    list: campaignFiles,
    row: FileLine,
    sheet: ({ params }) => filesSheet(params.campaign),
    page: ({ actor, identity, params, query }) =>
      listFiles({ by: actor, tenant: identity.tenant }, params.campaign, query),
  }),
  route({
    name: "openFile",
    method: "GET",
    path: filePath,
    tag,
    summary: "Un dossier : rendez-vous, état, effet d'un enregistrement, historique",
    capacities: ["evaluator", "campaign-manager", "agent"],
    requirements: ["RDC-15", "RDC-16", "RDC-19"],
    params: fileParams,
    answer: fileAnswer,
    refusals: ["file.unknown"],
    handle: (input) =>
      Effect.map(openFile(input.actor, fileOf(input)), ({ detail, version }) => ({
        body: detail,
        version,
      })),
  }),
  route({
    name: "readConvocation",
    method: "GET",
    path: `${filePath}/convocation.pdf`,
    tag,
    summary: "La convocation telle qu'elle a été émise",
    capacities: ["evaluator", "campaign-manager", "agent"],
    requirements: ["RDC-10", "RDC-13"],
    params: fileParams,
    answer: file("application/pdf"),
    refusals: ["convocation.appointments-missing", "convocation.not-issued"],
    handle: (input) =>
      Effect.gen(function* () {
        const { content, fileName } = yield* readConvocation(input.actor, fileOf(input))
        const renderer = yield* DocumentRenderer
        const { bytes } = yield* renderer.render(content)
        return { content: bytes, fileName }
      }),
  }),
  route({
    name: "eligibility",
    method: "GET",
    path: "/career-eligibility",
    tag,
    summary: "Dire si un agent est éligible à un rendez-vous de carrière",
    capacities: ["campaign-manager", "evaluator", "agent"],
    requirements: ["RDC-01"],
    params: {},
    query: parameters({
      echelon: Schema.FiniteFromString.check(
        Schema.isInt(),
        Schema.isBetween({ minimum: 1, maximum: 12 }),
      ),
      enteredOn: CivilDate,
      schoolYear: SchoolYear,
    }),
    answer: json(
      Schema.Struct({
        eligible: Schema.Boolean,
        meeting: Schema.NullOr(Schema.Int),
        from: Schema.NullOr(CivilDate),
        until: Schema.NullOr(CivilDate),
        source: Schema.NullOr(Schema.String),
      }).annotate({ identifier: "Eligibility" }),
    ),
    handle: ({ query }) => {
      const found = eligibility(query)
      const body =
        found._tag === "not-concerned"
          ? { eligible: false, meeting: null, from: null, until: null, source: null }
          : { ...found, eligible: found._tag === "eligible" }
      return Effect.succeed({ body })
    },
  }),
] as const
