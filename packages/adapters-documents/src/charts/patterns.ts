/**
 * Fills that tell parts apart without colour: the category gives the colour, the place in the
 * legend the pattern. Eight patterns; a ninth part has the first one again.
 *
 * @requirement CAM-12
 */
import type { ColourCategory } from "@convoque/core/kernel/chart"

/** A light ground and an ink of 5 to 1 at least on white and on its ground. */
const COLOURS: Readonly<Record<ColourCategory, { readonly ground: string; readonly ink: string }>> =
  {
    yellow: { ground: "#ffe9a8", ink: "#6b5000" },
    blue: { ground: "#c3dcf9", ink: "#0b4a8f" },
    green: { ground: "#c2e8ca", ink: "#14602b" },
    red: { ground: "#fbd0c9", ink: "#8f1d12" },
  }

const SHAPES: ReadonlyArray<(ink: string) => string> = [
  () => "",
  (ink) => `<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="${ink}" stroke-width="1.6"/>`,
  (ink) =>
    `<circle cx="2" cy="2" r="1.3" fill="${ink}"/><circle cx="6" cy="6" r="1.3" fill="${ink}"/>`,
  (ink) => `<path d="M0 4H8M4 0V8" stroke="${ink}" stroke-width="1.1"/>`,
  (ink) => `<path d="M-2 6L2 10M0 0L8 8M6 -2L10 2" stroke="${ink}" stroke-width="1.6"/>`,
  (ink) => `<path d="M0 4H8" stroke="${ink}" stroke-width="2"/>`,
  (ink) => `<path d="M4 0V8" stroke="${ink}" stroke-width="2"/>`,
  (ink) => `<path d="M0 0L8 8M8 0L0 8" stroke="${ink}" stroke-width="1"/>`,
]

/** A part as the legend shows it. */
export interface Swatch {
  readonly label: string
  readonly category: ColourCategory
  /** The value of a `fill` attribute. */
  readonly fill: string
  readonly ink: string
}

/** Gives the swatch of a label at its place in the legend of a drawing. */
export const swatchAt = (
  id: string,
  index: number,
  part: { readonly label: string; readonly category: ColourCategory },
): Swatch => ({
  label: part.label,
  category: part.category,
  fill: `url(#${id}-fill-${index})`,
  ink: COLOURS[part.category].ink,
})

/** Gives the definitions of the fills of a drawing. */
export const fillDefinitions = (id: string, swatches: ReadonlyArray<Swatch>): string => {
  const patterns = swatches.map(({ category }, index) => {
    const { ground, ink } = COLOURS[category]
    const shape = SHAPES[index % SHAPES.length]?.(ink) ?? ""
    return `<pattern id="${id}-fill-${index}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${ground}"/>${shape}</pattern>`
  })
  return patterns.length === 0 ? "" : `<defs>${patterns.join("")}</defs>`
}
