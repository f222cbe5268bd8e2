/** What is asked of a campaign: opening, correcting, filling, following, deleting it. */
import {
  addPopulationFile,
  CampaignChanges,
  CampaignLine,
  campaignsSheet,
  campaigns,
  campaignSorts,
  CampaignTerms,
  correctCampaign,
  deleteCampaign,
  followCampaign,
  listCampaigns,
  openCampaign,
  PopulationFileReport,
} from "@convoque/core/interviews"
import type { BarChart, ProgressChart } from "@convoque/core/kernel/chart"
import { CampaignId } from "@convoque/core/kernel/identity"
import { ChartRenderer } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import { acknowledgedUpTo } from "../acknowledged.ts"
import { json, nothing, svg } from "../answer.ts"
import { bytes } from "../body.ts"
import { parameters } from "../query.ts"
import { listRoutes } from "../listing/routes.ts"
import { type Input, route } from "../route.ts"
import { CampaignFollowed } from "./campaign-schemas.ts"
import {
  bulkLimitBytes,
  campaignParams,
  campaignPath,
  campaignTag as tag,
  delegable,
  followers,
  onCampaign,
  reader,
} from "./parts.ts"

/** The largest population file. */
export const populationLimitBytes = 16_000_000

const administrator = ["administrator"] as const
const common = { tag, params: campaignParams } as const

// The list adds to a line what depends on the day and on its interviews.
const followedCampaigns = {
  ...campaigns,
  sortColumns: campaignSorts,
  filterNames: [...campaigns.filterNames, "status", "creator-profile"],
}

const flag = Schema.optionalKey(Schema.Literals(["true", "false"]))

const chart = {
  ...common,
  method: "GET",
  capacities: followers,
  onBehalf: delegable,
  requirements: ["CAM-05", "CAM-12"],
  answer: svg,
  refusals: ["campaign.unknown"],
} as const

interface Charts {
  readonly bars: BarChart
  readonly managers: BarChart
  readonly progress: ProgressChart
}

const drawn = (
  input: Input<{ readonly campaign: CampaignId }, unknown, unknown>,
  which: keyof Charts,
) =>
  Effect.gen(function* () {
    const { followUp } = yield* followCampaign(onCampaign(input))
    return { svg: (yield* ChartRenderer).svg(followUp.charts[which]) }
  })

