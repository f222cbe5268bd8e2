/**
 * Date of Easter Sunday in the Gregorian calendar (dimanche de Pâques), anonymous algorithm of 1876 (Meeus).
 */
import { numberOfParts } from "./day-number.ts"

/** Gives the day number of Easter Sunday of a year, 1583 and later in practice. */
export const easterNumber = (year: number): number => {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const leap = 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - (yearOfCentury % 4)
  const toSunday = (32 + leap - epact) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const count = epact + toSunday - 7 * late + 114
  return numberOfParts(year, Math.floor(count / 31), (count % 31) + 1)
}
