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
import { examManagers } from "../../competence/registers.ts"
import type { ExamFamily, ExamOption } from "../../competence/regulation.ts"
import { ExamMissionsSetup } from "../../ports.ts"
import { people, posts, schools } from "../../staff-directory/registers.ts"
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
 * Reads what somebody is to some exam options of an agent, as the regulation has them.
 *
 * - a school, whose activity must be open, before its own personnel: `person.not-in-school`;
 * - the agent before his own sheet, a manager before that of anybody known: `person.unknown`;
 * - anybody else is refused by `actor.not-allowed`, for `command`.
 *
 * The window of a school and its activity are named `unchanged`. Registers have no version to name:
 * an import at that very moment counts from the next act on.
 */
export const readPositions = (
  before: BeforeSheet,
  rows: ReadonlyArray<ExamOption>,
  command: string,
): Effect.Effect<Positions, PositionFailure, PositionNeeds> => {
  const { by, agent } = before
  switch (by.capacity) {
    case "school-head":
      return asSchool(before, rows)
    case "agent":
      return isOwnSheet(by, agent) ? asAgent(before, rows) : notAllowed(by, command)
    case "exam-manager":
      return asManager(before, rows)
    default:
      return notAllowed(by, command)
  }
}

const isOwnSheet = (by: Actor, agent: PersonId): boolean =>
  by.person === agent && by.onBehalfOf === undefined

const notAllowed = ({ capacity }: Actor, command: string): Effect.Effect<never, PositionFailure> =>
  Effect.fail({ _tag: "actor.not-allowed", command, capacity })

const asSchool = ({ by, tenant, agent }: BeforeSheet, rows: ReadonlyArray<ExamOption>) =>
  Effect.gen(function* () {
    const school = yield* schoolOf(by)
    const activity = yield* requireActivity(tenant, by, "competence-entry")
    const employsAgent = (yield* schoolsOf(tenant, agent)).includes(school)
    if (!employsAgent) {
      return yield* Effect.fail<ApplicationRefusal>({
        _tag: "person.not-in-school",
        person: agent,
        school,
      })
    }
    const year = schoolYearOf(yield* today)
    const storage = yield* Storage
    const id = competenceEntryRef(tenant, { school, year })
    const [{ state, version }] = yield* storage.load([id])
    const isOffered = yield* readOffer(tenant, [school], rows)
    return {
      positionOn: (option: ExamOptionId): Position => ({
        _tag: "school",
        school,
        year,
        entry: state._tag,
        employsAgent,
        offersExam: isOffered(option),
      }),
      unchanged: [activity, { id, expected: version }],
    }
  })

const asAgent = ({ tenant, agent }: BeforeSheet, rows: ReadonlyArray<ExamOption>) =>
  Effect.gen(function* () {
    yield* requirePerson(tenant, agent)
    const isOffered = yield* readOffer(tenant, yield* schoolsOf(tenant, agent), rows)
    return {
      positionOn: (option: ExamOptionId): Position => ({
        _tag: "agent",
        isOwnSheet: true,
        offersExam: isOffered(option),
      }),
      unchanged: [],
    }
  })

const asManager = ({ by, tenant, agent }: BeforeSheet, rows: ReadonlyArray<ExamOption>) =>
  Effect.gen(function* () {
    const managerCode = yield* managerCodeOf(by)
    yield* requirePerson(tenant, agent)
    const registers = yield* Registers
    const inCharge = yield* registers.ofOwners(tenant, examManagers, [
      ...new Set(rows.map(({ examCode }) => examCode)),
    ])
    const exams = new Set(
      inCharge.flatMap((row) => (row.managerCode === managerCode ? [row.examCode] : [])),
    )
    const isManaged = among(rows, ({ examCode }) => exams.has(examCode))
    return {
      positionOn: (option: ExamOptionId): Position => ({
        _tag: "manager",
        managerCode,
        managesExam: isManaged(option),
      }),
      unchanged: [],
    }
  })

const requirePerson = (
  tenant: TenantId,
  person: PersonId,
): Effect.Effect<void, ApplicationRefusal | StorageUnavailable, Registers> =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const [found] = yield* registers.find(tenant, people, [person])
    if (found === undefined)
      yield* Effect.fail<ApplicationRefusal>({ _tag: "person.unknown", person })
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

const readOffer = (tenant: TenantId, some: ReadonlyArray<Uai>, rows: ReadonlyArray<ExamOption>) =>
  Effect.map(familiesOffered(tenant, some), (families) =>
    among(rows, ({ family }) => families.has(family)),
  )

// An option that the regulation does not know is neither offered nor managed.
const among = (
  rows: ReadonlyArray<ExamOption>,
  isRight: (row: ExamOption) => boolean,
): ((option: ExamOptionId) => boolean) => {
  const right = new Set(rows.filter(isRight).map(({ option }) => option))
  return (option) => right.has(option)
}
