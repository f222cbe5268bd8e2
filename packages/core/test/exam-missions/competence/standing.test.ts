/** What lists show of the marks of a competence: authors, standing, buttons, lines. */
import { fold } from "@convoque/core/kernel/machine"
import { describe, expect, test } from "vitest"
import { competenceMachine } from "../../../src/exam-missions/competence/decider.ts"
import type { AuthorMark } from "../../../src/exam-missions/competence/model.ts"
import { authorsColumn } from "../../../src/exam-missions/competence/rules/authors-column.ts"
import { type Marks, withMark } from "../../../src/exam-missions/competence/rules/marks.ts"
import {
  actionsOffered,
  competencesDefined,
  standing,
} from "../../../src/exam-missions/competence/rules/standing.ts"
import { competences, competentAgents } from "../../../src/exam-missions/competence/views.ts"
import {
  agent,
  bears,
  lycee,
  manager,
  marked,
  option,
  otherManagerCode,
  otherOption,
  school,
  system,
  theAgent,
} from "./given.ts"

const marksOf = (...some: ReadonlyArray<AuthorMark>): Marks => some.reduce<Marks>(withMark, [])

describe("the authors column", () => {
  test.each([
    ["CMP-06 the system", [bears(system, "C")], "SYS (C)"],
    [
      "CMP-07 a school that confirms",
      [bears(system, "C"), bears(school(), "C")],
      "0120006S (C) SYS (C)",
    ],
    [
      "CMP-08 a school that invalidates",
      [bears(school(), "I"), bears(system, "C")],
      "0120006S (I) SYS (C)",
    ],
    ["CMP-09 the agent", [bears(system, "C"), bears(theAgent, "I")], "NUMEN (I) SYS (C)"],
    ["CMP-10 a manager", [bears(system, "C"), bears(manager(), "C")], "DEC2A (C) SYS (C)"],
    [
      "CMP-05 every author: schools by UAI, agent, managers by code, SYS last",
      [
        bears(system, "C"),
        bears(manager(otherManagerCode), "C"),
        bears(manager(), "C"),
        bears(theAgent, "I"),
        bears(school(lycee), "I"),
        bears(school(), "C"),
      ],
      "0120006S (C) 0120022J (I) NUMEN (I) DEC2A (C) DEC3B (C) SYS (C)",
    ],
  ])("%s", (_, some, column) => {
    expect(authorsColumn(marksOf(...some))).toBe(column)
    expect(authorsColumn(marksOf(...some.toReversed()))).toBe(column)
  })
})

describe("standing and buttons", () => {
  test("CMP-21 contested as soon as one author bears I", () => {
    expect(standing([bears(system, "C"), bears(theAgent, "C")])).toBe("acknowledged")
    expect(standing([bears(system, "C"), bears(theAgent, "I")])).toBe("contested")
  })

  test("CMP-16 CMP-17 CMP-18 the buttons of the three examples, and those of a manager", () => {
    expect(actionsOffered([bears(system, "C")], school())).toStrictEqual(["confirm", "invalidate"])
    expect(actionsOffered([bears(school(), "C"), bears(system, "C")], school())).toStrictEqual([
      "invalidate",
    ])
    expect(actionsOffered([bears(school(), "I"), bears(system, "C")], school())).toStrictEqual([
      "confirm",
    ])
    expect(actionsOffered([bears(system, "C")], manager())).toStrictEqual(["confirm"])
    expect(actionsOffered([], school())).toStrictEqual([])
  })
})

describe("the lists", () => {
  const state = fold(competenceMachine, [
    marked(system, "C"),
    marked(school(), "I"),
    marked(theAgent, "C", { option: otherOption }),
  ])

  test("CMP-02 competences are defined when one is listed, contested or not", () => {
    expect(competencesDefined(state)).toBe(true)
    expect(competencesDefined(competenceMachine.initial)).toBe(false)
    const entries = competences.entries(state, agent)
    expect(entries.map(({ scope, part, row }) => ({ scope, part, row }))).toStrictEqual([
      { scope: `person:${agent}`, part: "", row: { agent, listed: 2, contested: 1 } },
      { scope: "generated", part: "generated", row: { agent, listed: 2, contested: 1 } },
    ])
    expect(competences.entries(competenceMachine.initial, agent)).toStrictEqual([])
  })

  test("CMP-06 a sheet without mark of the system is not among the generated ones", () => {
    const own = fold(competenceMachine, [marked(theAgent, "C")])
    expect(competences.entries(own, agent).map(({ scope }) => scope)).toStrictEqual([
      `person:${agent}`,
    ])
  })

  test("CMP-21 an agent is listed under each option he is competent on, with the standing", () => {
    const lines = competentAgents.entries(state, agent)
    expect(lines.map(({ scope, filters, row }) => ({ scope, filters, row }))).toStrictEqual([
      {
        scope: `option:${option}`,
        filters: { standing: ["contested"] },
        row: { agent, option, standing: "contested", authors: "0120006S (I) SYS (C)" },
      },
      {
        scope: `option:${otherOption}`,
        filters: { standing: ["acknowledged"] },
        row: { agent, option: otherOption, standing: "acknowledged", authors: "NUMEN (C)" },
      },
    ])
  })
})
