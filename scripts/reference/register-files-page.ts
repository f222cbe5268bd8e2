/** The reference page of the files of registers: columns, keys, warnings, STS-WEB, what disappears. */
import {
  assignments,
  correspondences,
  examManagers,
  examOptions,
  knownRegisters,
  missions,
  people,
  posts,
  schools,
  teachings,
  type ImportRemark,
  wordingFr,
} from "@convoque/core/exam-missions"
import type { ImportWarning } from "@convoque/core/kernel/importing"
import { code, list, page, table } from "./markdown.ts"

/** What tells the rows of each register apart, in the labels of its columns. */
const keys: Readonly<Record<string, string>> = {
  schools: "UAI",
  people: "ID_AGENT",
  posts: "ID_AGENT, UAI",
  teachings: "all columns but MATIERE, and MEF where there is CODE_MEF",
  "exam-options": "EPREUVE_OPTION",
  "exam-managers": "CODE_GESTIONNAIRE, CODE_EXAMEN",
  correspondences: "LIGNE",
  missions: "NUMERO_MISSION",
  assignments: "NUMERO_MISSION, ID_AGENT",
}

const references: Readonly<Record<string, ReadonlyArray<{ readonly register: string }>>> =
  Object.fromEntries(
    [
      schools,
      people,
      posts,
      teachings,
      examOptions,
      examManagers,
      correspondences,
      missions,
      assignments,
    ].map((register) => [register.name, register.references]),
  )

/** Gives the page in Markdown. */
export const registerFilesPage = (): string =>
  page([
    "# Files of registers",
    "What the files look like that the exams division imports (PER-02, PER-27, CMP-22). They are CSV: " +
      "semicolons, values with a semicolon, a quote or a line break between quotes, a header in the " +
      "first line, UTF-8 or Windows-1252. Columns may come in any order; one that is not needed may " +
      "be absent; one that is not known is passed over, both with a [warning](#warnings). `GET " +
      "/registers/{register}/template.csv` gives a blank file.",
    list([
      "A day is `17/06/2016`; `2016-06-17` is read too.",
      "The last letter of a UAI is compared with its digits; another letter is a remark, not a fault.",
      "A NUMEN is confidential: no answer, preview or fault shows it.",
      "The files may come in any order: a row that refers to one that is not there yet is kept, with a warning.",
    ]),
    table(
      ["Register", "What it is", "One row for each", "May be replaced by school", "Refers to"],
      knownRegisters.map(({ name, hasParts }) => [
        `[${code(name)}](#${name})`,
        wordingFr.imports.registers[name] ?? "",
        keys[name] ?? "",
        hasParts ? "yes" : "",
        (references[name] ?? []).map(({ register }) => code(register)).join(", "),
      ]),
    ),
    ...knownRegisters.flatMap(({ name, columns }) => [
      `## ${name}`,
      table(
        ["Column", "Needed", "What its cells hold", "Confidential"],
        columns.map(({ label, needed, expected, confidential }) => [
          code(label),
          needed ? "yes" : "",
          expected,
          confidential ? "yes" : "",
        ]),
      ),
    ]),
    ...warned,
    ...stsWeb,
    ...disappeared,
  ])

const warnings: Readonly<Record<ImportWarning["code"], string>> = {
  "unknown-column": "a column that nobody reads is passed over",
  "absent-column":
    "a column is not there, so that its cells are empty in all rows; `emptied` counts the rows that lose a value",
  "encoding-assumed": "the file does not say its encoding and is read as Windows-1252",
  "unresolved-reference": "a row refers to one that is not known yet, and is kept",
}

const remarks: Readonly<Record<ImportRemark["code"], string>> = {
  "uai-letter": "the last letter of a UAI is not the one that its digits call for",
  "local-teacher": "STS-WEB: somebody whom the school created, unknown to EPP, is left out",
  "teacher-not-listed": "STS-WEB: a service names somebody who is not among the individuals; kept",
  "subject-not-listed": "STS-WEB: the nomenclature lacks a subject; kept without its label",
  "module-not-listed": "STS-WEB: the nomenclature lacks a training module; kept without its label",
  "division-not-listed":
    "STS-WEB: a group names a division that is not there; kept without the modules of that division",
}

const warned = [
  "## Warnings",
  "What deserves a look in a file that is imported all the same, by line and column, in the `warnings` " +
    "and `remarks` of the report; the first hundred references and remarks are told, and all are counted.",
  table(
    ["In", "Code", "What it tells"],
    [
      ...Object.entries(warnings).map(([name, told]) => [code("warnings"), code(name), told]),
      ...Object.entries(remarks).map(([name, told]) => [code("remarks"), code(name), told]),
    ],
  ),
]

const stsWeb = [
  "## The export of STS-WEB",
  "`sts_emp_<UAI>_<year>.xml`, that STS-WEB gives to timetable programs, replaces the teachings of one " +
    "school. Nobody publishes its format; what is read is the part that importers in public use agree " +
    "on: `STS_EDT` with `PARAMETRES` (`UAJ`, `ANNEE_SCOLAIRE`), `NOMENCLATURES` (`MATIERES`, `MEFS`) " +
    "and `DONNEES` (`INDIVIDUS`, then `STRUCTURE` with `DIVISIONS` and `GROUPES`). Other elements are " +
    "passed over.",
  list([
    "The UAI and the year of the file must be those that the caller names; so must the name of the file when it is given. `emp_sts_...`, which goes the other way, is told apart.",
    "A teacher is the person `epp-<ID>`; the identifiers of people must be made that way. Those of the type `local`, whom the school created, are left out with a remark.",
    "One line for each teacher, service and training module; a group has the modules of its divisions unless it names its own. The same service twice is one line.",
    "Bounds: 200 training modules and 200 divisions of one division or group, 100,000 services of teachers and as many teachings in one file, each counted before those told twice are dropped. What goes beyond is refused with `sts-web.malformed`, reason `too-large`, at its line.",
    "A subject takes the short label of the nomenclature, a module the long one; a code without a label is kept, with a remark.",
    "The export does not tell the type of a training module (`TYPE_MEF`). As that is part of a row's key, a school that goes from a table with types to the export replaces all its rows, and the import asks for confirmation.",
    "Held while reading: the labels of both nomenclatures, the identifiers of individuals, the modules of each division, the services of one structure, groups that come before their divisions. Names and birth dates are not.",
  ]),
]

const disappeared = [
  "## What a file no longer says",
  "A file is the whole of its register, or of one school of it: what it no longer says is removed. When " +
    "more than a tenth and more than twenty rows would go, or lose a value, the import asks to be told so " +
    "again (`import.removals-to-confirm`).",
  list([
    "Teachings and correspondences: the competences are generated again after the import; what is no longer yielded loses the mark of the system (SYS), the marks of people stay.",
    "People and posts: they are no longer listed; the periods declared about them and the marks that somebody set stay, and are shown again if they come back.",
    "Missions and assignments: they are no longer listed, nor counted when a period is declared.",
    "The last import of each register is kept: when, by whom, how many rows. Samples and faults are not.",
  ]),
]
