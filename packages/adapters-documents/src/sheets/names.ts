/** Names of sheets as Excel takes them (noms de feuilles). */

const MAX_UNITS = 31

/**
 * Gives a name of sheet that Excel takes: no `[ ] : * ? / \` nor control character (a space
 * instead), no apostrophe at either end, 31 UTF-16 units at most; `Feuille` for no name. From the
 * second sheet on, the name ends with its rank.
 * @example sheetName("Entretiens 2026/2027", 2) // => "Entretiens 2026 2027 (2)"
 */
export const sheetName = (name: string, rank: number): string => {
  const mark = rank === 1 ? "" : ` (${rank})`
  const clean = name
    .toWellFormed()
    .replace(/[[\]:*?/\\\u0000-\u001f\u007f\ufffe\uffff]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim()
  const kept = cut(clean.replace(/^'+/u, ""), MAX_UNITS - mark.length).replace(/['\s]+$/u, "")
  // Excel keeps this name for itself.
  const free = /^history$/iu.test(kept) ? `${kept} -` : kept
  return (free === "" ? "Feuille" : free) + mark
}

const cut = (text: string, units: number): string => {
  const kept = text.slice(0, units)
  return kept.isWellFormed() ? kept : kept.slice(0, -1)
}
