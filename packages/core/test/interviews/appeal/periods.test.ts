/**
 * The periods of an appeal: the worked examples of the regulations, a slow calendar as oracle, and
 * whether an appeal is still open.
 */
import type { HolidayCalendar, LegalPeriod } from "@convoque/core/kernel/calendar"
import { fold } from "@convoque/core/kernel/machine"
import { appealRules, civilDate, given } from "@convoque/testing"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { deep, depth } from "../../kernel/calendar/given.ts"
import { slowLastDay } from "../../kernel/calendar/slow-calendar.ts"
import { appealMachine as machine } from "../../../src/interviews/appeal/decider.ts"
import type { AppealEvent } from "../../../src/interviews/appeal/events.ts"
import {
  answerEnd,
  appealDeadlines,
  committeeEnd,
  earliestReferral,
  isAppealOpen,
  lodgingEnd,
  lodgingFacts,
} from "../../../src/interviews/appeal/rules.ts"
import type { StepDone } from "../../../src/interviews/interview/model.ts"
import type { Interview } from "../../../src/interviews/interview/state.ts"
import { StepId } from "../../../src/interviews/terms/model/procedure.ts"
import {
  acknowledged,
  agent,
  authority,
  byAuthority,
  bySuperior,
  day,
  decreePeriod,
  history,
  lodge,
  lodged,
  notified,
  on,
  opinionRecorded,
  partlyGranted,
  referredEvent,
  rules,
  rulesWithoutCommittee,
  superior,
  unanswered,
  under,
} from "./given.ts"

const metropole: HolidayCalendar = { territory: "metropole" }

describe("worked examples (regulations, 3.2)", () => {
  test.each([
    ["2026-01-05", "metropole", "2026-01-21", "2026-01-21"],
    ["2026-01-08", "metropole", "2026-01-24", "2026-01-26"],
    ["2026-04-15", "metropole", "2026-05-01", "2026-05-04"],
    ["2026-04-28", "metropole", "2026-05-14", "2026-05-15"],
    ["2026-05-06", "martinique", "2026-05-22", "2026-05-26"],
    ["2026-03-18", "alsace-moselle", "2026-04-03", "2026-04-07"],
    ["2025-12-09", "metropole", "2025-12-25", "2025-12-26"],
    ["2025-12-09", "alsace-moselle", "2025-12-25", "2025-12-29"],
  ] as const)(
    "ENT-27 15 clear days after %s, %s: %s, moved to %s",
    (event, territory, rawLastDay, lastDay) => {
      const counting = { rules, holidays: { territory } }
      expect(lodgingEnd(day(event), counting)).toMatchObject({ event, rawLastDay, lastDay })
      expect(answerEnd(day(event), counting)).toMatchObject({ event, rawLastDay, lastDay })
    },
  )

  test("ENT-27 30 clear days, as for teachers, end on a Saturday and move to Monday", () => {
    const thirty = { ...rules, hierarchical: decreePeriod(30, "clear-days") }
    expect(lodgingEnd(day("2026-09-16"), { rules: thirty, holidays: metropole }).lastDay).toBe(
      "2026-10-19",
    )
  })

  test.each([
    ["2026-01-31", "2026-02-28", "2026-03-02"],
    ["2026-04-01", "2026-05-01", "2026-05-04"],
  ])("ENT-27 the committee's month after %s: %s, moved to %s", (event, rawLastDay, lastDay) => {
    expect(committeeEnd(day(event), { rules, holidays: metropole })).toMatchObject({
      event,
      rawLastDay,
      lastDay,
    })
  })
})

