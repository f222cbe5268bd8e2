/**
 * School years, 1 September to 31 August (année scolaire).
 */
import * as Schema from "effect/Schema"
import { type CivilDate, yearOf } from "./civil-date.ts"
import { digitsAt, fourDigits } from "./day-number.ts"

const shape = /^\d{4}-\d{4}$/u

const isConsecutive = (text: string): boolean =>
  digitsAt(text, 0, 4) >= 1 && digitsAt(text, 5, 4) === digitsAt(text, 0, 4) + 1

/** Reads a school year (année scolaire) "2026-2027": two consecutive years, the first from 0001 to 9998. */
export const SchoolYear = Schema.String.annotate({
  description: "School year YYYY-YYYY",
  examples: ["2026-2027"],
})
  .check(
    Schema.isPattern(shape, { expected: "a school year YYYY-YYYY" }).abort(),
    Schema.makeFilter(isConsecutive, { expected: "two consecutive years" }),
  )
  .annotate({ identifier: "SchoolYear" })
  .pipe(Schema.brand("SchoolYear"))

/** A school year, as "2026-2027". */
export type SchoolYear = typeof SchoolYear.Type

const startingIn = (year: number): SchoolYear => {
  const bounded = Math.min(Math.max(year, 1), 9998)
  return `${fourDigits(bounded)}-${fourDigits(bounded + 1)}` as SchoolYear
}

/**
 * Gives the school year of a day; it starts on 1 September. Days before 0001-09-01 or after 9999-08-31 take the nearest.
 * @example schoolYearOf("2026-08-31" as CivilDate) // => "2025-2026"
 */
export const schoolYearOf = (date: CivilDate): SchoolYear =>
  startingIn(yearOf(date) - (digitsAt(date, 5, 2) < 9 ? 1 : 0))

/** Gives the first day of a school year, 1 September. */
export const schoolYearStart = (year: SchoolYear): CivilDate =>
  `${year.slice(0, 4)}-09-01` as CivilDate

/** Gives the last day of a school year, 31 August. */
export const schoolYearEnd = (year: SchoolYear): CivilDate => `${year.slice(5)}-08-31` as CivilDate

/** Gives the following school year; the last one, 9998-9999, is its own next. */
export const nextSchoolYear = (year: SchoolYear): SchoolYear => startingIn(digitsAt(year, 0, 4) + 1)
