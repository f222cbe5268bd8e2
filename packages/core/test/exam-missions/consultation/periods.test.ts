/** When an assignment takes place: its days and years, when it lasts past midnight. */
import { AssignmentDate } from "@convoque/core/exam-missions"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import {
  isConvenedIn,
  lastDayOf,
  takesPlaceIn,
} from "../../../src/exam-missions/consultation/rules/periods.ts"

const hoursFrom = (start: string, hours: number) =>
  Schema.decodeUnknownSync(AssignmentDate)({ _tag: "hours", date: "2026-12-31", start, hours })

describe("a duration in hours", () => {
  test.each([
    ["22:00", 8, "2027-01-01"],
    ["22:00", 2, "2026-12-31"],
    ["00:00", 24, "2026-12-31"],
    ["00:00", 25, "2027-01-01"],
    ["23:59", 48, "2027-01-02"],
    ["08:00", -3, "2026-12-31"],
    ["00:00", 1_000_000, "2027-12-31"],
  ])("PER-05 from %s, %i hours, lasts until %s", (start, hours, last) => {
    expect(lastDayOf(hoursFrom(start, hours))).toBe(last)
  })

  test("PER-05 PER-12 past midnight counts its second day in periods and in years", () => {
    const firstOfJanuary = "2027-01-01" as CivilDate
    const period = { from: firstOfJanuary, until: firstOfJanuary }
    const found = [hoursFrom("22:00", 8), hoursFrom("22:00", 2)].map((date) => [
      isConvenedIn({ situation: "convened", dates: [date] }, period),
      takesPlaceIn([2026], { dates: [date] }, undefined),
      takesPlaceIn([2027], { dates: [date] }, undefined),
    ])
    expect(found).toEqual([
      [true, true, true],
      [false, true, false],
    ])
  })
})