describe("the slow calendar agrees", () => {
  const holidays: fc.Arbitrary<HolidayCalendar> = fc
    .constantFrom(
      "metropole" as const,
      "alsace-moselle" as const,
      "martinique" as const,
      "la-reunion" as const,
    )
    .map((territory) => ({ territory }))
  const slow = (from: string, { period }: { period: LegalPeriod }, calendar: HolidayCalendar) =>
    slowLastDay(from, period, calendar)

  test("ENT-27 on the three periods of any rules, from any day", deep, () => {
    fc.assert(
      fc.property(civilDate, appealRules, holidays, (from, of, calendar) => {
        const counting = { rules: of, holidays: calendar }
        expect(lodgingEnd(from, counting).lastDay).toBe(slow(from, of.hierarchical, calendar))
        expect(answerEnd(from, counting).lastDay).toBe(slow(from, of.answer, calendar))
        expect(committeeEnd(from, counting)?.lastDay).toBe(
          of.committee === undefined ? undefined : slow(from, of.committee, calendar),
        )
      }),
      { seed: 1, numRuns: 400 * depth },
    )
  })

  test("ENT-27 on every day of four years, for the rules of the decree", deep, () => {
    for (let shift = 0; shift < 4 * 366; shift += 1) {
      const from = day(new Date(Date.UTC(2024, 0, 1 + shift)).toISOString().slice(0, 10))
      const { lastDay } = lodgingEnd(from, { rules, holidays: metropole })
      expect(lastDay).toBe(slow(from, rules.hierarchical, metropole))
    }
  })
})

const after = (events: ReadonlyArray<AppealEvent>) => fold(machine, events)

describe("the deadlines of an appeal", () => {
  test("ENT-27 there are none before it is lodged", () => {
    expect(appealDeadlines(after(history.none))).toStrictEqual({})
  })

  const lodging = {
    event: "2026-01-05",
    firstDay: "2026-01-06",
    rawLastDay: "2026-01-21",
    lastDay: "2026-01-21",
    skipped: [],
  }
  const answerPeriod = {
    event: "2026-01-12",
    firstDay: "2026-01-13",
    rawLastDay: "2026-01-28",
    lastDay: "2026-01-28",
    skipped: [],
  }

  test("ENT-27 a lodged appeal waits for the authority's last day", () => {
    expect(appealDeadlines(after(history.lodged))).toStrictEqual({ lodging, answer: answerPeriod })
  })

  test("ENT-27 the committee's month runs from the answer", () => {
    const committee = {
      event: "2026-01-20",
      firstDay: "2026-01-21",
      rawLastDay: "2026-02-20",
      lastDay: "2026-02-20",
      skipped: [],
    }
    for (const state of ["answered", "referred", "decided", "concluded"] as const) {
      expect(appealDeadlines(after(history[state]))).toStrictEqual({
        lodging,
        answer: answerPeriod,
        committee,
      })
      expect(earliestReferral(lodgedState(history[state]))).toBe("2026-01-20")
    }
  })

  test("ENT-27 or from the last day of the authority, which the next day follows", () => {
    const committee = {
      event: "2026-01-28",
      firstDay: "2026-01-29",
      rawLastDay: "2026-02-28",
      lastDay: "2026-03-02",
      skipped: [
        { date: "2026-02-28", why: "saturday" },
        { date: "2026-03-01", why: "sunday" },
      ],
    }
    expect(appealDeadlines(after(history.unanswered))).toStrictEqual({
      lodging,
      answer: answerPeriod,
      committee,
    })
    expect(earliestReferral(lodgedState(history.unanswered))).toBe("2026-01-29")
  })

  test("ENT-27 without a committee there is no third period", () => {
    const past = under(rulesWithoutCommittee, history.answered)
    expect(appealDeadlines(after(past))).toStrictEqual({ lodging, answer: answerPeriod })
  })
})

