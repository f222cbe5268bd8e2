/**
 * The place where the next line goes: a page and a height, and what turns the page.
 */
import { coded } from "../fonts/characters.ts"
import { breakLines } from "../fonts/lines.ts"
import { WIDTHS } from "../fonts/tables.ts"
import type { Element, Paper, Sheet } from "../paper.ts"
import { addSheet } from "../paper.ts"
import type { LineRange, TextStyle } from "../pen.ts"
import { beginMarked, endMarked, showLines } from "../pen.ts"
import { BOTTOM } from "./geometry.ts"

/** `y` is the top of what is still free; `fresh` until something stands on the page. */
export interface Flow {
  readonly paper: Paper
  readonly root: Element
  sheet: Sheet
  y: number
  fresh: boolean
}

/** A flow at the top of a first page. */
export const makeFlow = (paper: Paper, root: Element): Flow => ({
  paper,
  root,
  sheet: addSheet(paper),
  y: paper.format.top,
  fresh: true,
})

/** Free height on the page; a hundredth of a point forgives the rounding of sums. */
export const room = (flow: Flow): number => flow.y - BOTTOM + 0.01

/** Goes to a new page. */
export const turnPage = (flow: Flow): void => {
  flow.sheet = addSheet(flow.paper)
  flow.y = flow.paper.format.top
  flow.fresh = true
}

/** Goes to a new page unless a height is free on this one. */
export const reserve = (flow: Flow, height: number): void => {
  if (!flow.fresh && height > room(flow)) turnPage(flow)
}

/** Leaves a gap, except at the top of a page. */
export const skip = (flow: Flow, height: number): void => {
  if (!flow.fresh) flow.y -= height
}

/** The lines of a text in a style, for a width in points. */
export const linesOf = (text: string, style: TextStyle, width: number): ReadonlyArray<string> =>
  breakLines(coded(text), WIDTHS[style.weight], Math.max(0, (width * 1000) / style.size))

/** Distance from the top of a line to its baseline. */
export const baselineDrop = (style: TextStyle): number =>
  (style.leading - style.size) / 2 + 0.82 * style.size

/** Writes lines at the flow's height as content of an element, and goes below them. */
export const place = (
  flow: Flow,
  range: LineRange,
  {
    element,
    x,
    style,
  }: { readonly element: Element; readonly x: number; readonly style: TextStyle },
): void => {
  beginMarked(flow.sheet, element)
  showLines(flow, range, { x, y: flow.y - baselineDrop(style), style })
  endMarked(flow.sheet)
  flow.y -= (range.to - range.from) * style.leading
  flow.fresh = false
}

/**
 * How many of the remaining lines go on this page: none of a paragraph stands alone on either side
 * of a page's end, except when nothing else is possible.
 */
const linesHere = (remaining: number, fitting: number, fresh: boolean): number => {
  if (remaining <= fitting) return remaining
  const taken = remaining - fitting === 1 ? fitting - 1 : fitting
  return taken >= 2 ? taken : fresh ? Math.max(1, fitting) : 0
}

/** Writes a text of any length as content of one element, over as many pages as needed. */
export const pour = (
  flow: Flow,
  lines: ReadonlyArray<string>,
  target: { readonly element: Element; readonly x: number; readonly style: TextStyle },
): void => {
  let from = 0
  while (from < lines.length) {
    const fitting = Math.floor(room(flow) / target.style.leading)
    const to = from + linesHere(lines.length - from, fitting, flow.fresh)
    if (to > from) place(flow, { lines, from, to }, target)
    if (to < lines.length) turnPage(flow)
    from = to
  }
}
