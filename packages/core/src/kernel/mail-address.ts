/**
 * The address of one mailbox (adresse électronique), as it stands in a header: no name, no quoted
 * local part, no control character.
 *
 * @requirement RDC-13
 */
import * as Schema from "effect/Schema"

// Ranges rather than \p{Cc}: the pattern travels in API documents, to readers without Unicode classes.
const outside = String.raw`\s\u0000-\u001F\u007F-\u009F\uD800-\uDFFF<>()[\],;:"\\@`
const domainPart = `[^${outside}.]{1,63}`
const shape = new RegExp(
  String.raw`^[^${outside}]{1,64}@${domainPart}(?:\.${domainPart}){0,126}$`,
  "u",
)
const maximum = 254

/**
 * Reads the address of one mailbox, at most 254 characters; letters with accents are accepted.
 * Does not check that the mailbox exists.
 */
export const MailAddress = Schema.String.annotate({
  description: "Address of one mailbox",
  examples: ["zoe.lefevre@ac-creteil.example"],
})
  .check(Schema.isPattern(shape, { expected: "an e-mail address" }), Schema.isMaxLength(maximum))
  .annotate({ identifier: "MailAddress" })

/** The address of one mailbox. */
export type MailAddress = typeof MailAddress.Type

/**
 * Tells whether a text can be the address of one mailbox; quoted local parts are not accepted.
 * @example isMailAddress("a@b.fr\r\nBcc: c@d.fr") // => false
 */
export const isMailAddress = (text: string): text is MailAddress =>
  text.length <= maximum && shape.test(text)
