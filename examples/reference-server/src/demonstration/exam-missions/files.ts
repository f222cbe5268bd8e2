/**
 * The files of the demonstration of exam missions: what each register would receive, the exports of
 * STS-WEB of three schools, and the periods of other systems. The same year gives the same files.
 */
import {
  assignments,
  correspondences,
  examManagers,
  examOptions,
  missions,
  people,
  posts,
  schools,
  sentConvocations,
  sentPeriods,
  teachings,
  type ImportSource,
  type Teaching,
} from "@convoque/core/exam-missions"
import type { Uai } from "@convoque/core/kernel/identity"
import { assignmentsOf, missionsOf } from "./missions.ts"
import {
  demonstrationCorrespondences,
  demonstrationManagers,
  demonstrationOptions,
} from "./regulation.ts"
import { demonstrationSchools, modules } from "./schools.ts"
import { demonstrationPosts, demonstrationStaff } from "./staff.ts"
import { structuresOf } from "./teaching.ts"
import { type ImportedPeriod, importedPeriodsOf } from "./unavailabilities.ts"
import { csvOf, stsWebOf } from "./written.ts"

/** A file for a register, in the order in which a new portal imports them. */
export interface RegisterFileText {
  readonly register: string
  readonly csv: string
}

/** Gives the CSV files of all registers, for a school year that begins in `year`. */
export const registerFiles = (year: number): ReadonlyArray<RegisterFileText> => [
  { register: schools.name, csv: csvOf(schools, schoolRows) },
  {
    register: people.name,
    csv: csvOf(
      people,
      demonstrationStaff.map(({ member }) => member),
    ),
  },
  { register: posts.name, csv: csvOf(posts, demonstrationPosts) },
  { register: teachings.name, csv: csvOf(teachings, teachingRows) },
  { register: examOptions.name, csv: csvOf(examOptions, demonstrationOptions) },
  { register: examManagers.name, csv: csvOf(examManagers, demonstrationManagers) },
  { register: correspondences.name, csv: csvOf(correspondences, demonstrationCorrespondences) },
  { register: missions.name, csv: csvOf(missions, missionsOf(year + 1)) },
  { register: assignments.name, csv: csvOf(assignments, assignmentsOf(year + 1)) },
]

/** An export of STS-WEB with its school and its name. */
export interface StsWebFileText {
  readonly school: Uai
  readonly fileName: string
  readonly xml: string
}

/** Gives the exports of STS-WEB of the three schools, for a school year that begins in `year`. */
export const stsWebFiles = (year: number): ReadonlyArray<StsWebFileText> =>
  demonstrationSchools.map((school) => ({
    school: school.uai,
    fileName: `sts_emp_${school.uai}_${year}.xml`,
    xml: stsWebOf(school, year),
  }))

/** The file by which a source sends its periods. */
export interface SourceFileText {
  readonly source: ImportSource
  readonly csv: string
}

/** Gives the periods of EPP and of another academy, around the June that ends a school year. */
export const unavailabilityFiles = (year: number): ReadonlyArray<SourceFileText> => {
  const periods = importedPeriodsOf(year + 1)
  const ownReasons = periods.filter(({ convocation }) => convocation === null)
  return [
    {
      source: { _tag: "epp" },
      csv: csvOf(
        sentPeriods,
        ownReasons.map((one) => ({ ...boundsOf(one), reason: one.reason })),
      ),
    },
    {
      source: { _tag: "academy", code: "A14" },
      csv: csvOf(
        sentConvocations,
        periods.flatMap((one) =>
          one.convocation === null ? [] : [{ ...boundsOf(one), ...one.convocation }],
        ),
      ),
    },
  ]
}

const boundsOf = ({ person, period: { start, end } }: ImportedPeriod) => ({
  person,
  startDate: start.date,
  startTime: start.time,
  endDate: end.date,
  endTime: end.time,
})

const schoolRows = demonstrationSchools.map(({ uai, name, category, town, email }) => ({
  uai,
  name,
  category,
  town,
  email,
}))

const labelOf: ReadonlyMap<string, string> = new Map(Object.entries(modules))

// What STS-WEB does not tell, and the table does: the type of a training module.
const teachingRows: ReadonlyArray<Teaching> = demonstrationSchools.flatMap((school) =>
  structuresOf(school).flatMap(({ kind, code, divisions, services }) =>
    [...new Set(divisions.map(({ module }) => module))].flatMap((module) =>
      services.map(({ teacher, subject }) => ({
        person: teacher.member.person,
        school: school.uai,
        subjectCode: subject.code,
        subject: subject.label,
        modality: kind === "division" ? "COURS GENERAL" : "TRAVAUX DIRIGES",
        trainingModuleCode: module,
        trainingModule: labelOf.get(module) ?? null,
        trainingModuleType: "MEF NATIONAL",
        structureKind: kind,
        structure: code,
      })),
    ),
  ),
)
