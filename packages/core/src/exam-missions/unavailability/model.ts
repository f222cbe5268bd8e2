/**
 * Unavailability (indisponibilité): periods, bounded to the minute, in which a person cannot be
 * convened. A school declares some at the last minute; the others come from EPP, SIRHEN, or the
 * convocation of another academy.
 *
 * @requirement IND-02, IND-03, IND-09, IND-10, PER-25
 */
import * as Schema from "effect/Schema"
import { CivilDate, CivilTime } from "../../kernel/calendar.ts"
import { PersonId, Uai } from "../../kernel/identity.ts"
import { singleLine } from "../../kernel/text.ts"

/** A minute of the academy's clock: day and hour. */
export const Moment = Schema.Struct({ date: CivilDate, time: CivilTime })
export type Moment = typeof Moment.Type

/** A period from one minute to another; both are part of it. */
export const UnavailabilityPeriod = Schema.Struct({ start: Moment, end: Moment }).annotate({
  identifier: "UnavailabilityPeriod",
})
export type UnavailabilityPeriod = typeof UnavailabilityPeriod.Type

/** Why somebody is not available, in 1 to 100 characters. */
export const UnavailabilityReason = singleLine(100).pipe(Schema.brand("UnavailabilityReason"))
export type UnavailabilityReason = typeof UnavailabilityReason.Type

/** Systems that send periods: EPP, SIRHEN, or another academy by its code, such as `A16`. */
export const ImportSource = Schema.TaggedUnion({
  epp: {},
  sirhen: {},
  academy: {
    code: Schema.String.check(
      Schema.isPattern(/^[A-Z0-9]{2,8}$/u, { expected: "the code of an academy" }),
    ),
  },
})
export type ImportSource = typeof ImportSource.Type

/** Where a period comes from: a school that declared it, or a system that sent it. */
export const Origin = Schema.Union([Schema.TaggedStruct("school", { school: Uai }), ImportSource])
export type Origin = typeof Origin.Type

/**
 * The recap of a convocation by another academy (PER-25): what, where, when, as that academy wrote
 * it.
 */
export const OtherConvocation = Schema.Struct({
  academy: Schema.String,
  mission: Schema.String,
  missionType: Schema.String,
  exam: Schema.String,
  centre: Schema.String,
  place: Schema.String,
  capacity: Schema.NullOr(Schema.String),
}).annotate({ identifier: "OtherConvocation" })
export type OtherConvocation = typeof OtherConvocation.Type

/** What a period is named by: so there is one, never two. */
export const unavailabilityNameFields = {
  person: PersonId,
  origin: Origin,
  period: UnavailabilityPeriod,
} as const

/** A person, an origin and a period. */
export const UnavailabilityName = Schema.Struct(unavailabilityNameFields).annotate({
  identifier: "UnavailabilityName",
})
export type UnavailabilityName = typeof UnavailabilityName.Type

/**
 * A mission to which the person is already assigned and that the period touches, with those in
 * charge of its exam; read by the use case.
 */
export const OverlappedMission = Schema.Struct({
  number: Schema.String,
  exam: Schema.String,
  missionType: Schema.String,
  dates: Schema.String,
  managers: Schema.Array(
    Schema.Struct({ name: Schema.String, email: Schema.NullOr(Schema.String) }),
  ),
}).annotate({ identifier: "OverlappedMission" })
export type OverlappedMission = typeof OverlappedMission.Type

/**
 * Somebody whom no mail tells of a mission that a period touches: the exam's manager has no address,
 * or `manager` is `null` because nobody is in charge of the exam.
 */
export const UntoldManager = Schema.Struct({
  mission: Schema.String,
  exam: Schema.String,
  manager: Schema.NullOr(Schema.String),
}).annotate({ identifier: "UntoldManager" })
export type UntoldManager = typeof UntoldManager.Type

/** What deserves a look in a declaration that was accepted. */
export const UnavailabilityWarning = Schema.TaggedUnion({
  /** The period is over already. */
  "unavailability.in-past": { period: UnavailabilityPeriod },
  /** Another period of the same person shares a minute with it. */
  "unavailability.overlaps": { period: UnavailabilityPeriod, origin: Origin },
}).annotate({ identifier: "UnavailabilityWarning" })
export type UnavailabilityWarning = typeof UnavailabilityWarning.Type

/**
 * Gives a minute as a text whose order is that of time.
 * @example localMinute({ date: "2014-06-01", time: "00:00" }) // => "2014-06-01T00:00"
 */
export const localMinute = ({ date, time }: Moment): string => `${date}T${time}`

/**
 * Gives the code of an origin, safe in keys and addresses: a UAI, `EPP`, `SIRHEN`, `academy-A16`.
 * @example originCode({ _tag: "academy", code: "A16" }) // => "academy-A16"
 */
export const originCode = (origin: Origin): string => {
  switch (origin._tag) {
    case "school":
      return origin.school
    case "epp":
      return "EPP"
    case "sirhen":
      return "SIRHEN"
    case "academy":
      return `${academyPrefix}${origin.code}`
    default:
      return origin satisfies never
  }
}

/**
 * Gives the origin of a code, or nothing when the text is none.
 * @example originOfCode("EPP") // => { _tag: "epp" }
 */
export const originOfCode = (code: string): Origin | undefined => {
  if (code === "EPP") return { _tag: "epp" }
  if (code === "SIRHEN") return { _tag: "sirhen" }
  const read = code.startsWith(academyPrefix)
    ? { _tag: "academy", code: code.slice(academyPrefix.length) }
    : { _tag: "school", school: code }
  return isOrigin(read) ? read : undefined
}

/**
 * Gives the key of a period in storage: person, origin, start and end.
 * @example unavailabilityKey({ person: "p-1", origin: { _tag: "epp" }, period: { start: { date: "2014-06-01", time: "00:00" }, end: { date: "2014-09-30", time: "23:59" } } }) // => "p-1/EPP/2014-06-01T00:00/2014-09-30T23:59"
 */
export const unavailabilityKey = ({ person, origin, period }: UnavailabilityName): string =>
  [person, originCode(origin), localMinute(period.start), localMinute(period.end)].join("/")

const academyPrefix = "academy-"
const isOrigin = Schema.is(Origin)
