/**
 * Values that hold from one day to another, with their source (valeur datée, version en vigueur).
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "./civil-date.ts"

/** A value in force from `from` to `until`, both included; a missing bound is open. */
export type Dated<T> = {
  readonly from?: CivilDate
  readonly until?: CivilDate
  readonly source: string
  readonly value: T
}

/** Makes the schema of a dated value from the schema of the value. */
export const dated = <S extends Schema.Constraint>(value: S) =>
  Schema.Struct({
    from: Schema.optionalKey(CivilDate),
    until: Schema.optionalKey(CivilDate),
    source: Schema.String,
    value,
  })

/** Gives the last row of the table in force on a day, or nothing. */
export const inForce = <T>(rows: ReadonlyArray<Dated<T>>, day: CivilDate): Dated<T> | undefined =>
  rows.findLast((row) => (row.from ?? day) <= day && day <= (row.until ?? day))
