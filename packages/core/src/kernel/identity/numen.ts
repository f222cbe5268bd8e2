/**
 * National identifier of an education agent (NUMEN), regulations 7.2. Confidential: lists and logs show the mask.
 */
import * as Schema from "effect/Schema"

/** Reads a NUMEN: two digits, a letter, seven digits, three letters. It has no check key. */
export const Numen = Schema.String.annotate({
  description: "National identifier of an agent, confidential",
})
  .check(
    Schema.isPattern(/^\d{2}[A-Z]\d{7}[A-Z]{3}$/u, {
      expected: "two digits, a letter, seven digits, three letters",
    }),
  )
  .annotate({ identifier: "Numen" })
  .pipe(Schema.brand("Numen"))

/** Thirteen characters that identify an agent; confidential. */
export type Numen = typeof Numen.Type

/**
 * Gives the printable form of a NUMEN: only its two academy digits are left.
 * @example maskedNumen("12E0123456ABC" as Numen) // => "12•••••••••••"
 */
export const maskedNumen = (numen: Numen): string =>
  numen.slice(0, 2) + "•".repeat(numen.length - 2)
