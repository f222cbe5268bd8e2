/**
 * Cumulated counts against time: a stepped line a series, told apart by its dashes and the label at
 * its end; the level to reach and the day by which it should be (courbe d'avancement).
 */
import { addDays, daysBetween, shortDate } from "@convoque/core/kernel/calendar"
import type { CivilDate } from "@convoque/core/kernel/calendar"
import type { ProgressChart } from "@convoque/core/kernel/chart"
import type { ScaleLinear } from "d3-scale"
import { scaleLinear } from "d3-scale"
import { curveStepAfter, line } from "d3-shape"
import {
  at,
  cutTo,
  frame,
  idOf,
  INK,
  lineElement,
  MARGIN,
  SIZE,
  textElement,
  titleOf,
  WIDTH,
  widthOf,
} from "./svg.ts"

const PLOT_HEIGHT = 320
const LABEL_STEP = 18
const LABELS_WIDTH = 210
const SAMPLE = 26
const MOST_DAYS = 6
const A_DAY = "00/00/0000"

/** Six strokes; a seventh line has the first one again, thinner, a thirteenth the seventh's. */
const STROKES = [
  { dash: "", ink: "#0b4a8f" },
  { dash: "9 4", ink: "#8f1d12" },
  { dash: "2 3", ink: "#14602b" },
  { dash: "12 3 2 3", ink: "#6b5000" },
  { dash: "5 2", ink: "#5b2a86" },
  { dash: "12 3 2 3 2 3", ink: "#333333" },
] as const

/** A point of a line: the days since the first one, the count. */
type Point = readonly [days: number, count: number]

/** A series ready to be drawn; `last` is its count at the end of its line. */
interface Line {
  readonly points: ReadonlyArray<Point>
  readonly label: string
  readonly last: number
  readonly ink: string
  readonly stroke: string
}

/** Where things are. */
interface Plan {
  readonly first: CivilDate
  readonly x: ScaleLinear<number, number>
  readonly y: ScaleLinear<number, number>
  readonly top: number
  readonly bottom: number
  /** The highest count drawn. */
  readonly most: number
  readonly left: number
  readonly right: number
}

/** Gives the drawing of progress. */
export const progressSvg = (chart: ProgressChart): string => {
  const id = idOf(chart)
  const title = titleOf(chart)
  const first = firstDay(chart)
  const lines = chart.series.map((_, index) => lineOf(chart, index, first))
  const plan = planOf(chart, lines, title.bottom)
  const body = [
    title.svg,
    axesSvg(chart, plan),
    referencesSvg(chart, plan),
    ...lines.map((one) => lineSvg(one, plan)),
    endLabelsSvg(lines, plan),
  ]
  return frame(chart, {
    id,
    height: plan.bottom + 52,
    description: descriptionOf(chart, lines),
    body: body.join(""),
  })
}

/** French days in the French order, others as `YYYY-MM-DD`. */
const dayForm = ({ language }: ProgressChart, day: CivilDate): string =>
  /^fr\b/iu.test(language) ? shortDate(day) : day

const firstDay = ({ from, target, series }: ProgressChart): CivilDate =>
  series
    .flatMap(({ points }) => points.map(({ day }) => day))
    .reduce((first, day) => (day < first ? day : first), target.day < from ? target.day : from)

/** The line of a series: from the first day at 0 or its first count, to the last day known. */
const lineOf = (chart: ProgressChart, index: number, first: CivilDate): Line => {
  const { label, points } = chart.series[index] ?? { label: "", points: [] }
  const { dash, ink } = STROKES[index % STROKES.length] ?? STROKES[0]
  const found = points.map(({ day, count }): Point => [daysBetween(first, day), count])
  const start = daysBetween(first, chart.from)
  const before: ReadonlyArray<Point> =
    found[0] === undefined || found[0][0] > start ? [[start, 0]] : []
  const last = found.at(-1)?.[1] ?? 0
  const { until, known = until } = chart
  const end = daysBetween(first, known < until ? known : until)
  const after: ReadonlyArray<Point> = (found.at(-1)?.[0] ?? start) < end ? [[end, last]] : []
  const dashes = dash === "" ? "" : ` stroke-dasharray="${dash}"`
  return {
    points: [...before, ...found, ...after],
    label,
    last,
    ink,
    stroke: `fill="none" stroke="${ink}" stroke-width="${index < STROKES.length ? 2.6 : 1.3}"${dashes}`,
  }
}

const planOf = (chart: ProgressChart, lines: ReadonlyArray<Line>, titleBottom: number): Plan => {
  const first = firstDay(chart)
  const days = lines.flatMap(({ points }) => points.map(([day]) => day))
  const counts = lines.flatMap(({ points }) => points.map(([, count]) => count))
  const ends = [chart.until, chart.target.day].map((day) => daysBetween(first, day))
  const most = Math.max(1, chart.total, ...counts)
  const top = titleBottom + 34
  const bottom = top + Math.max(PLOT_HEIGHT, lines.length * LABEL_STEP + 20)
  const labels = lines.map(({ label, last }) => widthOf(endLabel(label, last), SIZE, 1))
  const left = MARGIN + Math.max(widthOf(String(most), SIZE) + 10, widthOf(A_DAY, SIZE) / 2)
  const right = WIDTH - MARGIN - Math.min(LABELS_WIDTH, Math.max(0, ...labels)) - SAMPLE - 14
  return {
    first,
    most,
    top,
    bottom,
    left,
    right,
    x: scaleLinear()
      .domain([0, Math.max(1, ...days, ...ends)])
      .range([left, right]),
    y: scaleLinear()
      .domain([0, most * 1.12])
      .range([bottom, top]),
  }
}

