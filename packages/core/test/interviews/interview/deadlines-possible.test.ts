import { describe, expect, it } from "vitest"
import type { AppealCourse } from "../../../src/interviews/interview/rules/deadlines.ts"
import {
  couldBeDone,
  datedActs,
} from "../../../src/interviews/interview/rules/deadlines-possible.ts"
import { hrMemo, managerInterview, stateDefault } from "../../../src/interviews/terms/procedures.ts"
import {
  as,
  day,
  doing,
  heldOnDay,
  instantOn,
  type Led,
  opened,
  proposed,
  stepped,
  steppedOn,
  termsOf,
} from "./deadlines-given.ts"

const answer = ({ state, terms }: Led, act: string, on: string, appeal: AppealCourse = {}) =>
  couldBeDone(state, terms, { act, day: day(on), appeal })?.answer

const memo = termsOf(hrMemo)
const announced = proposed(opened(memo), day("2026-03-02"), day("2026-03-16"))
const heldFile = heldOnDay(memo, day("2026-03-16"))
const communicated = stepped(heldFile, "communicate", day("2026-03-20"))
const notified = steppedOn(
  heldFile,
  ["2026-03-20", "2026-03-25", "2026-03-27", "2026-04-01"].map(day),
)
const lodged = { lodgedOn: day("2026-04-10") }
const answered = { ...lodged, answeredOn: day("2026-04-20") }
const referred = { ...answered, referredOn: day("2026-05-04") }

type Row = readonly [string, Led, string, string, string, AppealCourse?]

const rows: ReadonlyArray<Row> = [
  ["ENT-06 an interview without a date", opened(memo), "interview", "2026-03-16", "not-started"],
  ["ENT-06 the 7th day of the notice", announced, "interview", "2026-03-09", "too-early"],
  ["ENT-06 the 8th day of the notice", announced, "interview", "2026-03-10", "yes"],
  ["ENT-06 the day before the proposal", announced, "interview", "2026-03-01", "too-early"],
  ["ENT-01 the last day of the campaign", announced, "interview", "2026-06-30", "yes"],
  ["ENT-01 the limit of the campaign", announced, "interview", "2026-07-01", "yes-late"],
  ["an interview on the day it was held", heldFile, "interview", "2026-03-16", "yes"],
  ["an interview after it was held", heldFile, "interview", "2026-03-17", "already-done"],
  ["ENT-22 a report before the interview", announced, "communicate", "2026-03-20", "not-started"],
  ["ENT-22 a report the day before it", heldFile, "communicate", "2026-03-15", "too-early"],
  ["ENT-22 a report on that day", heldFile, "communicate", "2026-03-16", "yes"],
  ["ENT-22 a report on the 30th day", heldFile, "communicate", "2026-04-15", "yes"],
  ["ENT-22 a report on the 31st day", heldFile, "communicate", "2026-04-16", "yes-late"],
  ["a report on the day it was", communicated, "communicate", "2026-03-20", "yes"],
  ["a report after it was", communicated, "communicate", "2026-03-21", "already-done"],
  ["ENT-23 a completion on the 15th day", communicated, "agent-completion", "2026-04-04", "yes"],
  [
    "ENT-23 a completion on the 16th day",
    communicated,
    "agent-completion",
    "2026-04-05",
    "too-late",
  ],
  [
    "ENT-23 a completion that lapsed, on its last day",
    stepped(communicated, "agent-completion", day("2026-04-06"), "system"),
    "agent-completion",
    "2026-04-04",
    "yes",
  ],
  [
    "ENT-23 a completion that lapsed, on the next day",
    stepped(communicated, "agent-completion", day("2026-04-06"), "system"),
    "agent-completion",
    "2026-04-05",
    "too-late",
  ],
  ["ENT-24 a visa before the completion", communicated, "endorse", "2026-04-10", "not-started"],
  ["ENT-25 a signature before the visa", communicated, "sign", "2026-04-10", "not-started"],
  ["ENT-25 a signature before the notification", notified, "sign", "2026-03-31", "too-early"],
  ["ENT-25 a signature a year later", notified, "sign", "2027-04-01", "yes"],
  [
    "an appeal before the notification",
    communicated,
    "hierarchical-appeal",
    "2026-04-01",
    "not-started",
  ],
  ["an appeal the day before it", notified, "hierarchical-appeal", "2026-03-31", "too-early"],
  ["an appeal on its last day", notified, "hierarchical-appeal", "2026-04-17", "yes"],
  [
    "an appeal after it, which is answered",
    notified,
    "hierarchical-appeal",
    "2026-04-18",
    "yes-late",
  ],
  ["a second appeal", notified, "hierarchical-appeal", "2026-04-11", "already-done", lodged],
  ["an answer without an appeal", notified, "appeal-answer", "2026-04-11", "not-started"],
  ["an answer on its last day", notified, "appeal-answer", "2026-04-27", "yes", lodged],
  ["an answer after it", notified, "appeal-answer", "2026-04-28", "yes-late", lodged],
  [
    "an answer once it was given",
    notified,
    "appeal-answer",
    "2026-04-21",
    "already-done",
    answered,
  ],
  ["the committee before any appeal", notified, "committee-referral", "2026-04-30", "not-started"],
  [
    "the committee while the authority may answer",
    notified,
    "committee-referral",
    "2026-04-27",
    "too-early",
    lodged,
  ],
  [
    "the committee without an answer, once it is over",
    notified,
    "committee-referral",
    "2026-04-28",
    "yes",
    lodged,
  ],
  [
    "the committee on the day of the answer",
    notified,
    "committee-referral",
    "2026-04-20",
    "yes",
    answered,
  ],
  ["the committee on the last day", notified, "committee-referral", "2026-05-20", "yes", answered],
  ["the committee after it", notified, "committee-referral", "2026-05-21", "yes-late", answered],
  [
    "the committee a second time",
    notified,
    "committee-referral",
    "2026-05-05",
    "already-done",
    referred,
  ],
]

