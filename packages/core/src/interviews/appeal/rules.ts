/**
 * The periods of an appeal (délais de recours) and whether it is still open.
 *
 * @requirement ENT-27
 */
import {
  addDays,
  type CivilDate,
  type HolidayCalendar,
  lastDay,
  type PeriodEnd,
} from "../../kernel/calendar.ts"
import type { AppealCourse } from "../interview/rules/deadlines.ts"
import { type Interview, isReported } from "../interview/state.ts"
import type { AppealRules } from "../terms/model/procedure.ts"
import type { Appeal, LodgedAppeal } from "./state.ts"

/**
 * The ends of the periods of an appeal that run or ran, and how each is counted.
 *
 * - `lodging`: the agent's, from the notification of the report;
 * - `answer`: the authority's, from the day on which the appeal reached it;
 * - `committee`: the agent's again, from the answer or from the end of the authority's period.
 */
export interface AppealDeadlines {
  readonly lodging?: PeriodEnd
  readonly answer?: PeriodEnd
  readonly committee?: PeriodEnd
}

/** What the periods of an appeal are counted with. */
export interface Counting {
  readonly rules: AppealRules
  readonly holidays: HolidayCalendar
}

/** Gives the end of the period to appeal after a notification. */
export const lodgingEnd = (notifiedOn: CivilDate, { rules, holidays }: Counting): PeriodEnd =>
  lastDay(notifiedOn, rules.hierarchical.period, holidays)

/** Gives the end of the period in which the answer to an appeal must reach the agent. */
export const answerEnd = (lodgedOn: CivilDate, { rules, holidays }: Counting): PeriodEnd =>
  lastDay(lodgedOn, rules.answer.period, holidays)

/**
 * Gives the end of the period to refer to the committee, from the day of the answer or, without one,
 * the last day of the authority's period as it was moved; nothing when there is no committee.
 */
export const committeeEnd = (
  from: CivilDate,
  { rules, holidays }: Counting,
): PeriodEnd | undefined =>
  rules.committee === undefined ? undefined : lastDay(from, rules.committee.period, holidays)

/** Gives the ends of the periods of an appeal; a period that has not begun is absent. */
export const appealDeadlines = (state: Appeal): AppealDeadlines => {
  if (state._tag === "none") return {}
  const committee = state._tag === "lodged" ? undefined : committeeEnd(committeeStart(state), state)
  return {
    lodging: lodgingEnd(state.notifiedOn, state),
    answer: answerEnd(state.lodging.on, state),
    ...(committee === undefined ? {} : { committee }),
  }
}

/** Gives what the period to refer to the committee runs from: the answer, or the end of its period. */
export const committeeStart = (state: LodgedAppeal): CivilDate =>
  answerOf(state)?.on ?? state.answerBy

/** Gives the earliest day of a referral: that of the answer, or the one after the period to answer. */
export const earliestReferral = (state: LodgedAppeal): CivilDate =>
  answerOf(state)?.on ?? addDays(state.answerBy, 1)

/**
 * Tells whether somebody may still act on an appeal in time, so that its interview is not deleted
 * unawares: the authority has not answered or decided, the committee may still be referred to, or a
 * final report is not acknowledged. A referral out of time is recorded but keeps nothing open.
 */
export const isAppealOpen = (state: Appeal, today: CivilDate): boolean => {
  switch (state._tag) {
    case "none":
      return false
    case "lodged":
    case "referred":
      return true
    case "decided":
      return state.final !== undefined
    case "answered":
      return state.final !== undefined || isReferable(state.committeeBy, today)
    case "unanswered":
      return isReferable(state.committeeBy, today)
    case "concluded":
      return state.committee === undefined && isReferable(state.committeeBy, today)
    default:
      return state satisfies never
  }
}

/** What lodging an appeal asks of the report: its visa, and the day on which it reached the agent. */
export interface LodgingFacts {
  readonly endorsed: boolean
  readonly notifiedOn?: CivilDate
}

/**
 * Gives what lodging an appeal asks of an interview, from the steps of its circuit; a notification
 * that came before the visa starts no period and is passed over.
 */
export const lodgingFacts = (interview: Interview): LodgingFacts => {
  const done = isReported(interview) ? interview.done : []
  const visa = done.findIndex(({ kind }) => kind === "endorse")
  const notified = done.slice(visa + 1).findLast(({ kind }) => kind === "notify")
  return {
    endorsed: visa !== -1,
    ...(notified === undefined ? {} : { notifiedOn: notified.on }),
  }
}

const isReferable = (committeeBy: CivilDate | undefined, today: CivilDate): boolean =>
  committeeBy !== undefined && today <= committeeBy

const answerOf = (state: LodgedAppeal) => ("answer" in state ? state.answer : undefined)

/** Gives how far an appeal is, and what it is decided on since it was lodged. */
export const appealCourse = (state: Appeal): AppealCourse => {
  if (state._tag === "none") return {}
  const answeredOn = answerOf(state)?.on
  const referredOn = "referral" in state ? state.referral.on : undefined
  const { rules, holidays, notifiedOn } = state
  return {
    frozen: { rules, holidays, notifiedOn },
    lodgedOn: state.lodging.on,
    ...(answeredOn === undefined ? {} : { answeredOn }),
    ...(referredOn === undefined ? {} : { referredOn }),
  }
}
