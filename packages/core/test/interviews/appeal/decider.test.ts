/** The catalogue's table of transitions of an appeal, row by row, with whole values. */
import { appealMachine as machine } from "../../../src/interviews/appeal/decider.ts"
import { Instant } from "@convoque/core/kernel/calendar"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import {
  agent,
  answer,
  answeredEvent,
  authority,
  byAdministrator,
  byAgent,
  byAuthority,
  byService,
  day,
  decideAfter,
  decidedEvent,
  fileOf,
  givenAnswer,
  history,
  id,
  lodge,
  lodged,
  movedAgent,
  on,
  opinionRecorded,
  opinionText,
  partlyGranted,
  recordNoAnswer,
  recordOpinion,
  refer,
  referredEvent,
  revised,
  revisedAgain,
  rulesWithInterview,
  rulesWithoutCommittee,
  unanswered,
  under,
} from "./given.ts"

const final = { report: revised, revisedOn: day("2026-01-20") }

describe("lodging", () => {
  test("ENT-27 the agent appeals within the period, and the authority has its own", () => {
    const happened = given(machine, history.none).when(lodge())
    happened.then([lodged])
    expect(happened.state()).toStrictEqual({ _tag: "lodged", ...fileOf([lodged]) })
  })

  test("ENT-27 the last day is in time", () => {
    const date = day("2026-01-21")
    given(machine, history.none)
      .when(lodge({ date, at: on("2026-01-21") }))
      .then([{ ...lodged, at: on("2026-01-21"), on: date, answerBy: day("2026-02-06") }])
  })

  test("ENT-27 the day is that of the place: half past midnight in Paris is tomorrow's", () => {
    const at = Instant.make("2026-01-21T23:30:00.000Z")
    const date = day("2026-01-22")
    given(machine, history.none)
      .when(lodge({ at, date }))
      .then([{ ...lodged, at, on: date, late: true, answerBy: day("2026-02-09") }])
  })

  test("ENT-27 a late appeal is recorded and flagged; the authority answers it", () => {
    const late = {
      ...lodged,
      at: on("2026-01-22"),
      on: day("2026-01-22"),
      late: true,
      answerBy: day("2026-02-09"),
    }
    const happened = given(machine, history.none).when(
      lodge({ date: day("2026-01-22"), at: on("2026-01-22") }),
    )
    happened.then([late])
    given(machine, [late])
      .when(answer({ date: day("2026-01-30"), at: on("2026-01-30") }))
      .then([
        {
          ...answeredEvent,
          at: on("2026-01-30"),
          on: day("2026-01-30"),
          committeeBy: day("2026-03-02"),
        },
      ])
  })
})

