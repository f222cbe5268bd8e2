/** What a campaign is made of: the procedures and report templates that are shipped. */
import {
  Procedure,
  ReportTemplate,
  shippedProcedures,
  shippedTemplates,
} from "@convoque/core/interviews"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json } from "../answer.ts"
import { route } from "../route.ts"
import { campaignTag, staff } from "./parts.ts"

const common = { method: "GET", tag: campaignTag, capacities: staff, params: {} } as const

/** The routes of shipped terms. */
export const termsRoutes = [
  route({
    ...common,
    name: "listProcedures",
    path: "/interview-procedures",
    summary: "Les procédures prêtes à l'emploi, avec leurs délais et leurs textes",
    requirements: ["ENT-06", "CAM-24"],
    answer: json(Schema.Array(Procedure).annotate({ identifier: "Procedures" })),
    handle: () => Effect.succeed({ body: [...shippedProcedures.values()] }),
  }),
  route({
    ...common,
    name: "listReportTemplates",
    path: "/report-templates",
    summary: "Les modèles de compte rendu prêts à l'emploi",
    requirements: ["ENT-04"],
    answer: json(Schema.Array(ReportTemplate).annotate({ identifier: "ReportTemplates" })),
    handle: () => Effect.succeed({ body: [...shippedTemplates.values()] }),
  }),
] as const
