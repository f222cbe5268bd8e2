/**
 * When the periods of a circuit start and end (délais du circuit), by the procedure and the
 * holidays of the place.
 *
 * @requirement ENT-22
 * @requirement ENT-23
 */
import {
  addDays,
  type CivilDate,
  daysBetween,
  lastDay,
  type PeriodEnd,
} from "../../../kernel/calendar.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { fromInterview, type Step } from "../../terms/model/procedure.ts"
import type { NextStep, StepDone } from "../model.ts"
import type { Held, OpenedInterview } from "../state.ts"

/** What the periods of a circuit run from: the day of `reportStart` and the steps done. */
export interface Course {
  readonly heldOn: CivilDate
  readonly done: ReadonlyArray<StepDone>
  /** For how many days requests of revision stopped the period of the next step. */
  readonly suspendedDays?: number
}

/**
 * Gives the day from which the periods that run from the interview are counted: that of the
 * interview, or that of the answer when the superior takes his report back to revise it.
 */
export const reportStart = ({
  held,
  acts,
}: Pick<OpenedInterview, "acts"> & { readonly held: Pick<Held, "date"> }): CivilDate => {
  const last = acts.findLast(
    (act) =>
      act._tag === "InterviewHeld" || (act._tag === "ReportReturned" && act.revision !== undefined),
  )
  return (last?._tag === "ReportReturned" ? last.revision?.on : undefined) ?? held.date
}

/** Gives the day that starts the period of a step, or nothing while that event has not happened. */
export const startOfPeriod = (step: Step, { heldOn, done }: Course): CivilDate | undefined => {
  const from = step.period?.from
  if (from === undefined) return undefined
  return from === fromInterview ? heldOn : done.find((one) => one.step === from)?.on
}

/** Gives the end of the period of a step and how it is counted, or nothing while it does not run. */
export const endOfPeriod = (
  step: Step,
  course: Course,
  { holidays }: Pick<CampaignTerms, "holidays">,
): PeriodEnd | undefined => {
  const start = startOfPeriod(step, course)
  if (start === undefined || step.period === undefined) return undefined
  return lastDay(addDays(start, course.suspendedDays ?? 0), step.period.period, holidays)
}

/** Gives the step that comes after those done, with its last day; nothing after the last one. */
export const nextStep = (terms: CampaignTerms, course: Course): NextStep | undefined => {
  const step = terms.procedure.steps[course.done.length]
  if (step === undefined) return undefined
  const due = endOfPeriod(step, course, terms)?.lastDay
  return {
    step: step.step,
    kind: step.kind,
    label: step.label,
    ...(due === undefined ? {} : { due }),
    ...(step.period === undefined ? {} : { late: step.period.late }),
  }
}

/**
 * Gives for how many days a request of revision stops the period of a step: until the answer, and
 * never longer than the procedure allows; without an answer, as long as it allows.
 */
export const stoppedDays = (
  step: Step,
  request: { readonly requestedOn: CivilDate; readonly answeredOn?: CivilDate },
  { holidays }: Pick<CampaignTerms, "holidays">,
): number => {
  const most = step.period?.suspension
  if (most === undefined) return 0
  const { requestedOn, answeredOn } = request
  const limit = lastDay(requestedOn, most, holidays).lastDay
  const end = answeredOn === undefined || answeredOn > limit ? limit : answeredOn
  return Math.max(0, daysBetween(requestedOn, end))
}
