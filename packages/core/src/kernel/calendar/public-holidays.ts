/**
 * Public holidays of a year in a territory (jours fériés), regulations 4.
 */
import * as Schema from "effect/Schema"
import { CivilDate, dateOfNumber, dayNumber, yearOf } from "./civil-date.ts"
import { numberOfParts, partsOfNumber } from "./day-number.ts"
import { easterNumber } from "./easter.ts"
import { goodFridayRule, type HolidayRule, holidayRules, Territory } from "./holiday-rules.ts"
import { memo } from "./memo.ts"

/**
 * Schema of the calendar of the place where an act must be done (calendrier des jours fériés).
 * `goodFriday` says whether Good Friday is kept there, which changes by commune. Decision: left out, it is kept in
 * Alsace-Moselle, Guadeloupe, Martinique and Polynésie française, and nowhere else (sources differ for Guyane).
 * `extra` adds local days, the moving days of Mayotte among them.
 */
export const HolidayCalendar = Schema.Struct({
  territory: Territory,
  goodFriday: Schema.optionalKey(Schema.Boolean),
  extra: Schema.optionalKey(Schema.Array(CivilDate)),
}).annotate({ identifier: "HolidayCalendar" })

/** The public holidays to count with: a territory, Good Friday by commune, and local days. */
export type HolidayCalendar = typeof HolidayCalendar.Type

/** One public holiday: its day, its French name and its legal source. */
export type PublicHoliday = {
  readonly date: CivilDate
  readonly name: string
  readonly source: string
}

/**
 * Gives the public holidays of a year, by date. Two holidays on one day are two rows (1 May 2008), in the order of the
 * table. Days of `extra` that fall in the year are named "Jour férié local".
 * @example publicHolidays(2026, { territory: "metropole" }).length // => 11
 */
export const publicHolidays = (
  year: number,
  calendar: HolidayCalendar,
): ReadonlyArray<PublicHoliday> => {
  const legal = legalHolidays(year, calendar)
  const local = (calendar.extra ?? []).filter((date) => yearOf(date) === year).map(localHoliday)
  return local.length === 0 ? legal.rows : [...legal.rows, ...local].sort(byDate)
}

/**
 * Gives the reader of a calendar by day number, for walks over many days: the first holiday of a day, or nothing.
 * It keeps the table of the last year read.
 */
export const holidayReader = (
  calendar: HolidayCalendar,
): ((number: number) => PublicHoliday | undefined) => {
  const years = yearsOf(kindOf(calendar))
  const extra = new Map((calendar.extra ?? []).map((date) => [dayNumber(date), date]))
  let table: YearOfHolidays | undefined
  return (number) => {
    if (table === undefined || number < table.first || number > table.last)
      table = years(partsOfNumber(number).year)
    const legal = table.byDay.get(number)
    if (legal !== undefined) return legal
    const local = extra.get(number)
    return local === undefined ? undefined : localHoliday(local)
  }
}

/** Gives the first public holiday that falls on a day, or nothing. */
export const publicHolidayOn = (
  date: CivilDate,
  calendar: HolidayCalendar,
): PublicHoliday | undefined =>
  legalHolidays(yearOf(date), calendar).byDay.get(dayNumber(date)) ??
  (calendar.extra?.includes(date) ? localHoliday(date) : undefined)

/**
 * Tells whether a day is a public holiday.
 * @example isPublicHoliday("2026-05-14" as CivilDate, { territory: "metropole" }) // => true
 */
export const isPublicHoliday = (date: CivilDate, calendar: HolidayCalendar): boolean =>
  publicHolidayOn(date, calendar) !== undefined

type YearOfHolidays = {
  readonly rows: ReadonlyArray<PublicHoliday>
  readonly first: number
  readonly last: number
  readonly byDay: ReadonlyMap<number, PublicHoliday>
}

const byDate = (a: PublicHoliday, b: PublicHoliday): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : 0

const localHoliday = (date: CivilDate): PublicHoliday => ({
  date,
  name: "Jour férié local",
  source: "Réglage du calendrier",
})

const keepsGoodFriday = (calendar: HolidayCalendar): boolean =>
  calendar.goodFriday ?? appliesIn(goodFridayRule, calendar.territory)

const appliesIn = (rule: HolidayRule, territory: Territory): boolean =>
  rule.territories === "all" || rule.territories.includes(territory)

const holdsIn = (rule: HolidayRule, year: number): boolean =>
  (rule.fromYear ?? year) <= year && year <= (rule.untilYear ?? year)

const holidayOf = (rule: HolidayRule, year: number): PublicHoliday => ({
  date: dateOfNumber(
    rule.day._tag === "fixed"
      ? numberOfParts(year, rule.day.month, rule.day.day)
      : easterNumber(year) + rule.day.offset,
  ),
  name: rule.name,
  source: rule.source,
})

const kindOf = (calendar: HolidayCalendar): string =>
  `${keepsGoodFriday(calendar) ? "+" : "-"}${calendar.territory}`

const yearsOf = memo(64, (kind: string) => {
  const territory = kind.slice(1) as Territory
  const local = holidayRules.filter((rule) => appliesIn(rule, territory))
  const rules = kind.startsWith("+") ? [...local, goodFridayRule] : local
  return memo(256, (year: number): YearOfHolidays => {
    const rows = rules
      .filter((rule) => holdsIn(rule, year))
      .map((rule) => holidayOf(rule, year))
      .sort(byDate)
    return {
      rows,
      first: numberOfParts(year, 1, 1),
      last: numberOfParts(year, 12, 31),
      byDay: new Map(rows.toReversed().map((row) => [dayNumber(row.date), row])),
    }
  })
})

const legalHolidays = (year: number, calendar: HolidayCalendar): YearOfHolidays =>
  yearsOf(kindOf(calendar))(year)
