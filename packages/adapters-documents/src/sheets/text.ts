/**
 * Texts of cells: what XML 1.0 cannot hold, what is too long, what looks like a formula.
 */

/** UTF-16 units that Excel keeps in one cell. */
export const CELL_UNITS = 32_767

/**
 * Characters that must not stand as they are. `_` is one where an escape could be read from it,
 * be it because its last sign is itself about to be escaped.
 */
const ESCAPED =
  /[&<>"\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}[_\u0000-\u0008\u000b-\u001f\ufffe\uffff])/gu

const UNPLAIN = /[&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]/

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}

const hexadecimal = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`

/**
 * Gives a text as the content of an element or attribute of SpreadsheetML. A character that XML
 * 1.0 forbids, a carriage return (which XML would lose) and an underscore that could be read as an
 * escape become `_xHHHH_` (ISO/IEC 29500-1, 22.9.2.19); a lone surrogate becomes U+FFFD.
 * @example xmlText("a<b") // => "a&lt;b"
 */
export const xmlText = (text: string): string =>
  UNPLAIN.test(text)
    ? text.toWellFormed().replace(ESCAPED, (one) => ENTITIES[one] ?? hexadecimal(one))
    : text

/**
 * Tells whether a spreadsheet could take a text for a formula: it begins with `=`, `+`, `-`, `@`,
 * a tab, a carriage return or a line feed.
 * @example looksLikeFormula("=1+1") // => true
 */
export const looksLikeFormula = (text: string): boolean => {
  switch (text.charCodeAt(0)) {
    case 0x09:
    case 0x0a:
    case 0x0d:
    case 0x2b:
    case 0x2d:
    case 0x3d:
    case 0x40:
      return true
    default:
      return false
  }
}

/** Gives a text in parts that fit in a cell each, no character cut in two; one part at least. */
export const cellParts = (text: string): ReadonlyArray<string> => {
  const parts: Array<string> = []
  let start = 0
  while (text.length - start > CELL_UNITS) {
    const end = start + CELL_UNITS
    const code = text.charCodeAt(end)
    const next = code >= 0xdc00 && code <= 0xdfff ? end - 1 : end
    parts.push(text.slice(start, next))
    start = next
  }
  parts.push(text.slice(start))
  return parts
}
