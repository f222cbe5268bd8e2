import { addDays, CivilDate } from "@convoque/core/kernel/calendar"
import type { Chart } from "@convoque/core/kernel/chart"
import { describe, expect, it } from "vitest"
import { elementsOf, readXml, textOf } from "../xml.ts"
import { boxesOf, contrast, draw, named, overlap, overlaps, textsOf } from "./drawing.ts"
import {
  bars,
  CAMPAIGN,
  HUNDRED,
  MANAGERS,
  NOTHING,
  ONE_POINT,
  progress,
  TWELVE,
} from "./samples.ts"

const CHARTS: Readonly<Record<string, Chart>> = {
  managers: MANAGERS,
  "a hundred managers": HUNDRED,
  "no row": bars([]),
  "a row of zeros": bars([["Zoé", [0]]]),
  campaign: CAMPAIGN,
  "twelve series": TWELVE,
  "one point": ONE_POINT,
  "no point": NOTHING,
  "no series": progress([]),
}

const ALL = Object.entries(CHARTS)

const counts = (svg: string): ReadonlyArray<string> => textsOf(svg).map(({ text }) => text)

describe.each(ALL)("the drawing of %s", (_, chart) => {
  const svg = draw(chart)
  const root = readXml(svg)

  it("has a name and a description in its language", () => {
    const [title, description] = root.children
    expect(root.attributes).toMatchObject({ role: "img", lang: "fr-FR" })
    expect(typeof title === "object" && textOf(title)).toBe(chart.title)
    expect(typeof description === "object" && textOf(description)).toContain(chart.labels.total)
    const ids = elementsOf(root).flatMap(({ attributes }) => attributes["id"] ?? [])
    expect(root.attributes["aria-labelledby"]).toBe(ids.slice(0, 2).join(" "))
    expect(new Set(ids).size).toBe(ids.length)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/u)
  })

  it("shows no text above another, nor out of the frame", () => {
    const texts = textsOf(svg)
    expect(overlaps(texts)).toEqual([])
    const [, , width = 0, height = 0] = (root.attributes["viewBox"] ?? "").split(" ").map(Number)
    for (const { text, left, right, top, bottom } of texts) {
      expect({ text, inside: left >= 0 && right <= width && top >= 0 && bottom <= height }).toEqual(
        {
          text,
          inside: true,
        },
      )
    }
  })

  it("writes texts at 4.5 to 1 at least, on white", () => {
    for (const { fill } of textsOf(svg)) {
      expect(contrast(fill, "#ffffff")).toBeGreaterThanOrEqual(4.5)
    }
    const chips = boxesOf(svg, (fill) => fill === "#ffffff").slice(1)
    const patterned = boxesOf(svg, (fill) => fill.startsWith("url("))
    for (const text of textsOf(svg)) {
      for (const part of patterned.filter((box) => overlap(box, text))) {
        expect(chips.some((chip) => overlap(chip, text) && overlap(chip, part))).toBe(true)
      }
    }
  })

  it("refers to nothing outside of itself and runs nothing", () => {
    expect(svg).not.toMatch(/<script|<style|<image|<use|<a |href|\son\w+=|@import|<!/iu)
    const ids = elementsOf(root).map(({ attributes }) => attributes["id"])
    for (const [, id] of svg.matchAll(/url\(([^)]*)\)/gu)) {
      expect(ids).toContain(id?.slice(1))
    }
    expect(svg.match(/https?:/gu)).toHaveLength(1)
  })

  it("is the same text each time", () => {
    expect(draw(structuredClone(chart))).toBe(svg)
  })
})

