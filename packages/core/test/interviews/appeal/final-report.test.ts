/** The final report of an appeal and its authority, row by row of the table, with whole values. */
import { appealMachine as machine } from "../../../src/interviews/appeal/decider.ts"
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import type { AppealEvent } from "../../../src/interviews/appeal/events.ts"
import { unfiledReports } from "../../../src/interviews/appeal/rules/final-reports.ts"
import {
  acknowledge,
  acknowledged,
  agent,
  answer,
  answeredEvent,
  authority,
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
  lodged,
  notified,
  notify,
  on,
  opinionRecorded,
  opinionText,
  partlyGranted,
  refer,
  referredEvent,
  revised,
  revisedAgain,
  superior,
} from "./given.ts"

const final = { report: revised, revisedOn: day("2026-01-20") }
const partly = { ...givenAnswer, outcome: "partly-granted" } as const

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
