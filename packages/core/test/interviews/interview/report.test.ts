/** What the agent adds, what sends a report back, what corrects it, with whole events. */
import { fold } from "@convoque/core/kernel/machine"
import { lastDay } from "@convoque/core/kernel/calendar"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import { interviewMachine as machine } from "../../../src/interviews/interview/decider.ts"
import { deadlinesOf } from "../../../src/interviews/interview/rules/deadlines.ts"
import { commentsOf } from "../../../src/interviews/interview/state.ts"
import { economyFinance, hrMemo } from "../../../src/interviews/terms/procedures.ts"
import {
  answerRevision,
  comment,
  communicate,
  complete,
  correct,
  lapse,
  requestRevision,
  returnReport,
} from "../acts.ts"
import {
  agent,
  agentCompleted,
  byAgent,
  byAuthority,
  bySystem,
  communicated,
  day,
  done,
  history,
  next,
  on,
  reason,
  report,
  section,
  stepCompleted,
  terms,
  text,
} from "../given.ts"
import { after } from "../papers.ts"

describe("comments", () => {
  const { at, by } = comment()
  const added = {
    _tag: "CommentAdded" as const,
    at,
    by,
    comment: { on: day("2026-02-05"), text: text("Je demande une formation.") },
  }

  test("ENT-23 the agent comments the whole report, as often as he likes", () => {
    const happened = given(machine, history.toComplete).when(comment())
    happened.then([added])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, history.toComplete),
      comments: [added.comment],
      acts: [...history.toComplete, added],
    })
    expect(
      given(machine, [...history.toComplete, added])
        .when(comment())
        .state(),
    ).toMatchObject({ comments: [added.comment, added.comment] })
  })

  test("ENT-19 he comments a section that is his, on the last day too", () => {
    const mine = section("agent-proposals")
    const last = on("2026-02-17")
    given(machine, history.toComplete)
      .when(comment({ at: last, section: mine }))
      .then([
        {
          ...added,
          at: last,
          comment: { ...added.comment, on: day("2026-02-17"), section: mine },
        },
      ])
  })

  test("ENT-23 his comments stay when the circuit goes on", () => {
    const after = fold(machine, [...history.toComplete, added, agentCompleted])
    expect(after).toMatchObject({ comments: [added.comment], next: next("endorse") })
  })
})

const finance = { ...terms, procedure: economyFinance }
const due = (date: string) =>
  ({
    ...next("agent-completion"),
    label: "Observations de l'agent",
    due: day(date),
    late: "lapse",
  }) as const
const financeCommunicated = { ...communicated, next: due("2026-02-17") }
const communicatedInFinance = [...history.held, financeCommunicated]
const requested = {
  _tag: "RevisionRequested" as const,
  at: on("2026-02-05"),
  by: byAgent,
  on: day("2026-02-05"),
  reason: reason("Une mission manque."),
  next: due("2026-03-03"),
}
const asked = [...communicatedInFinance, requested]

