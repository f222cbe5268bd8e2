/**
 * What is true of periods: their order, what they touch, who may delete them, the reason that the
 * convocation of another academy gives.
 *
 * Everything is counted in minutes of the academy's clock, so that no change of clock moves it.
 *
 * @requirement IND-05, IND-10, IND-11, IND-12, PER-25
 */
import {
  academyByCode,
  type CivilDate,
  type CivilTime,
  daysBetween,
  minutesOfDay,
} from "../../kernel/calendar.ts"
import type { Actor, Uai } from "../../kernel/identity.ts"
import {
  type ImportSource,
  localMinute,
  type Moment,
  type Origin,
  type OtherConvocation,
  type UnavailabilityPeriod,
  type UnavailabilityReason,
} from "./model.ts"

/** Tells whether a period starts before it ends. */
export const isForwards = ({ start, end }: UnavailabilityPeriod): boolean =>
  localMinute(start) < localMinute(end)

/** Tells whether a period was over before a minute. */
export const isOver = ({ end }: UnavailabilityPeriod, at: Moment): boolean =>
  localMinute(end) < localMinute(at)

/** Tells whether two periods share a minute. */
export const overlap = (one: UnavailabilityPeriod, other: UnavailabilityPeriod): boolean =>
  localMinute(one.start) <= localMinute(other.end) &&
  localMinute(other.start) <= localMinute(one.end)

/**
 * A date on which somebody is occupied, in one of the three forms of PER-16: hours of one day, whole
 * days from an hour on, or a number of hours, past midnight if need be.
 */
export type OccupiedDate =
  | {
      readonly _tag: "span"
      readonly date: CivilDate
      readonly start: CivilTime
      readonly end: CivilTime
    }
  | {
      readonly _tag: "days"
      readonly date: CivilDate
      readonly start: CivilTime
      readonly days: number
    }
  | {
      readonly _tag: "hours"
      readonly date: CivilDate
      readonly start: CivilTime
      readonly hours: number
    }

/**
 * Tells whether a period touches one of some occupied dates. Both minutes of a period are part of
 * it; the last one of a date is not, so that an absence from noon leaves a morning free. A date of
 * several days lasts until the end of the last one. Dates without duration touch by their start.
 */
export const touchesDates = (
  { start, end }: UnavailabilityPeriod,
  dates: ReadonlyArray<OccupiedDate>,
): boolean => {
  const first = minuteNumber(start)
  const last = minuteNumber(end)
  return dates.some((occupied) => {
    const from = minuteNumber({ date: occupied.date, time: occupied.start })
    return from <= last && first < Math.max(from + durationOf(occupied), from + 1)
  })
}

/** Tells whether a school may delete the periods of an origin: only those it declared itself. */
export const isDeletableBy = (origin: Origin, school: Uai): boolean =>
  origin._tag === "school" && origin.school === school

/** Tells whether somebody may bring in the periods of a source: the management service, a scheduler. */
export const isImporter = ({ capacity }: Pick<Actor, "capacity">): boolean =>
  capacity === "system" || capacity === "exams-division"

/**
 * Gives the name of an academy by its code, with or without a letter before it; the code itself
 * when it is unknown.
 * @example academyName("A16") // => "Toulouse"
 */
export const academyName = (code: string): string =>
  academyByCode(code.replace(/^A(?=\d+$)/u, ""))?.name ?? code

/**
 * Gives the reason of a period that another academy's convocation causes. The sample of the source
 * spells it « CONVOCAION », by mistake.
 * @example otherAcademyReason({ _tag: "academy", code: "A16" }) // => "CONVOCATION PAR IMAGIN TOULOUSE"
 */
export const otherAcademyReason = ({
  code,
}: Extract<ImportSource, { readonly _tag: "academy" }>): UnavailabilityReason =>
  `CONVOCATION PAR IMAGIN ${academyName(code).toUpperCase()}` as UnavailabilityReason

/** Tells whether two recaps of a convocation say the same. */
export const isSameConvocation = (
  one: OtherConvocation | null,
  other: OtherConvocation | null,
): boolean =>
  one === null || other === null
    ? one === other
    : one.academy === other.academy &&
      one.mission === other.mission &&
      one.missionType === other.missionType &&
      one.exam === other.exam &&
      one.centre === other.centre &&
      one.place === other.place &&
      one.capacity === other.capacity

const minutesOfADay = 1440
const epoch = "1970-01-01" as CivilDate

const minuteNumber = ({ date, time }: Moment): number =>
  daysBetween(epoch, date) * minutesOfADay + minutesOfDay(time)

const durationOf = (occupied: OccupiedDate): number => {
  const started = minutesOfDay(occupied.start)
  switch (occupied._tag) {
    case "span":
      return minutesOfDay(occupied.end) - started
    case "days":
      return occupied.days * minutesOfADay - started
    case "hours":
      return occupied.hours * 60
    default:
      return occupied satisfies never
  }
}
