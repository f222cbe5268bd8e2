/** The language of sentences: French, or English for who prefers it (langue de la réponse). */

/** The languages in which problems are written. */
export type Language = "fr" | "en"

/** The same sentence in every language. */
export interface Sentences<Values> {
  // Methods, so that a table of precise sentences is also a table of sentences for any values.
  fr(values: Values): string
  en(values: Values): string
}

/**
 * Gives the language that an `Accept-Language` header prefers; French when it names neither.
 * @example preferredLanguage("de, en-GB;q=0.8, fr;q=0.5") // => "en"
 */
export const preferredLanguage = (header: string | null | undefined): Language => {
  if (header === null || header === undefined) return "fr"
  return weightOf(header, "en") > weightOf(header, "fr") ? "en" : "fr"
}

const weightOf = (header: string, language: Language): number => {
  const range = header
    .toLowerCase()
    .split(",")
    .map((part) => part.trim())
    .find((part) => part.split(/[-;]/u, 1)[0]?.trim() === language)
  if (range === undefined) return 0
  const quality = /;\s*q=([01](?:\.\d{0,3})?)/u.exec(range)?.[1]
  return quality === undefined ? 1 : Number(quality)
}
