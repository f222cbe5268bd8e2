import { describe, expect, it } from "vitest"
import {
  type AppealCourse,
  type Deadline,
  deadlinesOf,
} from "../../../src/interviews/interview/rules/deadlines.ts"
import {
  economyFinance,
  hrMemo,
  localGovernment,
  managerInterview,
  shippedProcedures,
} from "../../../src/interviews/terms/procedures.ts"
import {
  agent,
  as,
  day,
  doing,
  heldOnDay,
  instantOn,
  type Led,
  opened,
  postponed,
  proposed,
  reason,
  stepped,
  steppedOn,
  termsOf,
} from "./deadlines-given.ts"

const bounds = ({ state, terms }: Led, appeal?: AppealCourse) => deadlinesOf(state, terms, appeal)

const of = (act: string, file: Led, appeal?: AppealCourse): Deadline => {
  const found = bounds(file, appeal).find((one) => one.act === act)
  if (found === undefined) throw new Error(`no bound on ${act}`)
  return found
}

/** A bound in one line: where it starts, where it ends, when it was done. */
const line = ({ act, start, end, doneOn }: Deadline): string =>
  [act, start?.on ?? "-", end?.lastDay ?? "-", doneOn ?? "-"].join(" ")

const memo = termsOf(hrMemo)
const heldFile = heldOnDay(memo, day("2026-03-16"))

