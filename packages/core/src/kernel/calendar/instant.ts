/**
 * Instants: a moment of the world, the same everywhere (instant).
 * Written in UTC with milliseconds, so that the order of texts is the order of time.
 */
import * as Schema from "effect/Schema"
import { type CivilDate, dateOfNumber, dayNumber, isCivilDate } from "./civil-date.ts"
import { digitsAt, firstDayNumber, lastDayNumber, twoDigits } from "./day-number.ts"

const shape = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/u

/** Milliseconds of a day. */
export const dayMillis = 86_400_000

const minuteMillis = 60_000
const firstMillis = firstDayNumber * dayMillis
const lastMillis = (lastDayNumber + 1) * dayMillis - 1

/** Reads an instant in UTC `YYYY-MM-DDTHH:mm:ss.sssZ`, years 0001 to 9999. */
export const Instant = Schema.String.annotate({
  description: "Moment in UTC, with milliseconds",
  format: "date-time",
  examples: ["2026-06-17T06:00:00.000Z"],
})
  .check(
    Schema.isPattern(shape, { expected: "an instant YYYY-MM-DDTHH:mm:ss.sssZ" }).abort(),
    Schema.makeFilter((text: string) => isCivilDate(text.slice(0, 10)), {
      expected: "a day of the calendar",
    }),
  )
  .annotate({ identifier: "Instant" })
  .pipe(Schema.brand("Instant"))

/** A moment in UTC `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = typeof Instant.Type

/** Tells whether a text is an instant. */
export const isInstant = (text: string): text is Instant =>
  shape.test(text) && isCivilDate(text.slice(0, 10))

/** Gives the milliseconds since 1970-01-01T00:00:00.000Z. */
export const millisOf = (instant: Instant): number =>
  dayNumber(instant.slice(0, 10) as CivilDate) * dayMillis +
  digitsAt(instant, 11, 2) * 3_600_000 +
  digitsAt(instant, 14, 2) * minuteMillis +
  digitsAt(instant, 17, 2) * 1000 +
  digitsAt(instant, 20, 3)

/**
 * Gives the instant of a number of milliseconds since 1970; out of the years 0001 to 9999 the nearest bound.
 * @example instantFromMillis(0) // => "1970-01-01T00:00:00.000Z"
 */
export const instantFromMillis = (millis: number): Instant => {
  const bounded = Math.min(Math.max(Math.trunc(millis), firstMillis), lastMillis)
  const day = Math.floor(bounded / dayMillis)
  const rest = bounded - day * dayMillis
  const hour = twoDigits(Math.floor(rest / 3_600_000))
  const minute = twoDigits(Math.floor(rest / minuteMillis) % 60)
  const second = twoDigits(Math.floor(rest / 1000) % 60)
  const thousandth = `${rest % 1000}`.padStart(3, "0")
  return `${dateOfNumber(day)}T${hour}:${minute}:${second}.${thousandth}Z` as Instant
}

/**
 * Gives the instant `minutes` later, earlier when negative.
 * @example addMinutes("2026-06-17T06:00:00.000Z" as Instant, 90) // => "2026-06-17T07:30:00.000Z"
 */
export const addMinutes = (instant: Instant, minutes: number): Instant =>
  instantFromMillis(millisOf(instant) + minutes * minuteMillis)

/** Gives the minutes from one instant to another, with decimals for seconds; negative when `to` comes first. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  (millisOf(to) - millisOf(from)) / minuteMillis

/** Orders instants from the earliest to the latest. */
export const compareInstants = (a: Instant, b: Instant): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)
