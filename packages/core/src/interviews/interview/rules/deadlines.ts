/**
 * Every dated bound of a file, with what it is counted from and by which text (échéances d'un
 * dossier d'entretien): the notice, the periods of the circuit, those of the appeals.
 *
 * @requirement ENT-06
 * @requirement ENT-22
 * @requirement ENT-23
 */
import {
  addDays,
  type CivilDate,
  type HolidayCalendar,
  lastDay,
  type LegalPeriod,
  noticeDeadline,
  type PeriodEnd,
} from "../../../kernel/calendar.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import {
  type AppealRules,
  fromInterview,
  type LateAct,
  type reservedSteps,
  type SourcedPeriod,
  type Step,
} from "../../terms/model/procedure.ts"
import type { StepDone } from "../model.ts"
import { type Interview, isReported } from "../state.ts"
import { dayOf } from "./circuit.ts"
import { type Course, endOfPeriod, reportStart, startOfPeriod, stoppedDays } from "./periods.ts"
import { earliestDate } from "./planning.ts"

/** An act that is no step of the circuit: the interview itself, and those of an appeal. */
export type OutsideAct = (typeof reservedSteps)[number]

/**
 * What starts a period: an act outside the circuit, the proposal of a date, the end of the
 * authority's period to answer, or else a step, by its id.
 */
export type StartEvent = OutsideAct | "proposal" | "answer-period" | (string & {})

/** An event on its day; `label` is that of a step. */
export interface DatedEvent {
  readonly event: StartEvent
  readonly label: string | undefined
  readonly on: CivilDate
}

/**
 * How far an appeal is: the days on which it reached the authority, the answer the agent, the committee
 * was seised. `frozen` is what it is decided on since it was lodged: the rules, the holidays, the day
 * on which the report reached the agent. Before that the terms of the campaign stand.
 */
export interface AppealCourse {
  readonly frozen?: {
    readonly rules: AppealRules
    readonly holidays: HolidayCalendar
    readonly notifiedOn: CivilDate
  }
  readonly lodgedOn?: CivilDate
  readonly answeredOn?: CivilDate
  readonly referredOn?: CivilDate
}

/**
 * A dated bound of a file.
 *
 * - `act`: a step by its id, or an act outside the circuit; `label` is the procedure's own, for a
 *   step and for the committee;
 * - `bound`: `end.lastDay` is the last day of the act, or for the interview its first one;
 * - `from`: what starts the period; `start` once it has happened, and without it there is no `end`;
 * - `stoppedDays`: for how long a request of revision stops the period; `end.event` is the start
 *   moved by as much;
 * - `proposeBy`: for the interview, the last day on which its date could be proposed;
 * - `late`: what the bound does to an act beyond it;
 * - `doneOn`, `lapsed`: the day of the act, or of the end of its period when nobody acted.
 */
export interface Deadline {
  readonly act: OutsideAct | (string & {})
  readonly label: string | undefined
  readonly bound: "not-before" | "not-after"
  readonly from: StartEvent
  readonly start: DatedEvent | undefined
  readonly stoppedDays: number
  readonly period: LegalPeriod
  readonly end: PeriodEnd | undefined
  readonly proposeBy: CivilDate | undefined
  readonly late: LateAct
  readonly source: string
  readonly confidence: SourcedPeriod["confidence"]
  readonly doneOn: CivilDate | undefined
  readonly lapsed: boolean
}

/**
 * Gives every bound of a file, in the order of the acts: the notice, the steps that have a period,
 * the appeals if the procedure has them. A bound whose start event has not happened has no end.
 *
 * Without an answer the committee's period is shown from the last day of the authority's, as if
 * none came: the answer moves it. No period of appeal starts before a visa and a notification that
 * reached the agent (CAA Paris, 7 February 2023, n° 21PA05129).
 */
export const deadlinesOf = (
  state: Interview,
  terms: CampaignTerms,
  appeal: AppealCourse = {},
): ReadonlyArray<Deadline> => [
  noticeOf(state, terms),
  ...terms.procedure.steps.flatMap((step) => stepDeadline(step, state, terms) ?? []),
  ...boundsOfAppeal(state, terms, appeal),
]

/** Gives the steps done in a file, in their order; none while the report is not communicated. */
export const stepsDone = (state: Interview): ReadonlyArray<StepDone> =>
  isReported(state) ? state.done : []

/** Gives the day of the interview, once it was held. */
export const heldOn = (state: Interview): CivilDate | undefined =>
  state._tag === "held" || isReported(state) ? state.held.date : undefined

const nothingYet = {
  label: undefined,
  bound: "not-after",
  start: undefined,
  stoppedDays: 0,
  end: undefined,
  proposeBy: undefined,
  late: "flag",
  doneOn: undefined,
  lapsed: false,
} as const satisfies Partial<Deadline>

/** Gives the day on which the date that holds, or held, was proposed to the agent. */
const proposedOn = (state: Interview, terms: CampaignTerms): CivilDate | undefined => {
  if (state._tag !== "proposed" && heldOn(state) === undefined) return undefined
  const acts = state._tag === "none" ? [] : state.acts
  const act = acts.findLast(
    ({ _tag }) => _tag === "InterviewProposed" || _tag === "InterviewPostponed",
  )
  return act === undefined ? undefined : dayOf(act, terms)
}

