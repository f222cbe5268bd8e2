/**
 * The pages of campaigns in a real browser: no axe violation, narrow screens, large text, and a
 * reminder sent by the keyboard alone.
 */
import { runNextExport } from "@convoque/core/interviews"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { staff } from "../src/demonstration/interview-people.ts"
import { demonstrationTenant } from "../src/demonstration/people.ts"
import { checked, type Desk, openDesk, shoot, widths } from "./support/browser.ts"
import { campaignPath, openCampaignOf, today } from "./support/campaign-visitor.ts"

let desk: Desk
let session: string
let madeExport: string

beforeAll(async () => {
  desk = await openDesk(openCampaignOf, { today })
  session = await desk.office.cookie(staff.administrator.id, ["administrator"])
  const { page, close } = await open(campaignPath)
  await page.getByRole("button", { name: "Exporter la liste (Excel)" }).click()
  await page.getByText("La préparation va commencer").waitFor()
  madeExport = new URL(page.url()).pathname
  await close()
  await desk.office.run(runNextExport(demonstrationTenant))
}, 240_000)

afterAll(() => desk.close())

const open: Desk["open"] = (path, options) => desk.open(path, options, session)

const views = [
  ["list", () => "/campaigns"],
  ["list-fault", () => "/campaigns?status=asleep"],
  ["campaign", () => campaignPath],
  ["campaign-filtered", () => `${campaignPath}?status=closing&search=le`],
  ["interview", () => `${campaignPath}/interviews/chloe.ferrand`],
  ["reminder", () => `${campaignPath}/reminder?status=not-planned`],
  ["reminder-one", () => `${campaignPath}/reminder?manager=maelle.le-bihan`],
  ["exports", () => "/exports"],
  ["export", () => madeExport],
  ["deletion", () => `${campaignPath}/deletion`],
  ["refusal", () => `${campaignPath}/reminder?status=closed`],
] as const

describe.each(views)("the page %s", (name, pathOf) => {
  test.each(["light", "dark"] as const)("has no axe violation (%s)", async (colorScheme) => {
    const { page, faults, close } = await open(pathOf(), { colorScheme })
    for (const summary of await page.locator("summary").all()) {
      if ((await summary.locator("..").getAttribute("open")) === null) await summary.click()
    }
    await checked(page)
    expect(faults.filter((fault) => !fault.includes("422"))).toEqual([])
    await shoot(page, `${name}-${colorScheme}`)
    await close()
  })

  test("fits 320 pixels without scrolling sideways", async () => {
    const { page, close } = await open(pathOf(), { viewport: { width: 320, height: 640 } })
    expect(await widths(page)).toEqual([320, 320])
    await shoot(page, `${name}-320`)
    await close()
  })

  test("reads with the text twice as large", async () => {
    const { page, close } = await open(pathOf(), { viewport: { width: 1280, height: 800 } })
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    expect(await widths(page)).toEqual([1280, 1280])
    expect(await clipped(page)).toEqual([])
    await shoot(page, `${name}-200`)
    await close()
  })
})

// Text that its own box hides, outside the regions that scroll.
const clipped = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate<ReadonlyArray<string>>(`
    [...document.querySelectorAll("button, label, legend, summary, h1, h2, h3, p, dd, li")]
      .filter((one) => !one.closest(".scroll") && !one.matches(".hidden"))
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .map((one) => one.textContent.trim().slice(0, 60))
  `)

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()",
  )

const tabTo = async (page: Page, wanted: string | RegExp): Promise<void> => {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab")
    const name = await focused(page)
    if (typeof wanted === "string" ? name === wanted : wanted.test(name)) return
  }
  throw new Error(`No key leads to ${String(wanted)}`)
}

test("the keyboard alone sends a reminder to all managers but one, and learns that it left", async () => {
  const { page, faults, close } = await open(campaignPath)
  await tabTo(page, /^Relancer les responsables\s+\(non planifiés\)$/u)
  await page.keyboard.press("Enter")
  await page.getByRole("heading", { name: "Relancer : entretiens non planifiés" }).waitFor()
  await tabTo(page, "Maëlle Le Bihan, 1 entretien")
  await page.keyboard.press("Space")
  await tabTo(page, "Vérifier avant l'envoi")
  await page.keyboard.press("Enter")
  await page.getByText("4 courriels prêts").waitFor()
  await checked(page)
  await shoot(page, "reminder-preview")
  await tabTo(page, "Envoyer la relance")
  await page.keyboard.press("Enter")
  const status = page.getByRole("status")
  await status.waitFor()
  expect(await status.textContent()).toContain("Relance envoyée à 4 responsables")
  await checked(page)
  const sent = await desk.office.messages()
  const addresses = sent
    .filter(({ message }) => message.content.subject.startsWith("Relance"))
    .map(({ message }) => message.content.to.address)
  expect(addresses).toHaveLength(4)
  expect(addresses).not.toContain("maelle.le-bihan@academie.example")
  expect(faults).toEqual([])
  await close()
})

test("the keyboard alone opens the figures of a chart, and scrolls a wide table", async () => {
  const { page, close } = await open(campaignPath, { viewport: { width: 320, height: 640 } })
  await tabTo(page, /^Entretiens par responsable et par statut\s: les chiffres$/u)
  await page.keyboard.press("Enter")
  const region = page.getByRole("region", { name: "Chiffres : Entretiens par responsable" })
  await region.waitFor()
  await page.keyboard.press("Tab")
  await page.keyboard.press("ArrowRight")
  // Asked from here: the page's own policy lets nothing poll inside it.
  await expect.poll(() => page.evaluate("document.activeElement.scrollLeft")).toBeGreaterThan(0)
  expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(
    "Chiffres\u00A0: Entretiens par responsable et par statut",
  )
  await close()
})

test("a form that lacks its confirmation comes back with its error first", async () => {
  const { page, close } = await open(`${campaignPath}/deletion`)
  await page.getByRole("button", { name: "Supprimer définitivement" }).click()
  await page.getByRole("alert").waitFor()
  expect(await page.getByRole("alert").textContent()).toContain("irréversible et définitive")
  await checked(page)
  await shoot(page, "deletion-fault")
  await close()
})

test("every pattern of a status is another one, whatever its colour", async () => {
  const { page, close } = await open(campaignPath)
  const patterns = await page.evaluate<ReadonlyArray<string>>(`
    [...document.querySelectorAll("table.compact .swatch")].map((one) => {
      const { backgroundImage, backgroundSize } = getComputedStyle(one)
      return backgroundImage.replace(/rgb\\([^)]*\\)/g, "") + backgroundSize
    })
  `)
  expect(patterns).toHaveLength(6)
  expect(new Set(patterns).size).toBe(6)
  await close()
})
