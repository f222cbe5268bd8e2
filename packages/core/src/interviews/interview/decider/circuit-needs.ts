/** What a step of the circuit needs by its kind, and what must be acknowledged before it is done. */
import { isAcknowledged } from "../../../kernel/refusal.ts"
import type { Step } from "../../terms/model/procedure.ts"
import type { NextStep, StepDone } from "../model.ts"
import type { InterviewRefusal } from "../refusals.ts"
import {
  dayOf,
  doneIn,
  notificationRefusal,
  type OpenCircuit,
  triedSince,
} from "../rules/circuit.ts"
import { objectivesWarning, requiredRefusal } from "../rules/report.ts"
import { isAgent } from "./actors.ts"
import type { CommandOf } from "./answer.ts"

/** A step that can be done, with the file and what it expects of that step. */
export type Found = { readonly step: Step; readonly state: OpenCircuit; readonly next: NextStep }

/** Refuses a visa by who signed the report, or whose report it is: nobody endorses his own. */
export const visaRefusal = (
  { by: { person } }: CommandOf<"completeStep">,
  { step: { step, kind, label }, state }: Found,
): InterviewRefusal | undefined => {
  if (kind !== "endorse") return undefined
  const signed = doneIn(state).some((one) => one.kind === "communicate" && one.by.person === person)
  return signed || person === state.superior.id
    ? { _tag: "step.own-report", step, label, person }
    : undefined
}

/** Refuses what the kind of a step lacks or has no place for. */
export const needRefusal = (
  command: CommandOf<"completeStep">,
  { step: { step, kind, label }, state }: Found,
): InterviewRefusal | undefined => {
  const { by, terms, notification, observations } = command
  if (observations !== undefined && kind !== "endorse") {
    return { _tag: "observations.unexpected", step, label }
  }
  if (kind !== "notify") {
    return notification === undefined ? undefined : { _tag: "notification.unexpected", step, label }
  }
  if (notification === undefined) return { _tag: "notification.required", step, label }
  return notificationRefusal(notification, {
    earliest: lastDone(state)?.on ?? state.held.date,
    today: dayOf(command, terms),
    isByAgent: by.capacity === "agent",
    tried: triedSince(state),
  })
}

/** Refuses to freeze a report that is not filled; warns of its objectives. */
export const freezingRefusal = (
  { terms, acknowledged }: CommandOf<"completeStep">,
  state: OpenCircuit,
): InterviewRefusal | undefined =>
  state._tag === "held"
    ? (requiredRefusal(terms, state.draft) ??
      objectivesWarning(terms, state.draft, { agent: state.agent, acknowledged }))
    : undefined

/** Tells whether a completion is ended by another than the agent. */
export const isEndedForAgent = (
  { by }: CommandOf<"completeStep">,
  { step, state }: Found,
): boolean => step.kind === "complete" && !isAgent(by, state)

/** Warns whoever ends the completion in the agent's place, unless it was acknowledged. */
export const withoutAgentWarning = (
  command: CommandOf<"completeStep">,
  found: Found,
): InterviewRefusal | undefined => {
  const { step, state } = found
  const code = "completion.ends-without-agent"
  const subject = state.agent.id
  return isEndedForAgent(command, found) && !isAcknowledged(command.acknowledged, code, subject)
    ? { _tag: code, subject, step: step.step, label: step.label }
    : undefined
}

/** Gives the last step done, if any is. */
export const lastDone = (state: OpenCircuit): StepDone | undefined => doneIn(state).at(-1)
