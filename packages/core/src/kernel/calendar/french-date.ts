/**
 * Days as forms and files of other systems have them (JJ/MM/AAAA).
 *
 * @requirement UI-30
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as SchemaGetter from "effect/SchemaGetter"
import { CivilDate, isCivilDate } from "./civil-date.ts"
import { shortDate } from "./french-forms.ts"

/** A text that is no day dd/MM/yyyy: written otherwise (`form`), or a day that does not exist (`day`). */
export interface DateFormat {
  readonly _tag: "date.format"
  readonly value: string
  readonly reason: "form" | "day"
}

const isoOf = (text: string): string => `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`

const shape = /^\d{2}\/\d{2}\/\d{4}$/u

/**
 * Reads a day dd/MM/yyyy, spaces around it dropped; refuses any other form, and days that do not
 * exist, by `date.format`.
 * @example frenchDate("17/06/2016") // => Result.succeed("2016-06-17")
 */
export const frenchDate = (text: string): Result.Result<CivilDate, DateFormat> => {
  const value = text.trim()
  if (!shape.test(value)) return Result.fail({ _tag: "date.format", value, reason: "form" })
  const date = isoOf(value)
  return isCivilDate(date)
    ? Result.succeed(date)
    : Result.fail({ _tag: "date.format", value, reason: "day" })
}

/** Reads and writes a day dd/MM/yyyy, as a cell of a file or a field of a form. */
export const FrenchDate = Schema.String.check(
  Schema.isPattern(shape, { expected: "a date dd/MM/yyyy" }),
).pipe(
  Schema.decodeTo(CivilDate, {
    decode: SchemaGetter.transform(isoOf),
    // Only a day is encoded: what was decoded, or was checked before.
    encode: SchemaGetter.transform((date) => shortDate(date as CivilDate)),
  }),
)
