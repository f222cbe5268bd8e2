/** The laws of every machine, and what holds of every sheet. */
import { fold } from "@convoque/core/kernel/machine"
import { competenceCommand, machineLaws, type Walk, walkMachine } from "@convoque/testing"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { depth } from "../../kernel/calendar/given.ts"
import type { CompetenceCommand } from "../../../src/exam-missions/competence/commands.ts"
import { competenceMachine as machine } from "../../../src/exam-missions/competence/decider.ts"
import { CompetenceEvent } from "../../../src/exam-missions/competence/events.ts"
import type { CompetenceRefusal } from "../../../src/exam-missions/competence/refusals.ts"
import { authorKey, isListed, markOf } from "../../../src/exam-missions/competence/rules/marks.ts"
import { competencesOf } from "../../../src/exam-missions/competence/rules/standing.ts"
import type { CompetenceSheet } from "../../../src/exam-missions/competence/state.ts"

const walk: Walk<CompetenceSheet, CompetenceCommand, CompetenceEvent, CompetenceRefusal> = {
  machine,
  commands: competenceCommand,
  event: CompetenceEvent,
  walks: 150 * depth,
  steps: 40,
}
const shorter = { ...walk, walks: 40 * depth }
const limit = { timeout: 30_000 * depth }

test.each(machineLaws(walk))("CMP-15 $name", limit, ({ check }) => {
  expect(check).not.toThrow()
})

test(
  "CMP-05 every listed competence bears a C, its authors once each in the order of the column",
  limit,
  () => {
    walkMachine(shorter, ({ state }) => {
      const listed = competencesOf(state)
      const codes = listed.map(({ option }) => option)
      expect(codes).toStrictEqual([...new Set(codes)].toSorted())
      for (const { marks, grounds } of listed) {
        const keys = marks.map(({ author }) => authorKey(author))
        expect(isListed(marks)).toBe(true)
        expect(keys).toStrictEqual([...new Set(keys)].toSorted())
        expect(grounds.length > 0).toBe(markOf(marks, { _tag: "system" }) === "C")
        expect(
          marks.filter(({ author, mark }) => author._tag === "manager" && mark === "I"),
        ).toEqual([])
      }
    })
  },
)

test("CMP-20 every act is kept once, in order, even when the competence is removed", limit, () => {
  walkMachine(shorter, ({ past, state }) => {
    expect(state.acts).toStrictEqual(past)
  })
})

test(
  "CMP-06 a generation told again does nothing, and leaves SYS on what is yielded alone",
  limit,
  () => {
    walkMachine(shorter, ({ state, command, decided }) => {
      if (command._tag !== "generateCompetences" || Result.isFailure(decided)) return
      const after = fold(machine, decided.success, state)
      const again = machine.decisions.generateCompetences[after._tag]
      expect(again?.(command, after as never)).toStrictEqual(Result.succeed([]))
      const generated = competencesOf(after).filter(({ grounds }) => grounds.length > 0)
      expect(generated.map(({ option, grounds }) => ({ option, grounds }))).toStrictEqual(
        command.yielded.toSorted((one, other) => (one.option < other.option ? -1 : 1)),
      )
    })
  },
)
