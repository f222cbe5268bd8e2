/** Legal periods counted one day at a time, as on a wall calendar: the oracle of the computed days. */
import {
  addDays,
  type CivilDate,
  type HolidayCalendar,
  isPublicHoliday,
  type LegalPeriod,
  weekday,
} from "@convoque/core/kernel/calendar"

const isOff = (date: CivilDate, holidays: HolidayCalendar): boolean =>
  weekday(date) >= 6 || isPublicHoliday(date, holidays)

const counted = { days: 0, "clear-days": 1, weeks: 0 } as const

/** Gives the last day of a period in days, clear days or weeks, walked to from its event. */
export const slowLastDay = (
  event: CivilDate,
  { length, unit, extends: isExtended }: LegalPeriod,
  holidays: HolidayCalendar,
): CivilDate => {
  if (unit !== "days" && unit !== "clear-days" && unit !== "weeks") throw new Error(unit)
  let left = (unit === "weeks" ? 7 * length : length) + counted[unit]
  let date = event
  while (left > 0) {
    date = addDays(date, 1)
    left -= 1
  }
  while (isExtended && isOff(date, holidays)) date = addDays(date, 1)
  return date
}
