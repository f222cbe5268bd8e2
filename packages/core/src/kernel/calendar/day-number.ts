/**
 * Civil days as whole numbers, the ground of all date arithmetic (numéro de jour).
 * Proleptic Gregorian calendar, years 0001 to 9999, day 0 is 1 January 1970.
 */

const daysPerEra = 146_097
const epochShift = 719_468

/** Number of the day 0001-01-01. */
export const firstDayNumber = -719_162

/** Number of the day 9999-12-31. */
export const lastDayNumber = 2_932_896

/** Year, month (1 to 12) and day of the month (1 to 31) of a day. */
export type DayParts = { readonly year: number; readonly month: number; readonly day: number }

/** Gives the number of days of a month (1 to 12). */
export const monthLength = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Gives the number of a day from its parts, which are taken as valid. */
export const numberOfParts = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * daysPerEra + yearOfEra * 365 + leapDays + dayOfYear - epochShift
}

/** Gives the parts of a day from its number; a number out of bounds takes the nearest bound. */
export const partsOfNumber = (number: number): DayParts => {
  const bounded = Math.min(Math.max(number, firstDayNumber), lastDayNumber) + epochShift
  const era = Math.floor(bounded / daysPerEra)
  const dayOfEra = bounded - era * daysPerEra
  const corrected =
    dayOfEra -
    Math.floor(dayOfEra / 1460) +
    Math.floor(dayOfEra / 36_524) -
    Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor(corrected / 365)
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Gives the ISO weekday of a day number: Monday 1 to Sunday 7. */
export const weekdayOfNumber = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

/** Gives the digits of `text` from `start`, `count` long, as a number; they are taken as digits. */
export const digitsAt = (text: string, start: number, count: number): number => {
  let value = 0
  for (let i = start; i < start + count; i++) value = value * 10 + text.charCodeAt(i) - 48
  return value
}

/** Gives `value` with two digits at least. */
export const twoDigits = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

/** Gives `value` with four digits at least. */
export const fourDigits = (value: number): string => `${value}`.padStart(4, "0")
