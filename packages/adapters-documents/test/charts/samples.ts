/** Charts of the tests: campaigns as they are, and the odd ones. */
import { addDays, CivilDate } from "@convoque/core/kernel/calendar"
import type { BarChart, BarPart, ProgressChart } from "@convoque/core/kernel/chart"

const PARTS: ReadonlyArray<Omit<BarPart, "count">> = [
  { label: "À planifier", category: "yellow" },
  { label: "Planifiés", category: "blue" },
  { label: "Effectués", category: "blue" },
  { label: "En cours de clôture", category: "blue" },
  { label: "Clos", category: "green" },
  { label: "Supprimés", category: "red" },
]

const parts = (counts: ReadonlyArray<number>): ReadonlyArray<BarPart> =>
  PARTS.map((part, index) => ({ ...part, count: counts[index] ?? 0 }))

/** A chart of bars with such rows. */
export const bars = (
  rows: ReadonlyArray<readonly [string, ReadonlyArray<number>]>,
  title = "Entretiens professionnels 2026-2027 par responsable",
): BarChart => ({
  _tag: "bars",
  title,
  language: "fr-FR",
  labels: { row: "Responsable", total: "Total" },
  rows: rows.map(([label, counts]) => ({ label, parts: parts(counts) })),
})

/** A few managers, some with very few interviews in a status. */
export const MANAGERS = bars([
  ["Anne-Sophie Lefèvre", [12, 8, 5, 3, 40, 2]],
  ["Mohamed Ben Salah", [1, 1, 1, 1, 1, 1]],
  [
    "Direction des services départementaux de l'éducation nationale de la Haute-Garonne",
    [0, 0, 0, 0, 71, 0],
  ],
  ["Łukasz Şahin", [0, 0, 0, 0, 0, 0]],
  ["Zoé Bézout", [60, 1, 2, 0, 1, 0]],
])

/** A hundred managers. */
export const HUNDRED = bars(
  Array.from({ length: 100 }, (_, index) => [
    `Responsable n° ${index + 1}`,
    [index % 7, (index * 3) % 11, (index * 5) % 13, index % 3, (index * 7) % 29, index % 2],
  ]),
)

const START = CivilDate.make("2026-09-01")

/** A chart of progress with such series. */
export const progress = (
  series: ProgressChart["series"],
  others: Partial<ProgressChart> = {},
): ProgressChart => ({
  _tag: "progress",
  title: "Avancement de la campagne 2026-2027",
  language: "fr-FR",
  labels: { day: "Jour", total: "Total" },
  from: START,
  until: CivilDate.make("2027-03-15"),
  total: 240,
  target: { day: CivilDate.make("2027-04-30"), label: "Échéance" },
  series,
  ...others,
})

const curve = (label: string, most: number, delay: number): ProgressChart["series"][number] => ({
  label,
  points: Array.from({ length: 24 }, (_, index) => ({
    day: addDays(START, delay + index * 7),
    count: Math.round((most * index * index) / 529),
  })),
})

/** A campaign on its way. */
export const CAMPAIGN = progress([
  curve("Planifiés", 231, 5),
  curve("Effectués", 180, 20),
  curve("Clos", 172, 30),
])

/** Twelve series that all end at the same count. */
export const TWELVE = progress(
  Array.from({ length: 12 }, (_, index) =>
    curve(`Service administratif au nom assez long n° ${index + 1}`, 100, index),
  ),
)

/** One point, one day. */
export const ONE_POINT = progress([{ label: "Effectués", points: [{ day: START, count: 1 }] }], {
  until: START,
  total: 1,
  target: { day: START, label: "Échéance" },
})

/** Nothing done, nothing to do. */
export const NOTHING = progress([{ label: "Effectués", points: [] }], { total: 0 })
