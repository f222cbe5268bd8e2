/** What evaluators ask: set their appointments, move one, answer a postponement, say its outcome. */
import {
  answerPostponement,
  EnteredAppointment,
  modifyAppointment,
  Outcome,
  Reason,
  recordOutcome,
  RoleId,
  setAppointments,
  SlotId,
} from "@convoque/core/career-appointments"
import * as Schema from "effect/Schema"
import { acknowledged } from "../acknowledged.ts"
import { route } from "../route.ts"
import { answered, fileAnswer, fileParams, filePath, onFile, tag } from "./parts.ts"

const { slot: _, ...itemFields } = EnteredAppointment.fields

/** The routes of evaluators: set and move appointments, answer postponements, record outcomes. */
export const evaluatorRoutes = [
  route({
    name: "setAppointments",
    method: "PUT",
    path: `${filePath}/roles/:role/appointments`,
    tag,
    summary: "Fixer tous les rendez-vous d'un rôle",
    description:
      "Le dernier rôle à fixer ses rendez-vous émet la convocation : il confirme en reprenant `convocation.confirmation-required` et l'agent dans `acknowledged`.",
    capacities: ["evaluator"],
    requirements: ["RDC-04", "RDC-05", "RDC-06", "RDC-08", "RDC-11", "RDC-13"],
    params: { ...fileParams, role: RoleId },
    body: Schema.Struct({
      items: Schema.Array(EnteredAppointment).check(Schema.isMaxLength(50)),
      acknowledged,
    }).annotate({ identifier: "SetAppointments" }),
    answer: fileAnswer,
    refusals: [
      "convocation.confirmation-required",
      "appointment.incomplete",
      "appointment.time-format",
      "appointment.notice-too-short",
      "evaluator.double-booked",
      "agent.unavailable",
    ],
    handle: (input) =>
      answered(
        setAppointments({
          ...onFile(input),
          role: input.params.role,
          items: input.body.items,
          acknowledged: input.body.acknowledged ?? [],
        }),
      ),
  }),
  route({
    name: "modifyAppointment",
    method: "PUT",
    path: `${filePath}/appointments/:slot`,
    tag,
    summary: "Modifier un rendez-vous d'une convocation émise, qui est alors émise de nouveau",
    capacities: ["evaluator"],
    requirements: ["RDC-19", "RDC-20", "RDC-22"],
    params: { ...fileParams, slot: SlotId },
    body: Schema.Struct({ role: RoleId, ...itemFields, acknowledged }).annotate({
      identifier: "ModifyAppointment",
    }),
    answer: fileAnswer,
    refusals: ["convocation.confirmation-required", "appointment.not-owner", "appointment.over"],
    handle: (input) => {
      const { role, acknowledged: acknowledgedNow = [], ...item } = input.body
      return answered(
        modifyAppointment({
          ...onFile(input),
          role,
          item: { slot: input.params.slot, ...item },
          acknowledged: acknowledgedNow,
        }),
      )
    },
  }),
  route({
    name: "answerPostponement",
    method: "POST",
    path: `${filePath}/appointments/:slot/maintained`,
    tag,
    summary: "Maintenir un rendez-vous dont le report est demandé",
    capacities: ["evaluator"],
    requirements: ["RDC-18"],
    params: { ...fileParams, slot: SlotId },
    body: Schema.Struct({ reason: Reason }).annotate({ identifier: "MaintainAppointment" }),
    answer: fileAnswer,
    refusals: ["postponement.not-pending"],
    handle: (input) =>
      answered(
        answerPostponement({
          ...onFile(input),
          slot: input.params.slot,
          reason: input.body.reason,
        }),
      ),
  }),
  route({
    name: "recordOutcome",
    method: "POST",
    path: `${filePath}/appointments/:slot/outcome`,
    tag,
    summary: "Dire ce qu'est devenu un rendez-vous passé",
    capacities: ["evaluator"],
    requirements: ["RDC-17"],
    params: { ...fileParams, slot: SlotId },
    body: Schema.Struct({ outcome: Outcome, reason: Schema.optionalKey(Reason) }).annotate({
      identifier: "RecordOutcome",
    }),
    answer: fileAnswer,
    refusals: ["appointment.not-over"],
    handle: (input) =>
      answered(
        recordOutcome({
          ...onFile(input),
          slot: input.params.slot,
          outcome: input.body.outcome,
          reason: input.body.reason,
        }),
      ),
  }),
] as const
