/**
 * Folded key of a text, for search and sort without case or accents (clé de tri et de recherche).
 * Keys are compared by code unit, the same in memory and in a database under collate "C".
 */

const apostrophes = /[\u0060\u00B4\u2018\u2019\u201B\u2032\u02B9\u02BB\u02BC\u02BD\uA78C\uFF07]/gu
const dashes = /[\u2010-\u2015\u2212]/gu
const special = /[œæøłđðþßıħŧς]/gu
const marks = /[\p{M}\p{Cf}]/gu

const replacements: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ς: "σ",
}

/**
 * Gives the key of a text: lower case, no accents, ligatures and barred letters spelled out, one kind of apostrophe
 * and dash, spaces collapsed and trimmed, invisible characters dropped. Applying it twice changes nothing.
 * @example foldedKey("  Lycée  d’Œuvre ŁÓDŹ ") // => "lycee d'oeuvre lodz"
 */
export const foldedKey = (text: string): string => {
  const plain = isAscii.test(text) ? text.toLowerCase() : foldedLetters(text)
  return plain.replace(spaces, " ").trim()
}

const isAscii = /^[\t\n\r -_a-~]*$/u
const spaces = /\s+/gu

const foldedLetters = (text: string): string =>
  text
    .replace(apostrophes, "'")
    .normalize("NFKD")
    .toLowerCase()
    .replace(marks, "")
    .replace(apostrophes, "'")
    .replace(dashes, "-")
    .replace(special, (letter) => replacements[letter] ?? letter)
