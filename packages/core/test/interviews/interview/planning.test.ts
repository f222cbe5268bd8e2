/** From the opening to the day of the interview, row by row, with whole events. */
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import { interviewMachine as machine } from "../../../src/interviews/interview/decider.ts"
import { statusOf } from "../../../src/interviews/interview/state.ts"
import {
  openInterview,
  postpone,
  prepare,
  propose,
  recordHeld,
  recordNotHeld,
  unplan,
} from "../acts.ts"
import {
  agent,
  byAdministrator,
  bySuperior,
  bySystem,
  day,
  delegateOf,
  enclosures,
  heldEvent,
  history,
  laterMeeting,
  meeting,
  names,
  notHeld,
  on,
  opened,
  proposed,
  reason,
  superior,
} from "../given.ts"

describe("opening", () => {
  test("ENT-28 CAM-06 an interview is opened by its campaign, and is not planned", () => {
    const happened = given(machine, history.none).when(openInterview())
    happened.then([opened])
    expect(happened.state()).toStrictEqual({
      _tag: "to-schedule",
      ...names,
      postponements: 0,
      notes: [],
      acts: [opened],
    })
    expect(statusOf("to-schedule")).toBe("not-planned")
  })

  test.each([byAdministrator, bySystem])("CAM-01 $capacity opens interviews too", (by) => {
    given(machine, history.none)
      .when(openInterview({ by }))
      .then([{ ...opened, by }])
  })
})

describe("preparing", () => {
  test.each(["to-schedule", "proposed", "not-held"] as const)(
    "ENT-09 the superior keeps his notes in %s, the last ones replacing the others",
    (state) => {
      const { at, by, notes } = prepare()
      const prepared = { _tag: "InterviewPrepared" as const, at, by, notes }
      const happened = given(machine, history[state]).when(prepare())
      happened.then([prepared])
      const before = fold(machine, history[state])
      expect(happened.state()).toStrictEqual({
        ...before,
        notes,
        acts: [...history[state], prepared],
      })
    },
  )
})

describe("proposing a date", () => {
  test.each(["to-schedule", "not-held"] as const)(
    "ENT-06 ENT-07 a date is proposed in %s, with its two documents",
    (state) => {
      const happened = given(machine, history[state]).when(propose())
      happened.then([proposed])
      expect(happened.state()).toStrictEqual({
        _tag: "proposed",
        ...names,
        postponements: 0,
        notes: [],
        acts: [...history[state], proposed],
        meeting,
        enclosures,
        late: false,
      })
      expect(statusOf("proposed")).toBe("planned")
    },
  )

  test("ENT-06 the eighth day after the proposal is the first that can be proposed", () => {
    const first = { ...meeting, date: day("2026-01-20") }
    given(machine, history["to-schedule"])
      .when(propose({ meeting: first }))
      .then([{ ...proposed, meeting: first }])
  })

  test.each([
    ["2026-03-30", false],
    ["2026-03-31", true],
  ] as const)("ENT-01 an interview dated %s is late: %s", (date, late) => {
    const dated = { ...meeting, date: day(date) }
    given(machine, history["to-schedule"])
      .when(propose({ meeting: dated }))
      .then([{ ...proposed, meeting: dated, late }])
  })

  test("ENT-12 a short time is planned once acknowledged; an unknown one is not warned of", () => {
    const short = { ...meeting, durationMinutes: 44 }
    given(machine, history["to-schedule"])
      .when(
        propose({
          meeting: short,
          acknowledged: [{ code: "interview.duration-too-short", subject: agent.id }],
        }),
      )
      .then([{ ...proposed, meeting: short }])
    const unknown = { date: meeting.date }
    given(machine, history["to-schedule"])
      .when(propose({ meeting: unknown }))
      .then([{ ...proposed, meeting: unknown }])
    const enough = { ...meeting, durationMinutes: 45 }
    given(machine, history["to-schedule"])
      .when(propose({ meeting: enough }))
      .then([{ ...proposed, meeting: enough }])
  })

  test("the agent is told at the address of the directory, else at the last known one", () => {
    const moved = { ...agent, email: "autre@academie.example" }
    given(machine, history["to-schedule"])
      .when(propose({ agent: moved }))
      .then([{ ...proposed, agent: moved }])
    const { email: _, ...unreachable } = agent
    given(machine, history["to-schedule"])
      .when(propose({ agent: unreachable }))
      .then([proposed])
  })

  test("ENT-22 a delegate proposes on behalf of the superior, and the act says so", () => {
    const by = delegateOf(bySuperior, { from: day("2026-01-12"), until: day("2026-01-12") })
    given(machine, history["to-schedule"])
      .when(propose({ by }))
      .then([{ ...proposed, by }])
  })
})

