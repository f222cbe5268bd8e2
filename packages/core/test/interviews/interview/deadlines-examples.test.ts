import type { HolidayCalendar } from "@convoque/core/kernel/calendar"
import { describe, expect, it } from "vitest"
import {
  type AppealCourse,
  type Deadline,
  deadlinesOf,
} from "../../../src/interviews/interview/rules/deadlines.ts"
import { justice, stateDefault } from "../../../src/interviews/terms/procedures.ts"
import {
  day,
  heldOnDay,
  type Led,
  opened,
  proposed,
  steppedOn,
  termsOf,
} from "./deadlines-given.ts"

const of = (act: string, { state, terms }: Led, appeal?: AppealCourse): Deadline => {
  const found = deadlinesOf(state, terms, appeal).find((one) => one.act === act)
  if (found === undefined) throw new Error(`no bound on ${act}`)
  return found
}

const here: HolidayCalendar = { territory: "metropole" }
const alsace: HolidayCalendar = { territory: "alsace-moselle" }

/** Regulations 3.2, row by row: the notification, the place, the last day of the appeal. */
const clearDays: ReadonlyArray<readonly [string, HolidayCalendar, string, ReadonlyArray<string>]> =
  [
    ["2026-01-05", here, "2026-01-21", []],
    ["2026-01-08", here, "2026-01-26", ["saturday", "sunday"]],
    ["2026-04-15", here, "2026-05-04", ["Fête du Travail", "saturday", "sunday"]],
    ["2026-04-28", here, "2026-05-15", ["Ascension"]],
    [
      "2026-05-06",
      { territory: "martinique" },
      "2026-05-26",
      ["Abolition de l'esclavage", "saturday", "sunday", "Lundi de Pentecôte"],
    ],
    [
      "2026-03-18",
      alsace,
      "2026-04-07",
      ["Vendredi saint", "saturday", "sunday", "Lundi de Pâques"],
    ],
    ["2025-12-09", here, "2025-12-26", ["Noël"]],
    ["2025-12-09", alsace, "2025-12-29", ["Noël", "Saint-Étienne", "saturday", "sunday"]],
  ]

/** A file whose endorsed report reached the agent on a day. */
const notifiedOn = (on: string, holidays: HolidayCalendar): Led =>
  steppedOn(
    heldOnDay(
      { ...termsOf(stateDefault, holidays), interviewsBefore: day("2027-01-01") },
      day("2025-11-17"),
    ),
    [day("2025-11-18"), day("2025-11-18"), day("2025-11-18"), day(on)],
  )

describe("the worked examples of regulations 3.2, through a procedure", () => {
  it.each(clearDays)("notified on %s, %o: last day %s", (on, holidays, last, skipped) => {
    const { end } = of("hierarchical-appeal", notifiedOn(on, holidays))
    expect([end?.lastDay, end?.skipped.map(({ why }) => why)]).toEqual([last, skipped])
  })

  it("30 clear days from Wednesday 16 September 2026 end on Monday 19 October", () => {
    const appeal = stateDefault.appeal
    if (appeal === undefined) throw new Error("the State has appeals")
    const thirty = {
      ...stateDefault,
      appeal: {
        ...appeal,
        hierarchical: {
          ...appeal.hierarchical,
          period: { length: 30, unit: "clear-days", extends: true } as const,
        },
      },
    }
    const { state } = notifiedOn("2026-09-16", here)
    const file = { state, terms: termsOf(thirty) }
    expect(of("hierarchical-appeal", file).end?.lastDay).toBe("2026-10-19")
  })

  it.each([
    ["2026-01-31", "2026-03-02"],
    ["2026-04-01", "2026-05-04"],
  ])("one month to refer to the committee from %s ends on %s", (answered, last) => {
    const file = notifiedOn("2026-01-05", here)
    const appeal = { lodgedOn: day("2026-01-12"), answeredOn: day(answered) }
    expect(of("committee-referral", file, appeal).end?.lastDay).toBe(last)
  })

  it("the interview of Monday 16 March 2026 is announced by Sunday 8 March", () => {
    const file = proposed(opened(termsOf(stateDefault)), day("2026-03-08"), day("2026-03-16"))
    expect(of("interview", file)).toMatchObject({
      proposeBy: "2026-03-08",
      end: { lastDay: "2026-03-16" },
    })
  })

  it("the report of 10 January is appealed against by 26 January (published example)", () => {
    const { state, terms } = notifiedOn("2026-01-10", here)
    expect(of("hierarchical-appeal", { state, terms }).end?.rawLastDay).toBe("2026-01-26")
  })

  it("10 clear days of justice for the agent, then 10 for the visa", () => {
    const file = steppedOn(
      heldOnDay(termsOf(justice), day("2026-03-16")),
      ["2026-03-19", "2026-03-30"].map(day),
    )
    expect(of("agent-completion", file).end?.lastDay).toBe("2026-03-30")
    expect(of("endorse", file)).toMatchObject({
      start: { event: "agent-completion", on: "2026-03-30" },
      end: { lastDay: "2026-04-10" },
    })
  })
})
