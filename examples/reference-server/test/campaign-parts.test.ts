/** The parts of pages of campaigns that need no server. */
import type { CampaignFollowUp } from "@convoque/core/interviews"
import { describe, expect, test } from "vitest"
import { drawable, managersShown } from "../src/pages/campaigns/charts.ts"
import { html } from "../src/pages/html.ts"
import { ofName } from "../src/pages/campaigns/parts.ts"

test.each([
  ["Adélaïde Garçon", "d'Adélaïde Garçon"],
  ["Éloi Roy", "d'Éloi Roy"],
  ["Œdipe Roy", "d'Œdipe Roy"],
  ["Hélène Roy", "d'Hélène Roy"],
  ["Yves Roy", "d'Yves Roy"],
  ["Yann Roy", "de Yann Roy"],
  ["Hassan Roy", "de Hassan Roy"],
  ["Maëlle Roy", "de Maëlle Roy"],
])("the name %s is announced as %s", (name, expected) => {
  expect(ofName(name)).toBe(expected)
})

test("a template gets no-break spaces, a value put into it none", async () => {
  expect(String(await html`<p>Objet : ${"a : b"} !</p>`)).toBe("<p>Objet\u00A0: a : b\u00A0!</p>")
})

describe("a campaign of many managers", () => {
  // The last of the list has the most interviews.
  const followed = (count: number): CampaignFollowUp => {
    const all = Array.from({ length: count }, (_, index) => index)
    const campaign: unknown = {
      managers: all.map((index) => ({
        manager: `m${index}`,
        name: `M ${index}`,
        counts: { planned: index },
        completionPercent: 0,
      })),
      charts: { managers: { rows: all.map((index) => ({ label: `M ${index}`, parts: [] })) } },
    }
    return campaign as CampaignFollowUp
  }

  test("CAM-05 is drawn for the largest, in their order", () => {
    const { managers, charts } = drawable(followed(250))
    expect(managers.map(({ manager }) => manager)).toEqual(
      Array.from({ length: managersShown }, (_, index) => `m${150 + index}`),
    )
    expect(charts.managers.rows.map(({ label }) => label)).toEqual(managers.map(({ name }) => name))
  })

  test("CAM-20 keeps the one chosen among the choices", () => {
    const { managers } = drawable(followed(250), "m3")
    expect([managers.length, managers[0]?.manager]).toEqual([managersShown + 1, "m3"])
  })

  test("of a hundred leaves none out", () => {
    expect(drawable(followed(100)).managers).toHaveLength(100)
  })
})
