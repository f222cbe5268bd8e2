/**
 * Doing the next step of the circuit: by its actor, in its order, in its period, with what its
 * kind needs.
 */
import * as Result from "effect/Result"
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { Actor } from "../../../kernel/identity.ts"
import type { Step } from "../../terms/model/procedure.ts"
import { hasReached, type StepDone } from "../model.ts"
import type { InterviewEvent } from "../events.ts"
import type { InterviewRefusal } from "../refusals.ts"
import {
  dayOf,
  doneIn,
  findStep,
  type HeldInterview,
  isLate,
  lapseRefusal,
  lateRefusal,
  type OpenCircuit,
  orderRefusal,
  stepToDo,
} from "../rules/circuit.ts"
import type { Interview } from "../state.ts"
import { nextStep, reportStart } from "../rules/periods.ts"
import {
  delegationRefusal,
  isActorOf,
  isAgent,
  isParty,
  isScheduler,
  isStaffOf,
  notAllowed,
} from "./actors.ts"
import {
  type Found,
  freezingRefusal,
  isEndedForAgent,
  lastDone,
  needRefusal,
  visaRefusal,
  withoutAgentWarning,
} from "./circuit-needs.ts"
import { evolve } from "./evolve.ts"
import { actOf, answer, type CommandOf, type Decided, reachable } from "./answer.ts"

type Completing = CommandOf<"completeStep" | "recordSignatureRefusal">

/**
 * Does the next step; a notification that did not reach the agent is only kept. A visa does not wait
 * for the scheduler: the agent's completion whose period is over lapses first, in the same act.
 */
export const completeStep = (command: CommandOf<"completeStep">, held: HeldInterview): Decided => {
  const lapsed = lapseBefore(command, held)
  const after = lapsed.reduce<Interview>(evolve, held)
  return lapsed.length > 0 && after._tag === "in-circuit"
    ? Result.map(doStep(command, after), (events) => [...lapsed, ...events])
    : doStep(command, held)
}

const lapseBefore = (
  { name: _, observations: __, notification: ___, ...command }: CommandOf<"completeStep">,
  state: HeldInterview,
): ReadonlyArray<InterviewEvent> => {
  if (state._tag !== "in-circuit") return []
  const { terms } = command
  const { next, done } = state
  const step = findStep(terms.procedure, next.step)
  const wanted = terms.procedure.steps[done.length + 1]
  const isVisa = wanted?.step === command.step && wanted.kind === "endorse"
  if (step?.kind !== "complete" || next.due === undefined || !isVisa) return []
  return lapseRefusal({ step, due: next.due, on: dayOf(command, terms) }) === undefined
    ? completed(command, { step, state, next }, { on: next.due, lapsed: true })
    : []
}

const doStep = (command: CommandOf<"completeStep">, held: HeldInterview): Decided => {
  const found = wantedStep(command, held)
  if ("_tag" in found) return answer(found, () => [])
  const { step, state, next } = found
  const today = dayOf(command, command.terms)
  const { notification } = command
  const refused = visaRefusal(command, found) ?? needRefusal(command, found)
  if (refused !== undefined) return answer(refused, () => [])
  if (notification !== undefined && !hasReached(notification)) {
    return answer(undefined, () => [{ _tag: "NotificationTried", ...actOf(command), notification }])
  }
  if (isScheduler(command.by)) {
    const { due } = next
    return answer(lapseRefusal({ step, due, on: today }), () =>
      completed(command, found, { on: due ?? today, lapsed: true }),
    )
  }
  const on = notification?.on ?? today
  return answer(
    lateRefusal({ step, due: next.due, on }) ??
      freezingRefusal(command, state) ??
      withoutAgentWarning(command, found),
    () =>
      completed(command, found, {
        on,
        lapsed: false,
        ...(isEndedForAgent(command, found) ? { withoutAgent: true } : {}),
      }),
  )
}

