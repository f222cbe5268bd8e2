/** The catalogue's table of transitions of an appeal, row by row, with whole values. */
import { Instant } from "@convoque/core/kernel/calendar"
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import { appealMachine as machine } from "../../../src/interviews/appeal/decider.ts"
import type { AppealEvent } from "../../../src/interviews/appeal/events.ts"
import { unfiledReports } from "../../../src/interviews/appeal/final-reports.ts"
import {
  acknowledge,
  acknowledged,
  agent,
  answer,
  answeredEvent,
  authority,
  byAdministrator,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  byScheduler,
  day,
  decideAfter,
  decidedEvent,
  endOfDuties,
  fileOf,
  givenAnswer,
  history,
  id,
  lodge,
  lodged,
  movedAgent,
  notified,
  notify,
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
  superior,
  unanswered,
  under,
} from "./given.ts"

const final = { report: revised, revisedOn: day("2026-01-20") }
const partly = { ...givenAnswer, outcome: "partly-granted" } as const

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

describe("another authority", () => {
  const successor = { ...authority, id: id("authority-2"), email: "successeur@academie.example" }
  const act = { at: on("2026-01-15"), by: byService, reason: endOfDuties } as const

  test("ENT-27 the HR service gives the appeal to another authority, who answers it", () => {
    const happened = given(machine, history.lodged).when({
      _tag: "replaceAuthority",
      ...act,
      authority: successor,
    })
    const event: AppealEvent = {
      _tag: "AppealAuthorityReplaced",
      ...act,
      former: authority,
      authority: successor,
    }
    happened.then([event])
    expect(happened.state()).toStrictEqual({
      _tag: "lodged",
      ...fileOf([lodged, event]),
      authority: successor,
    })
    const by = { ...byAuthority, person: successor.id }
    given(machine, [lodged, event])
      .when(answer({ by }))
      .then([{ ...answeredEvent, by }])
    given(machine, [lodged, event])
      .when(answer())
      .refused({ _tag: "actor.not-allowed", command: "answerAppeal", capacity: "authority" })
  })
})

