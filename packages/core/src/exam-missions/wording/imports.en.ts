/** The English texts of imports; what a cell was expected to hold stays in French, as in files. */
import type { ImportFault, ImportWarning } from "../../kernel/importing.ts"
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { ImportRemark } from "../staff-directory/model/remarks.ts"
import type { ImportWords } from "./import-words.ts"

const faults: Readonly<Record<ImportFault["code"], (fault: ImportFault) => string>> = {
  "missing-column": ({ expected }) => `The column ${quoted(expected)} is not there.`,
  missing: (fault) => `${placeEn(fault)}: the cell is empty; expected: ${fault.expected}.`,
  format: (fault) =>
    `${placeEn(fault)}: ${quoted(fault.value)} cannot be read; expected: ${fault.expected}.`,
  "outside-part": ({ line, expected, value }) =>
    `Line ${line}: this line is of the school ${quoted(value)}, not of ${expected}.`,
}

const warnings: Readonly<Record<ImportWarning["code"], (warning: ImportWarning) => string>> = {
  "unknown-column": ({ column }) =>
    `The column ${quoted(column)} is not read: its name is not expected.`,
  "absent-column": ({ column }) =>
    `The column ${quoted(column)} is not in the file: it is empty in all lines.`,
  "encoding-assumed": ({ value }) =>
    `Nothing in the file tells its encoding: it was read in ${value}. Check the accents.`,
  "unresolved-reference": (warning) =>
    `${placeEn(warning)}: ${quoted(warning.value)} is not in its register yet.`,
}

const remarks: Readonly<Record<ImportRemark["code"], (remark: ImportRemark) => string>> = {
  "uai-letter": (remark) =>
    `${placeEn(remark)}: the letter of the UAI ${remark.value} is not the one of its digits.`,
  "local-teacher": ({ line, value }) =>
    `Line ${line}: the teacher ${value}, made by the school and unknown to EPP, is left out.`,
  "teacher-not-listed": ({ line, value }) =>
    `Line ${line}: the teacher ${value} is not among the individuals of the file.`,
  "subject-not-listed": ({ line, value }) =>
    `Line ${line}: the subject ${value} has no label in the file; its code stands for it.`,
  "module-not-listed": ({ line, value }) =>
    `Line ${line}: the training module ${value} has no label in the file.`,
  "division-not-listed": ({ line, value }) =>
    `Line ${line}: the group names the division ${value}, which is not in the file.`,
}

/** The English texts of imports. */
export const importsEn: ImportWords = {
  registers: {
    schools: "Schools",
    people: "Personnel",
    posts: "Posts",
    teachings: "Teachings",
    "exam-options": "Exam options",
    "exam-managers": "Managers of exams",
    correspondences: "Correspondence table",
    missions: "Missions",
    assignments: "Assignments",
  },
  changes: { added: "Added", changed: "Changed", removed: "Removed" },
  fault: (fault) => faults[fault.code](fault),
  warning: (warning) => warnings[warning.code](warning),
  remark: (remark) => remarks[remark.code](remark),
}

const placeEn = ({ line, column }: { readonly line: number; readonly column: string | null }) =>
  column === null ? `Line ${line}` : `Line ${line}, ${column}`
