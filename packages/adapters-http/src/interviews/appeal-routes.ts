/** What is asked of an appeal: lodge it, answer it, refer it to the committee, end it; read it. */
import {
  acknowledgeFinalReport,
  answerAppeal,
  Appeal,
  AppealOutcome,
  AppealRow,
  appeals,
  appealsSheet,
  consultAppeal,
  decideAppeal,
  listAppeals,
  lodgeHierarchicalAppeal,
  Notification,
  notifyFinalReport,
  readAppealDocument,
  readFinalReport,
  recordAcknowledgementRefusal,
  recordOpinion,
  referToCommittee,
  replaceAppealAuthority,
  Report,
  Text,
} from "@convoque/core/interviews"
import { CivilDate } from "@convoque/core/kernel/calendar"
import type { Handled } from "@convoque/core/kernel/handle"
import { PersonId } from "@convoque/core/kernel/identity"
import { Reason, singleLine } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { file, json } from "../answer.ts"
import { listRoutes } from "../listing/routes.ts"
import { route } from "../route.ts"
import {
  delegable,
  everybody,
  interviewParams,
  interviewPath,
  onInterview,
  printed,
  reader,
  reading,
  staff,
  tag,
} from "./parts.ts"

const path = `${interviewPath}/appeal` as const

const common = {
  tag,
  params: interviewParams,
  answer: json(Appeal.annotate({ identifier: "InterviewAppeal" })),
  requirements: ["ENT-27"],
} as const

const paper = {
  ...common,
  method: "GET",
  capacities: everybody,
  onBehalf: delegable,
  answer: file("application/pdf"),
} as const

const answered = <Failure, Needs>(
  command: Effect.Effect<Handled<Appeal, unknown>, Failure, Needs>,
) => Effect.map(command, ({ state, version }) => ({ body: state, version }))

