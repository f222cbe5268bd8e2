/** The exam options of the demonstration, who is in charge of them, and which subjects they need. */
import type { Correspondence, ExamManager, ExamOption } from "@convoque/core/exam-missions"
import { ExamOptionId } from "@convoque/core/exam-missions"
import { ManagerCode } from "@convoque/core/kernel/identity"
import { subjects } from "./subjects.ts"

interface Exam {
  readonly code: string
  readonly acronym: string
  readonly label: string
  readonly family: ExamOption["family"]
  readonly managers: ReadonlyArray<string>
}

const exams = {
  dnb: {
    code: "100",
    acronym: "DNB",
    label: "DIPLOME NATIONAL DU BREVET",
    family: "dnb",
    managers: ["DEC1"],
  },
  anticipated: {
    code: "47A",
    acronym: "EABCG",
    label: "EPREUVES ANTICIPEES BAC GENERAL",
    family: "anticipated",
    managers: ["DEC2A", "DEC2B"],
  },
  technological: {
    code: "430",
    acronym: "BTN",
    label: "BAC TECHNOLOGIQUE",
    family: "bac-technologique",
    managers: ["DEC3"],
  },
  general: {
    code: "470",
    acronym: "BCG",
    label: "BAC GENERAL",
    family: "bac-general",
    managers: ["DEC2A"],
  },
  vocational: {
    code: "400",
    acronym: "BCP",
    label: "BAC PROFESSIONNEL",
    family: "bac-professionnel",
    managers: ["DEC4"],
  },
  bts: {
    code: "320",
    acronym: "BTS",
    label: "BREVET DE TECHNICIEN SUPERIEUR",
    family: "bts",
    managers: ["DEC5"],
  },
} as const satisfies Readonly<Record<string, Exam>>

type Line = readonly [
  exam: keyof typeof exams,
  speciality: readonly [code: string, label: string],
  option: string,
  label: string,
  needs: ReadonlyArray<readonly [subject: keyof typeof subjects, module: string | null]>,
]

const all = ["TTES", "TOUTES SERIES"] as const
const commerce = ["MCV", "METIERS DU COMMERCE ET DE LA VENTE"] as const
const pme = ["GPME", "GESTION DE LA PME"] as const
const stmg = ["STMG", "SC. ET TECHNO. DU MANAGEMENT ET DE LA GESTION"] as const

// A subject counts in training modules that begin with the code beside it, or in all.
const lines: ReadonlyArray<Line> = [
  [
    "dnb",
    all,
    "1-001-1",
    "FRANCAIS",
    [
      ["FRA", "103"],
      ["LET", null],
    ],
  ],
  [
    "dnb",
    all,
    "1-002-1",
    "MATHEMATIQUES",
    [
      ["MAT", "103"],
      ["MPC", null],
    ],
  ],
  ["dnb", all, "1-003-1", "HISTOIRE-GEOGRAPHIE-EMC", [["HIS", "103"]]],
  [
    "dnb",
    all,
    "1-004-1",
    "SCIENCES",
    [
      ["SVT", "103"],
      ["PHY", "103"],
      ["TEC", "103"],
    ],
  ],
  [
    "dnb",
    all,
    "1-005-1",
    "ORAL",
    [
      ["ART", "103"],
      ["EPS", "103"],
      ["ANG", "103"],
    ],
  ],
  ["anticipated", all, "2-001-1", "FRANCAIS ECRIT", [["FRA", "201"]]],
  ["anticipated", all, "2-002-2", "FRANCAIS ORAL", [["FRA", "201"]]],
  ["general", all, "3-001-1", "PHILOSOPHIE", [["PHI", "202"]]],
  ["general", all, "3-002-1", "SPECIALITE MATHEMATIQUES", [["MAT", "202"]]],
  ["general", all, "3-003-1", "SPECIALITE HGGSP", [["HIS", "202"]]],
  ["general", all, "3-004-1", "SPECIALITE SVT", [["SVT", "202"]]],
  ["general", all, "3-005-1", "SPECIALITE PHYSIQUE-CHIMIE", [["PHY", "202"]]],
  ["general", all, "3-006-1", "SPECIALITE SES", [["ECO", "202"]]],
  [
    "general",
    all,
    "3-007-2",
    "GRAND ORAL",
    [
      ["MAT", "202"],
      ["PHI", "202"],
      ["ECO", "202"],
    ],
  ],
  ["technological", stmg, "4-001-1", "PHILOSOPHIE", [["PHI", "212"]]],
  ["technological", stmg, "4-002-1", "DROIT ET ECONOMIE", [["ECO", "212"]]],
  ["technological", stmg, "4-003-2", "GRAND ORAL", [["ECO", "212"]]],
  ["vocational", commerce, "5-001-1", "FRANCAIS", [["LET", "247"]]],
  ["vocational", commerce, "5-002-1", "MATHEMATIQUES", [["MPC", "247"]]],
  ["vocational", commerce, "5-003-2", "ANIMATION ET GESTION COMMERCIALE", [["VEN", "247"]]],
  [
    "vocational",
    ["MELEC", "METIERS DE L’ELECTRICITE"],
    "5-004-2",
    "EPREUVE PRATIQUE",
    [["ELE", "247"]],
  ],
  ["bts", pme, "6-001-1", "CULTURE GENERALE ET EXPRESSION", [["FRA", "311"]]],
  ["bts", pme, "6-002-2", "ANGLAIS", [["ANG", "311"]]],
  ["bts", pme, "6-003-1", "GESTION ET DEVELOPPEMENT", [["ECO", "311"]]],
]

/** The exam options. */
export const demonstrationOptions: ReadonlyArray<ExamOption> = lines.map(
  ([exam, [code, speciality], option, label]) => ({
    option: ExamOptionId.make(`${exams[exam].code}.${code}.${option}`),
    examCode: exams[exam].code,
    examAcronym: exams[exam].acronym,
    examLabel: exams[exam].label,
    family: exams[exam].family,
    speciality,
    label,
  }),
)

/** The managers in charge of exams. */
export const demonstrationManagers: ReadonlyArray<ExamManager> = Object.values<Exam>(exams).flatMap(
  ({ code, acronym, managers }) =>
    managers.map((managerCode) => ({
      managerCode: ManagerCode.make(managerCode),
      examCode: code,
      name: `Bureau ${managerCode} (${acronym})`,
      email: `${managerCode.toLowerCase()}@academie.example`,
    })),
)

/** The correspondence table. */
export const demonstrationCorrespondences: ReadonlyArray<Correspondence> = lines
  .flatMap(([exam, [code], option, , needs]) =>
    needs.map(([subject, trainingModulePrefix]) => ({
      option: ExamOptionId.make(`${exams[exam].code}.${code}.${option}`),
      subjectCode: subjects[subject].code,
      trainingModulePrefix,
    })),
  )
  .map((row, index) => ({ line: String(index + 1), ...row }))
