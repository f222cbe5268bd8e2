/** The catalogue's table of transitions once a convocation is issued, with whole events. */
import { appointmentSetMachine } from "@convoque/core/career-appointments"
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import {
  accept,
  acceptedEvent,
  agent,
  answer,
  appointment,
  byHead,
  cancel,
  cancelledEvent,
  campaign,
  evaluators,
  headInterview,
  headItem,
  history,
  inspectorSet,
  issued,
  modify,
  movedHeadItem,
  openSet,
  reason,
  recordOutcome,
  replace,
  request,
  requested,
  setByHead,
  terms,
  under,
  visit,
  wednesday,
} from "../given.ts"

const machine = appointmentSetMachine
const modified = {
  _tag: "AppointmentModified" as const,
  at: wednesday,
  by: byHead,
  before: appointment(headItem),
  after: appointment(movedHeadItem),
}
const reissued = { ...issued, at: wednesday, edition: 2 }
const maintained = {
  _tag: "AppointmentMaintained" as const,
  at: wednesday,
  by: byHead,
  slot: headInterview,
  reason: reason("Aucune autre date n'est possible."),
  agent,
}

describe("accepting", () => {
  test("RDC-17 the agent accepts the whole set", () => {
    const happened = given(machine, history.convened).when(accept())
    happened.then([acceptedEvent])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, history.convened),
      _tag: "accepted",
      acts: [...history.convened, acceptedEvent],
    })
  })

  test("RDC-17 accepting withdraws a request that was pending", () => {
    const happened = given(machine, history["postponement-requested"]).when(accept())
    const withdrawn = { ...acceptedEvent, _tag: "PostponementWithdrawn" as const }
    happened.then([withdrawn, acceptedEvent])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, history.convened),
      _tag: "accepted",
      requests: 1,
      acts: [...history["postponement-requested"], withdrawn, acceptedEvent],
    })
  })
})

describe("asking for a postponement", () => {
  test.each(["convened", "accepted"] as const)("RDC-18 the agent asks from %s", (state) => {
    const why = reason("Formation syndicale ce jour-là.")
    const happened = given(machine, history[state]).when(request({ reason: why }))
    const event = { ...requested(headInterview), reason: why }
    happened.then([event])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, history[state]),
      _tag: "postponement-requested",
      requests: 1,
      pending: [headInterview],
      acts: [...history[state], event],
    })
  })

  test("RDC-18 slots named twice count once, several slots are one request", () => {
    given(machine, history.convened)
      .when(request({ slots: [visit, headInterview, visit] }))
      .then([requested(visit, headInterview)])
  })

  test("RDC-18 a second request adds its slots to those that are pending", () => {
    const first = [...history.convened, requested(headInterview)]
    const happened = given(machine, first).when(request({ slots: [headInterview, visit] }))
    happened.then([requested(headInterview, visit)])
    expect(happened.state()).toMatchObject({ pending: [headInterview, visit], requests: 2 })
  })

  test("RDC-18 asking again for what is pending changes nothing and uses up no request", () => {
    const atLimit = [...history["postponement-requested"], requested(visit)]
    given(machine, atLimit)
      .when(request({ slots: [visit, headInterview, visit] }))
      .then([])
    const answered = [...atLimit, maintained]
    given(machine, answered)
      .when(request({ slots: [visit, headInterview] }))
      .refused({ _tag: "postponement.limit-reached", limit: 2 })
  })

  test("RDC-18 without a limit of the campaign, requests go on", () => {
    const { postponementLimit: _, ...unlimited } = terms
    const asked = Array.from({ length: 30 }, () => requested(visit))
    given(machine, under(unlimited, [...history.convened, ...asked]))
      .when(request())
      .then([requested(headInterview)])
  })
})

