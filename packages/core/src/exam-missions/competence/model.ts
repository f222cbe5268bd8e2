/**
 * Competences (compétences): the exam options on which an agent is declared competent, with the
 * marks of their authors.
 *
 * A competence is one agent x one exam option. Its authors are the system, any number of schools,
 * the agent and any number of exam managers; each bears at most one mark, C (competent) or I
 * (« incompétence »).
 *
 * @requirement CMP-05 to CMP-11
 */
import * as Schema from "effect/Schema"
import { Instant } from "../../kernel/calendar.ts"
import { ManagerCode, Uai } from "../../kernel/identity.ts"

/**
 * An exam option (épreuve-option) of a speciality of an exam: the three codes joined by dots, such
 * as `47A.TTES.2-002-2`.
 */
export const ExamOptionId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9-]{1,16}\.[A-Za-z0-9-]{1,16}\.[A-Za-z0-9-]{1,24}$/u, {
    expected: "exam, speciality and option codes joined by dots",
  }),
).pipe(Schema.brand("ExamOptionId"))
export type ExamOptionId = typeof ExamOptionId.Type

/** C: competent, added or confirmed; I: declared incompetent. */
export const CompetenceMark = Schema.Literals(["C", "I"])
export type CompetenceMark = typeof CompetenceMark.Type

/** Who takes a position: SYS, a school (UAI), the agent (NUMEN), a manager (code gestionnaire). */
export const CompetenceAuthor = Schema.TaggedUnion({
  system: {},
  school: { school: Uai },
  agent: {},
  manager: { managerCode: ManagerCode },
})
export type CompetenceAuthor = typeof CompetenceAuthor.Type

/** The position of one author, and since when. */
export const AuthorMark = Schema.Struct({
  author: CompetenceAuthor,
  mark: CompetenceMark,
  since: Instant,
})
export type AuthorMark = typeof AuthorMark.Type

/**
 * Why the system holds an agent competent: a teaching (where, which subject, in which training
 * module and structure) and the line of the correspondence table that matches it.
 */
export const SystemGround = Schema.Struct({
  correspondence: Schema.String,
  school: Uai,
  subject: Schema.String,
  modality: Schema.NullOr(Schema.String),
  trainingModule: Schema.NullOr(Schema.String),
  structure: Schema.NullOr(Schema.String),
}).annotate({ identifier: "SystemGround" })
export type SystemGround = typeof SystemGround.Type

/**
 * One competence as listed: at least one author bears C. `grounds` explain the mark of the system,
 * empty when it has none.
 */
export const Competence = Schema.Struct({
  option: ExamOptionId,
  marks: Schema.NonEmptyArray(AuthorMark),
  grounds: Schema.Array(SystemGround),
}).annotate({ identifier: "Competence" })
export type Competence = typeof Competence.Type

/** Whether all authors agree: only C, or C and I. Callers choose what a contested one is worth. */
export const CompetenceStanding = Schema.Literals(["acknowledged", "contested"])
export type CompetenceStanding = typeof CompetenceStanding.Type

/** The buttons of a listed competence: (+) and (x). */
export const OfferedAction = Schema.Literals(["confirm", "invalidate"]).annotate({
  identifier: "OfferedCompetenceAction",
})
export type OfferedAction = typeof OfferedAction.Type
