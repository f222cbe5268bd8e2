/** The windows of eligibility, regulations 2.2. */
import { eligibility } from "@convoque/core/career-appointments"
import {
  addDays,
  type CivilDate,
  schoolYearOf,
  type SchoolYear,
} from "@convoque/core/kernel/calendar"
import * as fc from "fast-check"
import { civilDate } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import { date } from "./given.ts"

const of = (echelon: number, enteredOn: string, schoolYear = "2023-2024") =>
  eligibility({ echelon, enteredOn: date(enteredOn), schoolYear: schoolYear as SchoolYear })
const source = "arrêté du 5 mai 2017 (MENH1712641A)"

describe("RDC-01 the windows of 2023-2024", () => {
  test.each([
    [6, 1, "2022-09-01", "2023-08-31"],
    [8, 2, "2022-03-01", "2023-02-28"],
    [9, 3, "2022-09-01", "2023-08-31"],
  ])("echelon %i, meeting %i: from %s to %s, both included", (echelon, meeting, from, until) => {
    const window = { meeting, from, until, source }
    const tag = (entered: CivilDate) => of(echelon, entered)._tag
    expect(of(echelon, from)).toStrictEqual({ _tag: "eligible", ...window })
    expect(of(echelon, addDays(date(from), -1))).toStrictEqual({ _tag: "not-eligible", ...window })
    expect([tag(date(until)), tag(addDays(date(until), 1))]).toStrictEqual([
      "eligible",
      "not-eligible",
    ])
  })
})

test("RDC-01 the second window ends on 29 February of a leap year", () => {
  expect(of(8, "2024-02-29", "2024-2025")).toStrictEqual({
    _tag: "eligible",
    meeting: 2,
    from: "2023-03-01",
    until: "2024-02-29",
    source,
  })
  expect(of(8, "2024-03-01", "2024-2025")._tag).toBe("not-eligible")
  expect(of(8, "2024-03-01", "2025-2026")).toMatchObject({ _tag: "eligible", until: "2025-02-28" })
})

test.each([0, 1, 5, 7, 10, 11, 6.5])("RDC-01 echelon %d calls for no meeting", (echelon) => {
  expect(of(echelon, "2023-01-01")).toStrictEqual({ _tag: "not-concerned", echelon })
})

test("RDC-01 whoever enters an echelon is due in exactly one school year", () => {
  fc.assert(
    fc.property(civilDate, fc.constantFrom(6, 8, 9), (enteredOn, echelon) => {
      const year = Number(schoolYearOf(enteredOn).slice(0, 4))
      const due = [0, 1, 2, 3].filter((later) => {
        const schoolYear = `${year + later}-${year + later + 1}` as SchoolYear
        return eligibility({ echelon, enteredOn, schoolYear })._tag === "eligible"
      })
      expect(due).toHaveLength(1)
      const [later] = due
      expect(later === 1 || (echelon === 8 && later === 2)).toBe(true)
    }),
    { seed: 1, numRuns: 200 },
  )
})
