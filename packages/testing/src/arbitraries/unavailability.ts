/**
 * Arbitraries of unavailability: periods, names, and for each state of a period the commands worth
 * trying, most of them valid, the others spoilt in one known way. All walks turn around one period
 * of a few origins, so that every declared transition is reached.
 */
import type {
  ImportSource,
  Moment,
  Origin,
  OtherConvocation,
  Unavailability,
  UnavailabilityCommand,
  UnavailabilityName,
  UnavailabilityPeriod,
  UnavailabilityReason,
} from "@convoque/core/exam-missions"
import {
  addDays,
  type CivilDate,
  type CivilTime,
  instantFromMillis,
} from "@convoque/core/kernel/calendar"
import type { Actor, ManagerCode, PersonId, Uai } from "@convoque/core/kernel/identity"
import * as fc from "fast-check"

type Commands = fc.Arbitrary<UnavailabilityCommand>

const twoDigits = (value: number): string => String(value).padStart(2, "0")

/** A minute of the school year 2026-2027. */
export const unavailabilityMoment: fc.Arbitrary<Moment> = fc
  .tuple(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 1439 }))
  .map(([day, minute]) => ({
    date: addDays("2026-09-01" as CivilDate, day),
    time: `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}` as CivilTime,
  }))

/** A period of that year, from a minute to a later one. */
export const unavailabilityPeriod: fc.Arbitrary<UnavailabilityPeriod> = fc
  .tuple(unavailabilityMoment, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1439 }))
  .map(([start, days, minute]) => {
    const time = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}` as CivilTime
    const isLater = days > 0 || time > start.time
    return { start, end: { date: addDays(start.date, isLater ? days : 1), time } }
  })

/** A system that sends periods. */
export const importSource: fc.Arbitrary<ImportSource> = fc.constantFrom<ImportSource>(
  { _tag: "epp" },
  { _tag: "sirhen" },
  { _tag: "academy", code: "A16" },
  { _tag: "academy", code: "A04" },
)

const ours = "0310001H" as Uai
const theirs = "0120006S" as Uai

/** Two schools that declare periods. */
export const declaringSchool: fc.Arbitrary<Uai> = fc.constantFrom(ours, theirs)

const origin: fc.Arbitrary<Origin> = fc.oneof(
  declaringSchool.map((school): Origin => ({ _tag: "school", school })),
  importSource,
)

/** The name of a period. */
export const unavailabilityName: fc.Arbitrary<UnavailabilityName> = fc.record({
  person: fc.constantFrom("p-1" as PersonId, "p-2" as PersonId, "p.3_x" as PersonId),
  origin,
  period: unavailabilityPeriod,
})

/** A reason that people give. */
export const unavailabilityReason: fc.Arbitrary<UnavailabilityReason> = fc.constantFrom(
  "SECRETARIAT EXAMEN DNB" as UnavailabilityReason,
  "STAGE DE FORMATION CONTINUE" as UnavailabilityReason,
  "Congé de maladie" as UnavailabilityReason,
)

const otherConvocation: fc.Arbitrary<OtherConvocation | null> = fc.option(
  fc.record({
    academy: fc.constant("Toulouse"),
    mission: fc.constantFrom("1234567", "1234568"),
    missionType: fc.constantFrom("Surveillance", "Correction"),
    exam: fc.constant("470, BCG, 2027-06, BAC GENERAL"),
    centre: fc.constant("0310001H CLG ARMAND LATOUR"),
    place: fc.constant("ASPET"),
    capacity: fc.constantFrom(null, "Correcteur"),
  }),
  { nil: null },
)

const at = fc.integer({ min: 0, max: 8760 }).map((hours) => instantFromMillis(hours * 3_600_000))

const head = (school: Uai): Actor => ({
  person: `head-${school}` as PersonId,
  capacity: "school-head",
  school,
})

const importer = fc.constantFrom<Actor>(
  { person: "scheduler" as PersonId, capacity: "system" },
  { person: "dec-1" as PersonId, capacity: "exams-division" },
  { person: "admin-1" as PersonId, capacity: "administrator" },
)

const anybody = fc.oneof(
  importer,
  fc.constantFrom<Actor>(
    head(ours),
    head(theirs),
    { person: "head-3" as PersonId, capacity: "school-head" },
    { person: "p-1" as PersonId, capacity: "agent" },
    { person: "m-1" as PersonId, capacity: "exam-manager", managerCode: "DEC2A" as ManagerCode },
  ),
)

const overlapped = fc.array(
  fc.record({
    number: fc.constantFrom("101", "102"),
    exam: fc.constant("471, DNB, 2027-06, BREVET"),
    missionType: fc.constant("Correction"),
    dates: fc.constant("Le mardi 15/06/2027 09:00 - 12:00"),
    managers: fc.constant([{ name: "Mme Martin", email: "martin@ac-x.example" }]),
  }),
  { maxLength: 2 },
)

const reversed = ({ start, end }: UnavailabilityPeriod): UnavailabilityPeriod => ({
  start: end,
  end: start,
})

const mostly = <Value>(usual: fc.Arbitrary<Value>, spoilt: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: spoilt })

const declare = ({ person, origin: from, period }: UnavailabilityName): Commands =>
  fc.record({
    _tag: fc.constant("declareUnavailability" as const),
    at,
    by: mostly(fc.constant(head(from._tag === "school" ? from.school : ours)), anybody),
    person: fc.constant(person),
    origin: fc.constant(from),
    period: mostly(fc.constant(period), fc.constant(reversed(period))),
    reason: unavailabilityReason,
    employsPerson: mostly(fc.constant(true), fc.constant(false)),
    overlapped,
  })

const bringIn = ({ person, origin: from, period }: UnavailabilityName): Commands =>
  fc.record({
    _tag: fc.constant("importUnavailability" as const),
    at,
    by: mostly(importer, anybody),
    person: fc.constant(person),
    origin: fc.constant(from),
    period: mostly(fc.constant(period), fc.constant(reversed(period))),
    reason: unavailabilityReason,
    convocation: otherConvocation,
    overlapped,
  })

const remove = (
  _tag: "deleteUnavailability" | "withdrawUnavailability",
  { person, origin: from, period }: UnavailabilityName,
): Commands =>
  fc.record({
    _tag: fc.constant(_tag),
    at,
    by: fc.oneof(importer, fc.constant(head(ours)), fc.constant(head(theirs)), anybody),
    person: fc.constant(person),
    origin: fc.constant(from),
    period: fc.constant(period),
  })

/**
 * Gives commands worth trying in a state, accepted and refused ones alike, all on the period that
 * the state is of; every declared transition of the machine is reached within some hundred walks.
 */
export const unavailabilityCommand = (state: Unavailability): Commands => {
  const commands = ({ person, origin: from, period }: UnavailabilityName): Commands => {
    const name = { person, origin: from, period }
    return fc.oneof(
      ...(from._tag === "school" || state._tag !== "imported" ? [declare(name)] : []),
      ...(from._tag === "school" && state._tag === "declared" ? [] : [bringIn(name)]),
      remove("deleteUnavailability", name),
      remove("withdrawUnavailability", name),
    )
  }
  return state._tag === "none" ? unavailabilityName.chain(commands) : commands(state)
}