/** Records that the agent refused to sign: the HR service says so, with the name of a witness. */
export const recordSignatureRefusal = (
  command: CommandOf<"recordSignatureRefusal">,
  held: HeldInterview,
): Decided => {
  if (!isStaffOf(command.by, held)) return answer(notAllowed(command), () => [])
  const { terms, date, witness } = command
  const step = agentSignature(command, held)
  if (step === undefined) {
    return answer(
      { _tag: "interview.illegal-transition", command: command._tag, state: held._tag },
      () => [],
    )
  }
  const found = delegationRefusal(command, "delegable") ?? stepInTurn(command, held, step)
  if ("_tag" in found) return answer(found, () => [])
  const earliest = lastDone(found.state)?.on ?? found.state.held.date
  const today = dayOf(command, terms)
  const { label } = step
  return answer(
    date < earliest || date > today
      ? { _tag: "step.date-out-of-range", step: step.step, label, on: date, earliest, today }
      : lateRefusal({ step, due: found.next.due, on: date }),
    () => completed(command, found, { on: date, lapsed: false, refusal: { witness } }),
  )
}

/** Gives the signature of the agent that comes next, or the last one when all are done. */
const agentSignature = (
  { terms }: CommandOf<"recordSignatureRefusal">,
  held: HeldInterview,
): Step | undefined => {
  const signatures = terms.procedure.steps.filter(
    ({ kind, actors }) => kind === "sign" && actors.includes("agent"),
  )
  const done = doneIn(held)
  return signatures.find(({ step }) => !done.some((one) => one.step === step)) ?? signatures.at(-1)
}

// Who is nobody of the file learns nothing of its circuit; then whose step it is, then its turn.
const wantedStep = (
  command: CommandOf<"completeStep">,
  held: HeldInterview,
): Found | InterviewRefusal => {
  const { by, terms } = command
  if (!isParty(by, held)) return notAllowed(command)
  const step = findStep(terms.procedure, command.step)
  if (step === undefined) return { _tag: "step.unknown", step: command.step }
  return mayDo(by, step, held)
    ? (delegationRefusal(command, step) ?? stepInTurn(command, held, step))
    : {
        _tag: "step.wrong-actor",
        step: step.step,
        label: step.label,
        actors: step.actors,
        capacity: by.capacity,
      }
}

// The scheduler ends a completion; the agent, whom a report is notified to, may say that he opened it.
const mayDo = (by: Actor, step: Step, state: HeldInterview): boolean =>
  isScheduler(by)
    ? step.kind === "complete"
    : isActorOf(by, step, state) || (step.kind === "notify" && isAgent(by, state))

const stepInTurn = (
  command: Completing,
  state: HeldInterview,
  step: Step,
): Found | InterviewRefusal => {
  const refused = orderRefusal(command.terms, step, doneIn(state))
  if (refused !== undefined) return refused
  const next = state._tag === "closed" ? undefined : stepToDo(state, command.terms)
  return state._tag === "closed" || next === undefined
    ? { _tag: "step.already-done", step: step.step, label: step.label }
    : { step, state, next }
}

type HowDone = Pick<StepDone, "on" | "lapsed" | "refusal" | "withoutAgent">

const completed = (
  command: Completing,
  found: Found,
  how: HowDone,
): ReadonlyArray<InterviewEvent> => {
  const { terms } = command
  const { state } = found
  const act = actOf(command)
  const agent = reachable(command.agent, state)
  const done = stepDone(command, found, how)
  const after = nextStep(terms, { heldOn: reportStart(state), done: [...doneIn(state), done] })
  const event = { _tag: "ValidationStepCompleted", ...act, done, agent } as const
  if (after !== undefined) return [{ ...event, next: after }]
  const on: CivilDate = done.on
  return [event, { _tag: "InterviewClosed", ...act, on, late: on > terms.reportsBy, agent }]
}

const signatoryOf = ({ kind }: Step, { superior, authority }: OpenCircuit) => {
  if (kind === "communicate") return { signatory: superior }
  return kind === "endorse" ? { signatory: authority } : {}
}

const stepDone = (
  command: Completing,
  { step, state, next: { due } }: Found,
  how: HowDone,
): StepDone => {
  const { name } = command
  const observations = "observations" in command ? command.observations : undefined
  const notification = "notification" in command ? command.notification : undefined
  return {
    step: step.step,
    kind: step.kind,
    label: step.label,
    ...actOf(command),
    ...(name === undefined ? {} : { name }),
    ...signatoryOf(step, state),
    ...(due === undefined ? {} : { due }),
    late: !how.lapsed && isLate({ due, on: how.on }),
    ...how,
    ...(observations === undefined ? {} : { observations }),
    ...(notification === undefined ? {} : { notification }),
  }
}
