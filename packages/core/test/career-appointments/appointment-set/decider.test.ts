/** The catalogue's table of transitions, row by row, with whole events. */
import { appointmentSetMachine } from "@convoque/core/career-appointments"
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import {
  agent,
  appointment,
  byHead,
  byInspector,
  byManager,
  campaign,
  confirmed,
  evaluators,
  head,
  headRole,
  headSet,
  history,
  inspector,
  inspectorSet,
  inspectorRole,
  issued,
  openSet,
  otherHead,
  place,
  replace,
  setByHead,
  setByInspector,
  setOpened,
  terms,
  visitItem,
  wednesday,
} from "../given.ts"

const machine = appointmentSetMachine
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
    unconfirmed.refused({
      _tag: "convocation.confirmation-required",
      subject: agent.id,
      command: "setAppointments",
    })
    expect(unconfirmed.state()).toStrictEqual(fold(machine, history["partially-set"]))
  })

  test("RDC-11 a confirmation that names somebody else confirms nothing", () => {
    given(machine, history["partially-set"])
      .when(setByHead({ acknowledged: [{ ...confirmed, subject: "agent-2" }] }))
      .refused({
        _tag: "convocation.confirmation-required",
        subject: agent.id,
        command: "setAppointments",
      })
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
