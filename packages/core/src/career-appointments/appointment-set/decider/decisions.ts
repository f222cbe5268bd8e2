/** The table of decisions: command, then state. A pair that is absent is an illegal transition. */
import * as Result from "effect/Result"
import type { DecisionTable } from "../../../kernel/machine.ts"
import { isMailAddress } from "../../../kernel/mail-address.ts"
import type { Person } from "../../../kernel/ports.ts"
import { isAcknowledged } from "../../../kernel/refusal.ts"
import { type CampaignTerms, type Role, type RoleId, slotName } from "../../campaign/model.ts"
import type { AppointmentSetCommand } from "../commands.ts"
import type { AppointmentSetEvent } from "../events.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"
import { type AppointmentSet, type IssuedSet, type OpenedSet, pendingOf } from "../state.ts"
import { isAgent, isManager, mayActFor, notAllowed } from "./actors.ts"
import { findAppointment, findSlot, unknownSlot } from "./find.ts"
import { modify, setAll } from "./setting.ts"
import { isOver } from "../rules/schedule.ts"

/** What a decision answers: the events, or the refusal. */
export type Decided = Result.Result<ReadonlyArray<AppointmentSetEvent>, AppointmentSetRefusal>

type CommandOf<Tag extends AppointmentSetCommand["_tag"]> = Extract<
  AppointmentSetCommand,
  { readonly _tag: Tag }
>

const openSet = (command: CommandOf<"openSet">): Decided => {
  if (!isManager(command)) return notAllowed(command)
  const { at, by, campaign, agent, evaluators, terms } = command
  const stranger = Object.keys(evaluators).find((role) => !hasRole(terms, role))
  if (stranger !== undefined) {
    return unknownRole(stranger as RoleId, terms)
  }
  const [first, ...others] = terms.template.roles.filter(
    ({ role }) => !Object.hasOwn(evaluators, role),
  )
  if (first !== undefined) {
    return Result.fail({ _tag: "set.evaluator-missing", roles: [first, ...others] })
  }
  const own = terms.template.roles.find(({ role }) => evaluators[role]?.id === agent.id)
  return own === undefined
    ? Result.succeed([{ _tag: "SetOpened", at, by, campaign, agent, evaluators, terms }])
    : evaluatesSelf(own)
}

const unknownRole = (role: RoleId, { template }: CampaignTerms): Decided =>
  Result.fail({ _tag: "set.unknown-role", role, known: template.roles })

const evaluatesSelf = ({ role, label }: Role): Decided =>
  Result.fail({ _tag: "set.evaluates-self", role, label })

const hasRole = ({ template }: CampaignTerms, wanted: string): boolean =>
  template.roles.some(({ role }) => role === wanted)

const replaceEvaluator = (command: CommandOf<"replaceEvaluator">, state: OpenedSet): Decided => {
  if (!isManager(command)) return notAllowed(command)
  const { at, by, role, person } = command
  const former = state.evaluators[role]
  const held = state.terms.template.roles.find((one) => one.role === role)
  if (held === undefined || former === undefined) return unknownRole(role, state.terms)
  if (person.id === state.agent.id) return evaluatesSelf(held)
  return former.id === person.id
    ? Result.succeed([])
    : Result.succeed([{ _tag: "EvaluatorReplaced", at, by, role, former, person }])
}

const accept = (command: CommandOf<"accept">, state: IssuedSet): Decided => {
  const { at, by } = command
  if (!isAgent(by, state)) return notAllowed(command)
  return Result.succeed(
    state._tag === "postponement-requested"
      ? [
          { _tag: "PostponementWithdrawn", at, by },
          { _tag: "ConvocationAccepted", at, by },
        ]
      : [{ _tag: "ConvocationAccepted", at, by }],
  )
}

const acceptAgain = (command: CommandOf<"accept">, state: IssuedSet): Decided =>
  isAgent(command.by, state)
    ? Result.fail({ _tag: "convocation.already-accepted" })
    : notAllowed(command)