describe("bars", () => {
  it("CAM-12 gives each status a pattern of its own in the colour of its category", () => {
    const patterns = named(draw(MANAGERS), "pattern")
    const shapes = patterns.map(({ children }) =>
      children
        .slice(1)
        .map((shape) => (typeof shape === "object" ? (shape.attributes["d"] ?? shape.name) : ""))
        .join(),
    )
    expect(new Set(shapes).size).toBe(6)
    const grounds = patterns.map(({ children: [ground] }) =>
      typeof ground === "object" ? ground.attributes["fill"] : "",
    )
    expect(grounds[1]).toBe(grounds[2])
    expect(new Set(grounds).size).toBe(4)
    for (const { children } of patterns) {
      const [ground, shape] = children.map((one) => (typeof one === "object" ? one.attributes : {}))
      const ink = shape?.["stroke"] ?? shape?.["fill"] ?? "#6b5000"
      expect(contrast(ink, ground?.["fill"] ?? "")).toBeGreaterThanOrEqual(4.5)
    }
  })

  it.each([
    ["managers", MANAGERS],
    ["a hundred managers", HUNDRED],
  ])("writes every count of %s but zeros, and every total", (_, chart) => {
    const written = counts(draw(chart)).filter((text) => /^\d+$/u.test(text))
    const expected = chart.rows.flatMap(({ parts }) => [
      ...parts.filter(({ count }) => count > 0).map(({ count }) => String(count)),
      String(parts.reduce((sum, { count }) => sum + count, 0)),
    ])
    expect(written.toSorted()).toEqual(expected.toSorted())
  })

  it("makes the lengths of parts proportional to their counts", () => {
    const chart = bars([
      ["a", [50, 50]],
      ["b", [25]],
    ])
    const legend = 6
    const lengths = boxesOf(draw(chart), (fill) => fill.startsWith("url("))
      .slice(legend)
      .map(({ left, right }) => right - left)
    const [first = 0] = lengths
    expect(first).toBeGreaterThan(250)
    expect(lengths.map((length) => Math.round((length / first) * 50))).toEqual([50, 50, 25])
  })

  it("adds up parts of the same label, and cuts what has no room with an ellipsis", () => {
    const part = { label: "Clos", category: "green" } as const
    const chart: Chart = {
      ...bars([], "mot ".repeat(200)),
      rows: [
        {
          label: "anticonstitutionnellement".repeat(9),
          parts: [
            { ...part, count: 2 },
            { ...part, count: 3 },
          ],
        },
      ],
    }
    const texts = counts(draw(chart))
    expect(texts.filter((text) => text === "5")).toHaveLength(2)
    expect(texts.filter((text) => text.endsWith("…"))).toHaveLength(2)
  })

  it("escapes every text", () => {
    const evil = `"><script>alert('&')</script>\u0000`
    const svg = draw({
      ...bars([[evil, [1]]], evil),
      language: evil,
      labels: { row: evil, total: evil },
    })
    expect(svg).not.toContain("<script")
    expect(counts(svg)).toContain(`"><script>alert('&')</script>\ufffd`)
  })
})

describe("progress", () => {
  it("CAM-12 ends its lines on the last day known, not on that of the drawing", () => {
    const points = [{ day: CivilDate.make("2026-09-01"), count: 12 }]
    const drawn = (known: string) => {
      const chart = progress([{ label: "Clos", points }], { known: CivilDate.make(known) })
      return Number(named(draw(chart), "circle")[0]?.attributes["cx"])
    }
    expect(drawn("2026-12-01")).toBeLessThan(drawn("2027-01-15"))
    expect(drawn("2027-03-15")).toBe(drawn("2027-06-30"))
  })

  it("gives each series dashes or a width of its own, and its label and last count at its end", () => {
    const svg = draw(TWELVE)
    const strokes = named(svg, "path").map(
      ({ attributes }) => `${attributes["stroke-dasharray"]}/${attributes["stroke-width"]}`,
    )
    expect(new Set(strokes).size).toBe(12)
    expect(counts(svg).filter((text) => /^Service.* 100$/u.test(text))).toHaveLength(12)
    expect(counts(draw(CAMPAIGN))).toEqual(
      expect.arrayContaining(["Planifiés 231", "Effectués 180", "Clos 172"]),
    )
  })

  it("draws steps: a count holds until the next point, the last one until the last day", () => {
    const { from } = CAMPAIGN
    const points = [
      { day: from, count: 3 },
      { day: addDays(from, 100), count: 10 },
    ]
    const [path] = named(draw(progress([{ label: "Clos", points }])), "path")
    const drawn = [...(path?.attributes["d"] ?? "").matchAll(/([\d.]+),([\d.]+)/gu)]
    const [first, held, risen, ...others] = drawn.map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }))
    expect(held?.y).toBe(first?.y)
    expect(risen?.x).toBe(held?.x)
    expect(risen?.y).toBeLessThan(held?.y ?? 0)
    expect(others.length).toBeGreaterThan(0)
    expect(others.every(({ y }) => y === risen?.y)).toBe(true)
  })

  it("shows the level to reach and the day of the target with their labels", () => {
    const texts = counts(draw(CAMPAIGN))
    expect(texts).toContain("Total 240")
    expect(texts).toContain("Échéance 30/04/2027")
    expect(counts(draw({ ...CAMPAIGN, language: "en" }))).toContain("Échéance 2027-04-30")
  })

  it("draws what lies out of its days within the frame", () => {
    const { target } = CAMPAIGN
    const svg = draw({ ...CAMPAIGN, from: target.day, until: target.day })
    expect(svg).not.toContain("NaN")
    const xs = named(svg, "line").flatMap(({ attributes }) => [attributes["x1"], attributes["x2"]])
    for (const x of xs) {
      expect(Number(x)).toBeGreaterThanOrEqual(0)
      expect(Number(x)).toBeLessThanOrEqual(800)
    }
  })
})
