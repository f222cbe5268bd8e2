/**
 * Horizontal stacked bars, one a row: a count stands in its part when it has the room, else under
 * the bar beside the pattern of its part (histogramme empilé).
 *
 * @requirement CAM-12
 */
import type { BarChart } from "@convoque/core/kernel/chart"
import type { ScaleLinear } from "d3-scale"
import { scaleLinear } from "d3-scale"
import type { Swatch } from "./patterns.ts"
import { fillDefinitions, swatchAt } from "./patterns.ts"
import {
  at,
  cutTo,
  frame,
  idOf,
  INK,
  lineElement,
  linesOf,
  MARGIN,
  SIZE,
  textElement,
  titleOf,
  WIDTH,
  widthOf,
} from "./svg.ts"

const BAR = 22
const GAP = 12
const LEADING = 15
const CHIP = 10
const LABEL_WIDTH = 230

/** A row ready to be drawn: the counts of the parts of the legend, their sum. */
interface Row {
  readonly label: string
  readonly counts: ReadonlyArray<number>
  readonly total: number
}

/** Where the columns of the drawing are. */
interface Plan {
  readonly swatches: ReadonlyArray<Swatch>
  readonly labels: number
  readonly scale: ScaleLinear<number, number>
}

const sum = (values: ReadonlyArray<number>): number => values.reduce((all, one) => all + one, 0)

/** Gives the drawing of bars. */
export const barsSvg = (chart: BarChart): string => {
  const id = idOf(chart)
  const swatches = legendOf(chart, id)
  const rows = chart.rows.map((row): Row => {
    const counts = swatches.map(({ label }) =>
      sum(row.parts.filter((part) => part.label === label).map(({ count }) => Math.max(count, 0))),
    )
    return { label: row.label, counts, total: sum(counts) }
  })
  const plan = planOf(chart, swatches, rows)
  const title = titleOf(chart)
  const legend = legendSvg(swatches, title.bottom + 8)
  const head = headSvg(chart, plan, legend.bottom + 18)
  let y = legend.bottom + 30
  const drawn = rows.map((row) => {
    const { svg, bottom } = rowSvg(row, plan, y)
    y = bottom + GAP
    return svg
  })
  const axis = lineElement(
    [plan.scale(0), legend.bottom + 26],
    [plan.scale(0), Math.max(y - GAP, legend.bottom + 50) + 4],
    `stroke="${INK.line}"`,
  )
  return frame(chart, {
    id,
    height: Math.max(y, legend.bottom + 60) + MARGIN - GAP + 4,
    description: descriptionOf(chart, swatches, rows),
    body: fillDefinitions(id, swatches) + title.svg + legend.svg + head + drawn.join("") + axis,
  })
}

const legendOf = ({ rows }: BarChart, id: string): ReadonlyArray<Swatch> => {
  const parts = rows.flatMap((row) => row.parts)
  const labels = [...new Set(parts.map(({ label }) => label))]
  return labels.flatMap((label, index) => {
    const part = parts.find((one) => one.label === label)
    return part === undefined ? [] : [swatchAt(id, index, part)]
  })
}

const planOf = (
  { labels }: BarChart,
  swatches: ReadonlyArray<Swatch>,
  rows: ReadonlyArray<Row>,
): Plan => {
  const widest = Math.max(
    ...[labels.row, ...rows.map(({ label }) => label)].map((label) => widthOf(label, SIZE)),
  )
  const total = Math.max(
    ...[labels.total, ...rows.map((row) => String(row.total))].map((text) =>
      widthOf(text, SIZE, 1),
    ),
  )
  const width = Math.min(widest, LABEL_WIDTH)
  const scale = scaleLinear()
    .domain([0, Math.max(1, ...rows.map((row) => row.total))])
    .range([MARGIN + width + 10, WIDTH - MARGIN - Math.min(total, 120) - 12])
  return { swatches, labels: width, scale }
}

const legendSvg = (
  swatches: ReadonlyArray<Swatch>,
  top: number,
): { readonly svg: string; readonly bottom: number } => {
  let x = MARGIN
  let y = top
  const entries = swatches.map(({ label, fill, ink }) => {
    const text = cutTo(label, WIDTH - 2 * MARGIN - 32, SIZE)
    const width = 26 + widthOf(text, SIZE)
    if (x > MARGIN && x + width > WIDTH - MARGIN) {
      x = MARGIN
      y += 22
    }
    const left = x
    x += width + 20
    return `<rect x="${at(left)}" y="${at(y)}" width="20" height="14" fill="${fill}" stroke="${ink}"/>${textElement({ text, x: left + 26, y: y + 12 })}`
  })
  return { svg: entries.join(""), bottom: swatches.length === 0 ? top : y + 14 }
}

