/**
 * An obvious, slow calendar written apart from the library: walks day by day on the runtime's dates, finds Easter by
 * Knuth's algorithm, and holds its own copy of the holidays of regulations 4.
 */
import type { HolidayCalendar, LegalPeriod } from "@convoque/core/kernel/calendar"

const millis = (date: string): number => Date.parse(`${date}T00:00:00.000Z`)

export const step = (date: string, by: 1 | -1): string =>
  new Date(millis(date) + by * 86_400_000).toISOString().slice(0, 10)

const weekday = (date: string): number => new Date(millis(date)).getUTCDay()

export const slowEaster = (year: number): string => {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const leapless = Math.floor((3 * century) / 4) - 12
  const moon = Math.floor((8 * century + 5) / 25) - 5
  const sunday = Math.floor((5 * year) / 4) - leapless - 10
  let epact = (((11 * golden + 20 + moon - leapless) % 30) + 30) % 30
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1
  let full = 44 - epact
  if (full < 21) full += 30
  const found = full + 7 - ((sunday + full) % 7)
  const month = found > 31 ? "04" : "03"
  return `${year}-${month}-${`${found > 31 ? found - 31 : found}`.padStart(2, "0")}`
}

const walked = (date: string, days: number): string => {
  let at = date
  for (let i = 0; i < Math.abs(days); i++) at = step(at, days < 0 ? -1 : 1)
  return at
}

const nationalDays = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]

const localDays = (
  year: number,
  territory: HolidayCalendar["territory"],
): ReadonlyArray<string> => {
  switch (territory) {
    case "metropole":
    case "saint-pierre-et-miquelon":
      return []
    case "alsace-moselle":
      return ["12-26"]
    case "guadeloupe":
      return ["05-27"]
    case "martinique":
      return ["05-22"]
    case "guyane":
      return ["06-10"]
    case "la-reunion":
      return ["12-20"]
    case "mayotte":
      return ["04-27"]
    case "saint-barthelemy":
      return ["10-09"]
    case "saint-martin":
      return [year > 2017 ? "05-28" : "05-27"]
    case "nouvelle-caledonie":
      return ["09-24"]
    case "polynesie-francaise":
      return ["03-05", year > 2024 ? "11-20" : "06-29"]
    case "wallis-et-futuna":
      return ["04-28", "06-29", "07-29"]
  }
}

const goodFridayTerritories = ["alsace-moselle", "guadeloupe", "martinique", "polynesie-francaise"]

const holidaysOf = (year: number, calendar: HolidayCalendar): ReadonlySet<string> => {
  const easter = slowEaster(year)
  const moving = [1, 39, 50].map((offset) => walked(easter, offset))
  const fixed = [...nationalDays, ...localDays(year, calendar.territory)].map(
    (rest) => `${year}-${rest}`,
  )
  const friday = calendar.goodFriday ?? goodFridayTerritories.includes(calendar.territory)
  const extra = (calendar.extra ?? []).filter((date) => date.startsWith(`${year}`))
  return new Set([...moving, ...fixed, ...extra, ...(friday ? [walked(easter, -2)] : [])])
}

const known = new Map<string, ReadonlySet<string>>()

/** The days off work of a year, by date. */
export const slowHolidays = (year: number, calendar: HolidayCalendar): ReadonlySet<string> => {
  const key = `${year} ${JSON.stringify(calendar)}`
  const found = known.get(key) ?? holidaysOf(year, calendar)
  known.set(key, found)
  return found
}

const isHoliday = (date: string, calendar: HolidayCalendar): boolean =>
  slowHolidays(Number(date.slice(0, 4)), calendar).has(date)

const isOff = (date: string, calendar: HolidayCalendar): boolean =>
  weekday(date) === 0 || weekday(date) === 6 || isHoliday(date, calendar)

const isCounted = (date: string, period: LegalPeriod, calendar: HolidayCalendar): boolean => {
  if (period.unit === "working-days") return !isOff(date, calendar)
  if (period.unit === "business-days") return weekday(date) !== 0 && !isHoliday(date, calendar)
  return true
}

const monthsWalked = (date: string, months: number, by: 1 | -1): string => {
  let at = date
  for (let passed = 0; passed < months;) {
    const next = step(at, by)
    if (next.slice(0, 7) !== at.slice(0, 7)) passed += 1
    at = next
  }
  while (at.slice(8) !== "01") at = step(at, -1)
  while (at.slice(8) < date.slice(8) && step(at, 1).slice(0, 7) === at.slice(0, 7)) at = step(at, 1)
  return at
}

const countWalked = (
  date: string,
  period: LegalPeriod,
  calendar: HolidayCalendar,
  by: 1 | -1,
): string => {
  let at = date
  for (let left = period.unit === "weeks" ? 7 * period.length : period.length; left > 0;) {
    at = step(at, by)
    if (isCounted(at, period, calendar)) left -= 1
  }
  return at
}

const reached = (
  date: string,
  period: LegalPeriod,
  calendar: HolidayCalendar,
  by: 1 | -1,
): string => {
  const isMonths = period.unit === "months" || period.unit === "clear-months"
  const plain = isMonths
    ? monthsWalked(date, period.length, by)
    : countWalked(date, period, calendar, by)
  return period.unit.startsWith("clear-") ? step(plain, by) : plain
}

/** The last admissible day of a period, by walking. */
export const slowLastDay = (
  event: string,
  period: LegalPeriod,
  calendar: HolidayCalendar,
): string => {
  let at = reached(event, period, calendar, 1)
  while (period.extends && isOff(at, calendar)) at = step(at, 1)
  return at
}

/** The last day for a notice, by walking back. */
export const slowNotice = (day: string, period: LegalPeriod, calendar: HolidayCalendar): string => {
  let at = day
  while (!isCounted(at, period, calendar)) at = step(at, -1)
  return reached(at, period, calendar, -1)
}
