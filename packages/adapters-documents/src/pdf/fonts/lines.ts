/**
 * Line breaking of coded texts.
 *
 * A line ends after a space, at a line feed, after a hyphen or a slash (with three letters before
 * it, and no digit or slash after it), or inside a word that is longer than the line. No-break
 * spaces hold.
 */

const LINE_FEED = 0x0a
const SPACE = 0x20
const HYPHEN = 0x2d
const SLASH = 0x2f

/** « IA-IPR » and « e-mail » hold: no line ends after so few letters and a hyphen. */
const LEAST_BEFORE_BREAK = 3

/** Width of a coded text without its trailing spaces, in thousandths of the font size. */
export const widthOf = (text: string, widths: Uint16Array): number => {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === SPACE) end--
  let width = 0
  for (let at = 0; at < end; at++) width += widths[text.charCodeAt(at)] ?? 0
  return width
}

const breaksAfter = (text: string, at: number): boolean => {
  const next = text.charCodeAt(at + 1)
  return !(next >= 0x30 && next <= 0x39) && next !== SLASH && next !== HYPHEN
}

/** Where the word that begins a line must be cut so that its part fits; at least one character. */
const cutAt = (text: string, at: number, lineStart: number): number =>
  at > lineStart ? at : lineStart + 1

/**
 * The lines of a coded text, at least one.
 *
 * `limit` is the line's width in thousandths of the font size. A line keeps its trailing space, or
 * gets one at a line feed, so that words stay apart when the text is read back.
 */
export const breakLines = (text: string, widths: Uint16Array, limit: number): Array<string> => {
  const lines: Array<string> = []
  let lineStart = 0
  let breakAt = 0
  let width = 0
  let widthAtBreak = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) {
      lines.push(`${text.slice(lineStart, at)} `)
      lineStart = breakAt = at + 1
      width = widthAtBreak = 0
      continue
    }
    width += widths[code] ?? 0
    if (code === SPACE) {
      breakAt = at + 1
      widthAtBreak = width
      continue
    }
    if (width > limit) {
      if (breakAt === lineStart) {
        breakAt = cutAt(text, at, lineStart)
        widthAtBreak = at >= breakAt ? width - (widths[code] ?? 0) : width
      }
      lines.push(text.slice(lineStart, breakAt))
      lineStart = breakAt
      width -= widthAtBreak
      widthAtBreak = 0
    }
    if (
      (code === HYPHEN || code === SLASH) &&
      at - breakAt >= LEAST_BEFORE_BREAK &&
      breaksAfter(text, at)
    ) {
      breakAt = at + 1
      widthAtBreak = width
    }
  }
  if (lineStart < text.length || lines.length === 0) lines.push(text.slice(lineStart))
  return lines
}
