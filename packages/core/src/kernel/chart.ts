/**
 * Charts as data, each with the table that says the same in figures (graphiques et leur tableau).
 *
 * A renderer draws a chart so that it reads without colour; the table is its text alternative.
 */
import type { CivilDate } from "./calendar.ts"

/** The colour category of a status (CAM-12); a renderer adds a pattern to each. */
export type ColourCategory = "yellow" | "blue" | "green" | "red"

/** One part of a bar: a label, a count of 0 or more, its colour category. */
export interface BarPart {
  readonly label: string
  readonly count: number
  readonly category: ColourCategory
}

/** Bars cut into parts, one a row: a campaign, or each of its managers. */
export interface BarChart {
  readonly _tag: "bars"
  readonly title: string
  readonly language: string
  readonly labels: { readonly row: string; readonly total: string }
  readonly rows: ReadonlyArray<{ readonly label: string; readonly parts: ReadonlyArray<BarPart> }>
}

/**
 * Cumulated counts against time: one line a series, `total` the level to reach, `target` the day
 * by which it should be. Points are in day order; a count holds until the next point.
 *
 * - `until`: the last day of the drawing;
 * - `known`: the last day on which the counts are known, where lines end; `until` when absent.
 */
export interface ProgressChart {
  readonly _tag: "progress"
  readonly title: string
  readonly language: string
  readonly labels: { readonly day: string; readonly total: string }
  readonly from: CivilDate
  readonly until: CivilDate
  readonly known?: CivilDate
  readonly total: number
  readonly target: { readonly day: CivilDate; readonly label: string }
  readonly series: ReadonlyArray<{
    readonly label: string
    readonly points: ReadonlyArray<{ readonly day: CivilDate; readonly count: number }>
  }>
}

/** A chart. */
export type Chart = BarChart | ProgressChart

/** The table that says in figures what a chart draws. */
export interface ChartTable {
  readonly caption: string
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

/** Gives the table of a chart; days are printed by `dayForm`. */
export const chartTable = (chart: Chart, dayForm: (day: CivilDate) => string): ChartTable =>
  chart._tag === "bars" ? barTable(chart) : progressTable(chart, dayForm)

const barTable = ({ title, labels, rows }: BarChart): ChartTable => {
  const parts = [...new Set(rows.flatMap((row) => row.parts.map(({ label }) => label)))]
  return {
    caption: title,
    columns: [labels.row, ...parts, labels.total],
    rows: rows.map((row) => [
      row.label,
      ...parts.map((label) => String(countOf(row.parts, label))),
      String(row.parts.reduce((sum, { count }) => sum + count, 0)),
    ]),
  }
}

const countOf = (parts: ReadonlyArray<BarPart>, label: string): number =>
  parts.filter((part) => part.label === label).reduce((sum, { count }) => sum + count, 0)

const progressTable = (
  { title, labels, series }: ProgressChart,
  dayForm: (day: CivilDate) => string,
): ChartTable => {
  const days = [...new Set(series.flatMap(({ points }) => points.map(({ day }) => day)))].toSorted()
  return {
    caption: title,
    columns: [labels.day, ...series.map(({ label }) => label)],
    rows: days.map((day) => [
      dayForm(day),
      ...series.map(({ points }) => String(points.findLast((one) => one.day <= day)?.count ?? 0)),
    ]),
  }
}
