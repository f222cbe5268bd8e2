import {
  type HolidayCalendar,
  holidayRules,
  isPublicHoliday,
  publicHolidayOn,
  publicHolidays,
  Territory,
} from "@convoque/core/kernel/calendar"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day, deep, depth } from "./given.ts"
import { slowEaster, slowHolidays, step } from "./slow-calendar.ts"

const dates = (year: number, calendar: HolidayCalendar): ReadonlyArray<string> =>
  publicHolidays(year, calendar).map(({ date }) => date)
const local = (year: number, territory: Territory): ReadonlyArray<string> => {
  const national = dates(year, { territory: "metropole" })
  return dates(year, { territory }).filter((date) => !national.includes(date))
}

describe("public holidays", deep, () => {
  it.each([
    [2024, "2024-04-01", "2024-05-09", "2024-05-20"],
    [2025, "2025-04-21", "2025-05-29", "2025-06-09"],
    [2026, "2026-04-06", "2026-05-14", "2026-05-25"],
    [2027, "2027-03-29", "2027-05-06", "2027-05-17"],
  ])("regulations 4: the eleven days of %i", (year, monday, ascension, whit) => {
    const fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]
    const expected = [...fixed.map((rest) => `${year}-${rest}`), monday, ascension, whit].sort()
    expect(dates(year, { territory: "metropole" })).toEqual(expected)
  })

  it.each<[Territory, number, ReadonlyArray<string>]>([
    ["alsace-moselle", 2026, ["2026-04-03", "2026-12-26"]],
    ["guadeloupe", 2026, ["2026-04-03", "2026-05-27"]],
    ["martinique", 2026, ["2026-04-03", "2026-05-22"]],
    ["guyane", 2026, ["2026-06-10"]],
    ["la-reunion", 2026, ["2026-12-20"]],
    ["mayotte", 2026, ["2026-04-27"]],
    ["saint-barthelemy", 2026, ["2026-10-09"]],
    ["saint-martin", 2017, ["2017-05-27"]],
    ["saint-martin", 2018, ["2018-05-28"]],
    ["saint-pierre-et-miquelon", 2026, []],
    ["nouvelle-caledonie", 2026, ["2026-09-24"]],
    ["polynesie-francaise", 2024, ["2024-03-05", "2024-03-29", "2024-06-29"]],
    ["polynesie-francaise", 2025, ["2025-03-05", "2025-04-18", "2025-11-20"]],
    ["wallis-et-futuna", 2026, ["2026-04-28", "2026-06-29", "2026-07-29"]],
  ])("regulations 4: the local days of %s in %i", (territory, year, expected) => {
    expect(local(year, territory)).toEqual(expected)
  })

  it("keeps or leaves Good Friday as the commune says", () => {
    const friday = day("2026-04-03")
    expect(isPublicHoliday(friday, { territory: "alsace-moselle" })).toBe(true)
    expect(isPublicHoliday(friday, { territory: "alsace-moselle", goodFriday: false })).toBe(false)
    expect(isPublicHoliday(friday, { territory: "guyane" })).toBe(false)
    expect(isPublicHoliday(friday, { territory: "guyane", goodFriday: true })).toBe(true)
    expect(isPublicHoliday(friday, { territory: "metropole" })).toBe(false)
  })

  it("adds local days in order, and only in their year", () => {
    const extra = [day("2026-07-21"), day("2027-07-21")]
    const calendar: HolidayCalendar = { territory: "martinique", extra }
    const added = { date: "2026-07-21", name: "Jour férié local", source: "Réglage du calendrier" }
    expect(publicHolidays(2026, calendar)).toContainEqual(added)
    expect(dates(2026, calendar)).toEqual(
      [...dates(2026, { territory: "martinique" }), "2026-07-21"].sort(),
    )
    expect(publicHolidayOn(day("2026-07-21"), calendar)).toEqual(added)
    expect(isPublicHoliday(day("2026-07-21"), { territory: "martinique" })).toBe(false)
  })

  it("names two holidays of one day, the first of the table first", () => {
    const both = publicHolidays(2008, { territory: "metropole" }).filter(
      ({ date }) => date === "2008-05-01",
    )
    expect(both.map(({ name }) => name)).toEqual(["Fête du Travail", "Ascension"])
    expect(publicHolidayOn(day("2008-05-01"), { territory: "metropole" })?.name).toBe(
      "Fête du Travail",
    )
  })

  it("gives a source and a confidence on every row", () => {
    for (const rule of holidayRules)
      expect([rule.name, rule.source.length > 5]).toEqual([rule.name, true])
    const recalled = holidayRules.filter(({ confidence }) => confidence === "recalled")
    expect(recalled.map(({ name }) => name)).toEqual([
      "Matari'i",
      "Saint Pierre Chanel",
      "Saints Pierre et Paul",
      "Fête du Territoire",
    ])
  })

  it("has Easter Monday after the Easter of another algorithm, 1600 to 2999", () => {
    for (let year = 1600; year < 3000; year++) {
      const monday = publicHolidays(year, { territory: "metropole" }).find(
        ({ name }) => name === "Lundi de Pâques",
      )
      expect(monday?.date).toBe(step(slowEaster(year), 1))
    }
  })

  it("agrees with an independent table over 40 years and all territories", () => {
    for (const territory of Territory.literals) {
      for (let year = 2006; year <= 2045; year++) {
        expect([...new Set(dates(year, { territory }))]).toEqual(
          [...slowHolidays(year, { territory })].sort(),
        )
      }
    }
  })

  it("tells of a day what the list of its year tells", () => {
    const anyDay = fc
      .integer({ min: 13_149, max: 27_758 })
      .map((n) => day(new Date(n * 86_400_000).toISOString().slice(0, 10)))
    const calendar = fc.record({
      territory: fc.constantFrom(...Territory.literals),
      goodFriday: fc.boolean(),
    })
    fc.assert(
      fc.property(anyDay, calendar, (date, where) => {
        const listed = dates(Number(date.slice(0, 4)), where).includes(date)
        expect(isPublicHoliday(date, where)).toBe(listed)
      }),
      { numRuns: 500 * depth },
    )
  })
})
