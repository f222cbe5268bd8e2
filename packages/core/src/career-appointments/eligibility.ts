/**
 * Who is due for a career appointment in a school year, from echelon and date of entry into it
 * (fenêtres d'éligibilité aux rendez-vous de carrière, classe normale).
 *
 * Law: arrêté du 5 mai 2017 (MENH1712641A); seniority is read on 31 August of the school year.
 * Does not know trainees, detachments or leave, which the manager checks.
 */
import {
  addDays,
  addMonths,
  type CivilDate,
  type SchoolYear,
  schoolYearStart,
} from "../kernel/calendar.ts"

/** The three appointments of a career, in order. */
export type CareerMeeting = 1 | 2 | 3

/** Whether an agent is due, for which meeting, and the window of entry that decides. */
export type Eligibility =
  | { readonly _tag: "not-concerned"; readonly echelon: number }
  | {
      readonly _tag: "eligible" | "not-eligible"
      readonly meeting: CareerMeeting
      readonly from: CivilDate
      readonly until: CivilDate
      readonly source: string
    }

interface Window {
  readonly meeting: CareerMeeting
  readonly echelon: number
  /** From how many months before the school year's start, for how many months. */
  readonly monthsBefore: number
  readonly months: number
}

const source = "arrêté du 5 mai 2017 (MENH1712641A)"

const windows: ReadonlyArray<Window> = [
  { meeting: 1, echelon: 6, monthsBefore: 12, months: 12 },
  { meeting: 2, echelon: 8, monthsBefore: 18, months: 12 },
  { meeting: 3, echelon: 9, monthsBefore: 12, months: 12 },
]

/**
 * Gives the eligibility of an agent of the normal class for a school year; both ends of the
 * window are included.
 * @example eligibility({ echelon: 8, enteredOn: "2022-03-01", schoolYear: "2023-2024" })._tag // => "eligible"
 */
export const eligibility = (agent: {
  readonly echelon: number
  readonly enteredOn: CivilDate
  readonly schoolYear: SchoolYear
}): Eligibility => {
  const window = windows.find(({ echelon }) => echelon === agent.echelon)
  if (window === undefined) return { _tag: "not-concerned", echelon: agent.echelon }
  const from = addMonths(schoolYearStart(agent.schoolYear), -window.monthsBefore)
  const until = addDays(addMonths(from, window.months), -1)
  const isInside = from <= agent.enteredOn && agent.enteredOn <= until
  return {
    _tag: isInside ? "eligible" : "not-eligible",
    meeting: window.meeting,
    from,
    until,
    source,
  }
}
