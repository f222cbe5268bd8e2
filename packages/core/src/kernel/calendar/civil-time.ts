/**
 * Civil times: an hour and a minute of the day, without date or zone (heure civile).
 */
import * as Schema from "effect/Schema"
import { digitsAt } from "./day-number.ts"

const shape = /^([01]\d|2[0-3]):[0-5]\d$/u

/** Reads a civil time (heure) `HH:mm`, 00:00 to 23:59; refuses 24:00 and 9:05. */
export const CivilTime = Schema.String.annotate({
  description: "Time of day HH:mm",
  examples: ["08:00"],
})
  .check(Schema.isPattern(shape, { expected: "a time HH:mm" }))
  .annotate({ identifier: "CivilTime" })
  .pipe(Schema.brand("CivilTime"))

/** A time of day `HH:mm`. */
export type CivilTime = typeof CivilTime.Type

/**
 * Tells whether a text is a civil time.
 * @example isCivilTime("24:00") // => false
 */
export const isCivilTime = (text: string): text is CivilTime => shape.test(text)

/**
 * Gives the minutes from midnight, 0 to 1439.
 * @example minutesOfDay("14:47" as CivilTime) // => 887
 */
export const minutesOfDay = (time: CivilTime): number =>
  digitsAt(time, 0, 2) * 60 + digitsAt(time, 3, 2)

/** Orders times from the earliest to the latest of the day. */
export const compareCivilTimes = (a: CivilTime, b: CivilTime): -1 | 0 | 1 =>
  a < b ? -1 : a > b ? 1 : 0
