/** Civil dates as spreadsheets print and count them (dates). */
import { CivilDate, daysBetween, isCivilDate } from "@convoque/core/kernel/calendar"

const ORIGIN = CivilDate.make("1899-12-30")
/** Excel's first year has a 29 February that never was, its day 60. */
const DAY_AFTER_FEIGNED = 61

/**
 * Gives the number of a day in the 1900 system of Excel, `undefined` for a text that is no civil
 * date and for a day before 1900, which Excel does not know.
 * @example dateSerial("2026-11-22") // => 46348
 */
export const dateSerial = (text: string): number | undefined => {
  if (!isCivilDate(text)) return undefined
  const days = daysBetween(ORIGIN, text)
  if (days >= DAY_AFTER_FEIGNED) return days
  return days >= 2 ? days - 1 : undefined
}

/**
 * Gives a civil date as `dd/mm/yyyy`, any other text as it is.
 * @requirement UI-28
 * @example frenchDate("2026-11-22") // => "22/11/2026"
 */
export const frenchDate = (text: string): string =>
  isCivilDate(text) ? `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)}` : text
