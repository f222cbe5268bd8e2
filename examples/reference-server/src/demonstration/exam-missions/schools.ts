/** Three made-up schools: their classes, training modules and what is taught there. */
import type { School } from "@convoque/core/exam-missions"
import { Uai } from "@convoque/core/kernel/identity"
import { type Subject, subjects } from "./subjects.ts"

/** A class of a school: its code and the training module of its pupils. */
export interface Division {
  readonly code: string
  readonly module: string
}

/** A school with how many people have their main post there. */
export interface DemonstrationSchool extends School {
  readonly staff: number
  readonly divisions: ReadonlyArray<Division>
  readonly subjects: ReadonlyArray<Subject>
}

/** The training modules by code: as nomenclatures label them. */
export const modules = {
  "10010012110": "6EME",
  "10110001110": "5EME",
  "10210001110": "4EME",
  "10310019110": "3EME",
  "20010018110": "2NDE GENERALE ET TECHNOLOGIQUE",
  "20111010110": "1ERE GENERALE",
  "20211010110": "TERMINALE GENERALE",
  "21133013110": "1STMG SC. & TECHNO. MANAGEMENT GESTION",
  "21231013110": "TSTMG GESTION ET FINANCE",
  "31131204210": "1BTS GESTION DE LA PME",
  "24730001310": "2NDE PRO METIERS DE LA RELATION CLIENT",
  "24733403320": "1PRO METIERS DU COMMERCE ET DE LA VENTE",
  "24733403330": "TPRO METIERS DU COMMERCE ET DE LA VENTE",
  "24725509330": "TPRO MELEC",
} as const satisfies Readonly<Record<string, string>>

type Module = keyof typeof modules

const divisionsOf = (
  classes: ReadonlyArray<readonly [prefix: string, letters: string, module: Module]>,
): ReadonlyArray<Division> =>
  classes.flatMap(([prefix, letters, module]) =>
    [...letters].map((letter) => ({ code: `${prefix}${letter}`, module })),
  )

const only = (...codes: ReadonlyArray<keyof typeof subjects>): ReadonlyArray<Subject> =>
  codes.map((code) => subjects[code])

const general = ["FRA", "MAT", "ANG", "ESP", "HIS", "SVT", "PHY", "EPS"] as const

/** The schools: a collège, a general and technological lycée, a vocational lycée. */
export const demonstrationSchools: ReadonlyArray<DemonstrationSchool> = [
  {
    uai: Uai.make("0319001R"),
    name: "COLLEGE JEANNE BARRET",
    category: "college",
    town: "Aspet",
    email: "ce.0319001R@academie.example",
    staff: 90,
    divisions: divisionsOf([
      ["6", "ABCD", "10010012110"],
      ["5", "ABCD", "10110001110"],
      ["4", "ABCD", "10210001110"],
      ["3", "ABCD", "10310019110"],
    ]),
    subjects: only(...general, "TEC", "ART"),
  },
  {
    uai: Uai.make("0310001H"),
    name: "LYCEE SOPHIE GERMAIN",
    category: "lycee-general-technologique",
    town: "Muret",
    email: "ce.0310001H@academie.example",
    staff: 190,
    divisions: divisionsOf([
      ["2GT", "12345678", "20010018110"],
      ["1G", "123456", "20111010110"],
      ["TG", "123456", "20211010110"],
      ["1STMG", "12", "21133013110"],
      ["TSTMG", "12", "21231013110"],
      ["BTS1", "A", "31131204210"],
    ]),
    subjects: only(...general, "PHI", "ECO"),
  },
  {
    uai: Uai.make("0319002S"),
    name: "LYCEE PROFESSIONNEL L’ENVOL D’ICARE",
    category: "lycee-professionnel",
    town: "L’Isle-Jourdain",
    email: "ce.0319002S@academie.example",
    staff: 120,
    divisions: divisionsOf([
      ["2PRO", "ABCD", "24730001310"],
      ["1PRO", "ABCD", "24733403320"],
      ["TPRO", "ABC", "24733403330"],
      ["TMELEC", "A", "24725509330"],
    ]),
    subjects: only("LET", "MPC", "ANG", "EPS", "ART", "VEN", "ELE"),
  },
]
