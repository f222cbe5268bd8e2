/** What everybody asks in the validation circuit: do the next step, comment, send the report back. */
import {
  addComment,
  completeStep,
  Notification,
  recordSignatureRefusal,
  requestRevision,
  returnReport,
  SectionId,
  StepId,
  Text,
} from "@convoque/core/interviews"
import { CivilDate } from "@convoque/core/kernel/calendar"
import { Reason, singleLine } from "@convoque/core/kernel/text"
import * as Schema from "effect/Schema"
import { acknowledged } from "../acknowledged.ts"
import { route } from "../route.ts"
import {
  answered,
  delegable,
  everybody,
  interviewParams,
  interviewPath,
  onInterview,
  rowAnswer,
  staff,
  tag,
} from "./parts.ts"

const common = {
  tag,
  method: "POST",
  params: interviewParams,
  answer: rowAnswer,
} as const

/** The routes of the validation circuit. */
export const circuitRoutes = [
  route({
    ...common,
    name: "completeStep",
    path: `${interviewPath}/steps/:step`,
    summary: "Faire l'étape suivante du circuit de validation",
    description:
      "`observations` pour le visa, `notification` pour l'étape qui notifie. La communication par le supérieur vaut signature de sa partie et la fige.",
    capacities: everybody,
    onBehalf: delegable,
    requirements: ["ENT-22", "ENT-23", "ENT-24", "ENT-25", "ENT-26", "CAM-24", "CAM-25"],
    params: { ...interviewParams, step: StepId },
    body: Schema.Struct({
      observations: Schema.optionalKey(Text),
      notification: Schema.optionalKey(Notification),
      acknowledged,
    }).annotate({ identifier: "CompleteStep" }),
    refusals: [
      "step.wrong-actor",
      "step.already-done",
      "step.own-report",
      "step.too-late",
      "report.section-required",
      "report.criteria-unrated",
      "report.not-communicated",
      "report.not-endorsed",
      "notification.required",
      "notification.not-sent",
      "completion.ends-without-agent",
      "report.objectives-out-of-range",
      "delegation.not-allowed",
    ],
    handle: (input) =>
      answered(
        completeStep({
          ...onInterview(input),
          ...input.body,
          step: input.params.step,
          acknowledged: input.body.acknowledged ?? [],
        }),
      ),
  }),
  route({
    ...common,
    name: "recordSignatureRefusal",
    path: `${interviewPath}/signature-refusal`,
    summary: "Constater devant témoin que l'agent refuse de signer",
    capacities: staff,
    onBehalf: delegable,
    requirements: ["ENT-26"],
    body: Schema.Struct({ date: CivilDate, witness: singleLine(500) }).annotate({
      identifier: "RecordSignatureRefusal",
    }),
    refusals: ["step.date-out-of-range", "report.not-notified"],
    handle: (input) => answered(recordSignatureRefusal({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "addComment",
    path: `${interviewPath}/comments`,
    summary: "Ajouter une observation de l'agent au compte rendu communiqué",
    capacities: ["agent"],
    requirements: ["ENT-23"],
    body: Schema.Struct({ text: Text, section: Schema.optionalKey(SectionId) }).annotate({
      identifier: "AddComment",
    }),
    refusals: ["completion.not-open", "report.section-not-agents"],
    handle: (input) => answered(addComment({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "requestRevision",
    path: `${interviewPath}/revision-request`,
    summary: "Demander au supérieur de réviser le compte rendu",
    capacities: ["agent"],
    requirements: ["ENT-23"],
    body: Schema.Struct({ reason: Reason }).annotate({ identifier: "RequestRevision" }),
    refusals: ["revision.unknown-to-procedure", "revision.already-requested"],
    handle: (input) => answered(requestRevision({ ...onInterview(input), ...input.body })),
  }),
  route({
    ...common,
    name: "returnReport",
    path: `${interviewPath}/return`,
    summary: "Renvoyer le compte rendu au supérieur au lieu de faire l'étape",
    capacities: everybody,
    onBehalf: delegable,
    requirements: ["CAM-24"],
    body: Schema.Struct({ reason: Reason }).annotate({ identifier: "ReturnReport" }),
    refusals: ["step.not-returnable", "step.wrong-actor"],
    handle: (input) => answered(returnReport({ ...onInterview(input), ...input.body })),
  }),
] as const
