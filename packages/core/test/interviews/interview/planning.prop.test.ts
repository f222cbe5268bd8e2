/** The earliest date of an interview, against a search from today, in every unit of notice. */
import {
  addDays,
  type LegalPeriod,
  noticeDeadline,
  PeriodUnit,
} from "@convoque/core/kernel/calendar"
import { civilDate, interviewTerms } from "@convoque/testing"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { earliestDate, noticeRefusal } from "../../../src/interviews/interview/rules/planning.ts"
import { depth } from "../../kernel/calendar/given.ts"

const [terms] = interviewTerms
const period: fc.Arbitrary<LegalPeriod> = fc.record({
  length: fc.integer({ min: 1, max: 20 }),
  unit: fc.constantFrom(...PeriodUnit.literals),
  extends: fc.boolean(),
})
const holidays = fc.constantFrom("metropole", "guadeloupe", "reunion").map((territory) => ({
  territory: territory as "metropole",
}))

const withNotice = (given: LegalPeriod, calendar: typeof terms.holidays) => ({
  ...terms,
  holidays: calendar,
  procedure: { ...terms.procedure, notice: { ...terms.procedure.notice, period: given } },
})

test("ENT-06 the earliest date is the first that leaves the notice, and it is accepted", () => {
  fc.assert(
    fc.property(civilDate, period, holidays, (today, notice, calendar) => {
      const given = withNotice(notice, calendar)
      const earliest = earliestDate(given, today)
      let slow = today
      while (noticeDeadline(slow, notice, calendar) < today) slow = addDays(slow, 1)
      expect(earliest).toBe(slow)
      expect(noticeRefusal(given, { date: earliest, today })).toBeUndefined()
      expect(noticeRefusal(given, { date: addDays(earliest, -1), today })).toStrictEqual({
        _tag: "interview.notice-too-short",
        date: addDays(earliest, -1),
        earliest,
        period: notice,
        today,
        legalSource: given.procedure.notice.source,
      })
    }),
    { seed: 1, numRuns: 400 * depth },
  )
})
