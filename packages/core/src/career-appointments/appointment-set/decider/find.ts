/** Finding slots and appointments by name. */
import * as Result from "effect/Result"
import type { Slot, SlotId } from "../../campaign/model.ts"
import type { Appointment } from "../model.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"
import type { IssuedSet, OpenedSet } from "../state.ts"

/** Gives a slot of the template of a file. */
export const findSlot = ({ terms }: OpenedSet, wanted: SlotId): Slot | undefined =>
  terms.template.slots.find(({ slot }) => slot === wanted)

/** Gives the appointment of an issued file that fills a slot; every slot is filled by one. */
export const findAppointment = (state: IssuedSet, wanted: SlotId): Appointment | undefined =>
  state.appointments.find(({ slot }) => slot === wanted)

/** Refuses a slot that the template does not have. */
export const unknownSlot = (slot: SlotId): Result.Result<never, AppointmentSetRefusal> =>
  Result.fail({ _tag: "appointment.unknown-slot", slot })
