/**
 * The states of the appointments of one agent in one campaign (rendez-vous de carrière d'un
 * agent). They stand apart from `model.ts` because a state keeps its acts, which are events.
 *
 * A state has exactly the fields that it needs: there is no edition before a convocation was
 * issued, no pending slot before a postponement was asked.
 *
 * @requirement RDC-08
 * @requirement RDC-14
 */
import * as Schema from "effect/Schema"
import { Person } from "../../kernel/ports.ts"
import { CampaignId, CampaignTerms, SlotId } from "../campaign/model.ts"
import { AppointmentSetEvent, Evaluators } from "./events.ts"
import { Appointment, Appointments, Outcome } from "./model.ts"

const fileFields = {
  campaign: CampaignId,
  agent: Person,
  evaluators: Evaluators,
  terms: CampaignTerms,
  acts: Schema.NonEmptyArray(AppointmentSetEvent),
} as const

/**
 * - `appointments`: all those of the template, in its order;
 * - `edition`: how many times the convocation was issued;
 * - `modified`: the slots that were moved since the first edition;
 * - `requests`: how many times the agent asked to postpone;
 * - `outcomes`: what became of the appointments that are over.
 */
const issuedFields = {
  ...fileFields,
  appointments: Appointments,
  edition: Schema.Int,
  modified: Schema.Array(SlotId),
  requests: Schema.Int,
  outcomes: Schema.Record(SlotId, Outcome),
} as const

/** The states of a set of appointments, one variant each with exactly its fields. */
export const AppointmentSet = Schema.TaggedUnion({
  /** The file was never opened. */
  none: {},
  /** No evaluator has set his appointments. */
  "nothing-set": fileFields,
  /** Some evaluators have set theirs, not all. */
  "partially-set": { ...fileFields, appointments: Appointments },
  /** All appointments are set and the convocation is issued; it waits for the agent's answer. */
  convened: issuedFields,
  /** The agent accepted. */
  accepted: issuedFields,
  /** The agent asked to postpone the `pending` slots, which are not all answered yet. */
  "postponement-requested": { ...issuedFields, pending: Schema.NonEmptyArray(SlotId) },
  /** The campaign manager cancelled it; `edition` is 0 when nothing had been issued. */
  cancelled: { ...fileFields, appointments: Schema.Array(Appointment), edition: Schema.Int },
})
export type AppointmentSet = typeof AppointmentSet.Type

type StateOf<Tag extends AppointmentSet["_tag"]> = Extract<AppointmentSet, { readonly _tag: Tag }>

/** A file that was opened, whatever became of it. */
export type OpenedSet = Exclude<AppointmentSet, StateOf<"none">>

/** A file whose appointments are not all set. */
export type IncompleteSet = StateOf<"nothing-set" | "partially-set">

/** A file whose convocation is issued. */
export type IssuedSet = StateOf<"convened" | "accepted" | "postponement-requested">

/** Tells whether the convocation of a file is issued and not cancelled. */
export const isIssued = (state: AppointmentSet): state is IssuedSet =>
  state._tag === "convened" || state._tag === "accepted" || state._tag === "postponement-requested"

/** Gives the appointments known so far, in the order in which they are kept. */
export const appointmentsOf = (state: AppointmentSet): ReadonlyArray<Appointment> =>
  state._tag === "none" || state._tag === "nothing-set" ? [] : state.appointments

/** Gives the slots whose postponement was asked and not yet answered. */
export const pendingOf = (state: AppointmentSet): ReadonlyArray<SlotId> =>
  state._tag === "postponement-requested" ? state.pending : []