describe("the deadlines of a file", () => {
  it("ENT-06 ENT-22 ENT-23 are known one after the other, in the order of the acts", () => {
    expect(bounds(opened(memo)).map(line)).toEqual([
      "interview - - -",
      "communicate - - -",
      "agent-completion - - -",
      "hierarchical-appeal - - -",
      "appeal-answer - - -",
      "committee-referral - - -",
    ])
    const steps = [
      "2026-03-20",
      "2026-03-25",
      "2026-03-27",
      "2026-04-01",
      "2026-04-02",
      "2026-04-03",
    ].map(day)
    const closed = steppedOn(heldFile, steps)
    expect(closed.state._tag).toBe("closed")
    expect(bounds(closed).map(line)).toEqual([
      "interview 2026-03-07 2026-03-15 2026-03-16",
      "communicate 2026-03-16 2026-04-15 2026-03-20",
      "agent-completion 2026-03-20 2026-04-04 2026-03-25",
      "hierarchical-appeal 2026-04-01 2026-04-17 -",
      "appeal-answer - - -",
      "committee-referral - - -",
    ])
  })

  it("ENT-27 an appeal is counted by what it was lodged under, whatever the campaign says since", () => {
    const closed = steppedOn(heldFile, [
      day("2026-03-20"),
      day("2026-03-25"),
      day("2026-03-27"),
      day("2026-04-01"),
      day("2026-04-02"),
      day("2026-04-03"),
    ])
    const { appeal: rules } = memo.procedure
    if (rules === undefined) throw new Error("no appeal")
    const frozen = {
      rules: {
        ...rules,
        answer: { ...rules.answer, period: { ...rules.answer.period, length: 5 } },
      },
      holidays: memo.holidays,
      notifiedOn: day("2026-03-31"),
    }
    const lodged = { lodgedOn: day("2026-04-10"), frozen }
    expect(bounds(closed, lodged).map(line).slice(3)).toEqual([
      "hierarchical-appeal 2026-03-31 2026-04-16 2026-04-10",
      "appeal-answer 2026-04-10 2026-04-16 -",
      "committee-referral 2026-04-16 2026-05-18 -",
    ])
  })

  it("ENT-06 tells until which day a date could be proposed: 16 March 2026 by 8 March", () => {
    const file = proposed(opened(memo), day("2026-03-02"), day("2026-03-16"))
    expect(of("interview", file)).toEqual({
      act: "interview",
      label: undefined,
      bound: "not-before",
      from: "proposal",
      start: { event: "proposal", label: undefined, on: day("2026-03-02") },
      stoppedDays: 0,
      period: { length: 8, unit: "days", extends: false },
      end: {
        event: day("2026-03-02"),
        firstDay: day("2026-03-03"),
        rawLastDay: day("2026-03-10"),
        lastDay: day("2026-03-10"),
        skipped: [],
      },
      proposeBy: day("2026-03-08"),
      late: "refuse",
      source: hrMemo.notice.source,
      confidence: "confirmed",
      doneOn: undefined,
      lapsed: false,
    })
  })

  it("ENT-11 count the notice again from the day of a new date", () => {
    const file = postponed(
      proposed(opened(memo), day("2026-03-02"), day("2026-03-16")),
      day("2026-03-12"),
      day("2026-03-20"),
    )
    expect(line(of("interview", file))).toBe("interview 2026-03-12 2026-03-20 -")
    expect(of("interview", file).proposeBy).toBe("2026-03-12")
  })

  it("ENT-06 count a notice in working days to the first day that leaves it whole", () => {
    const notice = {
      ...hrMemo.notice,
      period: { length: 5, unit: "working-days", extends: true } as const,
    }
    const file = proposed(
      opened(termsOf({ ...hrMemo, notice })),
      day("2026-03-07"),
      day("2026-03-16"),
    )
    expect(of("interview", file)).toMatchObject({
      proposeBy: "2026-03-09",
      end: { rawLastDay: "2026-03-13", lastDay: "2026-03-16" },
    })
  })

  it("ENT-06 never move the notice over a weekend", () => {
    const notice = { ...hrMemo.notice, period: { ...hrMemo.notice.period, extends: true } }
    const file = proposed(
      opened(termsOf({ ...hrMemo, notice })),
      day("2026-03-06"),
      day("2026-03-16"),
    )
    expect(of("interview", file).end).toMatchObject({ lastDay: "2026-03-14", skipped: [] })
  })

  it("ENT-06 forget the notice of a date that was withdrawn", () => {
    const file = doing(proposed(opened(memo), day("2026-03-02"), day("2026-03-16")), {
      _tag: "unplan",
      at: instantOn(day("2026-03-03")),
      by: as("superior"),
      terms: memo,
      agent,
      reason,
    })
    expect(line(of("interview", file))).toBe("interview - - -")
  })

  it("name what starts a period, with the label of its step and of the period's own", () => {
    const file = stepped(heldFile, "communicate", day("2026-03-20"))
    expect(of("agent-completion", file)).toMatchObject({
      label: "Complément de l'agent",
      from: "communicate",
      start: {
        event: "communicate",
        label: "Communication du compte rendu à l'agent",
        on: "2026-03-20",
      },
      late: "lapse",
      source: hrMemo.steps[1]?.period?.source,
    })
  })

  it("ENT-23 keep the last day of a period that lapsed, and say so", () => {
    const file = stepped(
      stepped(heldFile, "communicate", day("2026-03-20")),
      "agent-completion",
      day("2026-04-06"),
      "system",
    )
    expect(of("agent-completion", file)).toMatchObject({ doneOn: "2026-04-04", lapsed: true })
  })

  it("ENT-25 let no appeal run before a notification that reached the agent", () => {
    const file = steppedOn(heldFile, ["2026-03-20", "2026-03-25", "2026-03-27"].map(day))
    const tried = doing(file, {
      _tag: "completeStep",
      at: instantOn(day("2026-03-30")),
      by: as("superior"),
      terms: memo,
      agent,
      step: memo.procedure.steps[3]?.step ?? memo.procedure.steps[0].step,
      notification: { means: "registered-letter", fate: "failed", on: day("2026-03-30") },
      acknowledged: [],
    })
    expect(line(of("hierarchical-appeal", tried))).toBe("hierarchical-appeal - - -")
    const reached = stepped(tried, "notify", day("2026-04-10"))
    expect(line(of("hierarchical-appeal", reached))).toBe(
      "hierarchical-appeal 2026-04-10 2026-04-27 -",
    )
  })

  it("let no appeal run before the visa, even from a notification (CAA Paris 21PA05129)", () => {
    const [first, ...others] = hrMemo.steps.filter(({ kind }) => kind !== "endorse")
    const unsound = { ...hrMemo, steps: [first ?? hrMemo.steps[0], ...others] as const }
    const file = steppedOn(
      heldOnDay(termsOf(unsound), day("2026-03-16")),
      ["2026-03-20", "2026-03-25", "2026-04-01"].map(day),
    )
    expect(file.state._tag === "in-circuit" && file.state.next.kind).toBe("sign")
    expect(of("hierarchical-appeal", file).end).toBeUndefined()
  })

  it("start the appeals of local government from the copy given after the visa", () => {
    const file = steppedOn(
      heldOnDay(termsOf(localGovernment), day("2026-03-16")),
      ["2026-03-20", "2026-03-20", "2026-03-20", "2026-03-24", "2026-03-26"].map(day),
    )
    expect(of("hierarchical-appeal", file)).toMatchObject({
      start: { event: "notify", on: "2026-03-26" },
      end: { lastDay: "2026-04-13" },
    })
  })

  it("ENT-27 follow the appeal: the answer from its receipt, the committee from the answer", () => {
    const file = steppedOn(
      heldFile,
      ["2026-03-20", "2026-03-25", "2026-03-27", "2026-04-01"].map(day),
    )
    const lodged = { lodgedOn: day("2026-04-10") }
    expect(bounds(file, lodged).slice(-3).map(line)).toEqual([
      "hierarchical-appeal 2026-04-01 2026-04-17 2026-04-10",
      "appeal-answer 2026-04-10 2026-04-27 -",
      "committee-referral 2026-04-27 2026-05-27 -",
    ])
    expect(of("committee-referral", file, lodged)).toMatchObject({
      label: "commission administrative paritaire",
      from: "answer-period",
      confidence: "ambiguous",
    })
    const answered = { ...lodged, answeredOn: day("2026-04-20"), referredOn: day("2026-05-04") }
    expect(bounds(file, answered).slice(-2).map(line)).toEqual([
      "appeal-answer 2026-04-10 2026-04-27 2026-04-20",
      "committee-referral 2026-04-20 2026-05-20 2026-05-04",
    ])
    expect(of("committee-referral", file, answered).from).toBe("appeal-answer")
  })

  it("have no appeal where the procedure has none", () => {
    const file = steppedOn(
      heldOnDay(termsOf(managerInterview), day("2026-03-16")),
      ["2026-03-20", "2026-03-20"].map(day),
    )
    expect(bounds(file).map(({ act }) => act)).toEqual(["interview"])
  })

  it("have no end in a deleted file", () => {
    const file = doing(stepped(heldFile, "communicate", day("2026-03-20")), {
      _tag: "delete",
      at: instantOn(day("2026-03-21")),
      by: as("administrator"),
      terms: memo,
      hasOpenAppeal: false,
      acknowledged: [],
    })
    expect(file.state._tag).toBe("deleted")
    expect(bounds(file).filter(({ end }) => end !== undefined)).toEqual([])
  })
})