const requestPostponement = (
  command: CommandOf<"requestPostponement">,
  state: IssuedSet,
): Decided => {
  const { at, by, reason } = command
  if (!isAgent(by, state)) return notAllowed(command)
  const [first, ...others] = new Set(command.slots)
  if (first === undefined) return Result.fail({ _tag: "postponement.slot-required" })
  const slots = [first, ...others] as const
  for (const wanted of slots) {
    const slot = findSlot(state, wanted)
    const appointment = findAppointment(state, wanted)
    if (slot === undefined || appointment === undefined) return unknownSlot(wanted)
    if (isOver(appointment, at)) {
      return Result.fail({ _tag: "appointment.over", ...slotName(slot) })
    }
  }
  if (slots.every((wanted) => pendingOf(state).includes(wanted))) return Result.succeed([])
  const limit = state.terms.postponementLimit
  if (limit !== undefined && state.requests >= limit) {
    return Result.fail({ _tag: "postponement.limit-reached", limit })
  }
  return Result.succeed([
    reason === undefined
      ? { _tag: "PostponementRequested", at, by, slots }
      : { _tag: "PostponementRequested", at, by, slots, reason },
  ])
}

const answerPostponement = (
  command: CommandOf<"answerPostponement">,
  state: IssuedSet,
): Decided => {
  const { at, by, reason } = command
  const slot = findSlot(state, command.slot)
  if (slot === undefined) return unknownSlot(command.slot)
  if (!mayActFor(by, slot.role, state)) return notAllowed(command)
  const agent = reachable(command.agent, state)
  return pendingOf(state).includes(slot.slot)
    ? Result.succeed([{ _tag: "AppointmentMaintained", at, by, slot: slot.slot, reason, agent }])
    : Result.fail({ _tag: "postponement.not-pending", ...slotName(slot) })
}

const recordOutcome = (command: CommandOf<"recordOutcome">, state: IssuedSet): Decided => {
  const { at, by, outcome, reason } = command
  const slot = findSlot(state, command.slot)
  const appointment = findAppointment(state, command.slot)
  if (slot === undefined || appointment === undefined) return unknownSlot(command.slot)
  if (!mayActFor(by, slot.role, state)) return notAllowed(command)
  if (!isOver(appointment, at)) {
    return Result.fail({ _tag: "appointment.not-over", ...slotName(slot) })
  }
  const recorded = { _tag: "AppointmentOutcomeRecorded", at, by, slot: slot.slot, outcome } as const
  return Result.succeed([reason === undefined ? recorded : { ...recorded, reason }])
}

const cancel = (command: CommandOf<"cancel">, state: OpenedSet): Decided => {
  if (!isManager(command)) return notAllowed(command)
  const { at, by, reason, acknowledged } = command
  const subject = state.agent.id
  const agent = reachable(command.agent, state)
  return isAcknowledged(acknowledged, "convocation.confirmation-required", subject)
    ? Result.succeed([{ _tag: "SetCancelled", at, by, reason, agent }])
    : Result.fail({ _tag: "convocation.confirmation-required", subject, command: command._tag })
}

// An agent whose address has gone is still told, at the address that the convocation reached.
const reachable = (agent: Person, state: OpenedSet): Person =>
  isMailAddress(agent.email ?? "") ? agent : state.agent

const notIssued = (_command: AppointmentSetCommand, state: AppointmentSet): Decided =>
  Result.fail({ _tag: "convocation.not-issued", state: state._tag })

const untilIssued = { "nothing-set": notIssued, "partially-set": notIssued } as const

const onceIssued = <Command>(decision: (command: Command, state: IssuedSet) => Decided) => ({
  convened: decision,
  accepted: decision,
  "postponement-requested": decision,
})

const unlessCancelled = <Command>(decision: (command: Command, state: OpenedSet) => Decided) => ({
  "nothing-set": decision,
  "partially-set": decision,
  ...onceIssued(decision),
})

/** What each command does in each state; an absent pair is an illegal transition. */
export const decisions: DecisionTable<
  AppointmentSet,
  AppointmentSetCommand,
  AppointmentSetEvent,
  AppointmentSetRefusal
> = {
  openSet: { none: openSet },
  replaceEvaluator: unlessCancelled(replaceEvaluator),
  setAppointments: { "nothing-set": setAll, "partially-set": setAll },
  accept: { ...untilIssued, ...onceIssued(accept), accepted: acceptAgain },
  requestPostponement: { ...untilIssued, ...onceIssued(requestPostponement) },
  answerPostponement: { ...untilIssued, ...onceIssued(answerPostponement) },
  modifyAppointment: { ...untilIssued, ...onceIssued(modify) },
  recordOutcome: onceIssued(recordOutcome),
  cancel: unlessCancelled(cancel),
}
