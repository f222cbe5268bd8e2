/**
 * Time zones and the passage between the hour of a place and an instant (fuseau horaire, heure locale).
 * Offsets come from Effect's DateTime; a block of days with one offset is asked once, then remembered.
 */
import * as DateTime from "effect/DateTime"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type CivilDate, dateOfNumber, dayNumber } from "./civil-date.ts"
import { type CivilTime, minutesOfDay } from "./civil-time.ts"
import { twoDigits } from "./day-number.ts"
import { dayMillis, type Instant, instantFromMillis, millisOf } from "./instant.ts"
import { memo } from "./memo.ts"

const isNamed = memo(2048, (text: string): boolean => {
  const named = DateTime.zoneMakeNamed(text)
  if (Option.isNone(named)) return false
  return named.value.id === text || named.value.id.toLowerCase() !== text.toLowerCase()
})

const isKnownZone = (text: string): boolean =>
  /^[A-Za-z][\w+/-]{1,63}$/u.test(text) && isNamed(text)

/** Reads an IANA zone (fuseau) that the runtime knows, with its usual capitals; refuses offsets as "+02:00". */
export const Zone = Schema.String.annotate({
  description: "IANA time zone",
  examples: ["Europe/Paris"],
})
  .check(Schema.makeFilter(isKnownZone, { expected: "an IANA time zone" }))
  .annotate({ identifier: "Zone" })
  .pipe(Schema.brand("Zone"))

/** An IANA time zone known to the runtime. */
export type Zone = typeof Zone.Type

/** The local hour does not exist: clocks jump over it (heure inexistante). */
export type HourMissing = {
  readonly _tag: "hour-missing"
  readonly date: CivilDate
  readonly time: CivilTime
  readonly zone: Zone
}

/** The local hour happens twice, when clocks go back; both instants are given (heure doublée). */
export type HourAmbiguous = {
  readonly _tag: "hour-ambiguous"
  readonly date: CivilDate
  readonly time: CivilTime
  readonly zone: Zone
  readonly earlier: Instant
  readonly later: Instant
}

/** A local hour; `occurrence` chooses between the two instants of an hour that happens twice. */
export type LocalHour = {
  readonly date: CivilDate
  readonly time: CivilTime
  readonly zone: Zone
  readonly occurrence?: "earlier" | "later"
}

/** The fourteen zones of French territories, the metropole first. */
export const frenchZones: ReadonlyArray<Zone> = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/St_Barthelemy",
  "America/Marigot",
  "America/Martinique",
  "America/Cayenne",
  "America/Miquelon",
  "Indian/Reunion",
  "Indian/Mayotte",
  "Pacific/Noumea",
  "Pacific/Wallis",
  "Pacific/Tahiti",
  "Pacific/Marquesas",
  "Pacific/Gambier",
].map((zone) => zone as Zone)

/**
 * Gives the instant of a local hour.
 * Refuses an hour that does not exist, and an hour that exists twice when no `occurrence` is asked.
 * At the ends of the years 0001 and 9999 the instant stops at the bound.
 * @example instantAt({ date: "2026-06-17" as CivilDate, time: "08:00" as CivilTime, zone: "Europe/Paris" as Zone }) // => Result.succeed("2026-06-17T06:00:00.000Z")
 */
export const instantAt = (hour: LocalHour): Result.Result<Instant, HourMissing | HourAmbiguous> => {
  const { date, time, zone } = hour
  const local = dayNumber(date) * dayMillis + minutesOfDay(time) * 60_000
  const offsetAt = clockOf(zone)
  const before = offsetAt(local - dayMillis)
  const after = offsetAt(local + dayMillis)
  if (before === after) return Result.succeed(instantFromMillis(local - before))
  const first = local - before
  const second = local - after
  const isFirst = offsetAt(first) === before
  const isSecond = offsetAt(second) === after
  if (!isFirst && !isSecond) return Result.fail({ _tag: "hour-missing", date, time, zone })
  if (!isFirst || !isSecond) return Result.succeed(instantFromMillis(isFirst ? first : second))
  const earlier = instantFromMillis(Math.min(first, second))
  const later = instantFromMillis(Math.max(first, second))
  if (hour.occurrence === undefined) {
    return Result.fail({ _tag: "hour-ambiguous", date, time, zone, earlier, later })
  }
  return Result.succeed(hour.occurrence === "earlier" ? earlier : later)
}

/**
 * Gives the civil day at a place at an instant.
 * @example civilDayAt("2026-06-17T22:30:00.000Z" as Instant, "Europe/Paris" as Zone) // => "2026-06-18"
 */
export const civilDayAt = (instant: Instant, zone: Zone): CivilDate =>
  dateOfNumber(Math.floor(localMillis(instant, zone) / dayMillis))

/**
 * Gives the hour and minute at a place at an instant; seconds are dropped.
 * @example civilTimeAt("2026-06-17T06:00:59.000Z" as Instant, "Europe/Paris" as Zone) // => "08:00"
 */
export const civilTimeAt = (instant: Instant, zone: Zone): CivilTime => {
  const local = localMillis(instant, zone)
  const minutes = Math.floor((local - Math.floor(local / dayMillis) * dayMillis) / 60_000)
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` as CivilTime
}

/** Gives the milliseconds to add to UTC for the local time of a zone at an instant. */
export const offsetMillisAt = (instant: Instant, zone: Zone): number =>
  clockOf(zone)(millisOf(instant))

const localMillis = (instant: Instant, zone: Zone): number => {
  const millis = millisOf(instant)
  return millis + clockOf(zone)(millis)
}

type Block = { readonly switchAt: number; readonly before: number; readonly after: number }

// About twelve days: no zone of the present changes its clock twice in one block.
const blockMillis = 2 ** 30

const clockOf = memo(512, (zone: Zone): ((millis: number) => number) => {
  const named = DateTime.zoneMakeNamedUnsafe(zone)
  const ask = (millis: number): number =>
    DateTime.zonedOffset(DateTime.makeZonedUnsafe(millis, { timeZone: named }))
  const blockAt = memo(4096, (index: number) => blockOf(index, ask))
  return (millis) => {
    const block = blockAt(Math.floor(millis / blockMillis))
    return millis < block.switchAt ? block.before : block.after
  }
})

const blockOf = (index: number, ask: (millis: number) => number): Block => {
  let low = index * blockMillis
  let high = low + blockMillis
  const before = ask(low)
  const after = ask(high)
  if (before === after) return { switchAt: Infinity, before, after }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (ask(middle) === before) low = middle
    else high = middle
  }
  return { switchAt: high, before, after }
}