describe("the final report", () => {
  const revisedByAnswer = [lodged, partlyGranted]
  const former = {
    final: { ...final, notification: notified.notification },
    acknowledgedOn: day("2026-03-23"),
    handedOver: false,
  }

  test.each([
    ["the HR service", byService],
    ["the superior", bySuperior],
  ])("ENT-27 %s notifies it after the answer", (_, by) => {
    const happened = given(machine, revisedByAnswer).when(notify({ by }))
    happened.then([{ ...notified, by }])
    expect(happened.state()).toStrictEqual({
      _tag: "answered",
      ...fileOf([...revisedByAnswer, { ...notified, by }]),
      answer: partly,
      committeeBy: day("2026-02-20"),
      final: { ...final, notification: notified.notification },
    })
  })

  test.each(["sent", "failed"] as const)(
    "ENT-27 a notification that was %s starts nothing",
    (fate) => {
      const notification = { ...notified.notification, fate }
      const { at, by } = notified
      const tried = { _tag: "FinalReportNotificationTried", at, by, agent, notification } as const
      const happened = given(machine, history.decided).when(notify({ notification }))
      happened.then([tried])
      expect(happened.state()).toStrictEqual({
        ...fold(machine, history.decided),
        acts: [...history.decided, tried],
      })
      given(machine, [...history.decided, tried])
        .when(acknowledge())
        .refused({ _tag: "appeal.final-report-not-notified" })
      given(machine, [...history.decided, tried])
        .when(notify())
        .then([notified])
    },
  )

  test("ENT-27 the agent acknowledges it after the answer, which concludes the appeal", () => {
    const past = [...revisedByAnswer, notified]
    const happened = given(machine, past).when(acknowledge())
    happened.then([acknowledged])
    expect(happened.state()).toStrictEqual({
      _tag: "concluded",
      ...fileOf([...past, acknowledged]),
      answer: partly,
      committeeBy: day("2026-02-20"),
      final: { ...final, notification: notified.notification },
      acknowledgedOn: day("2026-03-23"),
      handedOver: false,
    })
  })

  test("ENT-26 the scheduler says once that the personnel file has it", () => {
    const act = { at: on("2026-03-24"), by: byScheduler } as const
    const revisedOn = decidedEvent.on
    const handOver = { _tag: "recordFinalHandOver", ...act, revisedOn } as const
    const handedOver = { _tag: "FinalReportHandedOver", ...act, revisedOn } as const
    const happened = given(machine, history.concluded).when(handOver)
    happened.then([handedOver])
    expect(happened.state()).toHaveProperty("handedOver", true)
    given(machine, [...history.concluded, handedOver])
      .when(handOver)
      .nothing()
    given(machine, history.concluded)
      .when({ ...handOver, by: byAgent })
      .refused({ _tag: "actor.not-allowed", command: "recordFinalHandOver", capacity: "agent" })
  })

  test("ENT-27 or after the decision", () => {
    const happened = given(machine, [...history.decided, notified]).when(acknowledge())
    happened.then([acknowledged])
    expect(happened.state()).toStrictEqual({
      _tag: "concluded",
      ...fileOf(history.concluded),
      answer: givenAnswer,
      final: {
        report: revisedAgain,
        revisedOn: day("2026-03-16"),
        notification: notified.notification,
      },
      acknowledgedOn: day("2026-03-23"),
      handedOver: false,
      committee: {
        referral: { on: day("2026-02-02"), lastDay: day("2026-02-20"), late: false },
        opinion: { on: day("2026-03-09"), text: opinionText },
        decision: { on: day("2026-03-16"), outcome: "granted" },
      },
    })
  })

  test("ENT-27 acknowledging is not agreeing: the committee can still be asked", () => {
    const past = [...revisedByAnswer, notified, acknowledged]
    const event = { ...referredEvent, at: on("2026-03-24"), on: day("2026-03-24"), late: true }
    const happened = given(machine, past).when(
      refer({ at: on("2026-03-24"), date: day("2026-03-24") }),
    )
    happened.then([event])
    expect(happened.state()).toStrictEqual({
      _tag: "referred",
      ...fileOf([...past, event]),
      answer: partly,
      former,
      referral: { on: day("2026-03-24"), lastDay: day("2026-02-20"), late: true },
    })
  })

  const keepsFormer = [...revisedByAnswer, notified, acknowledged, { ...referredEvent, late: true }]
  const opinion = { ...opinionRecorded, at: on("2026-04-10"), on: day("2026-04-10") }
  const later = { at: on("2026-04-16"), date: day("2026-04-16") }
  const { revised: _, ...maintains } = decideAfter({ ...later, outcome: "rejected" })

  test.each([
    ["maintains it", maintains],
    ["revises it again", decideAfter(later)],
  ])("ENT-26 ENT-27 an acknowledged report is kept when the decision %s", (_title, command) => {
    const decided = given(machine, [...keepsFormer, opinion])
      .when(command)
      .state()
    expect(decided).toMatchObject({ _tag: "decided", former })
    expect(unfiledReports(decided).map((one) => one.final)).toStrictEqual([former.final])
    const act = { at: on("2026-04-17"), by: byScheduler, revisedOn: former.final.revisedOn }
    const handedOver = { _tag: "FinalReportHandedOver", ...act } as const
    const filed = fold(machine, [handedOver], decided)
    expect(unfiledReports(filed)).toStrictEqual([])
    expect(filed).toMatchObject({ former: { handedOver: true } })
  })

  test("ENT-26 ENT-27 after the decision both final reports go to the personnel file", () => {
    const past: ReadonlyArray<AppealEvent> = [
      ...keepsFormer,
      opinion,
      { ...decidedEvent, at: later.at, on: later.date },
      { ...notified, notification: { ...notified.notification, on: later.date } },
      { ...acknowledged, on: day("2026-04-17") },
    ]
    const concluded = fold(machine, past)
    expect(concluded).toMatchObject({ _tag: "concluded", former, acknowledgedOn: "2026-04-17" })
    expect(unfiledReports(concluded).map((one) => one.final.revisedOn)).toStrictEqual([
      former.final.revisedOn,
      later.date,
    ])
    given(machine, past)
      .when({
        _tag: "recordFinalHandOver",
        at: later.at,
        by: byScheduler,
        revisedOn: day("2026-04-01"),
      })
      .refused({ _tag: "appeal.no-revised-report" })
  })

  test("ENT-27 an agent who does not acknowledge it keeps nothing open: the HR service notes it", () => {
    const act = { at: on("2026-03-24"), by: byService } as const
    const witness = "Refus constaté par Mme Martin."
    const note = { _tag: "recordAcknowledgementRefusal", ...act, witness } as const
    const past = [...history.decided, notified]
    const event = { _tag: "FinalReportAcknowledgementRefused", ...act, witness } as const
    const happened = given(machine, past).when({ ...note, date: day("2026-03-24") })
    happened.then([{ ...event, on: day("2026-03-24") }])
    expect(happened.state()).toMatchObject({
      _tag: "concluded",
      acknowledgedOn: "2026-03-24",
      refusal: { witness },
      handedOver: false,
    })
    expect(unfiledReports(happened.state())).toHaveLength(1)
    given(machine, past)
      .when({ ...note, date: day("2026-03-24"), by: bySuperior })
      .refused({
        _tag: "actor.not-allowed",
        command: "recordAcknowledgementRefusal",
        capacity: "superior",
      })
    given(machine, history.decided)
      .when({ ...note, date: day("2026-03-24") })
      .refused({ _tag: "appeal.final-report-not-notified" })
  })

  test("ENT-27 CAM-19 the direct superior of the day notifies it, the former one no longer", () => {
    const present = { ...superior, id: id("superior-2") }
    const by = { ...bySuperior, person: present.id }
    given(machine, history.decided)
      .when(notify({ by, superior: present }))
      .then([{ ...notified, by }])
    given(machine, history.decided)
      .when(notify({ by: bySuperior, superior: present }))
      .refused({
        _tag: "actor.not-allowed",
        command: "notifyFinalReport",
        capacity: "superior",
      })
  })
})
