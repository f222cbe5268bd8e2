/** The rules of appeal of procedures, and the places where their days are counted. */
import type { AppealRules } from "@convoque/core/interviews"
import type { HolidayCalendar, LegalPeriod, Zone } from "@convoque/core/kernel/calendar"
import * as fc from "fast-check"

const period = (
  minimum: number,
  maximum: number,
  units: ReadonlyArray<LegalPeriod["unit"]>,
): fc.Arbitrary<AppealRules["answer"]> =>
  fc
    .record({
      length: fc.integer({ min: minimum, max: maximum }),
      unit: fc.constantFrom(...units),
      extends: fc.boolean(),
    })
    .map((one) => ({
      period: one,
      source: "décret n° 2010-888, article 6",
      confidence: "confirmed" as const,
    }))

const committee = fc
  .tuple(fc.constantFrom("CAP", "CCP"), period(1, 2, ["months", "clear-months", "weeks"]))
  .map(([label, rest]) => ({ label, ...rest }))

/** Gives the rules of appeal of a procedure: periods of each kind, with a committee or without. */
export const appealRules: fc.Arbitrary<AppealRules> = fc
  .record({
    hierarchical: period(5, 30, ["days", "clear-days"]),
    answer: period(5, 30, ["days", "clear-days", "working-days"]),
    committee: fc.option(committee, { nil: undefined, freq: 4 }),
    complementaryInterview: fc.boolean(),
  })
  .map(({ committee: one, ...rules }) => (one === undefined ? rules : { ...rules, committee: one }))

/** Gives the places where days are counted. */
export const places: fc.Arbitrary<{ readonly zone: Zone; readonly holidays: HolidayCalendar }> =
  fc.constantFrom(
    { zone: "Europe/Paris" as Zone, holidays: { territory: "metropole" } },
    { zone: "Indian/Reunion" as Zone, holidays: { territory: "la-reunion" } },
    { zone: "America/Martinique" as Zone, holidays: { territory: "martinique" } },
  )
