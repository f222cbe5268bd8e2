/** Finding an appointment by its slot. */
import * as Result from "effect/Result"
import { type SlotId, type SlotName, slotName } from "../../campaign/model.ts"
import type { Appointment } from "../model.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"
import type { IssuedSet } from "../state.ts"

/** Gives an appointment of an issued file and the name of its slot. */
export const findAppointment = (
  state: IssuedSet,
  wanted: SlotId,
): { readonly appointment: Appointment; readonly named: SlotName } | undefined => {
  const appointment = state.appointments.find((one) => one.slot === wanted)
  const slot = state.terms.template.slots.find((one) => one.slot === wanted)
  return appointment === undefined || slot === undefined
    ? undefined
    : { appointment, named: slotName(slot) }
}

/** Refuses a slot that the template does not have. */
export const unknownSlot = (slot: SlotId): Result.Result<never, AppointmentSetRefusal> =>
  Result.fail({ _tag: "appointment.unknown-slot", slot })
