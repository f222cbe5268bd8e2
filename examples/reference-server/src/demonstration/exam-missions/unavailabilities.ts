/** Periods that EPP and another academy send: leaves, courses, a convocation elsewhere. */
import {
  type OtherConvocation,
  type UnavailabilityName,
  UnavailabilityReason,
} from "@convoque/core/exam-missions"
import { addDays, CivilDate, CivilTime } from "@convoque/core/kernel/calendar"
import { at } from "./names.ts"
import { demonstrationStaff } from "./staff.ts"

/** A period to import, with the recap of a convocation when another academy sent it. */
export interface ImportedPeriod extends UnavailabilityName {
  readonly reason: UnavailabilityReason
  readonly convocation: OtherConvocation | null
}

const reasons = ["CONGE DE MATERNITE", "STAGE DE FORMATION CONTINUE", "CONGE DE MALADIE ORDINAIRE"]

/** Gives forty periods of EPP and ten convocations of another academy, around June of a year. */
export const importedPeriodsOf = (year: number): ReadonlyArray<ImportedPeriod> => [
  ...Array.from({ length: 40 }, (_, index) => eppPeriod(year, index)),
  ...Array.from({ length: 10 }, (_, index) => otherAcademyPeriod(year, index)),
]

const eppPeriod = (year: number, index: number): ImportedPeriod => {
  const first = addDays(CivilDate.make(`${year}-05-12`), index * 2)
  return {
    person: at(demonstrationStaff, index * 9 + 4).member.person,
    origin: { _tag: "epp" },
    period: {
      start: { date: first, time: CivilTime.make("00:00") },
      end: { date: addDays(first, 1 + (index % 40)), time: CivilTime.make("23:59") },
    },
    reason: UnavailabilityReason.make(at(reasons, index)),
    convocation: null,
  }
}

const otherAcademyPeriod = (year: number, index: number): ImportedPeriod => {
  const date = addDays(CivilDate.make(`${year}-06-10`), index)
  return {
    person: at(demonstrationStaff, index * 31 + 11).member.person,
    origin: { _tag: "academy", code: "A14" },
    period: {
      start: { date, time: CivilTime.make("08:00") },
      end: { date, time: CivilTime.make("12:00") },
    },
    reason: UnavailabilityReason.make("CONVOCATION PAR IMAGIN RENNES"),
    convocation: {
      academy: "Rennes",
      mission: `${340_100 + index}`,
      missionType: "Interrogation orale",
      exam: `320, BTS, ${year}-06, GESTION DE LA PME`,
      centre: "LPO VAUBAN BREST CEDEX 2",
      place: "Brest",
      capacity: index % 2 === 0 ? "Examinateur" : null,
    },
  }
}