describe("answering", () => {
  test("ENT-27 the authority rejects, with its reasons", () => {
    const happened = given(machine, history.lodged).when(answer())
    happened.then([answeredEvent])
    expect(happened.state()).toStrictEqual({
      _tag: "answered",
      ...fileOf(history.answered),
      agent: movedAgent,
      answer: givenAnswer,
      committeeBy: day("2026-02-20"),
    })
  })

  test.each(["granted", "partly-granted"] as const)(
    "ENT-27 an appeal %s comes with the revised parts",
    (outcome) => {
      const event = { ...partlyGranted, outcome }
      const happened = given(machine, history.lodged).when(answer({ outcome, revised }))
      happened.then([event])
      expect(happened.state()).toStrictEqual({
        _tag: "answered",
        ...fileOf([lodged, event]),
        agent: movedAgent,
        answer: { ...givenAnswer, outcome },
        committeeBy: day("2026-02-20"),
        final,
      })
    },
  )

  test("ENT-27 an answer on the last day is in time, one the day after is late", () => {
    const last = { at: on("2026-01-28"), date: day("2026-01-28") }
    const { date: _, ...event } = { ...answeredEvent, ...last, on: last.date }
    given(machine, history.lodged)
      .when(answer(last))
      .then([{ ...event, committeeBy: day("2026-03-02") }])
    given(machine, history.lodged)
      .when(answer({ at: on("2026-01-29"), date: day("2026-01-29") }))
      .then([
        {
          ...answeredEvent,
          at: on("2026-01-29"),
          on: day("2026-01-29"),
          late: true,
          committeeBy: day("2026-03-02"),
        },
      ])
  })

  test("ENT-27 an answer after silence was recorded is late, and the committee's month runs again", () => {
    const late = {
      ...answeredEvent,
      at: on("2026-02-10"),
      on: day("2026-02-10"),
      late: true,
      committeeBy: day("2026-03-10"),
    }
    const happened = given(machine, history.unanswered).when(
      answer({ at: on("2026-02-10"), date: day("2026-02-10") }),
    )
    happened.then([late])
    expect(happened.state()).toStrictEqual({
      _tag: "answered",
      ...fileOf([lodged, unanswered, late]),
      agent: movedAgent,
      answer: { ...givenAnswer, on: day("2026-02-10"), late: true },
      committeeBy: day("2026-03-10"),
    })
  })

  test("ENT-27 an answer that had reached the agent in time is in time, though written down late", () => {
    given(machine, history.unanswered)
      .when(answer({ at: on("2026-02-10") }))
      .then([{ ...answeredEvent, at: on("2026-02-10") }])
  })

  test("ENT-27 a procedure may ask for a complementary interview before the answer", () => {
    const interviewHeldOn = day("2026-01-16")
    const happened = given(machine, under(rulesWithInterview, history.lodged)).when(
      answer({ interviewHeldOn }),
    )
    happened.then([{ ...answeredEvent, interviewHeldOn }])
    expect(happened.state()).toMatchObject({ answer: { ...givenAnswer, interviewHeldOn } })
    given(machine, history.lodged)
      .when(answer({ interviewHeldOn }))
      .then([{ ...answeredEvent, interviewHeldOn }])
  })

  test("ENT-22 ENT-27 a delegate answers for the authority on the days of the delegation", () => {
    const by = {
      person: id("deputy-1"),
      capacity: "authority" as const,
      onBehalfOf: authority.id,
      delegation: { from: day("2026-01-20"), until: day("2026-01-20") },
    }
    given(machine, history.lodged)
      .when(answer({ by }))
      .then([{ ...answeredEvent, by }])
  })

  test("ENT-27 without a committee no period follows", () => {
    const { committeeBy: _, ...event } = answeredEvent
    given(machine, under(rulesWithoutCommittee, history.lodged)).when(answer()).then([event])
    const { committeeBy: __, ...silence } = unanswered
    given(machine, under(rulesWithoutCommittee, history.lodged))
      .when(recordNoAnswer())
      .then([silence])
  })
})

describe("silence", () => {
  test("ENT-27 no answer is an outcome once the period is over", () => {
    const happened = given(machine, history.lodged).when(recordNoAnswer())
    happened.then([unanswered])
    expect(happened.state()).toStrictEqual({
      _tag: "unanswered",
      ...fileOf(history.unanswered),
      committeeBy: day("2026-03-02"),
    })
  })

  test("ENT-27 recording it again does nothing", () => {
    given(machine, history.unanswered).when(recordNoAnswer()).nothing()
  })
})

