/** Finding an appointment by its slot. */
import * as Result from "effect/Result"
import type { RoleId, SlotId } from "../../campaign/model.ts"
import type { Appointment } from "../model.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"
import type { IssuedSet } from "../state.ts"

/** Gives an appointment of an issued file and the role that owns its slot. */
export const findAppointment = (
  state: IssuedSet,
  wanted: SlotId,
): { readonly appointment: Appointment; readonly role: RoleId } | undefined => {
  const appointment = state.appointments.find(({ slot }) => slot === wanted)
  const role = state.terms.template.slots.find(({ slot }) => slot === wanted)?.role
  return appointment === undefined || role === undefined ? undefined : { appointment, role }
}

/** Refuses a slot that the template does not have. */
export const unknownSlot = (slot: SlotId): Result.Result<never, AppointmentSetRefusal> =>
  Result.fail({ _tag: "appointment.unknown-slot", slot })
