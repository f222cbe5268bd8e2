/**
 * Whole quantities with their unit in the type: money, time, percent (centimes, minutes, dixièmes de pour cent).
 */
import * as Schema from "effect/Schema"

/** Reads an amount of money in whole cents of euro (centimes); may be negative. */
export const Cents = Schema.Number.check(Schema.isInt())
  .annotate({ identifier: "Cents", description: "Cents of euro" })
  .pipe(Schema.brand("Cents"))

/** Whole cents of euro, negative for a correction. */
export type Cents = typeof Cents.Type

/** Reads a length of time in whole minutes, zero or more. */
export const Minutes = Schema.Number.check(Schema.isInt(), Schema.isGreaterThanOrEqualTo(0))
  .annotate({ identifier: "Minutes", description: "Whole minutes" })
  .pipe(Schema.brand("Minutes"))

/** Whole minutes, zero or more. */
export type Minutes = typeof Minutes.Type

/** Reads a share in tenths of percent (dixièmes de pour cent), 0 to 1000: 125 is 12.5 %. */
export const PercentTenths = Schema.Number.check(
  Schema.isInt(),
  Schema.isBetween({ minimum: 0, maximum: 1000 }),
)
  .annotate({ identifier: "PercentTenths", description: "Tenths of percent, 0 to 1000" })
  .pipe(Schema.brand("PercentTenths"))

/** Tenths of percent, 0 to 1000: 125 is 12.5 %. A sum of shares is a plain number. */
export type PercentTenths = typeof PercentTenths.Type
