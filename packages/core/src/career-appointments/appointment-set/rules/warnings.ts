/**
 * What an evaluator may override once he has seen it: he is booked elsewhere at that moment, or
 * the agent is known to be away.
 */
import type { Acknowledgement } from "../../../kernel/refusal.ts"
import { isAcknowledged } from "../../../kernel/refusal.ts"
import { type Slot, slotName } from "../../campaign/model.ts"
import type { SettingFacts } from "../commands.ts"
import type { Appointment } from "../model.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"
import { overlap } from "./schedule.ts"

/**
 * What is warned of.
 *
 * - `set`: the appointments that are set or moved now, compared with their evaluator's bookings;
 * - `convened`: those, and all others when the set becomes complete, compared with the agent's
 *   absences.
 */
export interface Warned {
  readonly slots: ReadonlyArray<Slot>
  readonly set: ReadonlyArray<Appointment>
  readonly convened: ReadonlyArray<Appointment>
}

/**
 * Gives the first warning that was not acknowledged, in the template's order. The subject to name is `slot/file/slot` of
 * the two appointments that collide, or `slot/first day` of the absence: what appears meanwhile has
 * another subject.
 *
 * The bookings are those of other files: an appointment never conflicts with its own former slot.
 */
export const unacknowledgedWarning = (
  { slots, set, convened }: Warned,
  facts: SettingFacts,
  acknowledged: ReadonlyArray<Acknowledgement>,
): AppointmentSetRefusal | undefined =>
  slots
    .flatMap((slot) => [
      ...set.filter((one) => one.slot === slot.slot).flatMap((one) => bookingsAt(one, slot, facts)),
      ...convened
        .filter((one) => one.slot === slot.slot)
        .flatMap((one) => absencesOn(one, slot, facts)),
    ])
    .find((warning) => !isAcknowledged(acknowledged, warning._tag, warning.subject))

const bookingsAt = (appointment: Appointment, slot: Slot, { bookings }: SettingFacts) =>
  bookings
    .filter((booking) => overlap(booking, appointment))
    .map((booking) => ({
      _tag: "evaluator.double-booked" as const,
      subject: `${slot.slot}/${booking.file}/${booking.slot}`,
      ...slotName(slot),
      with: booking,
    }))

const absencesOn = ({ date }: Appointment, slot: Slot, { unavailabilities }: SettingFacts) =>
  unavailabilities
    .filter(({ from, until }) => from <= date && date <= until)
    .map((days) => ({
      _tag: "agent.unavailable" as const,
      subject: `${slot.slot}/${days.from}`,
      ...slotName(slot),
      ...days,
    }))
