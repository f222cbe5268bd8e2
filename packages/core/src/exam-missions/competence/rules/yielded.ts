/**
 * What the correspondence table yields for the teachings of one agent, and on which grounds.
 *
 * @requirement CMP-06
 */
import type { Teaching } from "../../staff-directory/model.ts"
import type { ExamOptionId, SystemGround } from "../model.ts"
import type { Correspondence } from "../regulation.ts"

/** An exam option on which an agent is held competent by the system, and all the reasons why. */
export interface Yielded {
  readonly option: ExamOptionId
  readonly grounds: readonly [SystemGround, ...ReadonlyArray<SystemGround>]
}

/** The lines of the correspondence table by code of the subject taught. */
export type CorrespondencesBySubject = ReadonlyMap<string, ReadonlyArray<Correspondence>>

/** Gives the correspondence table by code of subject, made once for many agents. */
export const bySubject = (correspondences: Iterable<Correspondence>): CorrespondencesBySubject => {
  const lines = new Map<string, Array<Correspondence>>()
  for (const line of correspondences) {
    const same = lines.get(line.subjectCode)
    if (same === undefined) lines.set(line.subjectCode, [line])
    else same.push(line)
  }
  return lines
}

/**
 * Gives the exam options that the correspondence table yields for the teachings of one agent, by
 * code, each with its grounds in their order, without doubles.
 *
 * A line matches a teaching of its subject, in a training module whose code begins with its prefix
 * when it has one; a teaching without code matches no prefix.
 */
export const yieldedBy = (
  teachings: ReadonlyArray<Teaching>,
  correspondences: CorrespondencesBySubject,
): ReadonlyArray<Yielded> => {
  const found = new Map<ExamOptionId, Map<string, SystemGround>>()
  for (const teaching of teachings) {
    for (const line of correspondences.get(teaching.subjectCode) ?? []) {
      if (!isInModule(teaching, line)) continue
      const ground = groundOf(teaching, line)
      const grounds = found.get(line.option) ?? new Map<string, SystemGround>()
      found.set(line.option, grounds.set(groundKey(ground), ground))
    }
  }
  return [...found].toSorted(byKey).flatMap(([option, grounds]) => {
    const [first, ...rest] = [...grounds].toSorted(byKey).map(([, ground]) => ground)
    return first === undefined ? [] : [{ option, grounds: [first, ...rest] as const }]
  })
}

/** Tells whether two lists of grounds, both in their order, say the same. */
export const hasSameGrounds = (
  one: ReadonlyArray<SystemGround>,
  other: ReadonlyArray<SystemGround>,
): boolean =>
  one.length === other.length &&
  one.every((ground, index) => groundKey(ground) === keyOrNone(other[index]))

const keyOrNone = (ground: SystemGround | undefined): string | undefined =>
  ground === undefined ? undefined : groundKey(ground)

// The parts are told apart whatever they hold, and a line of text is compared faster than an object.
const groundKey = (ground: SystemGround): string =>
  JSON.stringify([
    ground.school,
    ground.subject,
    ground.trainingModule,
    ground.structure,
    ground.modality,
    ground.correspondence,
  ])

const isInModule = (
  { trainingModuleCode }: Teaching,
  { trainingModulePrefix }: Correspondence,
): boolean =>
  trainingModulePrefix === null || (trainingModuleCode?.startsWith(trainingModulePrefix) ?? false)

const groundOf = (teaching: Teaching, { line }: Correspondence): SystemGround => ({
  correspondence: line,
  school: teaching.school,
  subject: teaching.subject,
  modality: teaching.modality,
  trainingModule: teaching.trainingModule ?? teaching.trainingModuleCode,
  structure: teaching.structure,
})

const byKey = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1
