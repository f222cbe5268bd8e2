/** The no-break spaces of French printing (espaces insécables), for texts written with plain ones. */

const beforeHighSign = / (?=[:;!?»])/gu
const afterOpening = /(?<=«) /gu
const noBreak = "\u00A0"

/**
 * Gives a text with a no-break space before `:`, `;`, `!`, `?` and `»` and after `«`. What is put
 * into the text is printed as it is.
 * @example fr`Campagne : ${"2026 : certifiés"}` // => "Campagne\u00A0: 2026 : certifiés"
 */
export const fr = (
  texts: ReadonlyArray<string>,
  ...values: ReadonlyArray<string | number>
): string =>
  texts
    .map((text) => text.replace(beforeHighSign, noBreak).replace(afterOpening, noBreak))
    .reduce((whole, text, index) => `${whole}${values[index - 1] ?? ""}${text}`)
