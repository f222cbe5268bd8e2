/**
 * National identifier of a pupil or student (INE, identifiant national élève), regulations 7.2.
 */
import * as Schema from "effect/Schema"

/** Reads an INE: eleven digits or capital letters. Older university forms are accepted. */
export const Ine = Schema.String.annotate({ description: "National identifier of a pupil" })
  .check(Schema.isPattern(/^[0-9A-Z]{11}$/u, { expected: "eleven digits or letters" }))
  .annotate({ identifier: "Ine" })
  .pipe(Schema.brand("Ine"))

/** Eleven digits or capital letters. */
export type Ine = typeof Ine.Type

/** The published form that an INE follows: nine digits and two letters since 2018, ten digits and one letter before. */
export type IneForm = "since-2018" | "before-2018" | "unknown"

/** What the form of an INE says: a warning for the reader, never a refusal. */
export type IneCheck = { readonly valid: boolean; readonly form: IneForm }

/**
 * Compares an INE with the published forms; does not verify its last character.
 * @example ineCheck("123456789AB" as Ine) // => { valid: true, form: "since-2018" }
 */
export const ineCheck = (ine: Ine): IneCheck => {
  if (/^\d{9}[A-Z]{2}$/u.test(ine)) return { valid: true, form: "since-2018" }
  if (/^\d{10}[A-Z]$/u.test(ine)) return { valid: true, form: "before-2018" }
  return { valid: false, form: "unknown" }
}
