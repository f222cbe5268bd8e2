/** What can be asked of the competences of one agent. */
import * as Schema from "effect/Schema"
import { SchoolYear } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { ManagerCode, PersonId, Uai } from "../../kernel/identity.ts"
import { EntryStatus } from "../competence-entry/model.ts"
import { ExamOptionId, SystemGround } from "./model.ts"

/**
 * What deciding needs to know of whoever takes a position, read by the use case.
 *
 * - school: its entry window, whether the agent works there, whether the exam is offered to its
 *   category (CMP-13);
 * - agent: whether the sheet is his own, whether the exam is offered to one of his schools;
 * - manager: whether he is in charge of the exam.
 */
export const Position = Schema.TaggedUnion({
  school: {
    school: Uai,
    year: SchoolYear,
    entry: EntryStatus,
    employsAgent: Schema.Boolean,
    offersExam: Schema.Boolean,
  },
  agent: { isOwnSheet: Schema.Boolean, offersExam: Schema.Boolean },
  manager: { managerCode: ManagerCode, managesExam: Schema.Boolean },
})
export type Position = typeof Position.Type

const onCompetence = {
  ...actFields,
  agent: PersonId,
  option: ExamOptionId,
  position: Position,
} as const

/** What may be asked of the competences of an agent, complete with facts, actor and instant. */
export const CompetenceCommand = Schema.TaggedUnion({
  /** Lists an exam option that is not there; its author is the only one. */
  addCompetence: onCompetence,
  /** The button (+). */
  confirmCompetence: onCompetence,
  /** The button (x): invalidates, withdraws or deletes, as the table of authorship says. */
  invalidateCompetence: onCompetence,
  /**
   * What the correspondence table yields for the agent's teachings, all of it: what is missing gets
   * SYS (C), what it no longer yields loses it.
   */
  generateCompetences: {
    ...actFields,
    agent: PersonId,
    yielded: Schema.Array(
      Schema.Struct({ option: ExamOptionId, grounds: Schema.NonEmptyArray(SystemGround) }),
    ),
  },
})
export type CompetenceCommand = typeof CompetenceCommand.Type
