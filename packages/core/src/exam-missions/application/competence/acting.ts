/**
 * What a school, an agent and a manager do to a competence: add it, confirm it (+), invalidate or
 * delete it (x).
 *
 * @requirement CMP-12 to CMP-21, CMP-24, CMP-28
 */
import * as Effect from "effect/Effect"
import { handle, type StaleConflict } from "../../../kernel/handle.ts"
import type { Uai } from "../../../kernel/identity.ts"
import { Registers } from "../../../kernel/ports.ts"
import { competenceSheetRef } from "../../aggregates.ts"
import type { CompetenceCommand, Position } from "../../competence/commands.ts"
import { competenceMachine } from "../../competence/decider.ts"
import type { CompetenceEvent } from "../../competence/events.ts"
import type { ExamOptionId } from "../../competence/model.ts"
import type { CompetenceRefusal } from "../../competence/refusals.ts"
import { examOptions } from "../../competence/registers.ts"
import { competencesOf } from "../../competence/rules/standing.ts"
import type { CompetenceSheet } from "../../competence/state.ts"
import type { CompetenceLine } from "../../competence/views.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import { now, readableSchool } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import { linesOf } from "./lines.ts"
import {
  type BeforeSheet,
  type PositionFailure,
  type PositionNeeds,
  readPositions,
} from "./positions.ts"

/** The ways in which taking a position can end otherwise than well. */
export type CompetenceFailure = PositionFailure | StaleConflict

/**
 * Who takes a position on which competence, having seen which version of the sheet. A school that is
 * named must be the actor's own.
 */
export interface OnCompetence extends BeforeSheet {
  readonly option: ExamOptionId
  readonly school?: Uai
  readonly seen?: number | undefined
}

type Act = Extract<CompetenceCommand, { readonly position: Position }>["_tag"]

/** Adds an exam option to the competences of an agent; `exam-option.unknown` when there is none. */
export const addCompetence = Effect.fn("exam-missions.addCompetence")((request: OnCompetence) =>
  takePosition(request, "addCompetence"),
)

/** Confirms a listed competence (+). */
export const confirmCompetence = Effect.fn("exam-missions.confirmCompetence")(
  (request: OnCompetence) => takePosition(request, "confirmCompetence"),
)

/** Invalidates, withdraws or deletes a listed competence (x), as the rules of authorship say. */
export const invalidateCompetence = Effect.fn("exam-missions.invalidateCompetence")(
  (request: OnCompetence) => takePosition(request, "invalidateCompetence"),
)

type Shown = (sheet: CompetenceSheet) => ReadonlyArray<CompetenceLine>

const takePosition = (request: OnCompetence, command: Act) =>
  Effect.gen(function* () {
    const { by, tenant, agent, option, school, seen } = request
    if (school !== undefined) yield* readableSchool(by, school)
    // What is answered is read before the commit: nothing fails once the act is written.
    let shown: Shown = () => []
    const { state, version, events } = yield* handle<
      CompetenceSheet,
      CompetenceCommand,
      CompetenceEvent,
      CompetenceRefusal,
      PositionFailure,
      PositionNeeds
    >({
      id: competenceSheetRef(tenant, agent),
      machine: competenceMachine,
      seen,
      complete: (loaded) =>
        Effect.gen(function* () {
          const facts = yield* readFacts(request, command, loaded.state)
          shown = (sheet) => linesOf(request, sheet, facts)
          const { at, positions } = facts
          const position = positions.positionOn(option)
          return {
            command: { _tag: command, at, by, agent, option, position },
            unchanged: positions.unchanged,
          }
        }),
      react: () => Effect.succeed([]),
    })
    return { lines: shown(state), version, events }
  })

const readFacts = (request: OnCompetence, command: Act, sheet: CompetenceSheet) =>
  Effect.gen(function* () {
    const { tenant, option } = request
    const { wording } = yield* ExamMissionsSetup
    const registers = yield* Registers
    const options = new Set([option, ...competencesOf(sheet).map((one) => one.option)])
    const rows = yield* registers.find(tenant, examOptions, [...options])
    const positions = yield* readPositions(request, rows, command)
    if (command === "addCompetence" && rows.every((row) => row.option !== option)) {
      return yield* Effect.fail<ApplicationRefusal>({ _tag: "exam-option.unknown", option })
    }
    return { rows, positions, at: yield* now, wording }
  })