const noticeOf = (state: Interview, terms: CampaignTerms): Deadline => {
  const { procedure, holidays } = terms
  const { notice } = procedure
  const on = proposedOn(state, terms)
  const date = state._tag === "proposed" ? state.meeting.date : heldOn(state)
  const bound = {
    ...nothingYet,
    ...notice,
    act: fromInterview,
    bound: "not-before",
    from: "proposal",
    late: "refuse",
    doneOn: heldOn(state),
  } as const
  if (on === undefined) return bound
  const counted = lastDay(on, { ...notice.period, extends: false }, holidays)
  return {
    ...bound,
    start: { event: "proposal", label: undefined, on },
    end: { ...counted, lastDay: earliestDate(terms, on) },
    proposeBy: date === undefined ? undefined : noticeDeadline(date, notice.period, holidays),
  }
}

/** Gives for how many days a request of revision stops a step, whether answered or not. */
const stopOf = (step: Step, state: Interview, terms: CampaignTerms): number => {
  const acts = state._tag === "none" ? [] : state.acts
  const circuit = acts.slice(acts.findLastIndex(({ _tag }) => _tag === "ReportReturned") + 1)
  const request = circuit.findLast(
    (act) =>
      (act._tag === "RevisionRequested" || act._tag === "RevisionDeclined") &&
      act.next.step === step.step,
  )
  if (request?._tag === "RevisionDeclined") return request.suspendedDays
  return request?._tag === "RevisionRequested"
    ? stoppedDays(step, { requestedOn: request.on }, terms)
    : 0
}

const startOf = (state: Interview): CivilDate | undefined =>
  state._tag === "held" || isReported(state) ? reportStart(state) : undefined

/** Gives the bound of one step, or nothing when no period bears on it. */
const stepDeadline = (step: Step, state: Interview, terms: CampaignTerms): Deadline | undefined => {
  if (step.period === undefined) return undefined
  const { period, source, confidence, from, late } = step.period
  const done = stepsDone(state).find((one) => one.step === step.step)
  const bound = {
    ...nothingYet,
    act: step.step,
    label: step.label,
    from,
    period,
    source,
    confidence,
    late,
    doneOn: done?.on,
    lapsed: done?.lapsed ?? false,
  }
  const held = heldOn(state)
  if (held === undefined) return bound
  const suspendedDays = stopOf(step, state, terms)
  const course: Course = { heldOn: startOf(state) ?? held, done: stepsDone(state), suspendedDays }
  const on = startOfPeriod(step, course)
  return {
    ...bound,
    start: on === undefined ? undefined : { event: from, label: labelOf(from, terms), on },
    stoppedDays: suspendedDays,
    end: endOfPeriod(step, course, terms),
  }
}

const labelOf = (event: string, { procedure }: CampaignTerms): string | undefined =>
  procedure.steps.find(({ step }) => step === event)?.label

/** Gives the endorsed notification that reached the agent, which alone opens the appeals. */
const openingOf = (state: Interview): DatedEvent | undefined => {
  const done = stepsDone(state)
  const notified = done.findLast(({ kind }) => kind === "notify")
  return notified === undefined || !done.some(({ kind }) => kind === "endorse")
    ? undefined
    : { event: notified.step, label: notified.label, on: notified.on }
}

const boundsOfAppeal = (
  state: Interview,
  terms: CampaignTerms,
  appeal: AppealCourse,
): ReadonlyArray<Deadline> => {
  const { frozen, lodgedOn, answeredOn, referredOn } = appeal
  const rules = frozen?.rules ?? terms.procedure.appeal
  if (rules === undefined) return []
  const counted = counting(frozen ?? terms)
  const opening = openingOf(state)
  const notify = terms.procedure.steps.findLast(({ kind }) => kind === "notify")?.step ?? "notify"
  const lodging = counted("hierarchical-appeal", rules.hierarchical, {
    from: notify,
    start: opening === undefined ? undefined : { ...opening, on: frozen?.notifiedOn ?? opening.on },
    doneOn: lodgedOn,
  })
  const answer = counted("appeal-answer", rules.answer, {
    from: "hierarchical-appeal",
    start: happened("hierarchical-appeal", lodgedOn),
    doneOn: answeredOn,
  })
  if (rules.committee === undefined) return [lodging, answer]
  const { label, ...referral } = rules.committee
  const start = committeeStart(answer, answeredOn)
  const from = start?.event ?? "appeal-answer"
  const committee = counted("committee-referral", referral, { from, start, doneOn: referredOn })
  return [lodging, answer, { ...committee, label }]
}

const happened = (event: OutsideAct, on: CivilDate | undefined): DatedEvent | undefined =>
  on === undefined ? undefined : { event, label: undefined, on }

const committeeStart = (
  { end }: Deadline,
  answeredOn: CivilDate | undefined,
): DatedEvent | undefined => {
  if (end === undefined) return undefined
  return answeredOn === undefined
    ? { event: "answer-period", label: undefined, on: end.lastDay }
    : happened("appeal-answer", answeredOn)
}

type Counted = Pick<Deadline, "from" | "start" | "doneOn">

/** A late appeal is recorded as such and answered all the same, so every one of them is flagged. */
const counting =
  ({ holidays }: Pick<CampaignTerms, "holidays">) =>
  (act: OutsideAct, sourced: AppealRules["answer"], counted: Counted): Deadline => ({
    ...nothingYet,
    ...sourced,
    act,
    ...counted,
    end:
      counted.start === undefined ? undefined : lastDay(counted.start.on, sourced.period, holidays),
  })

/**
 * Gives the first day of an act that a start event opens: that day, or the one after it when the
 * event is the end of another period.
 */
export const openedOn = ({ event, on }: DatedEvent): CivilDate =>
  event === "answer-period" ? addDays(on, 1) : on
