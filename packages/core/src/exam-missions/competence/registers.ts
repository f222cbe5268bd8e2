/**
 * The registers of the exam regulation (réglementation, from CYCLADES): exam options, those in
 * charge of exams, and the correspondence table, with the columns of their files.
 *
 * @requirement PER-02, CMP-06, CMP-10, CMP-13
 */
import { ManagerCode } from "../../kernel/identity.ts"
import { MailAddress } from "../../kernel/mail-address.ts"
import { neededColumn, optionalColumn, type Register } from "../../kernel/register.ts"
import { foldedKey, singleLine } from "../../kernel/text.ts"
import {
  joinedKey,
  sortText,
  textExpected,
  wordCell,
  wordsExpected,
} from "../staff-directory/registers/cells.ts"
import { ExamOptionId } from "./model.ts"
import type { Correspondence, ExamFamily, ExamManager, ExamOption } from "./regulation.ts"

const families: Readonly<Record<ExamFamily, string>> = {
  dnb: "DNB",
  "bac-professionnel": "BCP",
  "bac-technologique": "BTN",
  "bac-general": "BCG",
  anticipated: "EA",
  bts: "BTS",
}

const text = (longest: number) => [singleLine(longest), textExpected(longest)] as const
const option = neededColumn(
  "EPREUVE_OPTION",
  ExamOptionId,
  "les codes de l’examen, de la spécialité et de l’épreuve-option joints par des points",
)
const ofOption = {
  field: "option",
  register: "exam-options",
  keyOf: (row: { readonly option: ExamOptionId }) => row.option,
} as const

/**
 * The exam options of each exam and speciality (épreuves-options), each family of exams a part of
 * its own, in which suggestions are sought.
 */
export const examOptions: Register<ExamOption> = {
  name: "exam-options",
  columns: {
    option,
    examCode: neededColumn("CODE_EXAMEN", ...text(16)),
    examAcronym: neededColumn("SIGLE_EXAMEN", ...text(20)),
    examLabel: neededColumn("LIBELLE_EXAMEN", ...text(200)),
    family: neededColumn("FAMILLE_EXAMEN", wordCell(families), wordsExpected(families)),
    speciality: neededColumn("SPECIALITE", ...text(200)),
    label: neededColumn("LIBELLE_EPREUVE_OPTION", ...text(200)),
  },
  key: (row) => row.option,
  owner: ({ examCode }) => examCode,
  part: ({ family }) => family,
  sort: ({ examCode, speciality, label }) =>
    sortText([foldedKey(examCode), foldedKey(speciality), foldedKey(label)]),
  labels: ({ examCode, examAcronym, examLabel, speciality, label }) => [
    examCode,
    examAcronym,
    examLabel,
    speciality,
    label,
  ],
  references: [],
}

/** Who is in charge of which exam (gestionnaires). */
export const examManagers: Register<ExamManager> = {
  name: "exam-managers",
  columns: {
    managerCode: neededColumn("CODE_GESTIONNAIRE", ManagerCode, "un code gestionnaire"),
    examCode: neededColumn("CODE_EXAMEN", ...text(16)),
    name: neededColumn("NOM", ...text(200)),
    email: optionalColumn("COURRIEL", MailAddress),
  },
  key: ({ managerCode, examCode }) => joinedKey([managerCode, examCode]),
  owner: ({ examCode }) => examCode,
  part: () => "",
  sort: ({ examCode, name }) => sortText([foldedKey(examCode), foldedKey(name)]),
  labels: ({ managerCode, examCode, name }) => [managerCode, examCode, name],
  references: [],
}

/** The table that associates exam options and teachings (table de correspondance). */
export const correspondences: Register<Correspondence> = {
  name: "correspondences",
  columns: {
    line: neededColumn("LIGNE", ...text(40)),
    option,
    subjectCode: neededColumn("CODE_MATIERE", ...text(20)),
    trainingModulePrefix: optionalColumn("PREFIXE_MEF", ...text(20)),
  },
  key: ({ line }) => line,
  owner: ({ subjectCode }) => subjectCode,
  part: () => "",
  sort: ({ subjectCode, line }) => sortText([foldedKey(subjectCode), line]),
  labels: (row) => [row.line, row.option, row.subjectCode],
  references: [ofOption],
}
