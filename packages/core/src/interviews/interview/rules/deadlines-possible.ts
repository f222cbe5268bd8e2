/**
 * Whether an act could be done on a day, and why (preuve d'échéance): what opens it, the period,
 * its end as counted, the text.
 *
 * @requirement ENT-06
 * @requirement ENT-22
 * @requirement ENT-23
 * @requirement ENT-25
 */
import { type CivilDate, noticeDeadline } from "../../../kernel/calendar.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { fromInterview } from "../../terms/model/procedure.ts"
import type { Interview } from "../state.ts"
import {
  type AppealCourse,
  type DatedEvent,
  type Deadline,
  deadlinesOf,
  heldOn,
  openedOn,
  stepsDone,
} from "./deadlines.ts"
import { isLateInterview } from "./planning.ts"

/**
 * What can be answered of an act and a day.
 *
 * - `yes-late`: it can be done, and is flagged late;
 * - `too-early`: what opens it, or the end of the notice, comes later;
 * - `too-late`: its last day is over and the text leaves no room;
 * - `not-started`: what opens it has not happened in the file;
 * - `already-done`: it was done on an earlier day.
 */
export type PossibilityAnswer =
  | "yes"
  | "yes-late"
  | "too-early"
  | "too-late"
  | "not-started"
  | "already-done"

/** An act, a day, and how far the appeal is when the act belongs to one. */
export interface Question {
  readonly act: string
  readonly day: CivilDate
  readonly appeal?: AppealCourse
}

/**
 * The answer, and its grounds.
 *
 * - `opening`: the event that opens the act, absent while it has not happened;
 * - `deadline`: the bound, with its start, period, days passed over, last day, text and how sure
 *   that reading is; absent when no period bears on the act;
 * - `doneOn`: the day on which the file has it done.
 */
export interface Possibility {
  readonly act: string
  readonly label: string | undefined
  readonly day: CivilDate
  readonly answer: PossibilityAnswer
  readonly opening: DatedEvent | undefined
  readonly deadline: Deadline | undefined
  readonly doneOn: CivilDate | undefined
}

/** Gives the acts that can be asked about: the interview, the steps in order, those of an appeal. */
export const datedActs = ({ procedure }: CampaignTerms): ReadonlyArray<string> => [
  fromInterview,
  ...procedure.steps.map(({ step }) => step),
  ...(procedure.appeal === undefined ? [] : ["hierarchical-appeal", "appeal-answer"]),
  ...(procedure.appeal?.committee === undefined ? [] : ["committee-referral"]),
]

/**
 * Tells whether an act could be done on a day, by the file as it is; nothing for an act that the
 * procedure does not know.
 *
 * A day up to that of the act is judged as it was then: an act done on its last day answers `yes`
 * for that day, and `already-done` for the next. A day of the interview on or after the campaign's
 * limit is late (ENT-01). Who acts, and what the act must carry, is not judged here.
 */
export const couldBeDone = (
  state: Interview,
  terms: CampaignTerms,
  { act, day, appeal }: Question,
): Possibility | undefined => {
  if (!datedActs(terms).includes(act)) return undefined
  const found = deadlinesOf(state, terms, appeal).find((one) => one.act === act)
  const { label, done } = stepOf(state, terms, act)
  const opening = openingOf(state, terms, act) ?? found?.start
  const asked = {
    act,
    label: label ?? found?.label,
    day,
    opening,
    deadline: found,
    doneOn: done?.on ?? found?.doneOn,
  }
  return { ...asked, answer: answerOf(asked, terms) }
}

const stepOf = (state: Interview, terms: CampaignTerms, act: string) => ({
  label: terms.procedure.steps.find(({ step }) => step === act)?.label,
  done: stepsDone(state).find(({ step }) => step === act),
})

/** A step is opened by the one before it, the first one by the interview. */
const openingOf = (
  state: Interview,
  { procedure: { steps } }: CampaignTerms,
  act: string,
): DatedEvent | undefined => {
  const place = steps.findIndex(({ step }) => step === act)
  const held = heldOn(state)
  if (place < 0) return undefined
  if (place === 0) {
    return held === undefined ? undefined : { event: fromInterview, label: undefined, on: held }
  }
  const before = stepsDone(state)[place - 1]
  return before === undefined
    ? undefined
    : { event: before.step, label: before.label, on: before.on }
}

const answerOf = (asked: Omit<Possibility, "answer">, terms: CampaignTerms): PossibilityAnswer => {
  const { act, day, opening, deadline, doneOn } = asked
  const isLapsed = deadline?.lapsed === true
  if (opening === undefined) return "not-started"
  if (day < openedOn(opening)) return "too-early"
  if (doneOn !== undefined && day > doneOn && !isLapsed) return "already-done"
  if (act === fromInterview) return interviewAnswer(day, opening, terms)
  if (deadline?.end === undefined || day <= deadline.end.lastDay) return "yes"
  return deadline.late === "flag" ? "yes-late" : "too-late"
}

const interviewAnswer = (
  day: CivilDate,
  proposal: DatedEvent,
  terms: CampaignTerms,
): PossibilityAnswer => {
  const { period } = terms.procedure.notice
  if (proposal.on > noticeDeadline(day, period, terms.holidays)) return "too-early"
  return isLateInterview(terms, day) ? "yes-late" : "yes"
}
