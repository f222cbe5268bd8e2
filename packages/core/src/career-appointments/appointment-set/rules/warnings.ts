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
 * Gives the first warning that was not acknowledged. The subject to name is `slot/file/slot` of
 * the two appointments that collide, or `slot/first day` of the absence: what appears meanwhile has
 * another subject.
 *
 * The bookings are those of other files: an appointment never conflicts with its own former slot.
 */
export const unacknowledgedWarning = (
  {
    slots,
    appointments,
  }: { readonly slots: ReadonlyArray<Slot>; readonly appointments: ReadonlyArray<Appointment> },
  facts: SettingFacts,
  acknowledged: ReadonlyArray<Acknowledgement>,
): AppointmentSetRefusal | undefined =>
  appointments
    .flatMap((appointment) => warningsOf(appointment, slots, facts))
    .find((warning) => !isAcknowledged(acknowledged, warning._tag, warning.subject))

const warningsOf = (appointment: Appointment, slots: ReadonlyArray<Slot>, facts: SettingFacts) => {
  const { date } = appointment
  const slot = slots.find((one) => one.slot === appointment.slot)
  if (slot === undefined) return []
  const named = slotName(slot)
  return [
    ...facts.bookings
      .filter((booking) => overlap(booking, appointment))
      .map((booking) => ({
        _tag: "evaluator.double-booked" as const,
        subject: `${slot.slot}/${booking.file}/${booking.slot}`,
        ...named,
        with: booking,
      })),
    ...facts.unavailabilities
      .filter(({ from, until }) => from <= date && date <= until)
      .map((days) => ({
        _tag: "agent.unavailable" as const,
        subject: `${slot.slot}/${days.from}`,
        ...named,
        ...days,
      })),
  ]
}
