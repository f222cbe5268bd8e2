/**
 * Who still has appointments to set, and what a save would therefore do.
 *
 * @requirement RDC-08
 * @requirement RDC-10
 * @requirement RDC-15
 */
import * as Result from "effect/Result"
import { type RoleId, type Slot, type SlotId, slotName } from "../../campaign/model.ts"
import type { Appointment } from "../model.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"
import { appointmentsOf, type IncompleteSet, type IssuedSet, type OpenedSet } from "../state.ts"

/** Gives the slots of the template that no appointment fills, in the template's order. */
export const missingSlots = (state: OpenedSet): ReadonlyArray<Slot> => {
  const set = appointmentsOf(state)
  return state.terms.template.slots.filter(
    ({ slot }) => !set.some((appointment) => appointment.slot === slot),
  )
}

/**
 * Tells what saving all the appointments of a role would do: only record them, or record them and
 * send the convocation, which asks for a confirmation (RDC-11, RDC-15).
 */
export const effectOfSave = (state: IncompleteSet, role: RoleId): "record" | "record-and-send" =>
  missingSlots(state).some((slot) => slot.role !== role) ? "record" : "record-and-send"

/**
 * Gives the file as one whose convocation can be shown or sent, or the roles and slots that are
 * still missing (RDC-10).
 */
export const issuedOrRefused = (
  state: OpenedSet,
): Result.Result<IssuedSet, AppointmentSetRefusal> => {
  switch (state._tag) {
    case "convened":
    case "accepted":
    case "postponement-requested":
      return Result.succeed(state)
    case "nothing-set":
    case "partially-set": {
      const [first, ...others] = missingSlots(state).map(slotName)
      return Result.fail(
        first === undefined
          ? { _tag: "convocation.not-issued", state: state._tag }
          : { _tag: "convocation.appointments-missing", missing: [first, ...others] },
      )
    }
    case "cancelled":
      return Result.fail({ _tag: "convocation.not-issued", state: state._tag })
  }
}

/**
 * Gives the appointments of a file once some are set or moved, in the template's order; the
 * others are the very same values (RDC-22).
 */
export const withAppointments = (
  state: OpenedSet,
  changed: ReadonlyArray<Appointment>,
): ReadonlyArray<Appointment> => {
  const kept = appointmentsOf(state)
  const find = (wanted: SlotId) =>
    changed.find(({ slot }) => slot === wanted) ?? kept.find(({ slot }) => slot === wanted)
  return state.terms.template.slots.flatMap(({ slot }) => find(slot) ?? [])
}