describe("an open appeal", () => {
  const { committeeBy: _, ...silence } = unanswered
  const withoutCommittee = under(rulesWithoutCommittee, [lodged, silence])
  const decidedNothing: ReadonlyArray<AppealEvent> = [
    ...history.referred,
    opinionRecorded,
    {
      _tag: "AppealDecided",
      at: on("2026-03-16"),
      by: byAuthority,
      agent,
      on: day("2026-03-16"),
      outcome: "rejected",
    },
  ]

  test.each<readonly [string, ReadonlyArray<AppealEvent>, string, boolean]>([
    ["none", history.none, "2026-01-12", false],
    ["lodged", history.lodged, "2026-01-12", true],
    ["lodged, period over", history.lodged, "2027-01-01", true],
    ["answered, last day of the committee", history.answered, "2026-02-20", true],
    ["answered, the day after", history.answered, "2026-02-21", false],
    ["answered, final report owed", [lodged, partlyGranted], "2026-02-21", true],
    ["unanswered, last day", history.unanswered, "2026-03-02", true],
    ["unanswered, the day after", history.unanswered, "2026-03-03", false],
    ["unanswered, no committee", withoutCommittee, "2026-02-01", false],
    ["referred", history.referred, "2027-01-01", true],
    ["decided, final report owed", history.decided, "2027-01-01", true],
    ["decided, nothing revised", decidedNothing, "2026-03-16", false],
    ["concluded after the decision", history.concluded, "2026-02-10", false],
    [
      "concluded after the answer, in the committee's month",
      [lodged, partlyGranted, notified, acknowledged],
      "2026-02-20",
      true,
    ],
    [
      "concluded after the answer, out of it",
      [lodged, partlyGranted, notified, acknowledged],
      "2026-02-21",
      false,
    ],
    ["referred after it", [lodged, partlyGranted, notified, referredEvent], "2026-06-01", true],
  ])("CAM-23 ENT-27 %s", (_, events, today, open) => {
    expect(isAppealOpen(after(events), day(today))).toBe(open)
  })
})

describe("what lodging asks of the interview", () => {
  const step = (kind: StepDone["kind"], date: string): StepDone => ({
    step: StepId.make(kind),
    kind,
    label: kind,
    on: day(date),
    at: on(date),
    by: bySuperior,
    late: false,
    lapsed: false,
  })
  const communicated = step("communicate", "2025-12-01")
  const endorsed = step("endorse", "2025-12-20")
  const reached = step("notify", "2026-01-05")
  const { campaign, type, year, at } = lodged
  const opened = { campaign, type, year, agent, superior, authority }
  const inCircuit = (...later: ReadonlyArray<StepDone>): Interview => ({
    _tag: "in-circuit",
    ...opened,
    postponements: 0,
    notes: [],
    acts: [{ _tag: "InterviewOpened", at, by: bySuperior, ...opened }],
    held: { date: day("2025-11-20"), durationMinutes: 60, late: false, superior },
    report: { parts: [], attachments: [] },
    comments: [],
    done: [communicated, ...later],
    next: { step: StepId.make("file"), kind: "file", label: "file" },
    suspendedDays: 0,
  })

  test("ENT-25 ENT-27 neither visa nor notification at first", () => {
    expect(lodgingFacts({ _tag: "none" })).toStrictEqual({ endorsed: false })
    expect(lodgingFacts(inCircuit())).toStrictEqual({ endorsed: false })
  })

  test("ENT-25 ENT-27 the visa, then the day on which the report reached the agent", () => {
    expect(lodgingFacts(inCircuit(endorsed))).toStrictEqual({ endorsed: true })
    expect(lodgingFacts(inCircuit(endorsed, reached))).toStrictEqual({
      endorsed: true,
      notifiedOn: "2026-01-05",
    })
  })

  test("ENT-25 ENT-27 a notification before the visa starts nothing", () => {
    const facts = lodgingFacts(inCircuit(reached))
    given(machine, history.none).when(lodge(facts)).refused({ _tag: "appeal.report-not-endorsed" })
    expect(lodgingFacts(inCircuit(reached, endorsed))).toStrictEqual({ endorsed: true })
  })
})

const lodgedState = (events: ReadonlyArray<AppealEvent>) => {
  const state = after(events)
  if (state._tag === "none") throw new Error("nothing was lodged")
  return state
}
