/**
 * Civil dates: a day of the calendar without hour or zone (date civile).
 * Calculated on whole day numbers, never through the runtime's date objects.
 */
import * as Schema from "effect/Schema"
import {
  digitsAt,
  fourDigits,
  monthLength,
  numberOfParts,
  partsOfNumber,
  twoDigits,
  weekdayOfNumber,
} from "./day-number.ts"

const shape = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u

const exists = (text: string): boolean =>
  digitsAt(text, 0, 4) >= 1 &&
  digitsAt(text, 8, 2) <= monthLength(digitsAt(text, 0, 4), digitsAt(text, 5, 2))

/** Reads a civil date (date civile) `YYYY-MM-DD`, years 0001 to 9999; refuses days that do not exist, as 31 June. */
export const CivilDate = Schema.String.annotate({
  description: "Day YYYY-MM-DD",
  format: "date",
  examples: ["2026-06-17"],
})
  .check(
    Schema.isPattern(shape, { expected: "a date YYYY-MM-DD" }).abort(),
    Schema.makeFilter(exists, { expected: "a day of the calendar" }),
  )
  .annotate({ identifier: "CivilDate" })
  .pipe(Schema.brand("CivilDate"))

/** A day `YYYY-MM-DD` that exists. */
export type CivilDate = typeof CivilDate.Type

/** ISO weekday: Monday 1 to Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * Tells whether a text is a civil date.
 * @example isCivilDate("2026-06-31") // => false
 */
export const isCivilDate = (text: string): text is CivilDate => shape.test(text) && exists(text)

/** Gives the day number of a date; day 0 is 1970-01-01. */
export const dayNumber = (date: CivilDate): number =>
  numberOfParts(digitsAt(date, 0, 4), digitsAt(date, 5, 2), digitsAt(date, 8, 2))

/** Gives the date of a day number; out of 0001-01-01 to 9999-12-31 it gives the nearest bound. */
export const dateOfNumber = (number: number): CivilDate => {
  const { year, month, day } = partsOfNumber(number)
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}` as CivilDate
}

/** Gives the year of a date. */
export const yearOf = (date: CivilDate): number => digitsAt(date, 0, 4)

/**
 * Gives the date `days` later, earlier when negative; stops at 0001-01-01 and 9999-12-31.
 * @example addDays("2026-02-27" as CivilDate, 2) // => "2026-03-01"
 */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  dateOfNumber(dayNumber(date) + days)

/** Gives the date `weeks` of seven days later, earlier when negative. */
export const addWeeks = (date: CivilDate, weeks: number): CivilDate => addDays(date, weeks * 7)

/**
 * Gives the same day number `months` later (earlier when negative), or the last day of that month.
 * @example addMonths("2026-01-31" as CivilDate, 1) // => "2026-02-28"
 */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const count = yearOf(date) * 12 + digitsAt(date, 5, 2) - 1 + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  return dateOfNumber(
    numberOfParts(year, month, Math.min(digitsAt(date, 8, 2), monthLength(year, month))),
  )
}

/**
 * Gives the number of days from one date to another; negative when `to` comes first.
 * @example daysBetween("2026-03-08" as CivilDate, "2026-03-16" as CivilDate) // => 8
 */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  dayNumber(to) - dayNumber(from)

/**
 * Gives the ISO weekday of a date, Monday 1 to Sunday 7.
 * @example weekday("2026-06-17" as CivilDate) // => 3
 */
export const weekday = (date: CivilDate): Weekday => weekdayOfNumber(dayNumber(date)) as Weekday

/** Orders dates from the earliest to the latest. */
export const compareCivilDates = (a: CivilDate, b: CivilDate): -1 | 0 | 1 =>
  a < b ? -1 : a > b ? 1 : 0

/** Gives the earliest of one or more dates. */
export const earliest = (first: CivilDate, ...others: ReadonlyArray<CivilDate>): CivilDate =>
  others.reduce((best, date) => (date < best ? date : best), first)

/** Gives the latest of one or more dates. */
export const latest = (first: CivilDate, ...others: ReadonlyArray<CivilDate>): CivilDate =>
  others.reduce((best, date) => (date > best ? date : best), first)
