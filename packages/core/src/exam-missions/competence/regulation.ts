/**
 * The exam regulation, as CYCLADES gives it: exam options, who is in charge of each exam, and the
 * correspondence table between exam options and subjects taught. Rows of registers.
 *
 * @requirement CMP-06, CMP-10, CMP-13, PER-02
 */
import * as Schema from "effect/Schema"
import { ManagerCode } from "../../kernel/identity.ts"
import { SchoolCategory } from "../staff-directory/model.ts"
import { ExamOptionId } from "./model.ts"

/** The families of exams that schools are concerned with, by what their category prepares for. */
export const ExamFamily = Schema.Literals([
  "dnb",
  "bac-professionnel",
  "bac-technologique",
  "bac-general",
  "anticipated",
  "bts",
]).annotate({ identifier: "ExamFamily" })
export type ExamFamily = typeof ExamFamily.Type

/** An exam option (épreuve-option) with its speciality and its exam. */
export const ExamOption = Schema.Struct({
  option: ExamOptionId,
  examCode: Schema.String,
  examAcronym: Schema.String,
  examLabel: Schema.String,
  family: ExamFamily,
  speciality: Schema.String,
  label: Schema.String,
}).annotate({ identifier: "ExamOption" })
export type ExamOption = typeof ExamOption.Type

/** A manager in charge of an exam (gestionnaire); an exam may have several. */
export const ExamManager = Schema.Struct({
  managerCode: ManagerCode,
  examCode: Schema.String,
  name: Schema.String,
  email: Schema.NullOr(Schema.String),
}).annotate({ identifier: "ExamManager" })
export type ExamManager = typeof ExamManager.Type

/**
 * A line of the correspondence table: who teaches the subject, in a training module that begins with
 * the given code when there is one, is held competent on the exam option.
 */
export const Correspondence = Schema.Struct({
  line: Schema.String,
  option: ExamOptionId,
  subjectCode: Schema.String,
  trainingModulePrefix: Schema.NullOr(Schema.String),
}).annotate({ identifier: "Correspondence" })
export type Correspondence = typeof Correspondence.Type

/** Which families of exams are offered to which categories of schools. */
export type ExamOffer = Readonly<Record<SchoolCategory, ReadonlyArray<ExamFamily>>>

const lyceeExams = [
  "bac-professionnel",
  "bac-technologique",
  "bac-general",
  "anticipated",
  "bts",
] as const

/**
 * The offer of the service's guide (CMP-13). Decision: a polyvalent lycée counts as a lycée, an EREA
 * as both; a portal passes another map when its academy sees it otherwise.
 */
export const usualExamOffer: ExamOffer = {
  college: ["dnb"],
  "lycee-general-technologique": lyceeExams,
  "lycee-professionnel": lyceeExams,
  "lycee-polyvalent": lyceeExams,
  erea: ["dnb", ...lyceeExams],
}
