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

const isBreak = (text: string, at: number, code: number): boolean => {
  if (code !== HYPHEN && code !== SLASH) return false
  const next = text.charCodeAt(at + 1)
  return !(next >= 0x30 && next <= 0x39) && next !== SLASH && next !== HYPHEN
}

/** The lines broken so far, and the one being filled: where it starts and may end. */
interface Breaking {
  readonly text: string
  readonly widths: Uint16Array
  readonly lines: Array<string>
  start: number
  end: number
  width: number
  widthAtEnd: number
}

/**
 * The lines of a coded text, at least one.
 *
 * `limit` is the line's width in thousandths of the font size, 0 or more. A line keeps its trailing space, or
 * gets one at a line feed, so that words stay apart when the text is read back.
 */
export const breakLines = (text: string, widths: Uint16Array, limit: number): Array<string> => {
  const state: Breaking = { text, widths, lines: [], start: 0, end: 0, width: 0, widthAtEnd: 0 }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) {
      endParagraph(state, at)
      continue
    }
    state.width += widths[code] ?? 0
    if (code === SPACE) {
      state.end = at + 1
      state.widthAtEnd = state.width
      continue
    }
    while (state.width > limit) endLine(state, at)
    if (at - state.end >= LEAST_BEFORE_BREAK && isBreak(text, at, code)) {
      state.end = at + 1
      state.widthAtEnd = state.width
    }
  }
  const { lines, start } = state
  if (start < text.length || lines.length === 0) lines.push(start === 0 ? text : text.slice(start))
  return lines
}

const endParagraph = (state: Breaking, at: number): void => {
  state.lines.push(`${state.text.slice(state.start, at)} `)
  state.start = state.end = at + 1
  state.width = state.widthAtEnd = 0
}

/** Ends the line at its last break, or cuts its word before the character that does not fit. */
const endLine = (state: Breaking, at: number): void => {
  if (state.end === state.start) {
    state.end = Math.max(at, state.start + 1)
    const last = state.widths[state.text.charCodeAt(at)] ?? 0
    state.widthAtEnd = state.end === at ? state.width - last : state.width
  }
  state.lines.push(state.text.slice(state.start, state.end))
  state.start = state.end
  state.width -= state.widthAtEnd
  state.widthAtEnd = 0
}