describe("answering a postponement", () => {
  test("RDC-18 a maintained appointment leaves the others pending", () => {
    const happened = given(machine, history["postponement-requested"]).when(answer())
    happened.then([maintained])
    expect(happened.state()).toMatchObject({ _tag: "postponement-requested", pending: [visit] })
  })

  test("RDC-18 the last answer brings the file back to convened", () => {
    const before = [...history.accepted, requested(headInterview)]
    const happened = given(machine, before).when(answer())
    happened.then([maintained])
    expect(happened.state()).toStrictEqual({
      ...fold(machine, history.convened),
      requests: 1,
      acts: [...before, maintained],
    })
  })
})

describe("the address that the directory gives that day", () => {
  const moved = { ...agent, email: "eloise@autre.example", quality: "Agrégée" }
  const { email: _, ...silent } = agent

  test("RDC-18 is kept with an answer", () => {
    const happened = given(machine, history["postponement-requested"]).when(
      answer({ agent: moved }),
    )
    happened.then([{ ...maintained, agent: moved }])
    expect(happened.state()).toMatchObject({ agent: moved })
  })

  test("RDC-10 is kept with a cancellation", () => {
    const happened = given(machine, history.convened).when(cancel({ agent: moved }))
    happened.then([{ ...cancelledEvent, agent: moved }])
    expect(happened.state()).toMatchObject({ agent: moved })
  })

  test.each([silent, { ...agent, email: " " }])(
    "RDC-10 the former one serves when the directory has none left",
    (lost) => {
      given(machine, history.convened)
        .when(cancel({ agent: lost }))
        .then([cancelledEvent])
      given(machine, history["postponement-requested"])
        .when(answer({ agent: lost }))
        .then([maintained])
    },
  )

  test("RDC-10 events without an agent, of before, keep the agent of the file", () => {
    const { agent: _agent, ...before } = cancelledEvent
    expect(fold(machine, [...history.convened, before])).toMatchObject({ agent })
  })
})

describe("moving an appointment", () => {
  test.each(["convened", "accepted"] as const)(
    "RDC-19 RDC-20 RDC-21 RDC-22 one appointment moves from %s, the others are the same values",
    (state) => {
      const happened = given(machine, history[state]).when(modify())
      happened.then([modified, reissued])
      const before = fold(machine, history[state])
      const after = happened.state()
      expect(after).toStrictEqual({
        ...before,
        _tag: "convened",
        edition: 2,
        modified: [headInterview],
        appointments: [...inspectorSet.appointments, appointment(movedHeadItem)],
        acts: [...history[state], modified, reissued],
      })
      if (after._tag !== "convened" || before._tag !== state) throw new Error("another state")
      expect(after.appointments[0]).toBe(before.appointments[0])
      expect(after.appointments[1]).toBe(before.appointments[1])
    },
  )

  test.each(["convened", "accepted", "postponement-requested"] as const)(
    "RDC-20 without confirmation nothing moves in %s",
    (state) => {
      given(machine, history[state])
        .when(modify({ acknowledged: [] }))
        .refused({
          _tag: "convocation.confirmation-required",
          subject: agent.id,
          command: "modifyAppointment",
        })
    },
  )

  test("RDC-20 moving one of several pending slots leaves the others pending", () => {
    const happened = given(machine, history["postponement-requested"]).when(modify())
    happened.then([modified, reissued])
    expect(happened.state()).toMatchObject({
      _tag: "postponement-requested",
      pending: [visit],
      modified: [headInterview],
      edition: 2,
    })
  })

  test("RDC-20 moving the last pending slot brings the file back to convened", () => {
    const happened = given(machine, [...history.convened, requested(headInterview)]).when(modify())
    happened.then([modified, reissued])
    expect(happened.state()).toMatchObject({ _tag: "convened", modified: [headInterview] })
  })

  test("RDC-20 moving a slot that is not pending answers no request", () => {
    const happened = given(machine, [...history.convened, requested(visit)]).when(modify())
    happened.then([modified, reissued])
    expect(happened.state()).toMatchObject({ _tag: "postponement-requested", pending: [visit] })
  })

  test("RDC-21 an appointment moved twice is listed once, last", () => {
    const happened = given(machine, [...history.convened, modified, reissued]).when(
      modify({ item: { ...headItem, date: "2026-12-11" } }),
    )
    expect(happened.state()).toMatchObject({ edition: 3, modified: [headInterview] })
  })

  test("RDC-19 a missed appointment that is over can be set anew, and its outcome goes", () => {
    const { at } = recordOutcome()
    const absent = {
      _tag: "AppointmentOutcomeRecorded" as const,
      at,
      by: byHead,
      slot: headInterview,
      outcome: "agent-absent" as const,
    }
    const item = { ...headItem, date: "2027-01-05" }
    const happened = given(machine, [...history.convened, absent]).when(modify({ at, item }))
    happened.then([
      { ...modified, at, after: appointment(item) },
      { ...issued, at, edition: 2 },
    ])
    expect(happened.state()).toMatchObject({ outcomes: {}, _tag: "convened" })
  })
})

