/**
 * Setting all the appointments of a role, and moving one of an issued convocation.
 *
 * @requirement RDC-06
 * @requirement RDC-08
 * @requirement RDC-11
 * @requirement RDC-20
 */
import * as Result from "effect/Result"
import { isMailAddress } from "../../../kernel/mail-address.ts"
import { isAcknowledged } from "../../../kernel/refusal.ts"
import { type RoleId, type Slot, slotName, slotsOfRole } from "../../campaign/model.ts"
import type { AppointmentSetCommand } from "../commands.ts"
import type { AppointmentSetEvent } from "../events.ts"
import type { Appointment, Appointments, EnteredAppointment } from "../model.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"
import { effectOfSave, withAppointments } from "../rules/completeness.ts"
import { readAppointment } from "../rules/entry.ts"
import { isOver, scheduleRefusal } from "../rules/schedule.ts"
import { unacknowledgedWarning } from "../rules/warnings.ts"
import type { IncompleteSet, IssuedSet, OpenedSet } from "../state.ts"
import { mayActFor, notAllowed } from "./actors.ts"
import { findAppointment, findSlot, unknownSlot } from "./find.ts"

type Decided = Result.Result<ReadonlyArray<AppointmentSetEvent>, AppointmentSetRefusal>
type SetAppointments = Extract<AppointmentSetCommand, { readonly _tag: "setAppointments" }>
type ModifyAppointment = Extract<AppointmentSetCommand, { readonly _tag: "modifyAppointment" }>

/** Records the appointments of a role and, when they complete the set, issues the convocation. */
export const setAll = (command: SetAppointments, state: IncompleteSet): Decided => {
  const { role, facts, acknowledged } = command
  if (!mayActFor(command.by, role, state)) return notAllowed(command)
  const read = readItems(command, state)
  if (Result.isFailure(read)) return Result.fail(read.failure)
  const completes = effectOfSave(state, role) === "record-and-send"
  const { slots } = state.terms.template
  const appointments = withAppointments(state, read.success)
  const convened = completes ? appointments : read.success
  const refusal =
    scheduleRefusal({
      terms: state.terms,
      at: command.at,
      appointments,
      judged: convened.map(({ slot }) => slot),
    }) ?? unacknowledgedWarning({ slots, set: read.success, convened }, facts, acknowledged)
  if (refusal !== undefined) return Result.fail(refusal)
  const set: AppointmentSetEvent = {
    _tag: "AppointmentsSet",
    at: command.at,
    by: command.by,
    role,
    appointments: read.success,
  }
  return completes ? issuing(command, state, { event: set, edition: 1 }) : Result.succeed([set])
}

/** Moves one appointment of an issued convocation and issues it again. */
export const modify = (command: ModifyAppointment, state: IssuedSet): Decided => {
  const { role, item, facts, acknowledged } = command
  if (!mayActFor(command.by, role, state)) return notAllowed(command)
  const { slot } = item
  const owned = findSlot(state, slot)
  const before = findAppointment(state, slot)
  if (owned === undefined || before === undefined) return unknownSlot(slot)
  const named = slotName(owned)
  if (named.role !== role) {
    return Result.fail({ _tag: "appointment.not-owner", ...named, role, owner: named.role })
  }
  if (isOver(before, command.at) && !wasMissed(state, slot)) {
    return Result.fail({ _tag: "appointment.over", ...named })
  }
  const read = readAppointment(named, item)
  if (Result.isFailure(read)) return Result.fail(read.failure)
  const after = read.success
  const refusal =
    scheduleRefusal({
      terms: state.terms,
      at: command.at,
      appointments: withAppointments(state, [after]),
      judged: [slot],
    }) ??
    unacknowledgedWarning(
      { slots: state.terms.template.slots, set: [after], convened: [after] },
      facts,
      acknowledged,
    )
  if (refusal !== undefined) return Result.fail(refusal)
  return issuing(command, state, {
    event: { _tag: "AppointmentModified", at: command.at, by: command.by, before, after },
    edition: state.edition + 1,
  })
}

/**
 * Decision: an appointment that is over can be moved only if it was not held or the agent was
 * absent; it is then to be set anew (docs/decisions/0006-moving-what-is-over.md).
 */
const wasMissed = (state: IssuedSet, slot: EnteredAppointment["slot"]): boolean => {
  const outcome = state.outcomes[slot]
  return outcome === "agent-absent" || outcome === "not-held"
}

const issuing = (
  command: SetAppointments | ModifyAppointment,
  state: OpenedSet,
  { event, edition }: { readonly event: AppointmentSetEvent; readonly edition: number },
): Decided => {
  const { at, by, acknowledged } = command
  const { agent, evaluators } = command.facts
  if (!isMailAddress(agent.email ?? "")) {
    return Result.fail({ _tag: "agent.no-email-address", agent: agent.id })
  }
  const subject = state.agent.id
  return isAcknowledged(acknowledged, "convocation.confirmation-required", subject)
    ? Result.succeed([event, { _tag: "ConvocationIssued", at, by, edition, agent, evaluators }])
    : Result.fail({ _tag: "convocation.confirmation-required", subject, command: command._tag })
}

// A save carries all the slots of the role, each once, and no other (RDC-06).
const readItems = (
  { role, items }: SetAppointments,
  { terms }: IncompleteSet,
): Result.Result<Appointments, AppointmentSetRefusal> => {
  const wanted = slotsOfRole(terms.template, role)
  const foreign = items.map((item) => foreignItem(item, role, terms.template.slots)).find(Boolean)
  if (foreign !== undefined) return Result.fail(foreign)
  const missing = wanted.filter(({ slot }) => !items.some((item) => item.slot === slot))
  const [firstMissing, ...otherMissing] = missing.map(slotName)
  if (firstMissing !== undefined) {
    return Result.fail({
      _tag: "appointment.incomplete",
      role,
      missing: [firstMissing, ...otherMissing],
    })
  }
  const read: Array<Appointment> = []
  for (const slot of wanted) {
    const [item, twice] = items.filter((entered) => entered.slot === slot.slot)
    if (item === undefined) continue
    if (twice !== undefined) {
      return Result.fail({ _tag: "appointment.entered-twice", ...slotName(slot) })
    }
    const appointment = readAppointment(slotName(slot), item)
    if (Result.isFailure(appointment)) return Result.fail(appointment.failure)
    read.push(appointment.success)
  }
  const [first, ...others] = read
  return first === undefined
    ? Result.fail({ _tag: "set.unknown-role", role, known: terms.template.roles })
    : Result.succeed([first, ...others])
}

const foreignItem = (
  { slot }: EnteredAppointment,
  role: RoleId,
  slots: ReadonlyArray<Slot>,
): AppointmentSetRefusal | undefined => {
  const found = slots.find((one) => one.slot === slot)
  if (found === undefined) return { _tag: "appointment.unknown-slot", slot }
  return found.role === role
    ? undefined
    : { _tag: "appointment.not-owner", ...slotName(found), role, owner: found.role }
}
