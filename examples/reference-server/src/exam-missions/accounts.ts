/**
 * The made-up people who sign in to the exam missions of the demonstration: heads of its schools, a
 * centre head, the exams division and its managers, an administrator, a teacher.
 */
import { ManagerCode, Uai } from "@convoque/core/kernel/identity"
import type { Capacity } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import { idOf } from "../demonstration/interview-people.ts"
import { at } from "../demonstration/exam-missions/names.ts"
import { demonstrationStaff } from "../demonstration/exam-missions/staff.ts"

/** Somebody who signs in, in which capacities, for which school or under which manager code. */
export interface ExamAccount {
  readonly person: Person
  readonly capacities: ReadonlyArray<Capacity>
  readonly school?: Uai
  readonly managerCode?: ManagerCode
}

const person = (givenName: string, familyName: string, quality: string): Person => {
  const id = idOf(givenName, familyName)
  return { id, givenName, familyName, quality, email: `${id}@academie.example` }
}

/** The schools of the demonstration, by what they are. */
export const demonstrationUai = {
  college: Uai.make("0319001R"),
  lycee: Uai.make("0310001H"),
  vocational: Uai.make("0319002S"),
} as const

/** Who acts for the exams division when the demonstration opens. */
export const division = person("Solène", "Arrighi", "Cheffe de la division des examens")

const head = (who: Person, school: Uai): ExamAccount => ({
  person: who,
  capacities: ["school-head"],
  school,
})

const teacher = (): ExamAccount => {
  const { member, school } = at(demonstrationStaff, 0)
  const { person: id, givenName, familyName } = member
  return {
    person: { id, givenName, familyName, quality: `Enseignant, ${school.name}` },
    capacities: ["agent"],
  }
}

/** The two who act for the lycée; one connection of the school is open at a time. */
export const lyceeHeads = {
  principal: person("Nadia", "Belkacem", "Proviseure du lycée Sophie-Germain"),
  deputy: person("Paul", "Ferrand", "Proviseur adjoint du lycée Sophie-Germain"),
} as const

/** Heads and delegates of schools; those of the lycée take turns. */
export const schoolAccounts: ReadonlyArray<ExamAccount> = [
  head(lyceeHeads.principal, demonstrationUai.lycee),
  head(lyceeHeads.deputy, demonstrationUai.lycee),
  head(
    person("Corinne", "Lasserre", "Principale du collège Jeanne-Barret"),
    demonstrationUai.college,
  ),
  head(
    person("Denis", "Oyarzabal", "Proviseur du lycée L'Envol-d'Icare"),
    demonstrationUai.vocational,
  ),
  {
    ...head(
      person("Amélie", "Rouquette", "Cheffe de centre au lycée L'Envol-d'Icare"),
      demonstrationUai.vocational,
    ),
    capacities: ["school-head", "centre-head"],
  },
]

/** The service that manages exams, and those to whom it is of use. */
export const examServiceAccounts: ReadonlyArray<ExamAccount> = [
  { person: division, capacities: ["exams-division"] },
  {
    person: person("Yohan", "Castéra", "Gestionnaire du baccalauréat général"),
    capacities: ["exam-manager"],
    managerCode: ManagerCode.make("DEC2A"),
  },
  {
    person: person("Magali", "Sentenac", "Administratrice des missions d'examens"),
    capacities: ["administrator"],
  },
  teacher(),
]
