/** The machine of a sheet, command by command, with whole values. */
import type { Actor } from "@convoque/core/kernel/identity"
import { given } from "@convoque/testing"
import { describe, expect, test } from "vitest"
import type { Position } from "../../../src/exam-missions/competence/commands.ts"
import { competenceMachine as machine } from "../../../src/exam-missions/competence/decider.ts"
import type { CompetenceEvent } from "../../../src/exam-missions/competence/events.ts"
import {
  competenceGrounds,
  type CompetenceRefusal,
} from "../../../src/exam-missions/competence/refusals.ts"
import {
  agent,
  at,
  bears,
  byAgent,
  byCollege,
  byDivision,
  byManager,
  bySystem,
  college,
  ground,
  later,
  manager,
  managerCode,
  marked,
  option,
  otherGround,
  otherOption,
  positionOf,
  school,
  system,
  takes,
  theAgent,
  year,
  yields,
} from "./given.ts"

const on = { agent, option }

describe("taking a position", () => {
  test("CMP-12 a school adds: it is the only author", () => {
    const happened = given(machine, []).when(takes(byCollege, "addCompetence"))
    happened.then([marked(school(), "C")])
    expect(happened.state()).toStrictEqual({
      _tag: "defined",
      competences: [{ option, marks: [bears(school(), "C")], grounds: [] }],
      acts: [marked(school(), "C")],
    })
  })

  test("CMP-11 a new position replaces the former one, with its instant", () => {
    const past = [marked(system, "C"), marked(school(), "C")]
    const happened = given(machine, past).when(
      takes(byCollege, "invalidateCompetence", { at: later }),
    )
    happened.then([marked(school(), "I", { at: later })])
    expect(happened.state()).toMatchObject({
      competences: [
        {
          marks: [bears(school(), "I", later), bears(system, "C")],
          grounds: [ground],
        },
      ],
    })
  })

  test("CMP-10 a manager who invalidates withdraws; his mark is gone", () => {
    const past = [marked(theAgent, "C"), marked(manager(), "C")]
    const happened = given(machine, past).when(takes(byManager, "invalidateCompetence"))
    happened.then([{ _tag: "MarkWithdrawn", at, by: byManager, ...on, author: manager() }])
    expect(happened.state()).toMatchObject({ competences: [{ marks: [bears(theAgent, "C")] }] })
  })

  test("CMP-20 the last C takes the I marks with it, which the event and the acts keep", () => {
    const past = [marked(school(), "C"), marked(theAgent, "I")]
    const removed: CompetenceEvent = {
      _tag: "CompetenceRemoved",
      at,
      by: byCollege,
      ...on,
      marks: [bears(school(), "C"), bears(theAgent, "I")],
    }
    const happened = given(machine, past).when(takes(byCollege, "invalidateCompetence"))
    happened.then([removed])
    expect(happened.state()).toStrictEqual({ _tag: "not-defined", acts: [...past, removed] })
  })

  test("CMP-14 CMP-15 adding what is listed, acting on what is not", () => {
    const past = [marked(theAgent, "C")]
    given(machine, past)
      .when(takes(byCollege, "addCompetence"))
      .refused({ _tag: "competence.already-listed", ...on })
    for (const act of ["confirmCompetence", "invalidateCompetence"] as const) {
      given(machine, past)
        .when(takes(byCollege, act, { option: otherOption }))
        .refused({ _tag: "competence.not-found", agent, option: otherOption })
    }
  })

  test("CMP-17 CMP-18 a position taken already is refused", () => {
    given(machine, [marked(school(), "C")])
      .when(takes(byCollege, "confirmCompetence"))
      .refused({ _tag: "competence.no-change", ...on, author: school() })
    given(machine, [marked(system, "C"), marked(theAgent, "I")])
      .when(takes(byAgent, "invalidateCompetence"))
      .refused({ _tag: "competence.no-change", ...on, author: theAgent })
  })
})

const spoilt = (by: Actor, spoil: Partial<Extract<Position, { readonly _tag: "school" }>>) => ({
  ...positionOf(by),
  ...spoil,
})

