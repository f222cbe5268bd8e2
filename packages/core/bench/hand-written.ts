/**
 * The reference of the decision bench: the same decisions as one hand-written switch on the same
 * unions, with its own plain results, and no table, no `Result`, no sharing between cases.
 */
import type {
  AppointmentSet,
  AppointmentSetCommand,
  AppointmentSetEvent,
  AppointmentSetRefusal,
} from "../src/career-appointments/index.ts"
import { isMailAddress } from "../src/kernel/mail-address.ts"

/** What the hand-written decision answers. */
export type HandDecided =
  | { readonly ok: true; readonly events: ReadonlyArray<AppointmentSetEvent> }
  | { readonly ok: false; readonly refusal: AppointmentSetRefusal }

type Issued = Extract<
  AppointmentSet,
  { readonly _tag: "convened" | "accepted" | "postponement-requested" }
>

const no = (refusal: AppointmentSetRefusal): HandDecided => ({ ok: false, refusal })
const yes = (...events: ReadonlyArray<AppointmentSetEvent>): HandDecided => ({ ok: true, events })

/** Decides the commands that need no reading of typed items. */
export const handDecide = (command: AppointmentSetCommand, state: AppointmentSet): HandDecided => {
  switch (command._tag) {
    case "accept":
      switch (state._tag) {
        case "nothing-set":
        case "partially-set":
          return no({ _tag: "convocation.not-issued", state: state._tag })
        case "convened":
        case "accepted":
        case "postponement-requested": {
          const { at, by } = command
          if (by.capacity !== "agent" || (by.onBehalfOf ?? by.person) !== state.agent.id) {
            return no({ _tag: "actor.not-allowed", command: "accept", capacity: by.capacity })
          }
          if (state._tag === "accepted") return no({ _tag: "convocation.already-accepted" })
          return state._tag === "convened"
            ? yes({ _tag: "ConvocationAccepted", at, by })
            : yes(
                { _tag: "PostponementWithdrawn", at, by },
                { _tag: "ConvocationAccepted", at, by },
              )
        }
      }
      break
    case "requestPostponement":
      switch (state._tag) {
        case "nothing-set":
        case "partially-set":
          return no({ _tag: "convocation.not-issued", state: state._tag })
        case "convened":
        case "accepted":
        case "postponement-requested":
          return handPostpone(command, state)
      }
      break
    case "answerPostponement":
      switch (state._tag) {
        case "nothing-set":
        case "partially-set":
          return no({ _tag: "convocation.not-issued", state: state._tag })
        case "convened":
        case "accepted":
        case "postponement-requested":
          return handMaintain(command, state)
      }
      break
    case "cancel":
      if (state._tag !== "none" && state._tag !== "cancelled") {
        const { at, by, managers, reason, acknowledged } = command
        if (by.capacity !== "campaign-manager" || !managers.includes(by.onBehalfOf ?? by.person)) {
          return no({ _tag: "actor.not-allowed", command: "cancel", capacity: by.capacity })
        }
        const subject: string = state.agent.id
        return acknowledged.some(
          (one) => one.code === "convocation.confirmation-required" && one.subject === subject,
        )
          ? yes({ _tag: "SetCancelled", at, by, reason, agent: handAgent(command.agent, state) })
          : no({ _tag: "convocation.confirmation-required", subject, command: "cancel" })
      }
      break
  }
  return no({
    _tag: "convocation.illegal-transition",
    command: command._tag,
    state: state._tag,
  })
}

const handPostpone = (
  command: Extract<AppointmentSetCommand, { readonly _tag: "requestPostponement" }>,
  state: Issued,
): HandDecided => {
  const { at, by, reason } = command
  if (by.capacity !== "agent" || (by.onBehalfOf ?? by.person) !== state.agent.id) {
    return no({ _tag: "actor.not-allowed", command: command._tag, capacity: by.capacity })
  }
  const [first, ...others] = [...new Set(command.slots)]
  if (first === undefined) return no({ _tag: "postponement.slot-required" })
  for (const wanted of [first, ...others]) {
    const appointment = state.appointments.find(({ slot }) => slot === wanted)
    const slot = state.terms.template.slots.find((one) => one.slot === wanted)
    if (appointment === undefined || slot === undefined) {
      return no({ _tag: "appointment.unknown-slot", slot: wanted })
    }
    if (appointment.endsAt <= at) {
      const { role, label } = slot
      return no({ _tag: "appointment.over", slot: wanted, role, label })
    }
  }
  if (
    state._tag === "postponement-requested" &&
    [first, ...others].every((wanted) => state.pending.includes(wanted))
  ) {
    return yes()
  }
  const limit = state.terms.postponementLimit
  if (limit !== undefined && state.requests >= limit) {
    return no({ _tag: "postponement.limit-reached", limit })
  }
  const slots = [first, ...others] as const
  return reason === undefined
    ? yes({ _tag: "PostponementRequested", at, by, slots })
    : yes({ _tag: "PostponementRequested", at, by, slots, reason })
}

const handMaintain = (
  command: Extract<AppointmentSetCommand, { readonly _tag: "answerPostponement" }>,
  state: Issued,
): HandDecided => {
  const { at, by, reason } = command
  const appointment = state.appointments.find(({ slot }) => slot === command.slot)
  const slot = state.terms.template.slots.find((one) => one.slot === command.slot)
  if (appointment === undefined || slot === undefined) {
    return no({ _tag: "appointment.unknown-slot", slot: command.slot })
  }
  const { role, label } = slot
  if (by.capacity !== "evaluator" || (by.onBehalfOf ?? by.person) !== state.evaluators[role]?.id) {
    return no({ _tag: "actor.not-allowed", command: command._tag, capacity: by.capacity })
  }
  if (state._tag !== "postponement-requested" || !state.pending.includes(command.slot)) {
    return no({ _tag: "postponement.not-pending", slot: slot.slot, role, label })
  }
  const agent = handAgent(command.agent, state)
  return yes({ _tag: "AppointmentMaintained", at, by, slot: slot.slot, reason, agent })
}

const handAgent = (
  agent: Extract<AppointmentSetCommand, { readonly _tag: "cancel" }>["agent"],
  state: Exclude<AppointmentSet, { readonly _tag: "none" }>,
) => (agent.email !== undefined && isMailAddress(agent.email) ? agent : state.agent)
