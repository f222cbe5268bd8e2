/**
 * What it takes to take a position: who the actor is to the agent and to the exam, read anew in each
 * attempt. The rules are elsewhere.
 */
import * as Effect from "effect/Effect"
import { schoolYearOf } from "../../../kernel/calendar.ts"
import type { Actor, PersonId, TenantId, Uai } from "../../../kernel/identity.ts"
import { Registers, Storage, type StorageUnavailable } from "../../../kernel/ports.ts"
import type { ActivityRefusal } from "../../activity/refusals.ts"
import { competenceEntryRef } from "../../aggregates.ts"
import type { Position } from "../../competence/commands.ts"
import type { ExamOptionId } from "../../competence/model.ts"
import type { CompetenceRefusal } from "../../competence/refusals.ts"
import { examManagers, examOptions } from "../../competence/registers.ts"
import type { ExamFamily } from "../../competence/regulation.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import { posts, schools } from "../../staff-directory/registers.ts"
import { managerCodeOf, requireActivity, schoolOf, today, type Unchanged } from "../act.ts"
import type { ApplicationRefusal } from "../refusals.ts"

/** The ways in which acting on competences can be refused before the machine is asked. */
export type PositionFailure =
  | ActivityRefusal
  | ApplicationRefusal
  | CompetenceRefusal
  | StorageUnavailable

/** What reading positions needs from outside. */
export type PositionNeeds = Storage | Registers | ExamMissionsSetup

/** Somebody before a sheet. */
export interface BeforeSheet {
  readonly by: Actor
  readonly tenant: TenantId
  readonly agent: PersonId
}

/** What somebody is to each exam option of a sheet, and the aggregates that this stands on. */
export interface Positions {
  readonly positionOn: (option: ExamOptionId) => Position
  readonly unchanged: ReadonlyArray<Unchanged>
}

/**
 * Reads what somebody is to some exam options of an agent: as a school, whose activity must be open,
 * as the agent, or as a manager. Anybody else is refused by `actor.not-allowed`, for `command`.
 *
 * The window of a school and its activity are named `unchanged`. Registers have no version to name:
 * an import at that very moment counts from the next act on.
 */
export const readPositions = (
  before: BeforeSheet,
  options: ReadonlyArray<ExamOptionId>,
  command: string,
): Effect.Effect<Positions, PositionFailure, PositionNeeds> => {
  switch (before.by.capacity) {
    case "school-head":
      return asSchool(before, options)
    case "agent":
      return asAgent(before, options)
    case "exam-manager":
      return asManager(before, options)
    default:
      return Effect.fail({
        _tag: "actor.not-allowed",
        command,
        capacity: before.by.capacity,
      })
  }
}

const asSchool = ({ by, tenant, agent }: BeforeSheet, options: ReadonlyArray<ExamOptionId>) =>
  Effect.gen(function* () {
    const school = yield* schoolOf(by)
    const activity = yield* requireActivity(tenant, by, "competence-entry")
    const year = schoolYearOf(yield* today)
    const storage = yield* Storage
    const id = competenceEntryRef(tenant, { school, year })
    const [entry] = yield* storage.load([id])
    const employsAgent = (yield* schoolsOf(tenant, agent)).includes(school)
    const isOffered = yield* readOffer(tenant, [school], options)
    return {
      positionOn: (option: ExamOptionId): Position => ({
        _tag: "school",
        school,
        year,
        entry: entry.state._tag,
        employsAgent,
        offersExam: isOffered(option),
      }),
      unchanged: [activity, { id, expected: entry.version }],
    }
  })

const asAgent = ({ by, tenant, agent }: BeforeSheet, options: ReadonlyArray<ExamOptionId>) =>
  Effect.gen(function* () {
    const isOffered = yield* readOffer(tenant, yield* schoolsOf(tenant, agent), options)
    return {
      positionOn: (option: ExamOptionId): Position => ({
        _tag: "agent",
        isOwnSheet: by.person === agent && by.onBehalfOf === undefined,
        offersExam: isOffered(option),
      }),
      unchanged: [],
    }
  })

const asManager = ({ by, tenant }: BeforeSheet, options: ReadonlyArray<ExamOptionId>) =>
  Effect.gen(function* () {
    const managerCode = yield* managerCodeOf(by)
    const registers = yield* Registers
    const rows = yield* registers.ofOwners(tenant, examManagers, [
      ...new Set(options.map(examCodeOf)),
    ])
    const managed = new Set(
      rows.flatMap((row) => (row.managerCode === managerCode ? [row.examCode] : [])),
    )
    return {
      positionOn: (option: ExamOptionId): Position => ({
        _tag: "manager",
        managerCode,
        managesExam: managed.has(examCodeOf(option)),
      }),
      unchanged: [],
    }
  })

/** Gives the schools where somebody works, as main or secondary assignment. */
export const schoolsOf = (
  tenant: TenantId,
  agent: PersonId,
): Effect.Effect<ReadonlyArray<Uai>, StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const held = yield* registers.ofOwners(tenant, posts, [agent])
    return held.map(({ school }) => school)
  })

/** Gives the families of exams offered to the categories of some schools (CMP-13). */
export const familiesOffered = (
  tenant: TenantId,
  some: ReadonlyArray<Uai>,
): Effect.Effect<ReadonlySet<ExamFamily>, StorageUnavailable, Registers | ExamMissionsSetup> =>
  Effect.gen(function* () {
    const { examOffer } = yield* ExamMissionsSetup
    const registers = yield* Registers
    const rows = yield* registers.find(tenant, schools, some)
    return new Set(rows.flatMap(({ category }) => examOffer[category]))
  })

const readOffer = (
  tenant: TenantId,
  some: ReadonlyArray<Uai>,
  options: ReadonlyArray<ExamOptionId>,
) =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const families = yield* familiesOffered(tenant, some)
    const rows = yield* registers.find(tenant, examOptions, options)
    const offered = new Set(
      rows.flatMap(({ option, family }) => (families.has(family) ? [option] : [])),
    )
    return (option: ExamOptionId): boolean => offered.has(option)
  })

// The first of the three codes of an option is that of its exam.
const examCodeOf = (option: ExamOptionId): string => option.slice(0, option.indexOf("."))
