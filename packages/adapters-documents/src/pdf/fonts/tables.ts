/**
 * The cut fonts as tables: width, cut and glyph of each character.
 *
 * A *cut* is a part of Liberation Sans that a document embeds or not; cut 0 is WinAnsi, the others
 * hold a script each. A *weight* is 0 (regular) or 1 (bold). Widths are in thousandths of the
 * font size. Tables are read from `fonts/` once per process.
 */
import { readFileSync } from "node:fs"

/** Regular or bold. */
export type Weight = 0 | 1

/** Figures of a face, in thousandths of the font size. */
export interface FaceMetrics {
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly box: ReadonlyArray<number>
  readonly length: number
  readonly widths: ReadonlyArray<number>
}

/** One weight of a script's cut: its size in bytes, glyph of each character, width of each glyph. */
export interface CutMetrics {
  readonly length: number
  readonly glyphs: ReadonlyArray<number>
  readonly widths: ReadonlyArray<number>
}

/** A script's cut: its characters in code point order, and both weights. */
export interface ScriptCut {
  readonly characters: string
  readonly regular: CutMetrics
  readonly bold: CutMetrics
}

interface Metrics {
  readonly faces: { readonly regular: FaceMetrics; readonly bold: FaceMetrics }
  readonly cuts: Readonly<Record<string, ScriptCut>>
}

const folder = new URL("../../../fonts/", import.meta.url)

const metrics: Metrics = JSON.parse(readFileSync(new URL("metrics.json", folder), "utf8"))

/** The deflated TrueType program of a cut, as it will stand in the document. */
export const fontProgram = (cut: string, weight: Weight): Uint8Array =>
  readFileSync(new URL(`${cut}-${weight === 0 ? "regular" : "bold"}.ttf.z`, folder))

/** The WinAnsi faces by weight. */
export const FACES: readonly [FaceMetrics, FaceMetrics] = [
  metrics.faces.regular,
  metrics.faces.bold,
]

/** The cuts beside WinAnsi; a character's entry in `CUT_OF` is the index here plus one. */
export const SCRIPTS: ReadonlyArray<{ readonly name: string; readonly cut: ScriptCut }> =
  Object.entries(metrics.cuts).map(([name, cut]) => ({ name, cut }))

/** One more than the highest character code of any cut. */
export const CODE_LIMIT =
  1 + Math.max(...SCRIPTS.map(({ cut }) => cut.characters.charCodeAt(cut.characters.length - 1)))

/** Cut of each code: 0 for WinAnsi codes and for codes that no cut holds. */
export const CUT_OF = new Uint8Array(CODE_LIMIT)

/** Width of each code by weight; codes below 256 are WinAnsi codes, the others are Unicode. */
export const WIDTHS: readonly [Uint16Array, Uint16Array] = [
  new Uint16Array(CODE_LIMIT),
  new Uint16Array(CODE_LIMIT),
]

/** Glyph of each Unicode code in its own cut, by weight. */
export const GLYPHS: readonly [Uint16Array, Uint16Array] = [
  new Uint16Array(CODE_LIMIT),
  new Uint16Array(CODE_LIMIT),
]

const fillWeight = (weight: Weight): void => {
  const widths = WIDTHS[weight]
  FACES[weight].widths.forEach((width, index) => {
    widths[index + 32] = width
  })
  SCRIPTS.forEach(({ cut }, index) => {
    const { glyphs, widths: glyphWidths } = weight === 0 ? cut.regular : cut.bold
    for (let at = 0; at < cut.characters.length; at++) {
      const code = cut.characters.charCodeAt(at)
      const glyph = glyphs[at] ?? 0
      CUT_OF[code] = index + 1
      GLYPHS[weight][code] = glyph
      widths[code] = glyphWidths[glyph] ?? 0
    }
  })
}

fillWeight(0)
fillWeight(1)
