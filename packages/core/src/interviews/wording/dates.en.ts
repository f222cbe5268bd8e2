/** English printed forms of days and periods, made from civil parts only. */
import {
  type CivilDate,
  civilDayAt,
  civilTimeAt,
  type Instant,
  type LegalPeriod,
  weekday,
  type Zone,
} from "../../kernel/calendar.ts"

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]

/**
 * Gives a day with its month in letters, which no reader takes for another day.
 * @example dayEn("2026-12-01" as CivilDate) // => "1 December 2026"
 */
export const dayEn = (date: CivilDate): string =>
  `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1] ?? ""} ${Number(date.slice(0, 4))}`

/**
 * Gives the long form of a day.
 * @example longDateEn("2026-12-01" as CivilDate) // => "Tuesday 1 December 2026"
 */
export const longDateEn = (date: CivilDate): string =>
  `${weekdays[weekday(date) - 1] ?? ""} ${dayEn(date)}`

const units = {
  days: "calendar day",
  "clear-days": "clear day",
  "working-days": "working day",
  "business-days": "business day",
  weeks: "week",
  months: "month",
  "clear-months": "clear month",
} as const

/**
 * Gives a legal period in words.
 * @example periodEn({ length: 15, unit: "clear-days", extends: true }) // => "15 clear days"
 */
export const periodEn = ({ length, unit }: LegalPeriod): string =>
  `${length} ${units[unit]}${length > 1 ? "s" : ""}`

/** Gives an instant at a place. */
export const momentEn = (instant: Instant, zone: Zone): string =>
  `${dayEn(civilDayAt(instant, zone))} ${civilTimeAt(instant, zone)}`

/** Gives an instant where no place is known: in universal time, and saying so. */
export const utcMomentEn = (instant: Instant): string => `${momentEn(instant, "UTC" as Zone)} UTC`
