/** Who teaches what to which class or group, in one school. */
import { at } from "./names.ts"
import type { DemonstrationSchool, Division } from "./schools.ts"
import { type DemonstrationPerson, teachersOf } from "./staff.ts"
import type { Subject } from "./subjects.ts"

/** A service of one teacher before one class or group. */
export interface Service {
  readonly teacher: DemonstrationPerson
  readonly subject: Subject
}

/** A class or a group with its services; a group takes its pupils from two classes. */
export interface TaughtStructure {
  readonly kind: "division" | "group"
  readonly code: string
  readonly divisions: ReadonlyArray<Division>
  readonly services: ReadonlyArray<Service>
}

/** Gives the classes and groups of a school with what is taught to each. */
export const structuresOf = (school: DemonstrationSchool): ReadonlyArray<TaughtStructure> => [
  ...school.divisions.map((division, index) => ({
    kind: "division" as const,
    code: division.code,
    divisions: [division],
    services: school.subjects.map((subject, rank) => serviceOf(school, subject, index * 3 + rank)),
  })),
  ...school.subjects
    .filter(({ inGroups }) => inGroups)
    .flatMap((subject) =>
      pairsOf(school.divisions).map((divisions, index) => ({
        kind: "group" as const,
        code: `${divisions.map(({ code }) => code).join("-")} ${subject.label.slice(0, 3)}`,
        divisions,
        services: [serviceOf(school, subject, index * 5 + 2)],
      })),
    ),
]

const serviceOf = (school: DemonstrationSchool, subject: Subject, turn: number): Service => ({
  subject,
  teacher: at(teachersOf(school, subject.discipline), turn),
})

const pairsOf = (divisions: ReadonlyArray<Division>): ReadonlyArray<ReadonlyArray<Division>> =>
  divisions.flatMap((division, index) => {
    const next = divisions[index + 1]
    return index % 2 === 0 && next !== undefined ? [[division, next]] : []
  })
