/** The bounds of the files that are read (limites des fichiers lus). */

/**
 * The bounds of a table: columns, lines that are not blank besides the header, characters of a cell.
 * A cell as it is written, spaces around and doubled quotes included, may be four times as long.
 */
export const tableLimits = {
  columns: 100,
  lines: 2_000_000,
  cellCharacters: 4_000,
} as const

/**
 * The bounds of XML: elements within one another, attributes of one element, characters of one text
 * or of the value of one attribute. What stands between two tags or two attributes as it is written,
 * spaces and references included, may be ten times as long; so may a comment.
 */
export const xmlLimits = {
  depth: 64,
  attributes: 50,
  textCharacters: 10_000,
  writtenCharacters: 100_000,
} as const