describe("could it be done on that day", () => {
  it.each(rows.map((row) => ({ title: row[0], row })))("$title", ({ row }) => {
    const [, file, act, on, expected, appeal = {}] = row
    expect(answer(file, act, on, appeal)).toBe(expected)
  })

  it("refuses for ever where the procedure says so", () => {
    const [first, second, ...others] = hrMemo.steps
    const period = second?.period
    if (second === undefined || period === undefined) throw new Error("two steps")
    const strict = {
      ...hrMemo,
      steps: [first, { ...second, period: { ...period, late: "refuse" } }, ...others],
    } as const
    const file = stepped(
      heldOnDay(termsOf(strict), day("2026-03-16")),
      "communicate",
      day("2026-03-20"),
    )
    expect(answer(file, "agent-completion", "2026-04-04")).toBe("yes")
    expect(answer(file, "agent-completion", "2026-04-05")).toBe("too-late")
  })

  it("lets the HR service end the agent's completion any day where no text bounds it", () => {
    const file = stepped(
      heldOnDay(termsOf(stateDefault), day("2026-03-16")),
      "communicate",
      day("2026-03-20"),
    )
    const found = couldBeDone(file.state, file.terms, {
      act: "agent-completion",
      day: day("2028-01-01"),
    })
    expect(found).toMatchObject({
      answer: "yes",
      deadline: undefined,
      opening: { on: "2026-03-20" },
    })
  })

  it("says why: what opened it, the period, the days passed over, the text, how sure it is", () => {
    const { state, terms } = notified
    const found = couldBeDone(state, terms, {
      act: "hierarchical-appeal",
      day: day("2026-04-20"),
    })
    const opening = {
      event: "notify",
      label: "Notification du compte rendu visé à l'agent",
      on: "2026-04-01",
    }
    expect(found).toMatchObject({
      act: "hierarchical-appeal",
      label: undefined,
      day: "2026-04-20",
      answer: "yes-late",
      opening,
      doneOn: undefined,
      deadline: {
        start: opening,
        period: { length: 15, unit: "clear-days", extends: true },
        end: {
          event: "2026-04-01",
          firstDay: "2026-04-02",
          rawLastDay: "2026-04-17",
          lastDay: "2026-04-17",
          skipped: [],
        },
        source: hrMemo.appeal?.hierarchical.source,
        confidence: "confirmed",
      },
    })
  })

  it("knows the acts of a procedure and no other", () => {
    expect(datedActs(memo)).toEqual([
      "interview",
      "communicate",
      "agent-completion",
      "endorse",
      "notify",
      "sign",
      "file",
      "hierarchical-appeal",
      "appeal-answer",
      "committee-referral",
    ])
    expect(datedActs(termsOf(managerInterview))).toEqual(["interview", "communicate", "sign"])
    expect(answer(heldFile, "dance", "2026-03-16")).toBeUndefined()
    const plain = heldOnDay(termsOf(managerInterview), day("2026-03-16"))
    expect(answer(plain, "hierarchical-appeal", "2026-03-16")).toBeUndefined()
  })

  it("finds nothing begun in a deleted file, nor in one that was never opened", () => {
    const deleted = doing(communicated, {
      _tag: "delete",
      at: instantOn(day("2026-03-21")),
      by: as("administrator"),
      terms: memo,
      hasOpenAppeal: false,
      acknowledged: [],
    })
    expect(datedActs(memo).map((act) => answer(deleted, act, "2026-04-01"))).toEqual(
      datedActs(memo).map(() => "not-started"),
    )
    expect(
      couldBeDone({ _tag: "none" }, memo, { act: "interview", day: day("2026-04-01") }),
    ).toMatchObject({ answer: "not-started" })
  })
})