describe("the committee", () => {
  test("ENT-27 the agent refers the answered appeal to the committee within a month", () => {
    const happened = given(machine, history.answered).when(refer())
    happened.then([referredEvent])
    expect(happened.state()).toStrictEqual({
      _tag: "referred",
      ...fileOf(history.referred),
      agent: movedAgent,
      answer: givenAnswer,
      referral: { on: day("2026-02-02"), lastDay: day("2026-02-20"), late: false },
    })
  })

  test("ENT-27 after silence the month runs from the end of the authority's period", () => {
    const event = { ...referredEvent, lastDay: day("2026-03-02") }
    const happened = given(machine, history.unanswered).when(refer())
    happened.then([event])
    expect(happened.state()).toStrictEqual({
      _tag: "referred",
      ...fileOf([...history.unanswered, event]),
      referral: { on: day("2026-02-02"), lastDay: day("2026-03-02"), late: false },
    })
  })

  test("ENT-27 nor has the agent to wait until the silence is recorded", () => {
    const date = day("2026-01-29")
    const at = on("2026-01-29")
    const lastDay = day("2026-03-02")
    const silence = { ...unanswered, at, by: byAgent }
    const event = { ...referredEvent, at, on: date, lastDay }
    const happened = given(machine, history.lodged).when(refer({ at, date }))
    happened.then([silence, event])
    expect(happened.state()).toStrictEqual({
      _tag: "referred",
      ...fileOf([lodged, silence, event]),
      referral: { on: date, lastDay, late: false },
    })
  })

  test.each([
    ["2026-02-20", false],
    ["2026-02-21", true],
  ])("ENT-27 a referral on %s is recorded, late: %s", (text, late) => {
    given(machine, history.answered)
      .when(refer({ at: on(text), date: day(text) }))
      .then([{ ...referredEvent, at: on(text), on: day(text), late }])
  })

  test.each([
    ["the HR service", byService],
    ["an administrator", byAdministrator],
    ["the authority", byAuthority],
  ])("ENT-27 the opinion is recorded by %s", (_, by) => {
    const happened = given(machine, history.referred).when(recordOpinion({ by }))
    happened.then([{ ...opinionRecorded, by }])
    expect(happened.state()).toStrictEqual({
      _tag: "referred",
      ...fileOf([...history.referred, { ...opinionRecorded, by }]),
      agent: movedAgent,
      answer: givenAnswer,
      referral: { on: day("2026-02-02"), lastDay: day("2026-02-20"), late: false },
      opinion: { on: day("2026-03-09"), text: opinionText },
    })
  })

  const withOpinion = [...history.referred, opinionRecorded]
  const afterOpinion = {
    answer: givenAnswer,
    referral: { on: day("2026-02-02"), lastDay: day("2026-02-20"), late: false },
    opinion: { on: day("2026-03-09"), text: opinionText },
  }

  test("ENT-27 after the opinion the authority decides, and the report is revised", () => {
    const happened = given(machine, withOpinion).when(decideAfter())
    happened.then([decidedEvent])
    expect(happened.state()).toStrictEqual({
      _tag: "decided",
      ...fileOf(history.decided),
      agent,
      ...afterOpinion,
      decision: { on: day("2026-03-16"), outcome: "granted" },
      final: { report: revisedAgain, revisedOn: day("2026-03-16") },
    })
  })

  test("ENT-27 or maintains it, whatever the opinion", () => {
    const { revised: _, ...command } = decideAfter({ outcome: "rejected" })
    const { revised: __, ...event } = { ...decidedEvent, outcome: "rejected" as const }
    const happened = given(machine, withOpinion).when(command)
    happened.then([event])
    expect(happened.state()).toStrictEqual({
      _tag: "decided",
      ...fileOf([...withOpinion, event]),
      agent,
      ...afterOpinion,
      decision: { on: day("2026-03-16"), outcome: "rejected" },
    })
  })

  test("ENT-27 a report revised by the answer is still owed when the decision maintains it", () => {
    const { revised: _, ...command } = decideAfter({ outcome: "rejected" })
    const past = [lodged, partlyGranted, referredEvent, opinionRecorded]
    expect(given(machine, past).when(command).state()).toMatchObject({ _tag: "decided", final })
    expect(given(machine, past).when(decideAfter()).state()).toMatchObject({
      final: { report: revisedAgain, revisedOn: day("2026-03-16") },
    })
  })
})
