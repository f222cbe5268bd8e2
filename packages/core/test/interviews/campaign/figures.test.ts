/** The status and the figures of a campaign, its charts and their tables. */
import { chartTable } from "@convoque/core/kernel/chart"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  campaignBars,
  managerBars,
  progressChart,
} from "../../../src/interviews/campaign/documents.ts"
import {
  campaignFigures,
  completionPercent,
  countsByManager,
  cumulated,
  statusCounts,
  statusTally,
  type Tallies,
} from "../../../src/interviews/campaign/rules/statistics.ts"
import {
  campaignStatus,
  noCounts,
  type StatusCounts,
  totalOf,
} from "../../../src/interviews/campaign/rules/status.ts"
import { wordingFr } from "../../../src/interviews/wording.fr.ts"
import { day, terms } from "../given.ts"

const counts: StatusCounts = {
  "not-planned": 4,
  planned: 3,
  held: 2,
  closing: 1,
  closed: 5,
  deleted: 7,
}

describe("CAM-13 status of a campaign", () => {
  const course = { startsOn: day("2026-01-05"), interviews: 15 }

  test("in preparation until the day before its start, running on that day", () => {
    expect(campaignStatus(course, counts, day("2026-01-04"))).toBe("in-preparation")
    expect(campaignStatus(course, counts, day("2026-01-05"))).toBe("running")
  })

  test("completed once all that are not deleted are closed", () => {
    const closed = { ...noCounts, closed: 2, deleted: 3 }
    expect(campaignStatus(course, closed, day("2026-03-01"))).toBe("completed")
    expect(campaignStatus(course, { ...closed, closing: 1 }, day("2026-03-01"))).toBe("running")
    // The closed ones of an old campaign are purged in their time.
    expect(campaignStatus(course, noCounts, day("2036-03-01"))).toBe("completed")
  })

  test("running as long as no interview was ever opened", () => {
    expect(campaignStatus({ ...course, interviews: 0 }, noCounts, day("2026-03-01"))).toBe(
      "running",
    )
  })
})

describe("CAM-05 figures", () => {
  const tallies: Tallies = {
    status: { ...counts },
    datedOn: {
      "planned:2026-03-30": 2,
      "planned:2026-03-31": 1,
      "held:2026-04-01": 3,
      "held:2026-02-02": 5,
    },
    closedOn: { "2026-05-29": 4, "2026-05-30": 1 },
    notHeld: { "agent-refused": 1 },
  }

  test("counts under the six statuses, total without the deleted ones", () => {
    expect(campaignFigures(tallies, terms, day("2026-03-01"))).toStrictEqual({
      counts,
      total: 15,
      completionPercent: 33.3,
      notHeld: { "agent-absent": 0, "agent-refused": 1, "superior-absent": 0 },
      // On or after 31 March: one planned, three held.
      lateInterviews: 4,
      // After 29 May: one.
      lateReports: 1,
      progress: {
        planned: [
          { day: "2026-03-30", count: 2 },
          { day: "2026-03-31", count: 3 },
        ],
        held: [
          { day: "2026-02-02", count: 5 },
          { day: "2026-04-01", count: 8 },
        ],
        closed: [
          { day: "2026-05-29", count: 4 },
          { day: "2026-05-30", count: 5 },
        ],
      },
    })
  })

  test("ENT-02 past the limit, each report that is not filed is late too", () => {
    expect(campaignFigures(tallies, terms, day("2026-05-29")).lateReports).toBe(1)
    expect(campaignFigures(tallies, terms, day("2026-05-30")).lateReports).toBe(11)
  })

  test("a status that no interview has counts for nothing", () => {
    expect(statusCounts({})).toStrictEqual(noCounts)
    expect(completionPercent(noCounts)).toBe(0)
  })

  test("CAM-19 are told apart by manager", () => {
    expect(countsByManager({ "p-1:held": 2, "p-2:closed": 1, "p-1:deleted": 3 })).toStrictEqual(
      new Map([
        ["p-1", { ...noCounts, held: 2, deleted: 3 }],
        ["p-2", { ...noCounts, closed: 1 }],
      ]),
    )
  })

  test("the counts of all are the sums of those by manager", () => {
    expect(statusTally({ "p-1:held": 2, "p-2:held": 1, "p-1:deleted": 3 })).toStrictEqual({
      held: 3,
      deleted: 3,
    })
  })

  test("completion is 100 when all are closed and never before", () => {
    const number = fc.integer({ min: 0, max: 100_000 })
    const any = fc.record({
      "not-planned": number,
      planned: number,
      held: number,
      closing: number,
      closed: number,
      deleted: number,
    })
    fc.assert(
      fc.property(any, (given) => {
        const percent = completionPercent(given)
        const total = totalOf(given)
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(percent === 100).toBe(total > 0 && given.closed === total)
        if (total > 0) expect(Math.abs(percent - (100 * given.closed) / total)).toBeLessThan(0.1001)
      }),
    )
  })

  test("the last cumulated count is the sum, and counts never fall", () => {
    const tally = fc.dictionary(
      fc.integer({ min: 10, max: 28 }).map((number) => `2026-02-${number}`),
      fc.integer({ min: 1, max: 50 }),
    )
    fc.assert(
      fc.property(tally, (given) => {
        const points = cumulated(given)
        const sum = Object.values(given).reduce((all, count) => all + count, 0)
        expect(points.at(-1)?.count ?? 0).toBe(sum)
        const numbers = points.map(({ count }) => count)
        expect(numbers).toStrictEqual(numbers.toSorted((one, other) => one - other))
      }),
    )
  })
})

describe("charts", () => {
  test("CAM-12 a bar has the six statuses with their colour", () => {
    const chart = campaignBars("Entretiens 2026", counts, wordingFr)
    expect(chart.rows[0]?.parts.map(({ count, category }) => [count, category])).toStrictEqual([
      [4, "yellow"],
      [3, "blue"],
      [2, "blue"],
      [1, "blue"],
      [5, "green"],
      [7, "red"],
    ])
    expect(chartTable(chart, String).rows).toStrictEqual([
      ["Entretiens 2026", "4", "3", "2", "1", "5", "7", "22"],
    ])
  })

  test("CAM-19 each manager has a bar", () => {
    const chart = managerBars([{ name: "Marc Nguyên", counts }], wordingFr)
    expect(chart.rows.map(({ label }) => label)).toStrictEqual(["Marc Nguyên"])
    expect(chart.labels.row).toBe(wordingFr.campaign.columns.superior)
  })

  test("ENT-01 progress goes from the start to the last day, against the day of the interviews", () => {
    const closed = [{ day: day("2026-06-15"), count: 2 }]
    const held = [{ day: day("2026-01-02"), count: 1 }]
    const chart = progressChart(
      { total: 9, progress: { planned: [], held, closed }, today: day("2026-06-20") },
      terms,
      wordingFr,
    )
    expect(chart).toMatchObject({
      _tag: "progress",
      from: "2026-01-02",
      until: "2026-06-15",
      known: "2026-06-20",
      total: 9,
      target: { day: "2026-03-31" },
    })
    expect(chart.series.map(({ points }) => points)).toStrictEqual([held, closed])
    const empty = {
      total: 0,
      progress: { planned: [], held: [], closed: [] },
      today: day("2026-02-01"),
    }
    expect(progressChart(empty, terms, wordingFr)).toMatchObject({
      from: terms.startsOn,
      until: terms.reportsBy,
      known: "2026-02-01",
    })
  })
})