describe("who may take a position, and when", () => {
  const refusals: ReadonlyArray<readonly [string, Actor, object, CompetenceRefusal]> = [
    [
      "CMP-01 not of the school's personnel",
      byCollege,
      { employsAgent: false, entry: "closed" },
      { _tag: "person.not-in-school", person: agent, school: college },
    ],
    [
      "CMP-24 a closed window",
      byCollege,
      { entry: "closed", offersExam: false },
      { _tag: "competence-entry.closed", school: college, year },
    ],
    [
      "CMP-24 a validated window",
      byCollege,
      { entry: "validated", offersExam: false },
      { _tag: "competence-entry.locked", school: college, year },
    ],
    [
      "CMP-10 an exam of another manager",
      byManager,
      { managesExam: false },
      { _tag: "competence.exam-not-managed", option, managerCode },
    ],
  ]

  test.each(
    refusals.flatMap((one) =>
      (["addCompetence", "confirmCompetence", "invalidateCompetence"] as const).map(
        (act) => [one[0], act, one] as const,
      ),
    ),
  )("%s refuses %s", (_, act, [, by, spoil, refusal]) => {
    const position = spoilt(by, spoil) as Position
    given(machine, [marked(system, "C", { option: otherOption })])
      .when(takes(by, act, { position }))
      .refused(refusal)
  })

  test.each([
    ["a school", byCollege, college],
    ["an agent", byAgent, null],
  ])("CMP-13 %s adds no exam that is not offered, and may confirm it once listed", (_, by, uai) => {
    const position = spoilt(by, { offersExam: false }) as Position
    given(machine, [])
      .when(takes(by, "addCompetence", { position }))
      .refused({ _tag: "competence.exam-not-offered", option, school: uai })
    const author = by === byCollege ? school() : theAgent
    given(machine, [marked(system, "C")])
      .when(takes(by, "confirmCompetence", { position }))
      .then([marked(author, "C")])
  })

  test.each([
    ["a centre head", { ...byCollege, capacity: "centre-head" as const }, positionOf(byCollege)],
    ["a school for another", byCollege, { ...positionOf(byCollege), school: "0120022J" }],
    ["an agent on another sheet", byAgent, { ...positionOf(byAgent), isOwnSheet: false }],
    ["an agent as a manager", byAgent, positionOf(byManager)],
    ["a manager as another", byManager, { ...positionOf(byManager), managerCode: "DEC3B" }],
    ["the exams division", byDivision, positionOf(byCollege)],
  ])("CMP-28 %s takes no position", (_, by, position) => {
    given(machine, [])
      .when(takes(by, "addCompetence", { position: position as Position }))
      .refused({ _tag: "actor.not-allowed", command: "addCompetence", capacity: by.capacity })
  })
})

describe("generating", () => {
  const yielded = [{ option, grounds: [ground] as const }]

  test("CMP-06 what is missing gets SYS (C) with its grounds, beside other authors", () => {
    const happened = given(machine, [marked(theAgent, "C")]).when(yields(yielded))
    happened.then([marked(system, "C")])
    expect(happened.state()).toMatchObject({
      competences: [{ marks: [bears(theAgent, "C"), bears(system, "C")], grounds: [ground] }],
    })
  })

  test("CMP-06 what is there for the same reasons is no event; other reasons are one", () => {
    const past = [marked(system, "C")]
    given(machine, past).when(yields(yielded)).nothing()
    given(machine, past)
      .when(yields([{ option, grounds: [ground, otherGround] }]))
      .then([{ _tag: "GroundsChanged", at, by: bySystem, ...on, grounds: [ground, otherGround] }])
  })

  test("CMP-06 what is no longer yielded is withdrawn, or removed when no C remains", () => {
    const past = [
      marked(system, "C"),
      marked(school(), "I"),
      marked(system, "C", { option: otherOption }),
      marked(theAgent, "C", { option: otherOption }),
    ]
    const happened = given(machine, past).when(yields([]))
    happened.then([
      {
        _tag: "CompetenceRemoved",
        at,
        by: bySystem,
        ...on,
        marks: [bears(school(), "I"), bears(system, "C")],
      },
      { _tag: "MarkWithdrawn", at, by: bySystem, agent, option: otherOption, author: system },
    ])
    expect(happened.state()).toMatchObject({
      competences: [{ option: otherOption, marks: [bears(theAgent, "C")], grounds: [] }],
    })
  })

  test("CMP-06 nothing yielded for nothing listed is nothing", () => {
    given(machine, []).when(yields([])).nothing()
  })

  test.each([byDivision, byCollege, byManager])(
    "CMP-10 only the system generates, not %o",
    (by) => {
      given(machine, []).when(yields(yielded, { by })).refused({
        _tag: "actor.not-allowed",
        command: "generateCompetences",
        capacity: by.capacity,
      })
    },
  )
})

test("each ground names a requirement of the catalogue", () => {
  const all = Object.values(competenceGrounds).flatMap(({ requirements }) => requirements)
  expect(all.every((id) => /^CMP-\d\d$/u.test(id))).toBe(true)
})
