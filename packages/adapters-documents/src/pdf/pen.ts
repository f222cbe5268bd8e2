/**
 * The operators of a page's content stream: marked content, lines of text, filled rectangles.
 *
 * Positions and sizes are in points from the lower left corner of the page.
 */
import type { Weight } from "./fonts/tables.ts"
import { CUT_OF, GLYPHS } from "./fonts/tables.ts"
import type { Element, Paper, Sheet } from "./paper.ts"
import { useCut } from "./paper.ts"

/** How a line of text looks; `leading` is the distance of two baselines, `grey` 0 (black) to 1. */
export interface TextStyle {
  readonly weight: Weight
  readonly size: number
  readonly leading: number
  readonly grey: number
}

/** Lines `from` (inclusive) to `to` (exclusive) of a coded text. */
export interface LineRange {
  readonly lines: ReadonlyArray<string>
  readonly from: number
  readonly to: number
}

const ESCAPED = /[()\\]/g
const NEEDS_ESCAPE = /[()\\]/
const BEYOND_WIN_ANSI = /[\u0100-\uffff]/

/** A number with two decimals; the text of small integers costs less than that of fractions. */
const decimal = (value: number): string => {
  const hundredths = Math.max(0, Math.round(value * 100))
  const rest = hundredths % 100
  const whole = (hundredths - rest) / 100
  return rest < 10 ? `${whole}.0${rest}` : `${whole}.${rest}`
}

/** Begins content that belongs to a structure element. */
export const beginMarked = (sheet: Sheet, element: Element): void => {
  const id = sheet.owners.length
  sheet.owners.push(element.number)
  sheet.content += `/${element.tag}<</MCID ${id}>>BDC\n`
  if (element.page === 0) element.page = sheet.number
  element.kids +=
    element.page === sheet.number ? `${id} ` : `<</Type/MCR/Pg ${sheet.number} 0 R/MCID ${id}>> `
}

/** Begins decoration or page furniture, which is no part of the document's structure. */
export const beginArtifact = (sheet: Sheet, properties = ""): void => {
  sheet.content += properties === "" ? "/Artifact BMC\n" : `/Artifact<<${properties}>>BDC\n`
}

/** Ends marked content or an artifact. */
export const endMarked = (sheet: Sheet): void => {
  sheet.content += "EMC\n"
}

/** Shows lines of text one under the other, the first baseline at `y`. */
export const showLines = (
  { paper, sheet }: { readonly paper: Paper; readonly sheet: Sheet },
  { lines, from, to }: LineRange,
  { x, y, style }: { readonly x: number; readonly y: number; readonly style: TextStyle },
): void => {
  let operators = style.grey === 0 ? "BT\n" : `${style.grey} g\nBT\n`
  operators += `/F${style.weight + 1} ${style.size} Tf ${decimal(x)} ${decimal(y)} Td\n`
  if (to - from > 1) operators += `${style.leading} TL\n`
  for (let index = from; index < to; index++) {
    const line = lines[index] ?? ""
    if (BEYOND_WIN_ANSI.test(line)) {
      if (index > from) operators += "T*\n"
      operators += mixedLine(paper, line, style)
    } else {
      operators += index > from ? `(${escaped(line)})'\n` : `(${escaped(line)})Tj\n`
    }
  }
  sheet.content += style.grey === 0 ? `${operators}ET\n` : `${operators}ET\n0 g\n`
}

/** Fills a rectangle in a grey from 0 (black) to 1 (white). */
export const fillBox = (
  sheet: Sheet,
  grey: number,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void => {
  const { x, y, width, height } = box
  const operator = `${decimal(x)} ${decimal(y)} ${decimal(width)} ${decimal(height)} re f\n`
  sheet.content += grey === 0 ? operator : `${grey} g ${operator}0 g\n`
}

const escaped = (text: string): string =>
  NEEDS_ESCAPE.test(text) ? text.replace(ESCAPED, "\\$&") : text

/** A line whose characters come from several cuts: each run is shown in its own font. */
const mixedLine = (paper: Paper, line: string, style: TextStyle): string => {
  let operators = ""
  let start = 0
  while (start < line.length) {
    const cut = CUT_OF[line.charCodeAt(start)] ?? 0
    let end = start + 1
    while (end < line.length && CUT_OF[line.charCodeAt(end)] === cut) end++
    const run = line.slice(start, end)
    operators += cut === 0 ? `(${escaped(run)})Tj\n` : scriptRun(paper, cut - 1, { run, style })
    start = end
  }
  return operators
}

const scriptRun = (
  paper: Paper,
  script: number,
  { run, style }: { readonly run: string; readonly style: TextStyle },
): string => {
  const { resource } = useCut(paper, script, style.weight)
  const glyphs = GLYPHS[style.weight]
  let hex = ""
  for (let at = 0; at < run.length; at++) {
    hex += (glyphs[run.charCodeAt(at)] ?? 0).toString(16).padStart(4, "0")
  }
  return `/F${resource} ${style.size} Tf <${hex}>Tj /F${style.weight + 1} ${style.size} Tf\n`
}