/** The routes of appeals. */
export const appealRoutes = [
  ...listRoutes({
    name: "listAppeals",
    path: "/interview-appeals",
    tag,
    summary: "Les recours auxquels l'autorité répond",
    capacities: ["authority"],
    requirements: ["ENT-27"],
    params: {},
    list: appeals,
    row: AppealRow,
    sheet: () => appealsSheet,
    page: (input) => listAppeals(reader(input), input.query),
  }),
  route({
    ...common,
    name: "consultAppeal",
    method: "GET",
    path,
    summary: "Le recours contre un compte rendu, avec ses délais et son historique",
    capacities: everybody,
    onBehalf: delegable,
    refusals: ["interview.unknown", "appeal.unknown"],
    handle: (input) =>
      Effect.map(consultAppeal(reading(input)), ({ state, version }) => ({ body: state, version })),
  }),
  route({
    ...paper,
    name: "readAppealDocument",
    path: `${interviewPath}/appeal.pdf`,
    summary: "Le recours sur papier, étape par étape",
    refusals: ["interview.unknown", "appeal.unknown"],
    handle: (input) => printed(readAppealDocument(reading(input))),
  }),
  route({
    ...paper,
    name: "readFinalReport",
    path: `${interviewPath}/final-report.pdf`,
    summary: "Le compte rendu définitif, une fois révisé par l'autorité",
    refusals: ["interview.unknown", "appeal.unknown", "appeal.no-revised-report"],
    handle: (input) => printed(readFinalReport(reading(input))),
  }),
  route({
    ...common,
    name: "lodgeHierarchicalAppeal",
    method: "POST",
    path,
    summary: "Former un recours hiérarchique ; tardif, il est enregistré comme tel",
    description:
      "`If-Match` porte la version du recours, `\"v0\"` tant qu'il n'y en a pas. La date est celle de la réception.",
    capacities: ["agent"],
    body: Schema.Struct({ date: CivilDate, grounds: Text }).annotate({
      identifier: "LodgeHierarchicalAppeal",
    }),
    refusals: ["appeal.not-provided", "appeal.report-not-endorsed", "appeal.report-not-notified"],
    handle: (input) => answered(lodgeHierarchicalAppeal({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "answerAppeal",
    method: "POST",
    path: `${path}/answer`,
    summary: "Répondre au recours : réviser le compte rendu, en tout ou partie, ou le maintenir",
    capacities: ["authority"],
    onBehalf: delegable,
    body: Schema.Struct({
      date: CivilDate,
      outcome: AppealOutcome,
      reasons: Text,
      interviewHeldOn: Schema.optionalKey(CivilDate),
      revised: Schema.optionalKey(Report),
    }).annotate({ identifier: "AnswerAppeal" }),
    refusals: [
      "appeal.complementary-interview-missing",
      "appeal.revised-report-missing",
      "appeal.revised-report-unexpected",
    ],
    handle: (input) => answered(answerAppeal({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "referToCommittee",
    method: "POST",
    path: `${path}/referral`,
    summary: "Saisir la commission, après le recours hiérarchique seulement",
    capacities: ["agent"],
    body: Schema.Struct({ date: CivilDate }).annotate({ identifier: "ReferToCommittee" }),
    refusals: ["appeal.no-committee", "appeal.answer-period-running"],
    handle: (input) => answered(referToCommittee({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "recordOpinion",
    method: "POST",
    path: `${path}/opinion`,
    summary: "Enregistrer l'avis de la commission",
    capacities: ["authority", ...staff],
    onBehalf: delegable,
    body: Schema.Struct({ date: CivilDate, text: Text }).annotate({ identifier: "RecordOpinion" }),
    refusals: ["appeal.opinion-already-recorded"],
    handle: (input) => answered(recordOpinion({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "decideAppeal",
    method: "POST",
    path: `${path}/decision`,
    summary: "Décider après l'avis de la commission, qui ne lie pas l'autorité",
    capacities: ["authority"],
    onBehalf: delegable,
    body: Schema.Struct({
      date: CivilDate,
      outcome: AppealOutcome,
      revised: Schema.optionalKey(Report),
    }).annotate({ identifier: "DecideAppeal" }),
    refusals: ["appeal.opinion-missing", "appeal.revised-report-missing"],
    handle: (input) => answered(decideAppeal({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "notifyFinalReport",
    method: "POST",
    path: `${path}/notification`,
    summary: "Dire ce que devient la notification du compte rendu définitif",
    capacities: ["superior", ...staff],
    onBehalf: delegable,
    body: Schema.Struct({ notification: Notification }).annotate({
      identifier: "NotifyFinalReport",
    }),
    refusals: [
      "appeal.no-revised-report",
      "appeal.final-report-already-notified",
      "appeal.agent-without-address",
    ],
    handle: (input) => answered(notifyFinalReport({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "acknowledgeFinalReport",
    method: "POST",
    path: `${path}/acknowledgement`,
    summary: "Accuser réception du compte rendu définitif",
    capacities: ["agent"],
    body: Schema.Struct({ date: CivilDate }).annotate({ identifier: "AcknowledgeFinalReport" }),
    refusals: ["appeal.final-report-not-notified"],
    handle: (input) => answered(acknowledgeFinalReport({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "recordAcknowledgementRefusal",
    method: "POST",
    path: `${path}/acknowledgement-refusal`,
    summary: "Constater devant témoin que l'agent n'accuse pas réception du compte rendu définitif",
    capacities: staff,
    body: Schema.Struct({ date: CivilDate, witness: singleLine(500) }).annotate({
      identifier: "RecordAcknowledgementRefusal",
    }),
    refusals: ["appeal.no-revised-report", "appeal.final-report-not-notified"],
    handle: (input) =>
      answered(recordAcknowledgementRefusal({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "replaceAppealAuthority",
    method: "PUT",
    path: `${path}/authority`,
    summary: "Confier le recours à une autre autorité ; les deux en sont averties",
    capacities: staff,
    body: Schema.Struct({ authority: PersonId, reason: Reason }).annotate({
      identifier: "ReplaceAppealAuthority",
    }),
    refusals: ["person.unknown", "appeal.authority-unchanged", "appeal.authority-not-distinct"],
    handle: (input) => answered(replaceAppealAuthority({ ...onInterview(input), ...input.body })),
  }),
] as const
