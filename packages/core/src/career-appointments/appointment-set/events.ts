/**
 * What happened to the appointments of one agent in one campaign, in the order of the catalogue.
 * An event is also the act that the file's history shows: when, by whom, on whose behalf, what.
 */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import { Person } from "../../kernel/ports.ts"
import { CampaignId, CampaignTerms, RoleId, SlotId } from "../campaign/model.ts"
import { Appointment, Appointments, Outcome, Reason } from "./model.ts"

/** The evaluators of a file by role. */
export const Evaluators = Schema.Record(RoleId, Person)
export type Evaluators = typeof Evaluators.Type

/** What happened to a set of appointments, with who, when and on whose behalf. */
export const AppointmentSetEvent = Schema.TaggedUnion({
  /** The file was opened; the campaign's terms are frozen in it. */
  SetOpened: {
    ...actFields,
    campaign: CampaignId,
    agent: Person,
    evaluators: Evaluators,
    terms: CampaignTerms,
  },
  /** Another person took over a role. */
  EvaluatorReplaced: { ...actFields, role: RoleId, former: Person, person: Person },
  /** An evaluator set, or corrected, all the appointments of his role. */
  AppointmentsSet: { ...actFields, role: RoleId, appointments: Appointments },
  /**
   * The convocation was issued for the whole set; `edition` counts from 1, `agent` and
   * `evaluators` are the people as the directory knew them then.
   */
  ConvocationIssued: {
    ...actFields,
    edition: Schema.Int,
    agent: Person,
    evaluators: Evaluators,
  },
  /** The agent accepted the whole set. */
  ConvocationAccepted: actFields,
  /** The agent asked to postpone some slots. */
  PostponementRequested: {
    ...actFields,
    slots: Schema.NonEmptyArray(SlotId),
    reason: Schema.optionalKey(Reason),
  },
  /** The agent accepted after all. */
  PostponementWithdrawn: actFields,
  /** An evaluator answered a request by keeping the appointment; `agent` as known then. */
  AppointmentMaintained: {
    ...actFields,
    slot: SlotId,
    reason: Reason,
    agent: Schema.optionalKey(Person),
  },
  /** An evaluator moved one appointment; the others are untouched. */
  AppointmentModified: { ...actFields, before: Appointment, after: Appointment },
  /** What became of an appointment that is over. */
  AppointmentOutcomeRecorded: {
    ...actFields,
    slot: SlotId,
    outcome: Outcome,
    reason: Schema.optionalKey(Reason),
  },
  /** The campaign manager cancelled the file; `agent` as known then. */
  SetCancelled: { ...actFields, reason: Reason, agent: Schema.optionalKey(Person) },
})
export type AppointmentSetEvent = typeof AppointmentSetEvent.Type
