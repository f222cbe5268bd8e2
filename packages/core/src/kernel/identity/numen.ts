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

/**
 * Gives a text in which a mask stands for every NUMEN, whatever its case, spaces within it or not,
 * also as part of a longer word. For what is shown of texts typed by others.
 * @example withoutNumens("epp-12e0123456abc, né") // => "epp-•••••, né"
 */
export const withoutNumens = (text: string): string =>
  text.replaceAll(/\d{2}\s?[a-z]\s?\d{7}\s?[a-z]{3}/giu, "•••••")

/**
 * Tells whether a text contains a NUMEN: in capitals anywhere, in any case as a word of its own.
 * Lower-case letters within a longer word may be those of a hexadecimal number.
 * @example holdsNumen("epp-12e0123456abc") // => true
 */
export const holdsNumen = (text: string): boolean =>
  /\d{2}[A-Z]\d{7}[A-Z]{3}/u.test(text) ||
  /(?<![a-z\d])\d{2}[a-z]\d{7}[a-z]{3}(?![a-z\d])/iu.test(text)