describe("changing the date", () => {
  const { at, by } = postpone()
  const postponed = {
    _tag: "InterviewPostponed" as const,
    at,
    by,
    former: meeting,
    meeting: laterMeeting,
    reason: reason("Grève des transports."),
    late: false,
    agent,
  }

  test("ENT-11 a change of date is an exception, counted with its reason", () => {
    const happened = given(machine, history.proposed).when(postpone())
    happened.then([postponed])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, history.proposed),
      meeting: laterMeeting,
      postponements: 1,
      acts: [...history.proposed, postponed],
    })
  })

  test("ENT-01 a date moved to the limit is late", () => {
    const late = { date: day("2026-04-02") }
    given(machine, history.proposed)
      .when(postpone({ meeting: late }))
      .then([{ ...postponed, meeting: late, late: true }])
  })

  test("ENT-12 a short time is accepted once acknowledged", () => {
    const short = { ...laterMeeting, durationMinutes: 30 }
    given(machine, history.proposed)
      .when(
        postpone({
          meeting: short,
          acknowledged: [{ code: "interview.duration-too-short", subject: agent.id }],
        }),
      )
      .then([{ ...postponed, meeting: short }])
  })

  test("CAM-06 a date is withdrawn, and the interview is not planned again", () => {
    const unplanned = {
      _tag: "InterviewUnplanned" as const,
      at,
      by,
      former: meeting,
      reason: reason("Congé de maladie."),
      agent,
    }
    const happened = given(machine, history.proposed).when(unplan())
    happened.then([unplanned])
    expect(happened.state()).toStrictEqual({
      _tag: "to-schedule",
      ...names,
      postponements: 0,
      notes: [],
      acts: [...history.proposed, unplanned],
    })
  })
})

const noticeSeen = [{ code: "interview.held-before-notice", subject: agent.id }]

describe("the day of the interview", () => {
  test("ENT-14 CAM-08 it is held, and the report can be written", () => {
    const happened = given(machine, history.proposed).when(recordHeld())
    happened.then([heldEvent])
    expect(happened.state()).toStrictEqual({
      _tag: "held",
      ...names,
      postponements: 0,
      notes: [],
      acts: [...history.proposed, heldEvent],
      held: { date: meeting.date, durationMinutes: 60, superior, late: false },
      draft: { parts: [], attachments: [] },
    })
    expect(statusOf("held")).toBe("held")
  })

  test("ENT-10 the two participants are named in any order; sections named twice count once", () => {
    const { participants, discussed } = recordHeld()
    given(machine, history.proposed)
      .when(
        recordHeld({
          participants: participants.toReversed(),
          discussed: [...discussed, ...discussed],
        }),
      )
      .then([heldEvent])
  })

  test("ENT-12 a short interview is recorded once acknowledged", () => {
    given(machine, history.proposed)
      .when(
        recordHeld({
          durationMinutes: 20,
          acknowledged: [{ code: "interview.duration-too-short", subject: agent.id }],
        }),
      )
      .then([{ ...heldEvent, durationMinutes: 20 }])
  })

  test("ENT-01 an interview held on the limit is late; the day of the proposal is the first", () => {
    const at = on("2026-04-02")
    const date = day("2026-03-31")
    given(machine, history.proposed)
      .when(recordHeld({ at, date }))
      .then([{ ...heldEvent, at, date, late: true }])
    const early = day("2026-01-12")
    given(machine, history.proposed)
      .when(recordHeld({ date: early, acknowledged: noticeSeen }))
      .then([{ ...heldEvent, date: early }])
  })

  test("CAM-06 it is not held: the absence and its reason are kept and counted", () => {
    const details = reason("Sans nouvelle de l'agent.")
    const happened = given(machine, history.proposed).when(recordNotHeld({ details }))
    happened.then([{ ...notHeld, details }])
    expect(happened.state()).toStrictEqual({
      _tag: "not-held",
      ...names,
      postponements: 0,
      notes: [],
      acts: [...history.proposed, { ...notHeld, details }],
      meeting,
      reason: "agent-absent",
      details,
    })
    expect(statusOf("not-held")).toBe("not-planned")
  })

  test.each(["agent-refused", "superior-absent"] as const)("CAM-06 it is not held: %s", (why) => {
    given(machine, history.proposed)
      .when(recordNotHeld({ reason: why }))
      .then([{ ...notHeld, reason: why }])
  })
})
