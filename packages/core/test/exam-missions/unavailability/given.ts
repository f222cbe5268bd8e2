/** The people, schools and periods of the tests of unavailability. */
import type {
  Origin,
  UnavailabilityCommand,
  UnavailabilityPeriod,
  UnavailabilityReason,
} from "@convoque/core/exam-missions"
import type { CivilDate, CivilTime, Instant } from "@convoque/core/kernel/calendar"
import type { Actor, PersonId, TenantId, Uai } from "@convoque/core/kernel/identity"

export const tenant = "ac-toulouse" as TenantId
export const at = "2027-06-01T08:00:00.000Z" as Instant

export const aspet = "0310001H" as Uai
export const rodez = "0120006S" as Uai
export const person = (id: string): PersonId => id as PersonId

/** Works in both schools. */
export const shared = person("p-shared")

export const headOf = (school: Uai): Actor => ({
  person: person(`head-${school}`),
  capacity: "school-head",
  school,
})
export const division: Actor = { person: person("dec-1"), capacity: "exams-division" }
export const scheduler: Actor = { person: person("scheduler"), capacity: "system" }

export const reason = (text: string): UnavailabilityReason => text as UnavailabilityReason
export const schoolOrigin = (school: Uai): Origin => ({ _tag: "school", school })

/** Makes a period of two minutes written `2027-06-14 08:00`. */
export const period = (start: string, end: string): UnavailabilityPeriod => ({
  start: minute(start),
  end: minute(end),
})

export const minute = (text: string) => ({
  date: text.slice(0, 10) as CivilDate,
  time: text.slice(11) as CivilTime,
})

export const week = period("2027-06-14 08:00", "2027-06-18 17:00")

/** The declaration of a week by Aspet, changed where asked. */
export const declaration = (
  change: Partial<Extract<UnavailabilityCommand, { _tag: "declareUnavailability" }>> = {},
) => ({
  _tag: "declareUnavailability" as const,
  at,
  by: headOf(aspet),
  person: shared,
  origin: schoolOrigin(aspet),
  period: week,
  reason: reason("STAGE DE FORMATION CONTINUE"),
  employsPerson: true,
  overlapped: [],
  ...change,
})