const headSvg = ({ labels }: BarChart, plan: Plan, y: number): string => {
  const right = WIDTH - MARGIN
  return (
    textElement({ text: cutTo(labels.row, plan.labels, SIZE), x: MARGIN, y, ink: INK.quiet }) +
    textElement({
      text: cutTo(labels.total, 120, SIZE),
      x: right,
      y,
      anchor: "end",
      ink: INK.quiet,
    })
  )
}

const rowSvg = (row: Row, plan: Plan, top: number) => {
  const lines = linesOf(row.label, { width: plan.labels, size: SIZE, lines: 3 })
  const names = lines.map((text, index) =>
    textElement({ text, x: MARGIN, y: top + 16 + index * LEADING }),
  )
  const parts = partsSvg(row, plan, top)
  const total = textElement({
    text: String(row.total),
    x: WIDTH - MARGIN,
    y: top + 16,
    anchor: "end",
    bold: true,
  })
  const bottom = Math.max(top + BAR, top + 7 + lines.length * LEADING, parts.bottom)
  return { svg: names.join("") + parts.svg + total, bottom }
}

const partsSvg = (row: Row, { swatches, scale }: Plan, top: number) => {
  const drawn: Array<string> = []
  const narrow: Array<{ readonly count: number; readonly swatch: Swatch; readonly x: number }> = []
  let before = 0
  for (const [index, swatch] of swatches.entries()) {
    const count = row.counts[index] ?? 0
    if (count === 0) continue
    const [left, right] = [scale(before), scale(before + count)]
    before += count
    drawn.push(
      `<rect x="${at(left)}" y="${at(top)}" width="${at(right - left)}" height="${BAR}" fill="${swatch.fill}" stroke="${swatch.ink}"/>`,
    )
    const width = widthOf(String(count), SIZE) + 8
    if (width + 4 <= right - left) drawn.push(chipSvg(String(count), (left + right) / 2, top))
    else narrow.push({ count, swatch, x: (left + right) / 2 })
  }
  if (narrow.length === 0) return { svg: drawn.join(""), bottom: top + BAR }
  const under = narrowSvg(narrow, scale, top + BAR + 4)
  return { svg: drawn.join("") + under.svg, bottom: under.bottom }
}

/** A count inside its part, on white so that the pattern does not disturb it. */
const chipSvg = (text: string, x: number, top: number): string => {
  const width = widthOf(text, SIZE) + 6
  return `<rect x="${at(x - width / 2)}" y="${at(top + 3)}" width="${at(width)}" height="${BAR - 6}" rx="3" fill="#ffffff"/>${textElement({ text, x, y: top + 16, anchor: "middle" })}`
}

/** The counts of parts that are too narrow, under the bar, each after the pattern of its part. */
const narrowSvg = (
  counts: ReadonlyArray<{ readonly count: number; readonly swatch: Swatch; readonly x: number }>,
  scale: ScaleLinear<number, number>,
  top: number,
) => {
  const [start = 0, end = WIDTH] = scale.range()
  const widths = counts.map(({ count }) => CHIP + 4 + widthOf(String(count), SIZE) + 10)
  let y = top
  let x = start
  const entries = counts.map(({ count, swatch, x: middle }, index) => {
    const width = widths[index] ?? 0
    const rest = sum(widths.slice(index))
    const left = Math.max(x, Math.min(middle - CHIP / 2, end - rest))
    const wraps = left + width > end + 10 && x > start
    if (wraps) y += LEADING + 2
    const from = wraps ? start : left
    x = from + width
    return `<rect x="${at(from)}" y="${at(y + 2)}" width="${CHIP}" height="${CHIP}" fill="${swatch.fill}" stroke="${swatch.ink}"/>${textElement({ text: String(count), x: from + CHIP + 4, y: y + 11.5 })}`
  })
  return { svg: entries.join(""), bottom: y + LEADING }
}

const descriptionOf = (
  { labels }: BarChart,
  swatches: ReadonlyArray<Swatch>,
  rows: ReadonlyArray<Row>,
): string => {
  const parts = swatches.map(
    ({ label }, index) => `${label} ${sum(rows.map(({ counts }) => counts[index] ?? 0))}`,
  )
  return [
    `${labels.row} ${rows.length}`,
    ...parts,
    `${labels.total} ${sum(rows.map(({ total }) => total))}`,
  ].join(", ")
}
