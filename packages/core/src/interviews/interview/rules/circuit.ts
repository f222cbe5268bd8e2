/**
 * In which order the steps of a circuit are done, and what their last day does to a later act
 * (circuit de validation).
 *
 * @requirement CAM-24
 * @requirement ENT-23
 * @requirement ENT-25
 * @requirement ENT-26
 */
import { civilDayAt, type CivilDate, type Instant } from "../../../kernel/calendar.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Procedure, Step, StepId, StepKind } from "../../terms/model/procedure.ts"
import type { NextStep, Notification, StepDone } from "../model.ts"
import type { InterviewRefusal } from "../refusals.ts"
import { type Interview, isReported } from "../state.ts"
import { nextStep, reportStart } from "./periods.ts"

/** An interview that was held, whatever became of its report. */
export type HeldInterview = Extract<Interview, { readonly _tag: "held" | "in-circuit" | "closed" }>

/** An interview whose circuit has a step to do. */
export type OpenCircuit = Exclude<HeldInterview, { readonly _tag: "closed" }>

/** Gives the civil day of an act at the place of the campaign. */
export const dayOf = (
  { at }: { readonly at: Instant },
  { zone }: Pick<CampaignTerms, "zone">,
): CivilDate => civilDayAt(at, zone)

/** Gives a step of a procedure, if it has it. */
export const findStep = ({ steps }: Procedure, wanted: StepId): Step | undefined =>
  steps.find(({ step }) => step === wanted)

/** Gives the steps done so far, in their order. */
export const doneIn = (state: HeldInterview): ReadonlyArray<StepDone> =>
  isReported(state) ? state.done : []

/** Gives the step to do now, as the file holds it or, before the circuit, as the terms say. */
export const stepToDo = (state: OpenCircuit, terms: CampaignTerms): NextStep | undefined =>
  state._tag === "in-circuit"
    ? state.next
    : nextStep(terms, { heldOn: reportStart(state), done: [] })

const missingCodes = {
  communicate: "report.not-communicated",
  complete: "report.not-completed",
  endorse: "report.not-endorsed",
  notify: "report.not-notified",
  sign: "report.not-signed",
  file: "report.not-filed",
} as const satisfies Readonly<Record<StepKind, InterviewRefusal["_tag"]>>

/** Refuses a step that was done, or one before which another must be done, named by its kind. */
export const orderRefusal = (
  { procedure: { steps } }: CampaignTerms,
  wanted: Step,
  done: ReadonlyArray<StepDone>,
): InterviewRefusal | undefined => {
  if (done.some(({ step }) => step === wanted.step)) {
    return { _tag: "step.already-done", step: wanted.step, label: wanted.label }
  }
  const missing = steps[done.length]
  return missing === undefined || missing.step === wanted.step
    ? undefined
    : {
        _tag: missingCodes[missing.kind],
        wanted: wanted.step,
        step: missing.step,
        label: missing.label,
      }
}

/** A step, its last day if its period runs, and the day of the act. */
export interface DatedStep {
  readonly step: Step
  readonly due: CivilDate | undefined
  readonly on: CivilDate
}

/** Tells whether an act comes after the last day of its step. */
export const isLate = ({ due, on }: Omit<DatedStep, "step">): boolean =>
  due !== undefined && on > due

/** Refuses an act that its last day forbids; a step that only flags lets it pass. */
export const lateRefusal = ({ step, due, on }: DatedStep): InterviewRefusal | undefined => {
  if (due === undefined || on <= due || step.period === undefined) return undefined
  const { late, source } = step.period
  if (late === "flag") return undefined
  return {
    _tag: late === "refuse" ? "step.too-late" : "step.lapsed",
    step: step.step,
    label: step.label,
    lastDay: due,
    today: on,
    legalSource: source,
  }
}

/** Refuses to end a step whose period is not over, or that does not end by itself. */
export const lapseRefusal = ({ step, due, on }: DatedStep): InterviewRefusal | undefined => {
  const named = { step: step.step, label: step.label }
  if (due === undefined || step.period?.late !== "lapse") {
    return { _tag: "step.not-lapsed", ...named }
  }
  return on > due ? undefined : { _tag: "step.not-lapsed", ...named, lastDay: due }
}

/** Gives the notifications tried since the last step, which have not reached the agent. */
export const triedSince = ({ acts }: Pick<OpenCircuit, "acts">): ReadonlyArray<Notification> =>
  acts
    .slice(acts.findLastIndex(({ _tag }) => _tag === "ValidationStepCompleted") + 1)
    .flatMap((act) => (act._tag === "NotificationTried" ? [act.notification] : []))

/**
 * What a notification is judged on: the day of the step before it, today, whose word it is, and what
 * was tried before.
 */
export interface Notifying {
  readonly tried: ReadonlyArray<Notification>
  readonly earliest: CivilDate
  readonly today: CivilDate
  readonly isByAgent: boolean
}

/**
 * Refuses a notification dated before the last step or after today; the agent himself only says
 * that he opens it today, on the portal or by mail, once it was sent to him that way: he neither
 * notifies himself nor chooses the day from which his appeal runs.
 */
export const notificationRefusal = (
  { means, fate, on }: Notification,
  { earliest, today, isByAgent, tried }: Notifying,
): InterviewRefusal | undefined => {
  if (isByAgent && (fate !== "opened" || (means !== "portal" && means !== "mail"))) {
    return { _tag: "notification.agent-only-opens", fate }
  }
  if (isByAgent && !tried.some((one) => one.means === means && one.fate !== "failed")) {
    return { _tag: "notification.not-sent", means }
  }
  const from = isByAgent ? today : earliest
  return on < from || on > today
    ? { _tag: "notification.date-out-of-range", on, earliest: from, today }
    : undefined
}
