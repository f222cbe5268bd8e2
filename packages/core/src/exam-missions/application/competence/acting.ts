/**
 * What a school, an agent and a manager do to a competence: add it, confirm it (+), invalidate or
 * delete it (x).
 *
 * @requirement CMP-12 to CMP-21, CMP-24, CMP-28
 */
import * as Effect from "effect/Effect"
import { handle, type StaleConflict } from "../../../kernel/handle.ts"
import type { Uai } from "../../../kernel/identity.ts"
import { Registers, type StorageUnavailable } from "../../../kernel/ports.ts"
import { competenceSheetRef } from "../../aggregates.ts"
import type { CompetenceCommand, Position } from "../../competence/commands.ts"
import { competenceMachine } from "../../competence/decider.ts"
import type { CompetenceEvent } from "../../competence/events.ts"
import type { ExamOptionId } from "../../competence/model.ts"
import type { CompetenceRefusal } from "../../competence/refusals.ts"
import { examOptions } from "../../competence/registers.ts"
import type { CompetenceSheet } from "../../competence/state.ts"
import { now, readableSchool } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import {
  type BeforeSheet,
  type PositionFailure,
  type PositionNeeds,
  readPositions,
} from "./positions.ts"
import { linesOf } from "./reading.ts"

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
  takePosition(request, "addCompetence", requireOption(request)),
)

/** Confirms a listed competence (+). */
export const confirmCompetence = Effect.fn("exam-missions.confirmCompetence")(
  (request: OnCompetence) => takePosition(request, "confirmCompetence"),
)

/** Invalidates, withdraws or deletes a listed competence (x), as the rules of authorship say. */
export const invalidateCompetence = Effect.fn("exam-missions.invalidateCompetence")(
  (request: OnCompetence) => takePosition(request, "invalidateCompetence"),
)

const takePosition = (
  request: OnCompetence,
  command: Act,
  required: Effect.Effect<void, PositionFailure, PositionNeeds> = Effect.void,
) =>
  Effect.gen(function* () {
    const { by, tenant, agent, option, school, seen } = request
    if (school !== undefined) yield* readableSchool(by, school)
    yield* required
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
      complete: () =>
        Effect.gen(function* () {
          const { positionOn, unchanged } = yield* readPositions(request, [option], command)
          const at = yield* now
          const position = positionOn(option)
          return { command: { _tag: command, at, by, agent, option, position }, unchanged }
        }),
      react: () => Effect.succeed([]),
    })
    return { lines: yield* linesOf(request, state), version, events }
  })

const requireOption = ({
  tenant,
  option,
}: OnCompetence): Effect.Effect<void, ApplicationRefusal | StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const [found] = yield* registers.find(tenant, examOptions, [option])
    if (found === undefined) {
      yield* Effect.fail<ApplicationRefusal>({ _tag: "exam-option.unknown", option })
    }
  })
