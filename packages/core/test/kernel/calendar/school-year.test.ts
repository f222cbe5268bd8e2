import {
  addDays,
  nextSchoolYear,
  SchoolYear,
  schoolYearEnd,
  schoolYearOf,
  schoolYearStart,
} from "@convoque/core/kernel/calendar"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day } from "./given.ts"

const read = Schema.decodeUnknownResult(SchoolYear)

describe("school years", () => {
  it("turn on 1 September", () => {
    expect(schoolYearOf(day("2026-08-31"))).toBe("2025-2026")
    expect(schoolYearOf(day("2026-09-01"))).toBe("2026-2027")
    expect(schoolYearOf(day("2027-01-01"))).toBe("2026-2027")
  })

  it.each(["2026-2028", "2026-2026", "2027-2026", "2026", "2026/2027", "0000-0001", "9999-0000"])(
    "refuse %s",
    (text) => expect(Result.isFailure(read(text))).toBe(true),
  )

  it("hold each of their days and are followed by the next", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9997 }), (year) => {
        const text = `${`${year}`.padStart(4, "0")}-${`${year + 1}`.padStart(4, "0")}`
        const school = SchoolYear.make(text)
        expect(schoolYearOf(schoolYearStart(school))).toBe(school)
        expect(schoolYearOf(schoolYearEnd(school))).toBe(school)
        expect(schoolYearStart(nextSchoolYear(school))).toBe(addDays(schoolYearEnd(school), 1))
      }),
    )
  })

  it("stop at the bounds of the calendar", () => {
    expect(nextSchoolYear(SchoolYear.make("9998-9999"))).toBe("9998-9999")
    expect(schoolYearOf(day("9999-12-31"))).toBe("9998-9999")
    expect(schoolYearOf(day("0001-01-01"))).toBe("0001-0002")
  })
})
