/**
 * The years that a filter by year proposes (filtre par année).
 *
 * @requirement UI-31
 */
import { type CivilDate, yearOf } from "../calendar.ts"

/**
 * Gives the years proposed on a day, oldest first: from three years before to the next one.
 * @example proposedYears("2016-06-17" as CivilDate) // => [2013, 2014, 2015, 2016, 2017]
 */
export const proposedYears = (today: CivilDate): ReadonlyArray<number> =>
  [-3, -2, -1, 0, 1].map((shift) => yearOf(today) + shift)
