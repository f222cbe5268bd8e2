/**
 * What printing adds to a text: the no-break spaces of French (espaces insécables) and the quotation
 * marks of each language, for texts written with plain signs.
 */

const beforeHighSign = / (?=[:;!?»%])/gu
const afterOpening = /(?<=«) /gu
const noBreak = "\u00A0"

/**
 * Gives a French text with a no-break space before `:`, `;`, `!`, `?`, `%` and `»` and after `«`.
 * What is put into the text is printed as it is.
 * @example fr`Campagne : ${"2026 : certifiés"}` // => "Campagne\u00A0: 2026 : certifiés"
 */
export const fr = (
  texts: ReadonlyArray<string>,
  ...values: ReadonlyArray<string | number>
): string =>
  texts
    .map((text) => text.replace(beforeHighSign, noBreak).replace(afterOpening, noBreak))
    .reduce((whole, text, index) => `${whole}${values[index - 1] ?? ""}${text}`)

/**
 * Gives a text between French quotation marks; an empty one is shown as such.
 * @example quotedFr("visite") // => "«\u00A0visite\u00A0»"
 */
export const quotedFr = (text: string): string => (text === "" ? "(vide)" : fr`« ${text} »`)

/**
 * Gives a text between English quotation marks; an empty one is shown as such.
 * @example quotedEn("visit") // => "“visit”"
 */
export const quotedEn = (text: string): string => (text === "" ? "(empty)" : `“${text}”`)
