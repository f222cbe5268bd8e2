/** What the direct superior asks: prepare, propose a date, hold the interview, write the report. */
import {
  answerRevision,
  draftReport,
  DurationMinutes,
  Enclosure,
  Meeting,
  NotHeldReason,
  postpone,
  PreparationNote,
  prepareInterview,
  proposeDate,
  recordHeld,
  recordNotHeld,
  Report,
  SectionId,
  unplan,
} from "@convoque/core/interviews"
import { CivilDate } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import { Reason } from "@convoque/core/kernel/text"
import * as Schema from "effect/Schema"
import { acknowledged } from "../acknowledged.ts"
import { route } from "../route.ts"
import {
  answered,
  delegable,
  interviewParams,
  interviewPath,
  onInterview,
  rowAnswer,
  tag,
} from "./parts.ts"

const common = {
  tag,
  params: interviewParams,
  answer: rowAnswer,
  capacities: ["superior"],
  onBehalf: delegable,
} as const

/** The routes of direct superiors: preparation, date, holding, report. */
export const superiorRoutes = [
  route({
    ...common,
    name: "prepareInterview",
    method: "PUT",
    path: `${interviewPath}/preparation`,
    summary: "Noter la préparation de l'entretien, un point du modèle par note",
    requirements: ["ENT-09"],
    body: Schema.Struct({
      notes: Schema.Array(PreparationNote).check(Schema.isMaxLength(50)),
    }).annotate({ identifier: "PrepareInterview" }),
    refusals: ["interview.too-many-notes"],
    handle: (input) => answered(prepareInterview({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "proposeDate",
    method: "PUT",
    path: `${interviewPath}/proposal`,
    summary: "Proposer une date à l'agent, avec les documents que la procédure demande",
    description:
      "`enclosures` reprend, pour la fiche de poste, le fichier déposé par `PUT .../job-description`.",
    requirements: ["ENT-06", "ENT-07"],
    body: Schema.Struct({
      meeting: Meeting,
      enclosures: Schema.Array(Enclosure).check(Schema.isMaxLength(10)),
      acknowledged,
    }).annotate({ identifier: "ProposeDate" }),
    refusals: ["interview.notice-too-short", "interview.enclosure-missing", "file.unknown"],
    handle: (input) =>
      answered(
        proposeDate({
          ...onInterview(input),
          meeting: input.body.meeting,
          enclosures: input.body.enclosures,
          acknowledged: input.body.acknowledged ?? [],
        }),
      ),
  }),
  route({
    ...common,
    name: "postpone",
    method: "POST",
    path: `${interviewPath}/postponement`,
    summary: "Changer la date à titre exceptionnel ; le délai court de nouveau",
    requirements: ["ENT-06"],
    body: Schema.Struct({ meeting: Meeting, reason: Reason, acknowledged }).annotate({
      identifier: "Postpone",
    }),
    refusals: ["interview.notice-too-short"],
    handle: (input) =>
      answered(
        postpone({
          ...onInterview(input),
          meeting: input.body.meeting,
          reason: input.body.reason,
          acknowledged: input.body.acknowledged ?? [],
        }),
      ),
  }),
  route({
    ...common,
    name: "unplan",
    method: "POST",
    path: `${interviewPath}/unplanning`,
    summary: "Retirer la date ; l'entretien est de nouveau à planifier",
    requirements: ["ENT-06", "CAM-06"],
    body: Schema.Struct({ reason: Reason }).annotate({ identifier: "Unplan" }),
    handle: (input) => answered(unplan({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "recordHeld",
    // Nobody holds an interview for another: the header is answered by the use case.
    method: "POST",
    path: `${interviewPath}/holding`,
    summary: "Dire que l'entretien a eu lieu : sa date, sa durée, les présents, ce qui fut abordé",
    requirements: ["ENT-10", "ENT-12", "ENT-14"],
    body: Schema.Struct({
      date: CivilDate,
      durationMinutes: DurationMinutes,
      participants: Schema.Array(PersonId).check(Schema.isMaxLength(20)),
      discussed: Schema.Array(SectionId).check(Schema.isMaxLength(40)),
      acknowledged,
    }).annotate({ identifier: "RecordHeld" }),
    refusals: [
      "interview.third-party-present",
      "interview.section-not-discussed",
      "interview.duration-too-short",
      "interview.date-in-future",
      "delegation.not-allowed",
    ],
    handle: (input) =>
      answered(
        recordHeld({
          ...onInterview(input),
          ...input.body,
          acknowledged: input.body.acknowledged ?? [],
        }),
      ),
  }),
  route({
    ...common,
    name: "recordNotHeld",
    method: "POST",
    path: `${interviewPath}/not-held`,
    summary: "Dire que l'entretien n'a pas eu lieu à sa date, et pourquoi",
    requirements: ["CAM-06"],
    body: Schema.Struct({
      reason: NotHeldReason,
      details: Schema.optionalKey(Reason),
    }).annotate({ identifier: "RecordNotHeld" }),
    refusals: ["interview.date-not-passed"],
    handle: (input) => answered(recordNotHeld({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "draftReport",
    method: "PUT",
    path: `${interviewPath}/draft`,
    summary: "Écrire la partie du supérieur dans le compte rendu",
    requirements: ["ENT-16", "ENT-17", "ENT-18", "ENT-19"],
    body: Schema.Struct({ report: Report }).annotate({ identifier: "DraftReport" }),
    refusals: ["report.unknown-section", "report.wrong-kind", "file.unknown"],
    handle: (input) => answered(draftReport({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "answerRevision",
    method: "POST",
    path: `${interviewPath}/revision-answer`,
    summary: "Répondre à la demande de révision : réviser le compte rendu ou le maintenir",
    requirements: ["ENT-23"],
    body: Schema.Struct({ accepted: Schema.Boolean, reason: Reason }).annotate({
      identifier: "AnswerRevision",
    }),
    refusals: ["revision.not-requested"],
    handle: (input) => answered(answerRevision({ ...onInterview(input), ...input.body })),
  }),
] as const
