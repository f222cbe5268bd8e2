/** English printed forms of days, made from civil parts only. */
import { type CivilDate, weekday } from "./civil-date.ts"

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
