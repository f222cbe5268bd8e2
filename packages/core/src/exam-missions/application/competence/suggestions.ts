/**
 * The exam options proposed to whoever adds a competence, refined as one types.
 *
 * @requirement CMP-12, CMP-13
 */
import * as Effect from "effect/Effect"
import type { TenantId, Uai } from "../../../kernel/identity.ts"
import { Registers, Storage, type StorageUnavailable } from "../../../kernel/ports.ts"
import { competenceSheetRef } from "../../aggregates.ts"
import { examOptions } from "../../competence/registers.ts"
import type { ExamOption } from "../../competence/regulation.ts"
import { competencesOf } from "../../competence/rules/standing.ts"
import { readableSchool } from "../act.ts"
import { type BeforeSheet, readPositions } from "./positions.ts"

/** Whose sheet, what was typed, how many suggestions at most; the school must be the actor's own. */
export interface Suggesting extends BeforeSheet {
  readonly school?: Uai
  readonly keyword: string
  readonly limit: number
}

/**
 * Gives exam options that the reader may add to the sheet of an agent, by exam, speciality and label:
 * those that the offer of the school's category holds, or that the manager is in charge of, and that
 * are not listed yet.
 */
export const suggestExamOptions = Effect.fn("exam-missions.suggestExamOptions")(function* (
  request: Suggesting,
) {
  const { by, tenant, agent, limit, school } = request
  if (school !== undefined) yield* readableSchool(by, school)
  const storage = yield* Storage
  // Who may not act on the sheet learns nothing of it.
  yield* readPositions(request, [], "suggestExamOptions")
  const [{ state }] = yield* storage.load([competenceSheetRef(tenant, agent)])
  const listed = new Set(competencesOf(state).map(({ option }) => option))
  const addable = (rows: ReadonlyArray<ExamOption>) =>
    Effect.gen(function* () {
      const options = rows.map(({ option }) => option)
      const { positionOn } = yield* readPositions(request, options, "suggestExamOptions")
      return rows.filter(({ option }) => {
        const position = positionOn(option)
        const isAllowed = position._tag === "manager" ? position.managesExam : position.offersExam
        return isAllowed && !listed.has(option)
      })
    })
  return (yield* searchUntil(request, addable, firstLook)).slice(0, limit)
})

const firstLook = 100

// The search knows neither offers nor sheets: it is asked for ten times more until enough are left.
const searchUntil = <E, R>(
  request: Suggesting,
  kept: (rows: ReadonlyArray<ExamOption>) => Effect.Effect<ReadonlyArray<ExamOption>, E, R>,
  looked: number,
): Effect.Effect<ReadonlyArray<ExamOption>, E | StorageUnavailable, R | Registers> =>
  Effect.gen(function* () {
    const rows = yield* search(request.tenant, request.keyword, looked)
    const found = yield* kept(rows)
    return found.length >= request.limit || rows.length < looked
      ? found
      : yield* searchUntil(request, kept, looked * 10)
  })

const search = (tenant: TenantId, keyword: string, limit: number) =>
  Effect.flatMap(Registers, (registers) =>
    registers.search(tenant, examOptions, { keyword, limit }),
  )
