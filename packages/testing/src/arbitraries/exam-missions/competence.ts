/**
 * Arbitraries of competences and of entry windows: for each state the commands worth trying, most of
 * them valid, the others spoilt in one known way. All walks turn around one agent and four exam
 * options, so that every declared transition is reached.
 */
import {
  competencesOf,
  type CompetenceCommand,
  type CompetenceSheet,
  type EntryCommand,
  EntryStatus,
  type ExamOptionId,
  type Position,
  type SystemGround,
} from "@convoque/core/exam-missions"
import type { Instant, SchoolYear } from "@convoque/core/kernel/calendar"
import { instantFromMillis } from "@convoque/core/kernel/calendar"
import type { Actor, ManagerCode, PersonId, Uai } from "@convoque/core/kernel/identity"
import * as fc from "fast-check"

const agent = "epp-1" as PersonId
const year = "2026-2027" as SchoolYear
const schools = ["0120006S" as Uai, "0120022J" as Uai] as const
const managers = ["DEC2A" as ManagerCode, "DEC3B" as ManagerCode] as const

/** Four exam options, so that competences meet. */
export const competenceOption: fc.Arbitrary<ExamOptionId> = fc
  .constantFrom("47A.TTES.2-002-2", "DNB.DNB.FRA", "BCG.GEN.MATHS", "320.BTS.E4")
  .map((option) => option as ExamOptionId)

const at: fc.Arbitrary<Instant> = fc
  .integer({ min: 0, max: 8760 })
  .map((hours) => instantFromMillis(Date.UTC(2026, 8, 1) + hours * 3_600_000))

const most = (rarely: boolean): fc.Arbitrary<boolean> =>
  fc.integer({ min: 0, max: 7 }).map((one) => (one === 0 ? rarely : !rarely))

interface Taking {
  readonly by: Actor
  readonly position: Position
}

const asSchool: fc.Arbitrary<Taking> = fc
  .record({
    school: fc.constantFrom(...schools),
    entry: fc.oneof(
      { weight: 3, arbitrary: fc.constant("open" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...EntryStatus.literals) },
    ),
    employsAgent: most(false),
    offersExam: most(false),
    isOther: most(true),
  })
  .map(({ isOther, ...facts }) => ({
    by: {
      person: "head-1" as PersonId,
      capacity: isOther ? "centre-head" : "school-head",
      school: facts.school,
    },
    position: { _tag: "school", year, ...facts },
  }))

const asAgent: fc.Arbitrary<Taking> = fc
  .record({ isOwnSheet: most(false), offersExam: most(false) })
  .map((facts) => ({
    by: { person: agent, capacity: "agent" },
    position: { _tag: "agent", ...facts },
  }))

const asManager: fc.Arbitrary<Taking> = fc
  .record({ managerCode: fc.constantFrom(...managers), managesExam: most(false) })
  .map(({ managerCode, managesExam }) => ({
    by: { person: "manager-1" as PersonId, capacity: "exam-manager", managerCode },
    position: { _tag: "manager", managerCode, managesExam },
  }))

const buttons = ["confirmCompetence", "invalidateCompetence"] as const

// Before anything is listed most additions succeed: buttons are tried more often, to be refused.
const positions = ({ _tag }: CompetenceSheet): fc.Arbitrary<CompetenceCommand> =>
  fc
    .record({
      _tag: fc.constantFrom(
        "addCompetence" as const,
        "invalidateCompetence" as const,
        ...buttons,
        ...(_tag === "defined" ? [] : [...buttons, ...buttons, ...buttons]),
      ),
      at,
      option: competenceOption,
      taking: fc.oneof(asSchool, asAgent, asManager),
    })
    .map(({ taking, ...command }) => ({ ...command, ...taking, agent }))

/** Why the system holds somebody competent: few reasons, so that they change and come back. */
export const systemGround: fc.Arbitrary<SystemGround> = fc
  .record({ structure: fc.constantFrom("2A", "2B", null), line: fc.constantFrom("L-1", "L-2") })
  .map(({ structure, line }) => ({
    correspondence: line,
    school: "0120006S" as Uai,
    subject: "MATHEMATIQUES",
    modality: null,
    trainingModule: "2NDE GENERALE",
    structure,
  }))

const yieldedOptions = fc
  .uniqueArray(fc.tuple(competenceOption, systemGround), {
    selector: ([option]) => option,
    maxLength: 4,
  })
  .map((some) => some.map(([option, ground]) => ({ option, grounds: [ground] as [SystemGround] })))

const generations = (state: CompetenceSheet): fc.Arbitrary<CompetenceCommand> =>
  fc
    .record({
      at,
      isSystem: most(false),
      // Nothing, what is there already, or anything else.
      yielded: fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.constant(yieldedIn(state)) },
        { weight: 6, arbitrary: yieldedOptions },
      ),
    })
    .map(({ isSystem, ...command }) => ({
      _tag: "generateCompetences",
      ...command,
      agent,
      by: {
        person: "scheduler" as PersonId,
        capacity: isSystem ? "system" : "exams-division",
      },
    }))

const yieldedIn = (
  state: CompetenceSheet,
): Extract<CompetenceCommand, { readonly _tag: "generateCompetences" }>["yielded"] =>
  competencesOf(state).flatMap(({ option, grounds: [first, ...rest] }) =>
    first === undefined ? [] : [{ option, grounds: [first, ...rest] as const }],
  )

/** Commands worth trying on a sheet. */
export const competenceCommand = (state: CompetenceSheet): fc.Arbitrary<CompetenceCommand> =>
  fc.oneof(
    { weight: state._tag === "defined" ? 3 : 12, arbitrary: positions(state) },
    { weight: 2, arbitrary: generations(state) },
  )

const division: Actor = { person: "dec-1" as PersonId, capacity: "exams-division" }
const head: Actor = {
  person: "head-1" as PersonId,
  capacity: "school-head",
  school: "0120006S" as Uai,
}

/** Commands worth trying on the entry window of a school. */
export const entryCommand: fc.Arbitrary<EntryCommand> = fc
  .record({
    _tag: fc.constantFrom(
      "openEntry" as const,
      "validateEntry" as const,
      "reopenEntry" as const,
      "closeEntry" as const,
    ),
    at,
    isRightful: most(false),
    statement: most(false),
    validationOpen: most(false),
  })
  .map(({ _tag, isRightful, statement, validationOpen, ...when }) => {
    const act = {
      ...when,
      by: isRightful === (_tag === "validateEntry") ? head : division,
      school: "0120006S" as Uai,
      year,
    }
    return _tag === "validateEntry" ? { _tag, ...act, statement, validationOpen } : { _tag, ...act }
  })
