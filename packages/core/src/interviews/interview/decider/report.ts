/** Writing the report, the agent's comments, and what sends it back or corrects it. */
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Step } from "../../terms/model/procedure.ts"
import type { Comment, NextStep } from "../model.ts"
import type { InterviewRefusal } from "../refusals.ts"
import { dayOf, findStep, lateRefusal } from "../rules/circuit.ts"
import { nextStep, reportStart, stoppedDays } from "../rules/periods.ts"
import { commentedRefusal, correctedText, draftRefusal } from "../rules/report.ts"
import {
  delegationRefusal,
  isActorOf,
  isAgent,
  isParty,
  isStaffOf,
  isSuperior,
  notAllowed,
} from "./actors.ts"
import { actOf, answer, type CommandOf, type Decided, reachable, type StateOf } from "./answer.ts"

type InCircuit = StateOf<"in-circuit">

/** Keeps the superior's part, in place of his earlier draft. */
export const draftReport = (command: CommandOf<"draftReport">, state: StateOf<"held">): Decided => {
  const { by, terms, report } = command
  return answer(
    (isSuperior(by, state) ? delegationRefusal(command, "delegable") : notAllowed(command)) ??
      draftRefusal(terms, report),
    () => [{ _tag: "ReportDrafted", ...actOf(command), report }],
  )
}

/** Adds a comment of the agent, while his step runs. */
export const addComment = (command: CommandOf<"addComment">, state: InCircuit): Decided => {
  const { terms, text, section } = command
  const on = dayOf(command, terms)
  const comment: Comment = { on, text, ...(section === undefined ? {} : { section }) }
  return answer(completionRefusal(command, state) ?? commentedRefusal(terms, section), () => [
    { _tag: "CommentAdded", ...actOf(command), comment },
  ])
}

/** Asks the superior to revise the report; each communication lets the agent ask once. */
export const requestRevision = (
  command: CommandOf<"requestRevision">,
  state: InCircuit,
): Decided => {
  const { terms, reason } = command
  const on = dayOf(command, terms)
  return answer(completionRefusal(command, state) ?? askedRefusal(terms, state), () => [
    {
      _tag: "RevisionRequested",
      ...actOf(command),
      on,
      reason,
      next: stopped(state, terms, { requestedOn: on }).next,
    },
  ])
}

/** Answers the agent's request: the report goes back to be revised, or his period goes on. */
export const answerRevision = (command: CommandOf<"answerRevision">, state: InCircuit): Decided => {
  const { by, terms, accepted, reason } = command
  if (!isSuperior(by, state)) return answer(notAllowed(command), () => [])
  const { revision } = state
  const refused = delegationRefusal(command, "delegable")
  if (refused !== undefined || revision === undefined) {
    return answer(refused ?? { _tag: "revision.not-requested" }, () => [])
  }
  const on = dayOf(command, terms)
  if (accepted) {
    const granted = { requestedOn: revision.on, on }
    return answer(undefined, () => [{ ...returned(command, state), revision: granted }])
  }
  const { days, next } = stopped(state, terms, { requestedOn: revision.on, answeredOn: on })
  return answer(undefined, () => [
    { _tag: "RevisionDeclined", ...actOf(command), on, reason, suspendedDays: days, next },
  ])
}

/** Sends the report back to the superior, where the next step lets its actor do so. */
export const returnReport = (command: CommandOf<"returnReport">, state: InCircuit): Decided => {
  const { by, terms } = command
  const step = findStep(terms.procedure, state.next.step)
  if (!isParty(by, state) || step === undefined) return answer(notAllowed(command), () => [])
  const { label, actors } = step
  const named = { step: step.step, label }
  if (!isActorOf(by, step, state)) {
    return answer({ _tag: "step.wrong-actor", ...named, actors, capacity: by.capacity }, () => [])
  }
  return answer(
    delegationRefusal(command, step) ??
      (step.returnable ? undefined : { _tag: "step.not-returnable", ...named }),
    () => [returned(command, state)],
  )
}

/** Corrects a text of a closed report, which keeps the former one. */
export const correctClericalError = (
  command: CommandOf<"correctClericalError">,
  state: StateOf<"closed">,
): Decided => {
  const { by, terms, agent, section, text, reason } = command
  const refused = isStaffOf(by, state)
    ? delegationRefusal(command, "delegable")
    : notAllowed(command)
  if (refused !== undefined) return answer(refused, () => [])
  const found = correctedText(terms, state.report, section)
  if (found._tag !== "text") return answer(found, () => [])
  const former = found.text
  if (former === text) return answer(undefined, () => [])
  return answer(undefined, () => [
    {
      _tag: "ReportCorrected",
      ...actOf(command),
      section,
      former,
      text,
      reason,
      agent: reachable(agent, state),
    },
  ])
}

/** Refuses what only the agent does, and only while he completes the report. */
const completionRefusal = (
  command: CommandOf<"addComment" | "requestRevision">,
  state: InCircuit,
): InterviewRefusal | undefined => {
  const { by, terms } = command
  if (!isAgent(by, state)) return notAllowed(command)
  const { kind, due } = state.next
  const step = findStep(terms.procedure, state.next.step)
  if (kind !== "complete" || step === undefined) {
    return delegationRefusal(command, "delegable") ?? { _tag: "completion.not-open" }
  }
  return delegationRefusal(command, step) ?? lateRefusal({ step, due, on: dayOf(command, terms) })
}

const askedRefusal = (
  { procedure }: CampaignTerms,
  { next, revision, acts }: InCircuit,
): InterviewRefusal | undefined => {
  const { label, steps } = procedure
  const isKnown = steps.some(
    ({ step, period }) => step === next.step && period?.suspension !== undefined,
  )
  if (!isKnown) return { _tag: "revision.unknown-to-procedure", label }
  if (revision !== undefined) return { _tag: "revision.already-requested", on: revision.on }
  const last = acts.findLast(
    ({ _tag }) => _tag === "ReportReturned" || _tag === "RevisionRequested",
  )
  return last?._tag === "RevisionRequested"
    ? { _tag: "revision.already-requested", on: last.on }
    : undefined
}

/** Gives for how many days a request stops the period of the next step, and that step then. */
const stopped = (
  { held, acts, done, next }: InCircuit,
  terms: CampaignTerms,
  request: Parameters<typeof stoppedDays>[1],
): { readonly days: number; readonly next: NextStep } => {
  const step: Step | undefined = findStep(terms.procedure, next.step)
  const days = step === undefined ? 0 : stoppedDays(step, request, terms)
  const course = { heldOn: reportStart({ held, acts }), done, suspendedDays: days }
  return { days, next: nextStep(terms, course) ?? next }
}

const returned = (command: CommandOf<"answerRevision" | "returnReport">, { done }: InCircuit) => ({
  _tag: "ReportReturned" as const,
  ...actOf(command),
  reason: command.reason,
  cleared: done,
})
