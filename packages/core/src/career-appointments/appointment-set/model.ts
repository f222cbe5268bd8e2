/**
 * The values of a file: one appointment (rendez-vous), as an evaluator types it and as it becomes
 * once it is right; the reasons and outcomes that go with it.
 *
 * @requirement RDC-04
 * @requirement RDC-05
 */
import * as Schema from "effect/Schema"
import { CivilDate, CivilTime, Instant, Zone } from "../../kernel/calendar.ts"
import { Reason, singleLine } from "../../kernel/text.ts"
import { SlotId } from "../campaign/model.ts"

/** Which of the two hours is meant when the clock goes back. */
export const Occurrence = Schema.Literals(["earlier", "later"])
export type Occurrence = typeof Occurrence.Type

const typed = Schema.String.check(Schema.isMaxCodePoints(2000))

/**
 * The items of one appointment as typed: nothing is known of them yet, so that the domain itself
 * answers what is wrong. `startOccurrence` and `endOccurrence` are wanted for doubled hours only.
 */
export const EnteredAppointment = Schema.Struct({
  slot: SlotId,
  date: typed,
  place: typed,
  start: typed,
  end: typed,
  zone: typed,
  startOccurrence: Schema.optionalKey(Occurrence),
  endOccurrence: Schema.optionalKey(Occurrence),
}).annotate({ identifier: "EnteredAppointment" })
export type EnteredAppointment = typeof EnteredAppointment.Type

/** The longest place, in characters (code points). */
export const placeMaximum = 255

/** The place of an appointment: one line of 1 to 255 characters. */
export const Place = singleLine(placeMaximum).pipe(Schema.brand("Place"))
export type Place = typeof Place.Type

/**
 * An appointment whose items are right. Its date and hours are those of the place, in `zone`;
 * `startsAt` and `endsAt` are the same moments for everybody.
 */
export const Appointment = Schema.Struct({
  slot: SlotId,
  date: CivilDate,
  place: Place,
  start: CivilTime,
  end: CivilTime,
  zone: Zone,
  startsAt: Instant,
  endsAt: Instant,
}).annotate({ identifier: "Appointment" })
export type Appointment = typeof Appointment.Type

/** One appointment or more. */
export const Appointments = Schema.NonEmptyArray(Appointment)
export type Appointments = typeof Appointments.Type

export { Reason }

/** What became of an appointment once it was over. */
export const Outcome = Schema.Literals(["held", "agent-absent", "not-held"])
export type Outcome = typeof Outcome.Type

/** The name of a state, as refusals carry it. */
export const StateTag = Schema.Literals([
  "none",
  "nothing-set",
  "partially-set",
  "convened",
  "accepted",
  "postponement-requested",
  "cancelled",
])
export type StateTag = typeof StateTag.Type