describe("revision", () => {
  test("ENT-23 a request of revision stops the agent's period, two weeks at most", () => {
    const happened = given(machine, communicatedInFinance).when(requestRevision({ terms: finance }))
    happened.then([requested])
    expect(happened.state()).toMatchObject({
      next: requested.next,
      suspendedDays: 0,
      revision: { on: requested.on, reason: requested.reason },
    })
  })

  test("ENT-23 declined, the period ends later by the days of the stop", () => {
    const { at, by } = answerRevision()
    const declined = {
      _tag: "RevisionDeclined" as const,
      at,
      by,
      on: day("2026-02-10"),
      reason: reason("La mission est citée."),
      suspendedDays: 5,
      next: due("2026-02-23"),
    }
    const happened = given(machine, asked).when(answerRevision({ terms: finance }))
    happened.then([declined])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, communicatedInFinance),
      next: declined.next,
      suspendedDays: 5,
      acts: [...asked, declined],
    })
  })

  test("ENT-23 accepted, the report goes back to the superior as it was; the steps stay in the history", () => {
    const { at, by } = answerRevision()
    const returned = {
      _tag: "ReportReturned" as const,
      at,
      by,
      reason: reason("La mission est citée."),
      cleared: [communicated.done],
      revision: { requestedOn: day("2026-02-05"), on: day("2026-02-10") },
    }
    const happened = given(machine, asked).when(answerRevision({ terms: finance, accepted: true }))
    happened.then([returned])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, history.held),
      draft: report,
      acts: [...asked, returned],
    })
  })

  test("ENT-22 once revised, the period to communicate is counted from the answer", () => {
    const past = after(
      asked,
      answerRevision({ terms: finance, accepted: true }),
      communicate({ terms: finance, at: on("2026-02-17") }),
    )
    const { period } = finance.procedure.steps[0]
    const last = past.at(-1)
    if (period === undefined || last?._tag !== "ValidationStepCompleted") throw new Error("step")
    expect(last.done.due).toBe(lastDay(day("2026-02-10"), period.period, finance.holidays).lastDay)
    expect(last.done.late).toBe(false)
    const bound = deadlinesOf(fold(machine, past), finance).find(({ act }) => act === "communicate")
    expect(bound?.end?.lastDay).toBe(last.done.due)
  })

  test("ENT-23 his comments stay when the report is taken back, and after", () => {
    const commented = after(asked, comment({ terms: finance }))
    const back = after(commented, answerRevision({ terms: finance, accepted: true }))
    const kept = [{ on: day("2026-02-05"), text: text("Je demande une formation.") }]
    expect(commentsOf(fold(machine, back))).toStrictEqual(kept)
    const again = after(back, communicate({ terms: finance, at: on("2026-02-17") }))
    expect(fold(machine, again)).toMatchObject({ _tag: "in-circuit", comments: kept })
  })

  test("ENT-23 once revised and communicated again, he may ask again", () => {
    const past = [
      ...asked,
      ...[{ ...requested, _tag: "ReportReturned" as const, cleared: [communicated.done] }].map(
        ({ on: _, next: __, ...event }) => event,
      ),
      financeCommunicated,
    ]
    given(machine, past)
      .when(requestRevision({ terms: finance }))
      .then([requested])
  })

  test("ENT-23 he may declare the report complete while his request waits", () => {
    const happened = given(machine, asked).when(complete({ terms: finance }))
    const what = done(
      "agent-completion",
      { date: "2026-02-10", by: byAgent },
      { due: day("2026-03-03"), label: "Observations de l'agent" },
    )
    const visa = { ...next("endorse"), label: "Visa de l'autorité hiérarchique" }
    happened.then([stepCompleted(what, visa)])
    expect(happened.state()).not.toHaveProperty("revision")
  })

  test("ENT-23 without an answer, the period lapses once the stop and the rest are over", () => {
    given(machine, asked)
      .when(lapse({ terms: finance, at: on("2026-03-03") }))
      .refused({
        _tag: "step.not-lapsed",
        step: next("agent-completion").step,
        label: "Observations de l'agent",
        lastDay: day("2026-03-03"),
      })
    const what = done(
      "agent-completion",
      { date: "2026-03-04", by: bySystem },
      {
        on: day("2026-03-03"),
        due: day("2026-03-03"),
        lapsed: true,
        label: "Observations de l'agent",
      },
    )
    const visa = { ...next("endorse"), label: "Visa de l'autorité hiérarchique" }
    given(machine, asked)
      .when(lapse({ terms: finance, at: on("2026-03-04") }))
      .then([stepCompleted(what, visa)])
  })
})

const [first, second, third, ...rest] = hrMemo.steps
const returnable = {
  ...terms,
  procedure: {
    ...hrMemo,
    steps: [
      first,
      ...(second === undefined ? [] : [second]),
      ...(third === undefined ? [] : [{ ...third, returnable: true }]),
      ...rest,
    ] as const,
  },
}

describe("sending back", () => {
  const { at, by } = returnReport()
  const returned = {
    _tag: "ReportReturned" as const,
    at,
    by,
    reason: reason("Un objectif est à préciser."),
    cleared: [communicated.done, agentCompleted.done],
  }

  test("CAM-24 the actor of the next step sends the report back; the steps done stay in the history", () => {
    const happened = given(machine, history.toEndorse).when(returnReport({ terms: returnable }))
    happened.then([returned])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, history.held),
      draft: report,
      acts: [...history.toEndorse, returned],
    })
  })

  test("CAM-24 the circuit begins again from its first step, with the periods of that day", () => {
    const again = {
      ...communicated,
      at: on("2026-02-16"),
      done: {
        ...communicated.done,
        at: on("2026-02-16"),
        on: day("2026-02-16"),
      },
      next: { ...next("agent-completion"), due: day("2026-03-03"), late: "lapse" as const },
    }
    given(machine, [...history.toEndorse, returned])
      .when(communicate({ at: on("2026-02-16") }))
      .then([again])
    expect(by).toStrictEqual(byAuthority)
  })
})

describe("clerical errors", () => {
  test("ENT-26 a text of a closed report is corrected, its former text kept", () => {
    const { at, by } = correct()
    const corrected = {
      _tag: "ReportCorrected" as const,
      at,
      by,
      section: section("missions"),
      former: text("Gestion des congés."),
      text: text("Gestion des congés et des absences."),
      reason: reason("Mot oublié."),
      agent,
    }
    const happened = given(machine, history.closed).when(correct())
    happened.then([corrected])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, history.closed),
      report: {
        ...report,
        parts: report.parts.map((part) =>
          part.section === "missions" ? { ...part, text: corrected.text } : part,
        ),
      },
      acts: [...history.closed, corrected],
    })
  })

  test("ENT-26 the same text changes nothing", () => {
    given(machine, history.closed)
      .when(correct({ text: text("Gestion des congés.") }))
      .nothing()
  })
})
