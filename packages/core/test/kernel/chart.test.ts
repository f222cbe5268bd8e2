import { CivilDate, shortDate } from "../../src/kernel/calendar.ts"
import type { BarChart, ProgressChart } from "../../src/kernel/chart.ts"
import { chartTable } from "../../src/kernel/chart.ts"
import { describe, expect, it } from "vitest"

const day = (text: string) => CivilDate.make(text)

const BARS: BarChart = {
  _tag: "bars",
  title: "Entretiens par responsable",
  language: "fr-FR",
  labels: { row: "Responsable", total: "Total" },
  rows: [
    {
      label: "Zoé",
      parts: [
        { label: "Clos", count: 3, category: "green" },
        { label: "À planifier", count: 2, category: "yellow" },
        { label: "Clos", count: 1, category: "green" },
      ],
    },
    { label: "Ali", parts: [{ label: "Supprimés", count: 5, category: "red" }] },
    { label: "Max", parts: [] },
  ],
}

const PROGRESS: ProgressChart = {
  _tag: "progress",
  title: "Avancement",
  language: "fr-FR",
  labels: { day: "Jour", total: "Total" },
  from: day("2026-09-01"),
  until: day("2026-12-31"),
  total: 10,
  target: { day: day("2026-12-15"), label: "Échéance" },
  series: [
    {
      label: "Planifiés",
      points: [
        { day: day("2026-09-10"), count: 4 },
        { day: day("2026-11-02"), count: 9 },
      ],
    },
    { label: "Clos", points: [{ day: day("2026-10-01"), count: 2 }] },
    { label: "Supprimés", points: [] },
  ],
}

describe("the table of a chart", () => {
  it("has a column for each part of the bars in the order they come, and adds up", () => {
    expect(chartTable(BARS, shortDate)).toEqual({
      caption: "Entretiens par responsable",
      columns: ["Responsable", "Clos", "À planifier", "Supprimés", "Total"],
      rows: [
        ["Zoé", "4", "2", "0", "6"],
        ["Ali", "0", "0", "5", "5"],
        ["Max", "0", "0", "0", "0"],
      ],
    })
  })

  it("has a row for each day of a progress; a count holds until the next point", () => {
    expect(chartTable(PROGRESS, shortDate)).toEqual({
      caption: "Avancement",
      columns: ["Jour", "Planifiés", "Clos", "Supprimés"],
      rows: [
        ["10/09/2026", "4", "0", "0"],
        ["01/10/2026", "4", "2", "0"],
        ["02/11/2026", "9", "2", "0"],
      ],
    })
  })

  it("has no row for nothing", () => {
    expect(chartTable({ ...BARS, rows: [] }, shortDate)).toEqual({
      caption: "Entretiens par responsable",
      columns: ["Responsable", "Total"],
      rows: [],
    })
    expect(chartTable({ ...PROGRESS, series: [] }, shortDate).rows).toEqual([])
  })
})
