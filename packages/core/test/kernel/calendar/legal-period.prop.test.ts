import {
  addWeeks,
  type HolidayCalendar,
  isPublicHoliday,
  lastDay,
  type LegalPeriod,
  noticeDeadline,
  PeriodUnit,
  Territory,
  weekday,
} from "@convoque/core/kernel/calendar"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day, deep, depth, moving } from "./given.ts"
import { slowLastDay, slowNotice } from "./slow-calendar.ts"

const dateOf = (n: number) => day(new Date(n * 86_400_000).toISOString().slice(0, 10))
const firstDay = Date.parse("2006-01-01") / 86_400_000
const afterLastDay = Date.parse("2046-01-01") / 86_400_000

/** Any day of 2006 to 2045. */
const anyDay = fc.integer({ min: firstDay, max: afterLastDay - 1 }).map(dateOf)
const anyUnit = fc.constantFrom(...PeriodUnit.literals)
const anyPeriod: fc.Arbitrary<LegalPeriod> = fc
  .record({ length: fc.integer({ min: 1, max: 60 }), unit: anyUnit, extends: fc.boolean() })
  .map((period) =>
    period.unit.endsWith("months") ? { ...period, length: (period.length % 14) + 1 } : period,
  )
const anyCalendar: fc.Arbitrary<HolidayCalendar> = fc.record(
  {
    territory: fc.constantFrom(...Territory.literals),
    goodFriday: fc.boolean(),
    extra: fc.array(anyDay, { maxLength: 3 }),
  },
  { requiredKeys: ["territory"] },
)
const isOff = (date: ReturnType<typeof dateOf>, calendar: HolidayCalendar) =>
  weekday(date) > 5 || isPublicHoliday(date, calendar)

describe("legal periods against a slow walk", deep, () => {
  it("end on the same day, whatever the period and the place", () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, anyCalendar, (event, period, calendar) => {
        expect(lastDay(event, period, calendar).lastDay).toBe(slowLastDay(event, period, calendar))
      }),
      { numRuns: 600 * depth },
    )
  })

  it("give the same day for a notice", () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, anyCalendar, (date, period, calendar) => {
        expect(noticeDeadline(date, period, calendar)).toBe(slowNotice(date, period, calendar))
      }),
      { numRuns: 600 * depth },
    )
  })

  it("agree through 40 years in every territory and unit", () => {
    // Every 97th day by default; the whole calendar when the depth is 97 or more.
    const stride = Math.max(1, Math.floor(97 / depth))
    const periods = PeriodUnit.literals.map((unit) =>
      moving(unit.endsWith("months") ? 1 : 15, unit),
    )
    for (const territory of Territory.literals) {
      for (let n = firstDay; n < afterLastDay; n += stride) {
        const period = periods[n % periods.length] ?? moving(15, "clear-days")
        const event = dateOf(n)
        const ends = [
          lastDay(event, period, { territory }).lastDay,
          noticeDeadline(event, period, { territory }),
        ]
        const slow = [
          slowLastDay(event, period, { territory }),
          slowNotice(event, period, { territory }),
        ]
        expect(ends, `${event} ${period.unit} ${territory}`).toEqual(slow)
      }
    }
  })
})

describe("laws of legal periods", deep, () => {
  it("never end before the raw end, never on a day off, and explain each day moved over", () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, anyCalendar, (event, period, calendar) => {
        const end = lastDay(event, { ...period, extends: true }, calendar)
        const moved = end.skipped.filter(({ date }) => date >= end.rawLastDay)
        expect(isOff(end.lastDay, calendar)).toBe(false)
        expect(moved.every(({ date }) => isOff(date, calendar) && date < end.lastDay)).toBe(true)
        expect(moved.length).toBe(
          (Date.parse(end.lastDay) - Date.parse(end.rawLastDay)) / 86_400_000,
        )
        expect(end.skipped.map(({ date }) => date)).toEqual(
          end.skipped.map(({ date }) => date).toSorted(),
        )
      }),
      { numRuns: 300 * depth },
    )
  })

  it("move by one week with their event when no holiday is near", () => {
    const quiet = fc
      .integer({ min: 0, max: 20 })
      .map((n) => dateOf(Date.parse("2026-01-05") / 86_400_000 + n))
    const unit = fc.constantFrom(
      "days",
      "clear-days",
      "working-days",
      "business-days",
      "weeks" as const,
    )
    fc.assert(
      fc.property(quiet, unit, fc.integer({ min: 1, max: 4 }), (event, which, length) => {
        const calendar = { territory: "metropole" } as const
        const end = (date: typeof event) => lastDay(date, moving(length, which), calendar).lastDay
        expect(end(addWeeks(event, 1))).toBe(addWeeks(end(event), 1))
        const notice = (date: typeof event) => noticeDeadline(date, moving(length, which), calendar)
        const late = addWeeks(event, 7)
        expect(notice(addWeeks(late, 1))).toBe(addWeeks(notice(late), 1))
      }),
      { numRuns: 200 },
    )
  })

  it("grow with the event and with the length", () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, anyCalendar, (event, period, calendar) => {
        const end = lastDay(event, period, calendar).lastDay
        const later = lastDay(dateOf(Date.parse(event) / 86_400_000 + 1), period, calendar).lastDay
        const longer = lastDay(event, { ...period, length: period.length + 1 }, calendar).lastDay
        expect([end <= later, end <= longer, event < end]).toEqual([true, true, true])
      }),
      { numRuns: 300 * depth },
    )
  })

  it("let a notice given in time run out by the day itself", () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, anyCalendar, (date, period, calendar) => {
        const notice = noticeDeadline(date, period, calendar)
        expect(lastDay(notice, { ...period, extends: false }, calendar).lastDay <= date).toBe(true)
      }),
      { numRuns: 300 * depth },
    )
  })
})
