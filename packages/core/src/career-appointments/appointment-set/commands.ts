/**
 * What can be asked of the appointments of one agent, in the order of the catalogue. A command is
 * complete: it carries its moment, its author, and every fact that deciding needs.
 */
import * as Schema from "effect/Schema"
import { Instant } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { PersonId } from "../../kernel/identity.ts"
import { Person, UnavailableDays } from "../../kernel/ports.ts"
import { Acknowledgement } from "../../kernel/refusal.ts"
import { CampaignId, CampaignTerms, RoleId, SlotId } from "../campaign/model.ts"
import { Evaluators } from "./events.ts"
import { EnteredAppointment, Outcome, Reason } from "./model.ts"

/** An appointment that an evaluator has elsewhere: with which agent, in which file, when. */
export const Booking = Schema.Struct({
  file: Schema.String,
  slot: SlotId,
  evaluator: PersonId,
  agent: Schema.String,
  startsAt: Instant,
  endsAt: Instant,
}).annotate({ identifier: "Booking" })
export type Booking = typeof Booking.Type

/**
 * What other systems know when appointments are set or moved: the people as the directory gives
 * them, the evaluator's appointments in other files, the agent's unavailable days.
 */
export const SettingFacts = Schema.Struct({
  agent: Person,
  evaluators: Evaluators,
  bookings: Schema.Array(Booking),
  unavailabilities: Schema.Array(UnavailableDays),
})
export type SettingFacts = typeof SettingFacts.Type

const acknowledged = Schema.Array(Acknowledgement)
const managers = Schema.Array(PersonId)

/** What may be asked of a set of appointments, complete with actor, instant and facts read. */
export const AppointmentSetCommand = Schema.TaggedUnion({
  openSet: {
    ...actFields,
    managers,
    campaign: CampaignId,
    agent: Person,
    evaluators: Evaluators,
    terms: CampaignTerms,
  },
  replaceEvaluator: { ...actFields, managers, role: RoleId, person: Person },
  /** Sets all the appointments of a role; the last role to set them issues the convocation. */
  setAppointments: {
    ...actFields,
    role: RoleId,
    items: Schema.Array(EnteredAppointment),
    acknowledged,
    facts: SettingFacts,
  },
  accept: actFields,
  requestPostponement: {
    ...actFields,
    slots: Schema.Array(SlotId),
    reason: Schema.optionalKey(Reason),
  },
  /** Keeps an appointment that the agent asked to postpone; `agent` as the directory gives him. */
  answerPostponement: { ...actFields, slot: SlotId, reason: Reason, agent: Person },
  modifyAppointment: {
    ...actFields,
    role: RoleId,
    item: EnteredAppointment,
    acknowledged,
    facts: SettingFacts,
  },
  recordOutcome: {
    ...actFields,
    slot: SlotId,
    outcome: Outcome,
    reason: Schema.optionalKey(Reason),
  },
  /** Ends the file; `agent` as the directory gives him. */
  cancel: { ...actFields, managers, reason: Reason, acknowledged, agent: Person },
})
export type AppointmentSetCommand = typeof AppointmentSetCommand.Type
