/** What is done in a campaign: its interviews, its documents, its reminders, its needs. */
import {
  campaignInterviews,
  CirculatedDocument,
  circulateDocuments,
  InterviewLine,
  interviewsSheet,
  keepCampaignDocument,
  listInterviews,
  planReminder,
  printTrainingSynthesis,
  readTrainingSynthesis,
  ReminderTarget,
  sendReminder,
} from "@convoque/core/interviews"
import { PersonId } from "@convoque/core/kernel/identity"
import { AttachedFile } from "@convoque/core/kernel/message"
import { singleLine } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { file, json } from "../answer.ts"
import { parameters } from "../query.ts"
import { listRoutes } from "../listing/routes.ts"
import { route } from "../route.ts"
import { ReminderPlan, SentReminder, TrainingNeedsSynthesis } from "./campaign-schemas.ts"
import {
  campaignParams,
  campaignPath,
  campaignTag as tag,
  delegable,
  followers,
  onCampaign,
  pdfBody,
  printed,
  reader,
  staff,
} from "./parts.ts"

const common = { tag, params: campaignParams } as const

const reminding = Schema.Struct({
  target: ReminderTarget,
  managers: Schema.optionalKey(Schema.Array(PersonId).check(Schema.isMaxLength(10_000))),
}).annotate({ identifier: "RemindManagers" })

/** The routes of what is done in a campaign. */
export const campaignWorkRoutes = [
  ...listRoutes({
    ...common,
    name: "listInterviews",
    path: `${campaignPath}/interviews`,
    summary: "Les entretiens d'une campagne, par manager puis par collaborateur",
    capacities: followers,
    onBehalf: delegable,
    requirements: ["CAM-05", "CAM-19", "CAM-20", "CAM-21"],
    list: campaignInterviews,
    row: InterviewLine,
    sheet: ({ params }) => interviewsSheet(params.campaign),
    refusals: ["campaign.unknown"],
    page: (input) => listInterviews(reader(input), input.params.campaign, input.query),
  }),
  route({
    ...common,
    name: "keepCampaignDocument",
    method: "POST",
    path: `${campaignPath}/documents`,
    change: "new",
    summary: "Déposer un document à diffuser, en PDF de 5 Mo au plus",
    description: "La réponse est à reprendre dans `documents` de la diffusion.",
    capacities: followers,
    onBehalf: delegable,
    requirements: ["ENT-05"],
    query: parameters({ fileName: singleLine(200) }),
    body: pdfBody,
    answer: json(AttachedFile, 201),
    refusals: ["campaign.unknown"],
    handle: (input) =>
      Effect.map(
        keepCampaignDocument({
          ...onCampaign(input),
          fileName: input.query.fileName,
          file: input.body,
        }),
        (body) => ({ body }),
      ),
  }),
  route({
    ...common,
    name: "circulateDocuments",
    method: "POST",
    path: `${campaignPath}/circulations`,
    summary: "Diffuser des documents aux agents avant leur entretien",
    capacities: followers,
    onBehalf: delegable,
    requirements: ["ENT-05"],
    body: Schema.Struct({
      to: Schema.Array(PersonId).check(Schema.isMaxLength(10_000)),
      documents: Schema.Array(CirculatedDocument).check(Schema.isMaxLength(20)),
    }).annotate({ identifier: "CirculateDocuments" }),
    description: "`unreached` : les agents sans adresse électronique, à informer autrement.",
    answer: json(
      Schema.Struct({ unreached: Schema.Array(PersonId) }).annotate({
        identifier: "CirculatedDocuments",
      }),
    ),
    refusals: ["campaign.unknown", "campaign.not-ones-agents", "campaign.file-unknown"],
    handle: (input) =>
      Effect.map(
        circulateDocuments({ ...onCampaign(input), ...input.body }),
        ({ version, unreached }) => ({ version, body: { unreached } }),
      ),
  }),
  route({
    ...common,
    name: "planReminder",
    method: "POST",
    path: `${campaignPath}/reminders/plan`,
    change: "nothing",
    summary: "Dire qui serait relancé, par quel courriel, et qui ne le serait pas",
    capacities: ["administrator"],
    requirements: ["CAM-26", "CAM-27", "CAM-28", "CAM-30", "CAM-31"],
    body: reminding,
    answer: json(ReminderPlan),
    refusals: ["campaign.unknown", "campaign.not-started", "reminder.nothing-to-remind"],
    handle: (input) =>
      Effect.map(planReminder({ ...onCampaign(input), ...input.body }), (body) => ({ body })),
  }),
  route({
    ...common,
    name: "sendReminder",
    method: "POST",
    path: `${campaignPath}/reminders`,
    summary: "Relancer les managers, par statut ou un seul ; un courriel chacun",
    capacities: ["administrator"],
    requirements: ["CAM-26", "CAM-27", "CAM-29", "CAM-30", "CAM-31"],
    body: reminding,
    answer: json(SentReminder),
    refusals: ["campaign.unknown", "campaign.not-started", "reminder.no-recipient"],
    handle: (input) =>
      Effect.map(sendReminder({ ...onCampaign(input), ...input.body }), ({ events, version }) => {
        const sent = events.flatMap((event) => (event._tag === "ReminderSent" ? [event] : []))
        const body: SentReminder = {
          managers: sent.flatMap(({ managers }) => managers),
          leftOut: sent.flatMap(({ leftOut }) => leftOut),
        }
        return { body, version }
      }),
  }),
  route({
    ...common,
    name: "readTrainingSynthesis",
    method: "GET",
    path: `${campaignPath}/training-needs`,
    summary: "Les besoins de formation exprimés dans les comptes rendus",
    capacities: staff,
    onBehalf: delegable,
    requirements: ["ENT-21"],
    answer: json(TrainingNeedsSynthesis),
    refusals: ["campaign.unknown"],
    handle: (input) => Effect.map(readTrainingSynthesis(onCampaign(input)), (body) => ({ body })),
  }),
  route({
    ...common,
    name: "printTrainingSynthesis",
    method: "GET",
    path: `${campaignPath}/training-needs.pdf`,
    summary: "La synthèse des besoins de formation, sur papier",
    capacities: staff,
    onBehalf: delegable,
    requirements: ["ENT-21"],
    answer: file("application/pdf"),
    refusals: ["campaign.unknown"],
    handle: (input) => printed(printTrainingSynthesis(onCampaign(input))),
  }),
] as const
