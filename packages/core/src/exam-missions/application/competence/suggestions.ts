/**
 * The exam options proposed to whoever adds a competence, refined as one types.
 *
 * @requirement CMP-12, CMP-13
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Uai } from "../../../kernel/identity.ts"
import { searchWords } from "../../../kernel/listing.ts"
import { Registers, Storage } from "../../../kernel/ports.ts"
import { rowSearchText } from "../../../kernel/register.ts"
import { competenceSheetRef } from "../../aggregates.ts"
import { examManagers, examOptions } from "../../competence/registers.ts"
import type { ExamOption } from "../../competence/regulation.ts"
import { competencesOf } from "../../competence/rules/standing.ts"
import { managerCodeOf, now, readableSchool, schoolOf } from "../act.ts"
import { isAccepted } from "./lines.ts"
import {
  type BeforeSheet,
  familiesOffered,
  type PositionFailure,
  type PositionNeeds,
  readPositions,
  schoolsOf,
} from "./positions.ts"

/** Whose sheet, what was typed, how many suggestions at most; the school must be the actor's own. */
export interface Suggesting extends BeforeSheet {
  readonly school?: Uai
  readonly keyword: string
  readonly limit: number
}

/**
 * Gives exam options that the reader may add to the sheet of an agent, by exam, speciality and label:
 * exactly those whose addition would be accepted at this moment. Whoever may not act on the sheet is
 * refused as the addition would be.
 */
export const suggestExamOptions = Effect.fn("exam-missions.suggestExamOptions")(function* (
  request: Suggesting,
) {
  const { by, tenant, agent, limit, school } = request
  if (school !== undefined) yield* readableSchool(by, school)
  const storage = yield* Storage
  const [{ state }] = yield* storage.load([competenceSheetRef(tenant, agent)])
  // What is listed already may be among the first found: that many more are asked for.
  const rows = yield* candidates(request, limit + competencesOf(state).length)
  const { positionOn } = yield* readPositions(request, rows, "suggestExamOptions")
  const at = yield* now
  return rows
    .filter(({ option }) =>
      isAccepted(state, "addCompetence", { ...request, at, option, position: positionOn(option) }),
    )
    .slice(0, limit)
})

const candidates = (
  request: Suggesting,
  enough: number,
): Effect.Effect<ReadonlyArray<ExamOption>, PositionFailure, PositionNeeds> => {
  const { by, tenant, agent } = request
  switch (by.capacity) {
    case "school-head":
      return Effect.flatMap(schoolOf(by), (school) => offered(request, [school], enough))
    case "agent":
      return Effect.flatMap(schoolsOf(tenant, agent), (some) => offered(request, some, enough))
    case "exam-manager":
      return managed(request)
    default:
      return Effect.succeed([])
  }
}

// Each family of exams is a part of the register: those not offered are not even looked at.
const offered = ({ tenant, keyword }: Suggesting, some: ReadonlyArray<Uai>, limit: number) =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const families = yield* familiesOffered(tenant, some)
    const found = yield* Effect.forEach(families, (part) =>
      registers.search(tenant, examOptions, { keyword, part, limit }),
    )
    return found.flat().toSorted(byPlace)
  })

const managed = ({ by, tenant, keyword }: Suggesting) =>
  Effect.gen(function* () {
    const managerCode = yield* managerCodeOf(by)
    const registers = yield* Registers
    const inCharge = yield* registers.all(tenant, examManagers).pipe(
      Stream.filter((row) => row.managerCode === managerCode),
      Stream.runCollect,
    )
    const words = searchWords(keyword)
    const rows = yield* registers.ofOwners(
      tenant,
      examOptions,
      inCharge.map(({ examCode }) => examCode),
    )
    const found = rows.filter((row) => {
      const text = rowSearchText(examOptions, row)
      return words.every((word) => text.includes(word))
    })
    return found.toSorted(byPlace)
  })

const byPlace = (one: ExamOption, other: ExamOption): number =>
  placeOf(one) < placeOf(other) ? -1 : 1

const placeOf = (row: ExamOption): string => `${examOptions.sort(row)}\n${examOptions.key(row)}`
