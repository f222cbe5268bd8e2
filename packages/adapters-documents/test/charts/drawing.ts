/** A drawing read back: its elements, and the boxes of its texts. */
import type { Chart } from "@convoque/core/kernel/chart"
import { ChartRenderer } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { widthOf } from "../../src/charts/svg.ts"
import { layerCharts } from "../../src/index.ts"
import { elementsOf, readXml, textOf } from "../xml.ts"
import type { XmlElement } from "../xml.ts"

/** A box in units. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A text of a drawing. */
export interface DrawnText extends Box {
  readonly text: string
  readonly fill: string
}

/** Draws a chart. */
export const draw = (chart: Chart): string =>
  Effect.runSync(
    Effect.provide(
      Effect.map(ChartRenderer, ({ svg }) => svg(chart)),
      layerCharts,
    ),
  )

const numberOf = ({ attributes }: XmlElement, name: string): number => Number(attributes[name])

const drawnText = (element: XmlElement): DrawnText => {
  const text = textOf(element)
  const size = numberOf(element, "font-size")
  const width = widthOf(text, size, element.attributes["font-weight"] === "bold" ? 1 : 0)
  const { "text-anchor": anchor, fill = "" } = element.attributes
  const x = numberOf(element, "x")
  const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x
  const y = numberOf(element, "y")
  return { text, fill, left, right: left + width, top: y - 0.72 * size, bottom: y + 0.2 * size }
}

/** The elements of a name. */
export const named = (svg: string, name: string): ReadonlyArray<XmlElement> =>
  elementsOf(readXml(svg)).filter((element) => element.name === name)

/** The texts of a drawing. */
export const textsOf = (svg: string): ReadonlyArray<DrawnText> => named(svg, "text").map(drawnText)

/** The boxes of rectangles. */
export const boxesOf = (svg: string, fill: (fill: string) => boolean): ReadonlyArray<Box> =>
  named(svg, "rect")
    .filter(({ attributes }) => fill(attributes["fill"] ?? ""))
    .map((rect) => {
      const [left, top] = [numberOf(rect, "x"), numberOf(rect, "y")]
      const right = left + numberOf(rect, "width")
      return { left, top, right, bottom: top + numberOf(rect, "height") }
    })

/** Whether two boxes cover each other. */
export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom

/** The pairs of texts that cover each other. */
export const overlaps = (texts: ReadonlyArray<DrawnText>): ReadonlyArray<string> =>
  texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter((other) => overlap(one, other))
      .map((other) => `${one.text} / ${other.text}`),
  )

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours (WCAG 2.2). */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}
