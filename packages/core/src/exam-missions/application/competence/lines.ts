/**
 * The lines of a sheet of competences as one reader sees them, with the actions that he is offered
 * and why the system holds the agent competent.
 *
 * @requirement CMP-04, CMP-05, CMP-16 to CMP-18
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Instant } from "../../../kernel/calendar.ts"
import { decide } from "../../../kernel/machine.ts"
import { Registers } from "../../../kernel/ports.ts"
import type { CompetenceCommand, Position } from "../../competence/commands.ts"
import { competenceMachine } from "../../competence/decider.ts"
import { type Competence, type ExamOptionId, OfferedAction } from "../../competence/model.ts"
import { examOptions } from "../../competence/registers.ts"
import type { ExamOption } from "../../competence/regulation.ts"
import { authorsColumn } from "../../competence/rules/authors-column.ts"
import { competencesOf, standing } from "../../competence/rules/standing.ts"
import type { CompetenceSheet } from "../../competence/state.ts"
import type { CompetenceLine } from "../../competence/views.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import type { Wording } from "../../wording.ts"
import { now } from "../act.ts"
import { type BeforeSheet, type Positions, readPositions } from "./positions.ts"

/**
 * What lines show besides the sheet: the regulation of its options, what the reader is to them, when
 * he may take positions at all.
 */
export interface LineFacts {
  readonly rows: ReadonlyArray<ExamOption>
  readonly positions: Positions | undefined
  readonly at: Instant
  readonly wording: Wording
}

/** Gives the lines of a sheet, by code of the exam option. */
export const linesOf = (
  before: BeforeSheet,
  sheet: CompetenceSheet,
  { rows, positions, at, wording }: LineFacts,
): ReadonlyArray<CompetenceLine> => {
  const known = new Map(rows.map((row) => [row.option, row]))
  return competencesOf(sheet).map((competence) => ({
    ...labelsOf(competence, known.get(competence.option)),
    actions:
      positions === undefined
        ? []
        : OfferedAction.literals.filter((action) =>
            isAccepted(sheet, `${action}Competence`, {
              ...before,
              at,
              option: competence.option,
              position: positions.positionOn(competence.option),
            }),
          ),
    explanations: competence.grounds.map(wording.competence.ground),
  }))
}

/** Reads what lines show besides the sheet, and gives them. */
export const readLines = (before: BeforeSheet, sheet: CompetenceSheet) =>
  Effect.gen(function* () {
    const { wording } = yield* ExamMissionsSetup
    const registers = yield* Registers
    const options = competencesOf(sheet).map(({ option }) => option)
    const rows = yield* registers.find(before.tenant, examOptions, options)
    const positions = yield* positionsIfAny(before, rows)
    return linesOf(before, sheet, { rows, positions, at: yield* now, wording })
  })

type Act = Extract<CompetenceCommand, { readonly position: Position }>["_tag"]

/** Tells whether an act on a sheet would be accepted at this moment. */
export const isAccepted = (
  sheet: CompetenceSheet,
  _tag: Act,
  {
    at,
    by,
    agent,
    option,
    position,
  }: BeforeSheet & {
    readonly at: Instant
    readonly option: ExamOptionId
    readonly position: Position
  },
): boolean =>
  Result.isSuccess(decide(competenceMachine, { _tag, at, by, agent, option, position }, sheet))

const labelsOf = (
  { option, marks }: Competence,
  row: ExamOption | undefined,
): Omit<CompetenceLine, "actions" | "explanations"> => ({
  option,
  exam: row === undefined ? null : `${row.examCode}, ${row.examAcronym}, ${row.examLabel}`,
  speciality: row?.speciality ?? null,
  label: row?.label ?? null,
  authors: authorsColumn(marks),
  standing: standing(marks),
})

// Who may take no position at all still reads; no action is offered to him.
const positionsIfAny = (before: BeforeSheet, rows: ReadonlyArray<ExamOption>) =>
  readPositions(before, rows, "readCompetences").pipe(
    Effect.catch((failure) =>
      failure._tag === "StorageUnavailable" ? Effect.fail(failure) : Effect.succeed(undefined),
    ),
  )
