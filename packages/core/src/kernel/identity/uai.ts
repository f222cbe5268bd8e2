/**
 * Identifier of a school or service (UAI, unité administrative immatriculée), regulations 7.1.
 * The check letter misses errors that are a multiple of 23, and does not prove that the school exists.
 */
import * as Schema from "effect/Schema"

const letters = "ABCDEFGHJKLMNPRSTUVWXYZ"

/** Reads a UAI: seven digits and a capital letter. A wrong check letter or an unknown prefix is accepted. */
export const Uai = Schema.String.annotate({
  description: "School identifier",
  examples: ["0312267W"],
})
  .check(Schema.isPattern(/^\d{7}[A-Z]$/u, { expected: "seven digits and a letter" }))
  .annotate({ identifier: "Uai" })
  .pipe(Schema.brand("Uai"))

/** Seven digits and a capital letter. */
export type Uai = typeof Uai.Type

/** What the check letter says: a warning for the reader, never a refusal. */
export type UaiCheck = { readonly valid: boolean; readonly expected: string }

/**
 * Compares the letter of a UAI with the one its digits call for.
 * @example uaiCheck("0312267V" as Uai) // => { valid: false, expected: "W" }
 */
export const uaiCheck = (uai: Uai): UaiCheck => {
  const expected = letters.charAt(Number(uai.slice(0, 7)) % 23)
  return { valid: uai.charAt(7) === expected, expected }
}
