/**
 * SVG as text: escaping, the measure of texts, the frame of a drawing with its accessible name.
 *
 * Texts are measured with the widths of Liberation Sans, which are those of Arial; another font of
 * the reader's may be wider by a little, for which the measure has a margin.
 */
import { createHash } from "node:crypto"
import type { Chart } from "@convoque/core/kernel/chart"
import { coded } from "../pdf/fonts/characters.ts"
import type { Weight } from "../pdf/fonts/tables.ts"
import { WIDTHS } from "../pdf/fonts/tables.ts"

/** The width of a drawing in units of its view box. */
export const WIDTH = 800

/** The margin around a drawing, in units. */
export const MARGIN = 16

/** The size of ordinary texts, in units. */
export const SIZE = 13

/** The ink of texts and of thin lines: 16 and 7 to 1 on white. */
export const INK = { text: "#1e1e1e", quiet: "#555555", line: "#767676", grid: "#d9d9d9" } as const

const SAFETY = 1.06
const UNKNOWN_WIDTH = 1000
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}

/**
 * Gives a text as the content of an element or attribute; a character that XML 1.0 forbids becomes
 * U+FFFD.
 * @example escaped("a<b") // => "a&lt;b"
 */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"]/gu, (one) => ENTITIES[one] ?? "")

/** Gives the width of a text in units, rather too large than too small. */
export const widthOf = (text: string, size: number, weight: Weight = 0): number => {
  let width = 0
  for (const character of coded(text)) {
    const found = WIDTHS[weight][character.codePointAt(0) ?? 0]
    width += found === undefined || found === 0 ? UNKNOWN_WIDTH : found
  }
  return (width * size * SAFETY) / 1000
}

/** Gives a text cut to a width, with an ellipsis when it was longer. */
export const cutTo = (text: string, width: number, size: number): string => {
  if (widthOf(text, size) <= width) return text
  const characters = Array.from(text)
  let low = 0
  let high = characters.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (widthOf(`${characters.slice(0, middle).join("")}…`, size) <= width) low = middle
    else high = middle - 1
  }
  return `${characters.slice(0, low).join("").trimEnd()}…`
}

/** Gives a text in so many lines of a width at most, the last one cut when there is more. */
export const linesOf = (
  text: string,
  { width, size, lines }: { readonly width: number; readonly size: number; readonly lines: number },
): ReadonlyArray<string> => {
  const found: Array<string> = []
  let line = ""
  const words = text.split(/[ \t\r\n]+/u).filter((word) => word !== "")
  for (const [index, word] of words.entries()) {
    const longer = line === "" ? word : `${line} ${word}`
    if (line === "" || widthOf(longer, size) <= width) line = longer
    else if (found.length === lines - 1) {
      line = [line, ...words.slice(index)].join(" ")
      break
    } else {
      found.push(line)
      line = word
    }
  }
  return [...found, line].map((one) => cutTo(one, width, size))
}

/** A text and where its baseline is; `halo` keeps it legible above lines. */
export interface Label {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor?: "start" | "middle" | "end"
  readonly size?: number
  readonly bold?: boolean
  readonly ink?: string
  readonly halo?: boolean
}

/** Gives a coordinate with one decimal at most. */
export const at = (value: number): string => String(Math.round(value * 10) / 10)

/** Gives a text element. */
export const textElement = (label: Label): string => {
  const { text, x, y, anchor = "start", size = SIZE, bold = false, ink = INK.text } = label
  const weight = bold ? ' font-weight="bold"' : ""
  const halo =
    label.halo === true
      ? ' stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
      : ""
  return `<text x="${at(x)}" y="${at(y)}" font-size="${size}" text-anchor="${anchor}" fill="${ink}"${weight}${halo}>${escaped(text)}</text>`
}

/** Gives a straight line; `rest` holds further attributes. */
export const lineElement = (
  from: readonly [number, number],
  to: readonly [number, number],
  rest: string,
): string =>
  `<line x1="${at(from[0])}" y1="${at(from[1])}" x2="${at(to[0])}" y2="${at(to[1])}" ${rest}/>`

/** Gives what the ids of a drawing begin with: the same for the same chart, and for it alone. */
export const idOf = (chart: Chart): string =>
  `chart-${createHash("sha256").update(JSON.stringify(chart)).digest("hex").slice(0, 16)}`

const TITLE_SIZE = 16
const TITLE_LEADING = 20

/** The title at the top of a drawing, and where the rest begins. */
export const titleOf = (chart: Chart): { readonly svg: string; readonly bottom: number } => {
  const lines = linesOf(chart.title, {
    width: (WIDTH - 2 * MARGIN) / 1.1,
    size: TITLE_SIZE,
    lines: 3,
  })
  const labels = lines.map((text, index) =>
    textElement({
      text,
      x: MARGIN,
      y: MARGIN + TITLE_SIZE + index * TITLE_LEADING,
      size: TITLE_SIZE,
      bold: true,
    }),
  )
  return { svg: labels.join(""), bottom: MARGIN + lines.length * TITLE_LEADING }
}

/** Gives the whole element around a drawing of a height. */
export const frame = (
  chart: Chart,
  drawing: {
    readonly id: string
    readonly height: number
    readonly description: string
    readonly body: string
  },
): string => {
  const { id, description, body } = drawing
  const height = Math.ceil(drawing.height)
  const language = escaped(chart.language)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" lang="${language}" xml:lang="${language}" font-family="Arial, 'Liberation Sans', Helvetica, sans-serif"><title id="${id}-title">${escaped(chart.title)}</title><desc id="${id}-desc">${escaped(description)}</desc><rect width="${WIDTH}" height="${height}" fill="#ffffff"/>${body}</svg>`
}