/** The routes of campaigns as a whole. */
export const campaignRoutes = [
  ...listRoutes({
    name: "listCampaigns",
    path: "/interview-campaigns",
    tag,
    summary: "Les campagnes, avec leur statut et leur avancement",
    capacities: followers,
    onBehalf: delegable,
    requirements: ["CAM-02", "CAM-03", "CAM-13"],
    params: {},
    list: followedCampaigns,
    row: CampaignLine,
    sheet: () => campaignsSheet,
    page: (input) => listCampaigns(reader(input), input.query),
  }),
  route({
    name: "openCampaign",
    method: "POST",
    path: "/interview-campaigns",
    change: "new",
    tag,
    summary: "Ouvrir une campagne : ses dates, sa procédure, son modèle de compte rendu",
    capacities: administrator,
    requirements: ["ENT-01", "ENT-02", "ENT-03", "ENT-04"],
    params: {},
    body: Schema.Struct({ campaign: CampaignId, terms: CampaignTerms }).annotate({
      identifier: "OpenInterviewCampaign",
    }),
    answer: json(
      Schema.Struct({ campaign: CampaignId }).annotate({ identifier: "OpenedInterviewCampaign" }),
      201,
    ),
    refusals: ["campaign.already-exists", "campaign.incoherent-terms"],
    handle: ({ actor, identity, body }) =>
      Effect.map(openCampaign({ by: actor, tenant: identity.tenant, ...body }), ({ version }) => ({
        body: { campaign: body.campaign },
        version,
        location: `interview-campaigns/${body.campaign}`,
      })),
  }),
  route({
    ...common,
    name: "followInterviewCampaign",
    method: "GET",
    path: campaignPath,
    summary: "Suivre une campagne : statuts, avancement, retards, part de chaque manager",
    capacities: followers,
    onBehalf: delegable,
    requirements: ["CAM-04", "CAM-05", "CAM-12", "CAM-13"],
    answer: json(CampaignFollowed),
    refusals: ["campaign.unknown"],
    handle: (input) =>
      Effect.map(followCampaign(onCampaign(input)), ({ followUp, version }) => ({
        body: followUp,
        version,
      })),
  }),
  route({
    ...chart,
    name: "drawStatuses",
    path: `${campaignPath}/statistics/statuses.svg`,
    summary: "Les entretiens de la campagne par statut, en barres",
    handle: (input) => drawn(input, "bars"),
  }),
  route({
    ...chart,
    name: "drawManagers",
    path: `${campaignPath}/statistics/managers.svg`,
    summary: "Les entretiens de chaque manager par statut, en barres",
    handle: (input) => drawn(input, "managers"),
  }),
  route({
    ...chart,
    name: "drawProgress",
    path: `${campaignPath}/statistics/progress.svg`,
    summary: "L'avancement cumulé dans le temps, avec la date visée",
    handle: (input) => drawn(input, "progress"),
  }),
  route({
    ...common,
    name: "correctCampaign",
    method: "PATCH",
    path: campaignPath,
    summary: "Corriger le cadre d'une campagne",
    description:
      "La procédure et le modèle sont figés dès qu'un entretien a reçu une date ; l'année ne change pas.",
    capacities: administrator,
    requirements: ["ENT-01", "ENT-04"],
    body: CampaignChanges,
    answer: nothing,
    refusals: ["campaign.unknown", "campaign.procedure-frozen", "campaign.incoherent-terms"],
    handle: (input) =>
      Effect.map(correctCampaign({ ...onCampaign(input), changes: input.body }), ({ version }) => ({
        version,
      })),
  }),
  route({
    ...common,
    name: "addInterviews",
    method: "POST",
    path: `${campaignPath}/population`,
    summary: "Ouvrir les entretiens d'une population décrite par un fichier CSV",
    description:
      "Séparateur point-virgule, première ligne d'en-tête, colonnes `agent`, `superior` et `authority`, en UTF-8 ou Windows-1252. `dryRun` dit ce qui serait ouvert, sans rien ouvrir ; sans `acceptPartial`, une seule erreur empêche toute ouverture.",
    capacities: administrator,
    requirements: ["CAM-05", "ENT-28"],
    query: parameters({ dryRun: flag, acceptPartial: flag }),
    body: bytes({ mediaTypes: ["text/csv"], limitBytes: populationLimitBytes }),
    answer: json(PopulationFileReport),
    refusals: ["campaign.unknown", "table.malformed", "population.empty", "population.refused"],
    handle: (input) =>
      Effect.gen(function* () {
        const { dryRun, acceptPartial } = input.query
        const report = yield* addPopulationFile({
          ...onCampaign(input),
          file: Stream.succeed(input.body.bytes),
          dryRun: dryRun === "true",
          acceptPartial: acceptPartial === "true",
        })
        return { body: report }
      }),
  }),
  route({
    ...common,
    name: "deleteCampaign",
    method: "POST",
    path: `${campaignPath}/deletion`,
    summary: "Supprimer une campagne et tout ce qui lui appartient, sans retour",
    description:
      "La confirmation reprend `campaign.confirmation-required`, puis `campaign.appeals-open` pour chaque recours ouvert.",
    capacities: administrator,
    requirements: ["CAM-17", "CAM-18"],
    bodyLimitBytes: bulkLimitBytes,
    body: Schema.Struct({ acknowledged: acknowledgedUpTo(10_000) }).annotate({
      identifier: "DeleteInterviewCampaign",
    }),
    answer: json(
      Schema.Struct({ interviews: Schema.Int, appeals: Schema.Int }).annotate({
        identifier: "ErasedInterviewCampaign",
      }),
    ),
    refusals: ["campaign.unknown", "campaign.confirmation-required", "campaign.appeals-open"],
    handle: (input) =>
      Effect.map(
        deleteCampaign({
          ...onCampaign(input),
          acknowledged: input.body.acknowledged ?? [],
        }),
        (body) => ({ body }),
      ),
  }),
] as const