describe("a request of revision", () => {
  const finance = termsOf(economyFinance)
  const communicated = stepped(
    heldOnDay(finance, day("2026-03-16")),
    "communicate",
    day("2026-03-20"),
  )
  const requested = doing(communicated, {
    _tag: "requestRevision",
    at: instantOn(day("2026-03-25")),
    by: as("agent"),
    terms: finance,
    reason,
  })
  const declined = doing(requested, {
    _tag: "answerRevision",
    at: instantOn(day("2026-03-28")),
    by: as("superior"),
    terms: finance,
    accepted: false,
    reason,
  })

  it.each([
    ["none", communicated, 0, "2026-04-07"],
    ["waiting for its answer", requested, 14, "2026-04-20"],
    ["declined after 3 days", declined, 3, "2026-04-07"],
  ] as const)("ENT-23 stops the agent's period: %s", (_, file, stopped, last) => {
    const { stoppedDays, start, end } = of("agent-completion", file)
    expect([stoppedDays, start?.on, end?.lastDay]).toEqual([stopped, "2026-03-20", last])
    expect(file.state._tag === "in-circuit" && file.state.next.due).toBe(last)
  })

  it("ENT-22 stops no other period", () => {
    expect(of("communicate", declined)).toMatchObject({
      stoppedDays: 0,
      end: { lastDay: "2026-03-31" },
    })
  })

  it("ENT-23 stays counted once the step is done, and is forgotten once the report came back", () => {
    const done = stepped(requested, "agent-completion", day("2026-04-20"))
    expect(of("agent-completion", done)).toMatchObject({
      stoppedDays: 14,
      end: { lastDay: "2026-04-20" },
      doneOn: "2026-04-20",
    })
    const back = doing(requested, {
      _tag: "answerRevision",
      at: instantOn(day("2026-03-28")),
      by: as("superior"),
      terms: finance,
      accepted: true,
      reason,
    })
    const again = stepped(back, "communicate", day("2026-03-30"))
    expect(of("agent-completion", again)).toMatchObject({
      stoppedDays: 0,
      end: { lastDay: "2026-04-14" },
    })
  })
})

describe("every shipped procedure", () => {
  it.each(shippedProcedures)("$label: has a source and a certainty for each bound", (procedure) => {
    for (const { source, confidence, label, act } of bounds(opened(termsOf(procedure)))) {
      expect(source).not.toBe("")
      expect(["confirmed", "recalled", "ambiguous"]).toContain(confidence)
      expect(label === undefined).toBe(
        ["interview", "hierarchical-appeal", "appeal-answer"].includes(act) ||
          (act === "committee-referral" && procedure.appeal?.committee === undefined),
      )
    }
  })
})
