/** What campaign managers ask: create, enrol, replace, cancel, follow, remind. */
import {
  CampaignFollowUp,
  CampaignId,
  CampaignTemplate,
  CampaignTerms,
  cancelSet,
  createCampaign,
  enrol,
  enrolAll,
  followCampaign,
  readyTemplates,
  Reason,
  remind,
  Reminders,
  replaceEvaluator,
  RoleId,
} from "@convoque/core/career-appointments"
import { SchoolYear } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { acknowledged } from "../acknowledged.ts"
import { json } from "../answer.ts"
import { route } from "../route.ts"
import { tableLines } from "../table-lines.ts"
import { answered, fileAnswer, fileOf, fileParams, filePath, onFile, tag } from "./parts.ts"

const campaignPath = "/career-campaigns/:campaign"
const campaignParams = { campaign: CampaignId } as const
const capacities = ["campaign-manager"] as const

/** The routes of campaign managers: templates, campaigns, enrolment, replacement, reminders. */
export const managerRoutes = [
  route({
    name: "listTemplates",
    method: "GET",
    path: "/career-campaign-templates",
    tag,
    summary: "Les modèles de campagne prêts à l'emploi, par corps",
    capacities,
    requirements: ["RDC-01", "RDC-02"],
    params: {},
    answer: json(Schema.Array(CampaignTemplate).annotate({ identifier: "CampaignTemplates" })),
    handle: () => Effect.succeed({ body: [...readyTemplates.values()] }),
  }),
  route({
    name: "createCampaign",
    method: "POST",
    path: "/career-campaigns",
    change: "new",
    tag,
    summary: "Créer une campagne à partir d'un modèle",
    capacities,
    requirements: ["RDC-01", "RDC-02"],
    params: {},
    body: Schema.Struct({
      campaign: CampaignId,
      schoolYear: SchoolYear,
      managers: Schema.NonEmptyArray(PersonId),
      terms: CampaignTerms,
    }).annotate({ identifier: "CreateCampaign" }),
    answer: json(
      Schema.Struct({ campaign: CampaignId }).annotate({ identifier: "CreatedCampaign" }),
      201,
    ),
    refusals: ["campaign.already-exists", "campaign.incoherent-template"],
    handle: ({ actor, identity, body }) =>
      Effect.map(
        createCampaign({ by: actor, tenant: identity.tenant, ...body }),
        ({ version }) => ({
          body: { campaign: body.campaign },
          version,
          location: `career-campaigns/${body.campaign}`,
        }),
      ),
  }),
  route({
    name: "followCampaign",
    method: "GET",
    path: campaignPath,
    tag,
    summary: "Suivre une campagne : dossiers par état, évaluateurs en retard",
    capacities,
    requirements: ["RDC-01"],
    params: campaignParams,
    answer: json(CampaignFollowUp),
    handle: ({ actor, identity, params }) =>
      Effect.map(
        followCampaign({ by: actor, tenant: identity.tenant }, params.campaign),
        (body) => ({ body }),
      ),
  }),
  route({
    name: "enrol",
    method: "POST",
    path: `${campaignPath}/files/:agent`,
    change: "new",
    tag,
    summary: "Inscrire un agent et désigner ses évaluateurs",
    capacities,
    requirements: ["RDC-01"],
    params: fileParams,
    body: Schema.Struct({ evaluators: Schema.Record(RoleId, PersonId) }).annotate({
      identifier: "Enrol",
    }),
    answer: fileAnswer,
    refusals: ["set.evaluator-missing", "person.unknown"],
    handle: (input) =>
      answered(enrol({ by: input.actor, file: fileOf(input), evaluators: input.body.evaluators })),
  }),
  route({
    name: "enrolAll",
    method: "POST",
    path: `${campaignPath}/enrolments`,
    change: "new",
    tag,
    summary: "Inscrire une population décrite par un fichier CSV",
    description:
      "`csv` : séparateur point-virgule, première ligne d'en-tête, colonne `agent` et une colonne par rôle d'évaluateur. Tout est inscrit, ou rien : chaque erreur donne sa ligne et sa colonne.",
    capacities,
    requirements: ["RDC-01"],
    params: campaignParams,
    body: Schema.Struct({
      csv: Schema.String.check(Schema.isMaxLength(1_000_000)),
    }).annotate({ identifier: "EnrolAll" }),
    answer: json(Schema.Struct({ opened: Schema.Int }).annotate({ identifier: "Enrolled" }), 201),
    refusals: ["enrolment.refused", "table.malformed"],
    handle: ({ actor, identity, params, body }) =>
      Effect.gen(function* () {
        const lines = yield* tableLines(body.csv)
        const { campaign } = params
        const enrolled = yield* enrolAll({ by: actor, tenant: identity.tenant, campaign, lines })
        return { body: enrolled }
      }),
  }),
  route({
    name: "replaceEvaluator",
    method: "PUT",
    path: `${filePath}/roles/:role/evaluator`,
    tag,
    summary: "Confier un rôle à un autre évaluateur",
    capacities,
    requirements: ["RDC-01"],
    params: { ...fileParams, role: RoleId },
    body: Schema.Struct({ person: PersonId }).annotate({ identifier: "ReplaceEvaluator" }),
    answer: fileAnswer,
    refusals: ["set.unknown-role", "person.unknown"],
    handle: (input) =>
      answered(
        replaceEvaluator({
          ...onFile(input),
          role: input.params.role,
          person: input.body.person,
        }),
      ),
  }),
  route({
    name: "cancelSet",
    method: "POST",
    path: `${filePath}/cancellation`,
    tag,
    summary: "Annuler un dossier ; l'agenda de l'agent perd ses rendez-vous",
    capacities,
    requirements: ["RDC-10"],
    params: fileParams,
    body: Schema.Struct({ reason: Reason, acknowledged }).annotate({ identifier: "CancelSet" }),
    answer: fileAnswer,
    refusals: ["convocation.confirmation-required"],
    handle: (input) =>
      answered(
        cancelSet({
          ...onFile(input),
          reason: input.body.reason,
          acknowledged: input.body.acknowledged ?? [],
        }),
      ),
  }),
  route({
    name: "remind",
    method: "POST",
    path: `${campaignPath}/reminders`,
    change: "new",
    tag,
    summary: "Relancer les évaluateurs en retard et les agents qui n'ont pas répondu",
    description: "`dryRun` dit qui serait relancé, sans rien envoyer.",
    capacities,
    requirements: ["RDC-01"],
    params: campaignParams,
    body: Schema.Struct({ dryRun: Schema.Boolean }).annotate({ identifier: "Remind" }),
    answer: json(Reminders),
    handle: ({ actor, identity, params, body }) =>
      Effect.map(
        remind({
          by: actor,
          tenant: identity.tenant,
          campaign: params.campaign,
          dryRun: body.dryRun,
        }),
        (reminders) => ({ body: reminders }),
      ),
  }),
] as const
