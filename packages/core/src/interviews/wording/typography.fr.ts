/** The no-break spaces of French printing (espaces insécables), for texts written with plain ones. */

const beforeHighSign = / (?=[:;!?»%])/gu
const afterOpening = /(?<=«) /gu
const noBreak = "\u00A0"

/**
 * Gives a text with a no-break space before `:`, `;`, `!`, `?`, `%` and `»` and after `«`. What is
 * put into the text is printed as it is.
 * @example fr`Entretien : ${"2026 : accueil"}` // => "Entretien\u00A0: 2026 : accueil"
 */
export const fr = (
  texts: ReadonlyArray<string>,
  ...values: ReadonlyArray<string | number>
): string =>
  texts
    .map((text) => text.replace(beforeHighSign, noBreak).replace(afterOpening, noBreak))
    .reduce((whole, text, index) => `${whole}${values[index - 1] ?? ""}${text}`)

/** Gives a text between French quotation marks; an empty one is shown as such. */
export const quotedFr = (text: string): string => (text === "" ? "(vide)" : fr`« ${text} »`)
