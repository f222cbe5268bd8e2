import { addDays } from "@convoque/core/kernel/calendar"
import type { Chart } from "@convoque/core/kernel/chart"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { draw, overlaps, textsOf } from "./drawing.ts"
import { bars, CAMPAIGN, progress } from "./samples.ts"

const labels = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("Zoé", "Direction des services départementaux", "W".repeat(80)),
)
const counts = fc.oneof(fc.nat(3), fc.nat(200), fc.nat(1_000_000))

const barCharts: fc.Arbitrary<Chart> = fc
  .tuple(fc.array(fc.tuple(labels, fc.array(counts, { maxLength: 6 })), { maxLength: 12 }), labels)
  .map(([rows, title]) => bars(rows, title))

const progressCharts: fc.Arbitrary<Chart> = fc
  .tuple(
    fc.array(
      fc.record({
        label: labels,
        points: fc
          .array(fc.tuple(fc.integer({ min: -3, max: 400 }), counts), { maxLength: 8 })
          .map((points) =>
            points
              .toSorted(([one], [other]) => one - other)
              .map(([days, count]) => ({ day: addDays(CAMPAIGN.from, days), count })),
          ),
      }),
      { maxLength: 15 },
    ),
    fc.record({
      total: counts,
      target: fc.record({
        label: labels,
        day: fc.integer({ min: -50, max: 500 }).map((days) => addDays(CAMPAIGN.from, days)),
      }),
    }),
  )
  .map(([series, others]) => progress(series, others))

describe("any chart", () => {
  it("is well formed, and no text of it stands above another or out of the frame", () => {
    fc.assert(
      fc.property(fc.oneof(barCharts, progressCharts), (chart) => {
        const svg = draw(chart)
        const texts = textsOf(svg)
        expect(overlaps(texts.filter(({ text }) => text.trim() !== ""))).toEqual([])
        expect(texts.filter(({ left, right }) => left < -1 || right > 801)).toEqual([])
        expect(svg).not.toMatch(/"(?:NaN|-?Infinity|undefined)"/u)
      }),
      { numRuns: 300 },
    )
  })
})
