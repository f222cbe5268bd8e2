import {
  addDays,
  addMonths,
  addWeeks,
  CivilDate,
  compareCivilDates,
  daysBetween,
  earliest,
  isCivilDate,
  latest,
  weekday,
} from "@convoque/core/kernel/calendar"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day, deep, depth } from "./given.ts"

const read = Schema.decodeUnknownResult(CivilDate, { errors: "all" })

describe("civil dates", deep, () => {
  it.each(["2026-06-30", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])(
    "reads %s",
    (text) => {
      expect(read(text)).toEqual(Result.succeed(text))
      expect(isCivilDate(text)).toBe(true)
    },
  )

  it.each([
    ["2026-06-31"],
    ["2026-02-29"],
    ["1900-02-29"],
    ["0000-01-01"],
    ["2026-13-01"],
    ["2026-00-10"],
    ["2026-01-00"],
    ["26-01-01"],
    ["31/06/2026"],
    ["2026-06-30 "],
    ["2026-06-30\n"],
    ["2026-06-30T00:00:00Z"],
    ["２０２６-06-30"],
    [""],
  ])("refuses %j", (text) => {
    expect(Result.isFailure(read(text))).toBe(true)
    expect(isCivilDate(text)).toBe(false)
  })

  it("gives one reason for a text that is no date, and one for a day that does not exist", () => {
    expect(String(Result.getOrThrow(Result.flip(read("31/06"))))).toBe(
      "SchemaError(Expected a date YYYY-MM-DD)",
    )
    expect(String(Result.getOrThrow(Result.flip(read("2026-06-31"))))).toBe(
      "SchemaError(Expected a day of the calendar)",
    )
  })

  it("adds months on the same number or the last day of the month", () => {
    expect(addMonths(day("2026-01-31"), 1)).toBe("2026-02-28")
    expect(addMonths(day("2024-01-31"), 1)).toBe("2024-02-29")
    expect(addMonths(day("2026-03-31"), -1)).toBe("2026-02-28")
    expect(addMonths(day("2026-11-15"), 2)).toBe("2027-01-15")
    expect(addMonths(day("2026-01-15"), -1)).toBe("2025-12-15")
    expect(addMonths(day("2026-05-31"), 12)).toBe("2027-05-31")
  })

  it("stops at the first and last day it knows", () => {
    expect(addDays(day("9999-12-31"), 1)).toBe("9999-12-31")
    expect(addDays(day("0001-01-01"), -1)).toBe("0001-01-01")
    expect(addMonths(day("9999-12-15"), 1)).toBe("9999-12-31")
  })

  it("orders dates", () => {
    const [a, b, c] = [day("2026-01-31"), day("2026-02-01"), day("2025-12-31")] as const
    expect([a, b, c].sort(compareCivilDates)).toEqual([c, a, b])
    expect([compareCivilDates(a, a), earliest(a, b, c), latest(a, b, c)]).toEqual([0, c, b])
  })

  const number = fc.integer({ min: -700_000, max: 2_900_000 })
  const isoOf = (n: number): CivilDate => day(new Date(n * 86_400_000).toISOString().slice(0, 10))

  it("agrees with the runtime's calendar on sums, differences and weekdays", () => {
    fc.assert(
      fc.property(number, fc.integer({ min: -4000, max: 4000 }), (n, days) => {
        const date = isoOf(n)
        const moved = addDays(date, days)
        expect(moved).toBe(isoOf(n + days))
        expect(daysBetween(date, moved)).toBe(days)
        expect(weekday(date)).toBe(new Date(n * 86_400_000).getUTCDay() || 7)
        expect(addWeeks(date, 1)).toBe(addDays(date, 7))
      }),
      { numRuns: 500 * depth },
    )
  })
})
