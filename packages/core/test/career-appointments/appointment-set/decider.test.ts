/** The catalogue's table of transitions, row by row, with whole events. */
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
  byInspector,
  byManager,
  cancel,
  cancelledEvent,
  campaign,
  confirmed,
  evaluators,
  head,
  headInterview,
  headItem,
  headRole,
  headSet,
  history,
  inspector,
  inspectorSet,
  inspectorRole,
  issued,
  modify,
  movedHeadItem,
  openSet,
  otherHead,
  place,
  reason,
  recordOutcome,
  replace,
  request,
  requested,
  setByHead,
  setByInspector,
  setOpened,
  terms,
  under,
  visit,
  visitItem,
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
}

describe("opening", () => {
  test("RDC-01 a file is opened with the evaluators and the terms of its campaign", () => {
    given(machine, history.none).when(openSet()).then([setOpened])
  })

  test("RDC-08 an opened file has nothing set", () => {
    expect(fold(machine, [setOpened])).toStrictEqual({
      _tag: "nothing-set",
      campaign,
      agent,
      evaluators,
      terms,
      acts: [setOpened],
    })
  })
})

describe("replacing an evaluator", () => {
  const open = [
    "nothing-set",
    "partially-set",
    "convened",
    "accepted",
    "postponement-requested",
  ] as const

  test.each(open)("RDC-01 another person takes over a role of a file %s", (state) => {
    const replaced = {
      _tag: "EvaluatorReplaced" as const,
      at: wednesday,
      by: byManager,
      role: headRole,
      former: head,
      person: otherHead,
    }
    const happened = given(machine, history[state]).when(replace())
    happened.then([replaced])
    const before = fold(machine, history[state])
    expect(happened.state()).toStrictEqual({
      ...before,
      evaluators: { ...evaluators, [headRole]: otherHead },
      acts: [...history[state], replaced],
    })
  })

  test.each(open)("RDC-01 naming the same person again does nothing in %s", (state) => {
    given(machine, history[state])
      .when(replace({ person: head }))
      .nothing()
  })

  test("RDC-03 the person replaced has no right left, the new one has them all", () => {
    const { at, by } = replace()
    const after = [
      ...history["nothing-set"],
      {
        _tag: "EvaluatorReplaced" as const,
        at,
        by,
        role: headRole,
        former: head,
        person: otherHead,
      },
    ]
    given(machine, after)
      .when(setByHead())
      .refused({ _tag: "actor.not-allowed", command: "setAppointments", capacity: "evaluator" })
    const byOther = { person: otherHead.id, capacity: "evaluator" as const }
    given(machine, after)
      .when(setByHead({ by: byOther }))
      .then([{ ...headSet, by: byOther }])
  })
})

describe("setting appointments", () => {
  test("RDC-04 RDC-06 one save carries the four items of each appointment of the role", () => {
    given(machine, history["nothing-set"]).when(setByInspector()).then([inspectorSet])
  })

  test("RDC-07 the head of school may as well be the first", () => {
    given(machine, history["nothing-set"]).when(setByHead()).then([headSet])
  })

  test("RDC-08 RDC-09 the first evaluator's save only records", () => {
    expect(given(machine, history["nothing-set"]).when(setByInspector()).state()).toStrictEqual({
      _tag: "partially-set",
      campaign,
      agent,
      evaluators,
      terms,
      acts: [setOpened, inspectorSet],
      appointments: inspectorSet.appointments,
    })
  })

  test("RDC-08 a confirmation given needlessly changes nothing", () => {
    given(machine, history["nothing-set"])
      .when(setByInspector({ acknowledged: [confirmed] }))
      .then([inspectorSet])
  })

  test("an evaluator corrects his own items before the issue: they are replaced, nothing leaves", () => {
    const corrected = { ...visitItem, place: "Collège Anne-Frank" }
    const { items } = setByInspector()
    const when = given(machine, history["partially-set"]).when(
      setByInspector({ at: wednesday, items: [corrected, ...items.slice(1)] }),
    )
    const after = { ...appointment(visitItem), place: place("Collège Anne-Frank") }
    const correctedSet = {
      ...inspectorSet,
      at: wednesday,
      appointments: [after, inspectorSet.appointments[1] ?? after] as const,
    }
    when.then([correctedSet])
    expect(when.state()).toMatchObject({
      _tag: "partially-set",
      appointments: correctedSet.appointments,
    })
  })

  test("RDC-11 RDC-12 the completing save asks for a confirmation, and does nothing without it", () => {
    const unconfirmed = given(machine, history["partially-set"]).when(setByHead())
    unconfirmed.refused({ _tag: "convocation.confirmation-required", subject: agent.id })
    expect(unconfirmed.state()).toStrictEqual(fold(machine, history["partially-set"]))
  })

  test("RDC-11 a confirmation that names somebody else confirms nothing", () => {
    given(machine, history["partially-set"])
      .when(setByHead({ acknowledged: [{ ...confirmed, subject: "agent-2" }] }))
      .refused({ _tag: "convocation.confirmation-required", subject: agent.id })
  })

  test("RDC-13 RDC-14 once confirmed, one convocation is issued for the whole set", () => {
    const happened = given(machine, history["partially-set"]).when(
      setByHead({ acknowledged: [confirmed] }),
    )
    happened.then([headSet, issued])
    expect(happened.state()).toStrictEqual({
      _tag: "convened",
      campaign,
      agent,
      evaluators,
      terms,
      acts: [setOpened, inspectorSet, headSet, issued],
      appointments: [...inspectorSet.appointments, ...headSet.appointments],
      edition: 1,
      modified: [],
      requests: 0,
      outcomes: {},
    })
  })

  test("RDC-07 RDC-13 the inspector may be the last: the template's order is kept", () => {
    const happened = given(machine, [setOpened, headSet]).when(
      setByInspector({ acknowledged: [confirmed] }),
    )
    happened.then([inspectorSet, { ...issued, by: byInspector }])
    expect(happened.state()).toMatchObject({
      appointments: [...inspectorSet.appointments, ...headSet.appointments],
    })
  })

  test("RDC-13 the people are those that the directory gives at the issue", () => {
    const renamed = { ...agent, familyName: "Le Gall-Morvan", email: "new@academie.example" }
    const moved = { ...evaluators, [inspectorRole]: { ...inspector, quality: "IA-IPR" } }
    given(machine, history["partially-set"])
      .when(
        setByHead({
          acknowledged: [confirmed],
          facts: { agent: renamed, evaluators: moved, bookings: [], unavailabilities: [] },
        }),
      )
      .then([headSet, { ...issued, agent: renamed, evaluators: moved }])
  })

  test("RDC-03 a delegate acts for the evaluator, and the act says so", () => {
    const by = { ...byHead, person: otherHead.id, onBehalfOf: head.id }
    given(machine, history["nothing-set"])
      .when(setByHead({ by }))
      .then([{ ...headSet, by }])
  })
})

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
        .refused({ _tag: "convocation.confirmation-required", subject: agent.id })
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
