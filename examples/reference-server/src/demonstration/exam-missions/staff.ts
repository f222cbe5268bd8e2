/** Four hundred made-up people and their posts; some work in two of the schools. */
import type { Post, StaffMember } from "@convoque/core/exam-missions"
import { addDays, CivilDate } from "@convoque/core/kernel/calendar"
import { Numen, PersonId } from "@convoque/core/kernel/identity"
import { at, nameOf } from "./names.ts"
import { type DemonstrationSchool, demonstrationSchools } from "./schools.ts"

/** Somebody with his or her main school and, for teachers, the discipline of the post. */
export interface DemonstrationPerson {
  readonly member: StaffMember
  readonly school: DemonstrationSchool
  readonly discipline: string | null
  readonly role: string
}

const otherRoles = [
  "PERSONNEL DE DIRECTION",
  "CONSEILLER PRINCIPAL D’EDUCATION",
  "ATTACHE D’ADMINISTRATION",
  "SECRETAIRE",
  "PSYCHOLOGUE DE L’EDUCATION NATIONALE",
  "INFIRMIER",
] as const

// Helpers first: the lists below are made as the module is read.
const numberBefore = (index: number): number =>
  demonstrationSchools.slice(0, index).reduce((sum, { staff }) => sum + staff, 0)

// One in eight is no teacher.
const personOf = (
  school: DemonstrationSchool,
  rank: number,
  number: number,
): DemonstrationPerson => ({
  member: memberOf(number),
  school,
  discipline: rank % 8 === 7 ? null : at(school.subjects, rank).discipline,
  role: rank % 8 === 7 ? at(otherRoles, (rank - 7) / 8) : "ENSEIGNEMENT",
})

const memberOf = (number: number): StaffMember => {
  const id = 10_007 + number * 37
  const hasPhone = number % 3 !== 0
  return {
    person: PersonId.make(`epp-${id}`),
    numen: Numen.make(`16E${String(7_000_000 + number)}${lettersOf(number)}`),
    ...nameOf(number),
    birthDate: addDays(CivilDate.make("1960-01-17"), number * 41),
    address:
      number % 5 === 0
        ? null
        : `${1 + (number % 97)}, rue des Écoles, 31${600 + (number % 90)} Muret`,
    personalPhone: hasPhone ? `06 00 00 ${twoDigits(number)} ${twoDigits(number * 7)}` : null,
    professionalPhone: number % 11 === 0 ? `05 00 00 00 ${twoDigits(number)}` : null,
    professionalEmail: `epp-${id}@academie.example`,
    personalEmail: null,
  }
}

const twoDigits = (number: number): string => String(number % 100).padStart(2, "0")

const lettersOf = (number: number): string =>
  [number, number * 3, number * 7].map((one) => String.fromCodePoint(65 + (one % 26))).join("")

/** Everybody, by main school; ids are `epp-` and the number that STS-WEB gives. */
export const demonstrationStaff: ReadonlyArray<DemonstrationPerson> = demonstrationSchools.flatMap(
  (school, index) =>
    Array.from({ length: school.staff }, (_, rank) =>
      personOf(school, rank, rank + numberBefore(index)),
    ),
)

/** The teachers of a school by discipline. */
export const teachersOf = (
  school: DemonstrationSchool,
  discipline: string,
): ReadonlyArray<DemonstrationPerson> =>
  demonstrationStaff.filter((one) => one.school === school && one.discipline === discipline)

/** Their posts: the main one, and a second school for every thirtieth person. */
export const demonstrationPosts: ReadonlyArray<Post> = demonstrationStaff.flatMap(
  ({ member, school, discipline, role }, index) => {
    const post = { person: member.person, discipline, role }
    const main: Post = { ...post, school: school.uai, kind: "main" }
    if (index % 30 !== 7) return [main]
    const other = at(demonstrationSchools, demonstrationSchools.indexOf(school) + 1)
    return [main, { ...post, school: other.uai, kind: "secondary" }]
  },
)
