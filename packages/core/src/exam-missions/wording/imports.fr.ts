/** The French texts of imports. */
import type { ImportFault, ImportWarning } from "../../kernel/importing.ts"
import { fr, quotedFr as quoted } from "../../kernel/text.ts"
import type { ImportRemark } from "../staff-directory/model/remarks.ts"
import type { ImportWords } from "./import-words.ts"

const faults: Readonly<Record<ImportFault["code"], (fault: ImportFault) => string>> = {
  "missing-column": ({ expected }) => fr`Il manque la colonne ${quoted(expected)}.`,
  missing: (fault) => fr`${placeFr(fault)} : la cellule est vide, il faut ${fault.expected}.`,
  format: (fault) => fr`${placeFr(fault)} : ${quoted(fault.value)} n'est pas ${fault.expected}.`,
  "outside-part": ({ line, expected, value }) =>
    fr`Ligne ${line} : cette ligne est de l'établissement ${quoted(value)}, et non de ${expected}.`,
}

const warnings: Readonly<Record<ImportWarning["code"], (warning: ImportWarning) => string>> = {
  "unknown-column": ({ column }) =>
    fr`La colonne ${quoted(column)} n'est pas lue : son nom n'est pas attendu.`,
  "absent-column": ({ column }) =>
    fr`La colonne ${quoted(column)} n'est pas dans le fichier : elle est vide dans toutes les lignes.`,
  "encoding-assumed": ({ value }) =>
    fr`Rien dans le fichier ne dit son codage : il a été lu en ${value}. Vérifiez les accents.`,
  "unresolved-reference": (warning) =>
    fr`${placeFr(warning)} : ${quoted(warning.value)} ne figure pas encore dans son registre.`,
}

const remarks: Readonly<Record<ImportRemark["code"], (remark: ImportRemark) => string>> = {
  "uai-letter": (remark) =>
    fr`${placeFr(remark)} : la lettre de l'UAI ${remark.value} n'est pas celle de ses chiffres.`,
  "local-teacher": ({ line, value }) =>
    fr`Ligne ${line} : l'enseignant ${value}, créé par l'établissement et inconnu d'EPP, est laissé de côté.`,
  "teacher-not-listed": ({ line, value }) =>
    fr`Ligne ${line} : l'enseignant ${value} ne figure pas parmi les individus du fichier.`,
  "subject-not-listed": ({ line, value }) =>
    fr`Ligne ${line} : la matière ${value} n'a pas de libellé dans le fichier ; son code en tient lieu.`,
  "module-not-listed": ({ line, value }) =>
    fr`Ligne ${line} : le module ${value} n'a pas de libellé dans le fichier.`,
  "division-not-listed": ({ line, value }) =>
    fr`Ligne ${line} : le groupe nomme la division ${value}, qui n'est pas dans le fichier.`,
}

/** The French texts of imports. */
export const importsFr: ImportWords = {
  registers: {
    schools: "Établissements",
    people: "Personnels",
    posts: "Postes",
    teachings: "Enseignements",
    "exam-options": "Épreuves options",
    "exam-managers": "Gestionnaires d'examens",
    correspondences: "Table de correspondance",
    missions: "Missions",
    assignments: "Affectations",
  },
  changes: { added: "Ajoutées", changed: "Modifiées", removed: "Retirées" },
  fault: (fault) => faults[fault.code](fault),
  warning: (warning) => warnings[warning.code](warning),
  remark: (remark) => remarks[remark.code](remark),
}

const placeFr = ({ line, column }: { readonly line: number; readonly column: string | null }) =>
  column === null ? `Ligne ${line}` : `Ligne ${line}, ${column}`