describe("recording what became of an appointment", () => {
  test.each(["convened", "accepted", "postponement-requested"] as const)(
    "RDC-17 its evaluator records it in %s, the state stays",
    (state) => {
      const command = recordOutcome({
        outcome: "not-held",
        reason: reason("Grève des transports."),
      })
      const event = {
        _tag: "AppointmentOutcomeRecorded" as const,
        at: command.at,
        by: byHead,
        slot: headInterview,
        outcome: "not-held" as const,
        reason: reason("Grève des transports."),
      }
      const happened = given(machine, history[state]).when(command)
      happened.then([event])
      expect(happened.state()).toStrictEqual({
        ...fold(machine, history[state]),
        outcomes: { [headInterview]: "not-held" },
        acts: [...history[state], event],
      })
    },
  )
})

describe("cancelling", () => {
  test.each(["nothing-set", "partially-set"] as const)(
    "RDC-10 a file %s is cancelled without an edition",
    (state) => {
      const happened = given(machine, history[state]).when(cancel())
      happened.then([cancelledEvent])
      expect(happened.state()).toStrictEqual({
        _tag: "cancelled",
        campaign,
        agent,
        evaluators,
        terms,
        appointments: state === "partially-set" ? inspectorSet.appointments : [],
        edition: 0,
        acts: [...history[state], cancelledEvent],
      })
    },
  )

  test.each(["convened", "accepted", "postponement-requested"] as const)(
    "RDC-10 a file %s keeps its edition, which the cancellation follows",
    (state) => {
      const happened = given(machine, history[state]).when(cancel())
      happened.then([cancelledEvent])
      expect(happened.state()).toMatchObject({ _tag: "cancelled", edition: 1 })
    },
  )
})

describe("any other pair", () => {
  const commands = [
    setByHead(),
    accept(),
    request(),
    answer(),
    modify(),
    recordOutcome(),
    cancel(),
    replace(),
  ]

  test.each(commands)(
    "RDC-10 $_tag is illegal before the file exists and after its end",
    (command) => {
      for (const state of ["none", "cancelled"] as const) {
        given(machine, history[state])
          .when(command)
          .refused({ _tag: "convocation.illegal-transition", command: command._tag, state })
      }
    },
  )

  test.each(["nothing-set", "convened", "cancelled"] as const)(
    "RDC-01 a file %s is not opened again",
    (state) => {
      given(machine, history[state])
        .when(openSet())
        .refused({ _tag: "convocation.illegal-transition", command: "openSet", state })
    },
  )

  test.each([accept(), request(), modify(), answer()])(
    "RDC-10 $_tag waits for the convocation",
    (command) => {
      for (const state of ["nothing-set", "partially-set"] as const) {
        given(machine, history[state])
          .when(command)
          .refused({ _tag: "convocation.not-issued", state })
      }
    },
  )

  test("RDC-10 the appointments of an issued file are no longer set, but moved", () => {
    given(machine, history.convened).when(setByHead()).refused({
      _tag: "convocation.illegal-transition",
      command: "setAppointments",
      state: "convened",
    })
  })
})
