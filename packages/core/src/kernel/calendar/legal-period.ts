/**
 * Legal periods: how long an act may wait, and until which day (délais, jours francs), regulations 3.
 */
import * as Schema from "effect/Schema"
import { addMonths, type CivilDate, dateOfNumber, dayNumber } from "./civil-date.ts"
import { lastDayNumber, firstDayNumber, weekdayOfNumber } from "./day-number.ts"
import { type HolidayCalendar, holidayReader, type PublicHoliday } from "./public-holidays.ts"

/**
 * Unit of a legal period: plain days, clear days (jours francs), working days Monday to Friday (jours ouvrés),
 * business days Monday to Saturday (jours ouvrables), weeks, months, clear months (mois francs).
 */
export const PeriodUnit = Schema.Literals([
  "days",
  "clear-days",
  "working-days",
  "business-days",
  "weeks",
  "months",
  "clear-months",
])

/** Unit of a legal period. */
export type PeriodUnit = typeof PeriodUnit.Type

/**
 * Schema of a legal period (délai): a length of 1 to 3660 units. `extends` moves an end that falls on a Saturday, a
 * Sunday or a public holiday to the next day that is none of them.
 */
export const LegalPeriod = Schema.Struct({
  length: Schema.Number.check(Schema.isInt(), Schema.isBetween({ minimum: 1, maximum: 3660 })),
  unit: PeriodUnit,
  extends: Schema.Boolean,
}).annotate({ identifier: "LegalPeriod" })

/** A length, its unit, and whether its end moves over weekends and holidays. */
export type LegalPeriod = typeof LegalPeriod.Type

/** A day passed over, and why: a weekend day, or the French name of the holiday. */
export type SkippedDay = {
  readonly date: CivilDate
  readonly why: "saturday" | "sunday" | (string & {})
}

/**
 * The end of a period and how it was found. `firstDay` is the day after the event, `rawLastDay` the end before any
 * move, `lastDay` the last admissible day, until midnight. `skipped` lists by date the days not counted (working and
 * business days only, all before `rawLastDay`), then the days the end moved over (`rawLastDay` and after).
 */
export type PeriodEnd = {
  readonly event: CivilDate
  readonly firstDay: CivilDate
  readonly rawLastDay: CivilDate
  readonly lastDay: CivilDate
  readonly skipped: ReadonlyArray<SkippedDay>
}

/**
 * Gives the last day of a period that starts with an event, and the days passed over.
 * Months keep the day number or take the last day of the month. Decision: a clear month is the plain month plus one
 * day, also from 29, 30 or 31 January, where it gives the later of the two readings (31 January: 1 March).
 * @example lastDay("2026-04-28" as CivilDate, { length: 15, unit: "clear-days", extends: true }, { territory: "metropole" }).lastDay // => "2026-05-15"
 */
export const lastDay = (
  event: CivilDate,
  period: LegalPeriod,
  calendar: HolidayCalendar,
): PeriodEnd => {
  const skipped: Array<SkippedDay> = []
  const passing = { holidayAt: holidayReader(calendar), skipped }
  const start = dayNumber(event)
  const raw = Math.min(rawEnd(event, period, passing), lastDayNumber)
  const end = period.extends ? movedEnd(raw, passing) : raw
  return {
    event,
    firstDay: dateOfNumber(start + 1),
    rawLastDay: dateOfNumber(raw),
    lastDay: dateOfNumber(end),
    skipped,
  }
}

/**
 * Gives the last day on which a notice may arrive before a day, counted backwards (préavis minimal).
 * Days: day - N; clear days: day - N - 1; weeks and months backwards, one day more when clear. The result never moves
 * over a weekend. Decision: working and business days give the N-th such day before `day`; when `day` is not one of
 * them, counting starts from the last one before it, so that N whole units always lie between the two.
 * @example noticeDeadline("2026-03-16" as CivilDate, { length: 8, unit: "days", extends: false }, { territory: "metropole" }) // => "2026-03-08"
 */
export const noticeDeadline = (
  day: CivilDate,
  period: LegalPeriod,
  calendar: HolidayCalendar,
): CivilDate => {
  const { length, unit } = period
  const number = dayNumber(day)
  switch (unit) {
    case "days":
      return dateOfNumber(number - length)
    case "clear-days":
      return dateOfNumber(number - length - 1)
    case "weeks":
      return dateOfNumber(number - 7 * length)
    case "months":
      return addMonths(day, -length)
    case "clear-months":
      return dateOfNumber(dayNumber(addMonths(day, -length)) - 1)
    case "working-days":
    case "business-days":
      return countedBack(number, period, holidayReader(calendar))
  }
}

type HolidayReader = (number: number) => PublicHoliday | undefined

type Passing = { readonly holidayAt: HolidayReader; readonly skipped: Array<SkippedDay> }

const rawEnd = (event: CivilDate, period: LegalPeriod, passing: Passing): number => {
  const start = dayNumber(event)
  const { length, unit } = period
  switch (unit) {
    case "days":
      return start + length
    case "clear-days":
      return start + length + 1
    case "weeks":
      return start + 7 * length
    case "months":
      return dayNumber(addMonths(event, length))
    case "clear-months":
      return dayNumber(addMonths(event, length)) + 1
    case "working-days":
    case "business-days":
      return countedEnd(start, period, passing)
  }
}

const reasonAt = (number: number, holidayAt: HolidayReader): SkippedDay["why"] | undefined => {
  const holiday = holidayAt(number)
  if (holiday !== undefined) return holiday.name
  const weekday = weekdayOfNumber(number)
  return weekday === 6 ? "saturday" : weekday === 7 ? "sunday" : undefined
}

const isCounted = (why: SkippedDay["why"] | undefined, unit: PeriodUnit): boolean =>
  why === undefined || (why === "saturday" && unit === "business-days")

const countedEnd = (start: number, period: LegalPeriod, passing: Passing): number => {
  let number = start
  let left = period.length
  while (left > 0 && number < lastDayNumber) {
    number += 1
    const why = reasonAt(number, passing.holidayAt)
    if (isCounted(why, period.unit)) left -= 1
    else if (why !== undefined) passing.skipped.push({ date: dateOfNumber(number), why })
  }
  return number
}

const movedEnd = (raw: number, passing: Passing): number => {
  let number = raw
  while (number < lastDayNumber) {
    const why = reasonAt(number, passing.holidayAt)
    if (why === undefined) return number
    passing.skipped.push({ date: dateOfNumber(number), why })
    number += 1
  }
  return number
}

const countedBack = (day: number, period: LegalPeriod, holidayAt: HolidayReader): CivilDate => {
  const counts = (number: number): boolean => isCounted(reasonAt(number, holidayAt), period.unit)
  let number = day
  while (number > firstDayNumber && !counts(number)) number -= 1
  let left = period.length
  while (left > 0 && number > firstDayNumber) {
    number -= 1
    if (counts(number)) left -= 1
  }
  return dateOfNumber(number)
}
