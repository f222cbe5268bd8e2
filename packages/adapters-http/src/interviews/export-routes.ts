/** Exports: asked for, followed while they are made, fetched until they are removed. */
import {
  ExportFormat,
  ExportId,
  exportList,
  ExportRow,
  exportsSheet,
  fetchExportFile,
  listExports,
  readExport,
  requestExport,
  requestOwnFile,
} from "@convoque/core/interviews"
import { singleLine } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { json, keptFile } from "../answer.ts"
import { listRoutes } from "../listing/routes.ts"
import { route } from "../route.ts"
import {
  bulkLimitBytes,
  campaignParams,
  campaignPath,
  campaignTag as tag,
  delegable,
  interviewKeys,
  reader,
  staff,
} from "./parts.ts"

const asking = {
  tag,
  method: "POST",
  change: "new",
  answer: json(
    Schema.Struct({ export: ExportId }).annotate({ identifier: "RequestedExport" }),
    202,
  ),
} as const

const formatBody = Schema.Struct({ format: ExportFormat }).annotate({
  identifier: "RequestExport",
})

const requesters = ["agent", "superior", ...staff] as const

// Relative to the address of the request, which has so many segments after its prefix.
const followedAt = (depth: number) => (body: { readonly export: ExportId }) => ({
  body,
  location: `${"../".repeat(depth)}exports/${body.export}`,
})

/** The media types of exports. */
const exportedTypes = [
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/zip",
  "application/pdf",
  "text/csv",
] as const

/** The routes of exports. */
export const exportRoutes = [
  route({
    ...asking,
    name: "exportCampaign",
    path: `${campaignPath}/exports`,
    summary:
      "Demander l'export d'une campagne : sa liste en XLSX ou CSV, ses comptes rendus en PDF",
    description:
      "L'export se fait en arrière-plan et part par courriel au demandeur ; `Location` donne où le suivre.",
    capacities: staff,
    onBehalf: delegable,
    requirements: ["CAM-14", "CAM-15"],
    params: campaignParams,
    body: formatBody,
    refusals: ["campaign.unknown", "export.unknown-format", "export.no-address"],
    handle: (input) =>
      Effect.map(
        requestExport({
          ...reader(input),
          subject: { _tag: "campaign", campaign: input.params.campaign },
          format: input.body.format,
        }),
        followedAt(2),
      ),
  }),
  route({
    ...asking,
    name: "printInterviews",
    path: `${campaignPath}/prints`,
    summary: "Demander l'impression d'entretiens, en un PDF ou en une archive de PDF",
    capacities: ["superior", ...staff],
    onBehalf: delegable,
    requirements: ["CAM-22"],
    params: campaignParams,
    bodyLimitBytes: bulkLimitBytes,
    body: Schema.Struct({ interviews: interviewKeys }).annotate({ identifier: "PrintInterviews" }),
    refusals: ["campaign.unknown", "campaign.unknown-interview", "interview.unknown"],
    handle: (input) =>
      Effect.map(
        requestExport({
          ...reader(input),
          subject: {
            _tag: "print",
            campaign: input.params.campaign,
            interviews: input.body.interviews,
          },
          format: "pdf",
        }),
        followedAt(2),
      ),
  }),
  route({
    ...asking,
    name: "exportTrainingNeeds",
    path: `${campaignPath}/training-needs/exports`,
    summary: "Demander l'export des besoins de formation, en PDF ou XLSX",
    capacities: staff,
    onBehalf: delegable,
    requirements: ["ENT-21"],
    params: campaignParams,
    body: formatBody,
    refusals: ["campaign.unknown", "export.unknown-format"],
    handle: (input) =>
      Effect.map(
        requestExport({
          ...reader(input),
          subject: { _tag: "training-needs", campaign: input.params.campaign },
          format: input.body.format,
        }),
        followedAt(3),
      ),
  }),
  route({
    ...asking,
    name: "requestOwnFile",
    path: "/my-interviews/exports",
    summary: "Demander tout ce qui est conservé sur moi",
    capacities: ["agent"],
    requirements: ["CAM-15"],
    params: {},
    refusals: ["export.no-address", "export.nothing-to-export"],
    handle: (input) => Effect.map(requestOwnFile(reader(input)), followedAt(1)),
  }),
  ...listRoutes({
    name: "listExports",
    path: "/exports",
    tag,
    summary: "Mes exports, avec leur avancement",
    capacities: requesters,
    requirements: ["CAM-15"],
    params: {},
    list: exportList,
    row: ExportRow,
    sheet: () => exportsSheet,
    page: (input) => listExports(reader(input), input.query),
  }),
  route({
    name: "readExport",
    method: "GET",
    path: "/exports/:export",
    tag,
    summary: "L'avancement d'un export, puis ses fichiers",
    capacities: requesters,
    requirements: ["CAM-15"],
    params: { export: ExportId },
    answer: json(ExportRow),
    refusals: ["export.unknown"],
    handle: (input) =>
      Effect.map(readExport({ ...reader(input), export: input.params.export }), (body) => ({
        body,
      })),
  }),
  route({
    name: "fetchExportFile",
    method: "GET",
    path: "/exports/:export/files/:file",
    tag,
    summary: "Télécharger un fichier d'un export, sous son nom, jusqu'à son terme",
    capacities: requesters,
    requirements: ["CAM-15"],
    params: { export: ExportId, file: singleLine(300) },
    answer: keptFile(...exportedTypes),
    refusals: ["export.unknown", "export.unknown-file", "export.not-ready", "export.expired"],
    handle: (input) => {
      const { export: id, file: fileName } = input.params
      return Effect.map(
        fetchExportFile({ ...reader(input), export: id, fileName }),
        ({ bytes, mediaType }) => ({ content: bytes, mediaType, fileName }),
      )
    },
  }),
] as const