const axesSvg = (chart: ProgressChart, plan: Plan): string => {
  const { x, y, left, right, bottom } = plan
  const counts = y.ticks(6).filter((count) => Number.isInteger(count) && count <= plan.most)
  const levels = counts.map(
    (count) =>
      lineElement([left, y(count)], [right, y(count)], `stroke="${INK.grid}"`) +
      textElement({
        text: String(count),
        x: left - 8,
        y: y(count) + 4.5,
        anchor: "end",
        ink: INK.quiet,
      }),
  )
  const label = textElement({
    text: cutTo(chart.labels.day, right - left, SIZE),
    x: (left + right) / 2,
    y: bottom + 42,
    anchor: "middle",
    ink: INK.quiet,
  })
  const days = dayTicks(x).map((day) => {
    const text = dayForm(chart, addDays(plan.first, day))
    const tick = lineElement([x(day), bottom], [x(day), bottom + 5], `stroke="${INK.line}"`)
    return tick + textElement({ text, x: x(day), y: bottom + 20, anchor: "middle", ink: INK.quiet })
  })
  const axis = lineElement([left, bottom], [right, bottom], `stroke="${INK.line}"`)
  return levels.join("") + days.join("") + axis + label
}

/** Whole days, evenly apart from the first one on, as many as have the room. */
const dayTicks = (x: ScaleLinear<number, number>): ReadonlyArray<number> => {
  const [, last = 1] = x.domain()
  const [left = 0, right = WIDTH] = x.range()
  const room = Math.max(1, Math.floor((right - left) / (widthOf(A_DAY, SIZE) + 16)))
  const step = Math.max(1, Math.ceil(last / Math.min(MOST_DAYS, room)))
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step)
}

/** The level to reach, and the day by which it should be. */
const referencesSvg = (chart: ProgressChart, plan: Plan): string => {
  const { x, y, top, bottom, left, right } = plan
  const level = y(chart.total)
  const day = x(daysBetween(plan.first, chart.target.day))
  const text = cutTo(
    `${chart.target.label} ${dayForm(chart, chart.target.day)}`,
    WIDTH - 2 * MARGIN,
    SIZE,
  )
  const half = widthOf(text, SIZE) / 2
  const middle = Math.min(Math.max(day, MARGIN + half), WIDTH - MARGIN - half)
  return [
    lineElement([left, level], [right, level], `stroke="${INK.text}" stroke-width="1.2"`),
    lineElement(
      [day, top - 8],
      [day, bottom],
      `stroke="${INK.quiet}" stroke-width="1.2" stroke-dasharray="1 2"`,
    ),
    textElement({ text, x: middle, y: top - 14, anchor: "middle" }),
    textElement({
      text: cutTo(`${chart.labels.total} ${chart.total}`, right - left, SIZE),
      x: left + 6,
      y: level - 6,
      halo: true,
    }),
  ].join("")
}

/** The line, and a dot where it ends: a line of one day is nothing but that. */
const lineSvg = ({ points, stroke, ink }: Line, { x, y }: Plan): string => {
  const path = line<Point>()
    .x(([day]) => x(day))
    .y(([, count]) => y(count))
    .curve(curveStepAfter)([...points])
  const [day, count] = points.at(-1) ?? [0, 0]
  const dot = `<circle cx="${at(x(day))}" cy="${at(y(count))}" r="3.5" fill="${ink}"/>`
  return path === null ? "" : `<path d="${path}" ${stroke}/>${dot}`
}

const endLabel = (label: string, last: number): string => `${label} ${last}`

/** The labels at the ends of lines, each after a sample of its dashes, none above another. */
const endLabelsSvg = (lines: ReadonlyArray<Line>, { y, right, top, bottom }: Plan): string => {
  const wanted = lines
    .map((one) => ({ one, level: y(one.last) }))
    .toSorted((above, below) => above.level - below.level)
  let free = top + 6
  const placed = wanted.map(({ one, level }, index) => {
    const lowest = bottom - (wanted.length - 1 - index) * LABEL_STEP
    const height = Math.min(Math.max(level, free), lowest)
    free = height + LABEL_STEP
    const x = right + 8
    const sample = lineElement([x, height], [x + SAMPLE, height], one.stroke)
    const text = cutTo(
      one.label,
      WIDTH - MARGIN - x - SAMPLE - 6 - widthOf(` ${one.last}`, SIZE),
      SIZE,
    )
    return (
      sample + textElement({ text: endLabel(text, one.last), x: x + SAMPLE + 6, y: height + 4.5 })
    )
  })
  return placed.join("")
}

const descriptionOf = (chart: ProgressChart, lines: ReadonlyArray<Line>): string =>
  [
    ...lines.map(({ label, last }) => endLabel(label, last)),
    `${chart.labels.total} ${chart.total}`,
    `${chart.target.label} ${dayForm(chart, chart.target.day)}`,
    `${chart.labels.day} ${dayForm(chart, chart.from)} – ${dayForm(chart, chart.until)}`,
  ].join(", ")
