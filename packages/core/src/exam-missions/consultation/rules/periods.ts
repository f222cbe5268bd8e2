/**
 * When somebody is convened or not available, as the two filters by period see it.
 *
 * @requirement PER-04
 * @requirement PER-05
 * @requirement PER-12
 */
import { addDays, type CivilDate, latest, minutesOfDay, yearOf } from "../../../kernel/calendar.ts"
import type { Assignment, AssignmentDate, Mission } from "../../mission/model.ts"
import type { StaffPeriod } from "../model.ts"

/** Tells whether an assignment is convened, by the management service or by the centre. */
export const isConvened = ({ situation }: Pick<Assignment, "situation">): boolean =>
  situation !== "assigned"

/**
 * Gives the last day of a date of an assignment. Decision: a duration in days counts calendar days
 * from the first one, which counts; one in hours runs from the start, and what ends at midnight ends
 * that day; more than a year is read as a year.
 * @example lastDayOf({ _tag: "hours", date: "2016-01-18", start: "22:00", hours: 8 }) // => "2016-01-19"
 */
export const lastDayOf = (date: AssignmentDate): CivilDate => {
  switch (date._tag) {
    case "span":
      return date.date
    case "days":
      return addDays(date.date, within(date.days, longestDays) - 1)
    case "hours": {
      const minutes = minutesOfDay(date.start) + within(date.hours, longestDays * 24) * 60
      return addDays(date.date, Math.floor((minutes - 1) / minutesOfADay))
    }
    default:
      return date satisfies never
  }
}

const longestDays = 366
const minutesOfADay = 1440

const within = (length: number, longest: number): number => Math.min(Math.max(length, 1), longest)

/** Tells whether an assignment is convened and has a day in a period, both ends included. */
export const isConvenedIn = (
  assignment: Pick<Assignment, "situation" | "dates">,
  { from, until }: Pick<StaffPeriod, "from" | "until">,
): boolean =>
  isConvened(assignment) &&
  assignment.dates.some((date) => date.date <= until && lastDayOf(date) >= from)

/** A range of time, from minute to minute `YYYY-MM-DDTHH:mm`, both included. */
export interface TimeRange {
  readonly start: string
  readonly end: string
}

/**
 * Tells whether a range touches a period of days, from the first minute of its first day to the
 * last one of its last.
 * @example touchesDays({ start: "2026-03-01T08:00", end: "2026-03-02T00:00" }, { from: "2026-03-02", until: "2026-03-02" }) // => true
 */
export const touchesDays = (
  { start, end }: TimeRange,
  { from, until }: Pick<StaffPeriod, "from" | "until">,
): boolean => start <= `${until}T23:59` && end >= `${from}T00:00`

/** Gives the edition day of the last convocation among assignments, if there is one. */
export const lastConvenedOn = (
  assignments: ReadonlyArray<Pick<Assignment, "situation" | "convenedOn">>,
): CivilDate | null => {
  const [first, ...others] = assignments
    .filter(isConvened)
    .flatMap(({ convenedOn }) => (convenedOn === null ? [] : [convenedOn]))
  return first === undefined ? null : others.reduce((last, day) => latest(last, day), first)
}

/**
 * Tells whether a mission takes place in one of some years for somebody: by the dates of the
 * assignment, by the start of the mission when it has none. Without either it is left out of no year.
 */
export const takesPlaceIn = (
  years: ReadonlyArray<number>,
  { dates }: Pick<Assignment, "dates">,
  mission: Pick<Mission, "startDate"> | undefined,
): boolean =>
  dates.length === 0
    ? mission === undefined || years.includes(yearOf(mission.startDate))
    : dates.some((date) =>
        years.some((year) => year >= yearOf(date.date) && year <= yearOf(lastDayOf(date))),
      )
