/**
 * The pages of exam missions in a real browser: no axe violation, narrow screens, large text, the
 * keyboard alone, and what the script adds.
 */
import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { checked, type Desk, openDesk, shoot, widths } from "./support/browser.ts"
import { readerWith } from "./support/campaign-visitor.ts"
import { lycee, openExamsOf, signedIn, today } from "./support/exam-visitor.ts"

let desk: Desk
let head: string
let division: string
let agent: string

beforeAll(async () => {
  desk = await openDesk(openExamsOf, { today })
  head = await signedIn(desk.office, "nadia.belkacem", desk.address)
  division = await signedIn(desk.office, "solene.arrighi", desk.address)
  const found = await readerWith(desk.office, head).get(`${lycee}/competences?q=oui`)
  agent = /competences\/(epp-\d+)"/u.exec(found.text)?.[1] ?? ""
}, 240_000)

afterAll(() => desk.close())

const open: Desk["open"] = (path, options) => desk.open(path, options, head)
const manage: Desk["open"] = (path, options) => desk.open(path, options, division)

const views = [
  ["entrance", () => "/exam-missions"],
  ["staff", () => `${lycee}/staff`],
  ["staff-filtered", () => `${lycee}/staff?period=convened&from=01/06/2026&until=30/06/2026`],
  ["staff-fault", () => `${lycee}/staff?period=available&from=1/6&until=`],
  ["member", () => `${lycee}/staff/${agent}/assignments`],
  ["member-teachings", () => `${lycee}/staff/${agent}/teachings`],
  ["member-unavailability", () => `${lycee}/staff/${agent}/unavailability`],
  ["unavailability", () => `${lycee}/unavailability`],
  ["unavailability-person", () => `${lycee}/unavailability/${agent}`],
  ["competences", () => `${lycee}/competences?q=oui`],
  ["competences-agent", () => `${lycee}/competences/${agent}?option=philo`],
  ["validation", () => `${lycee}/validation`],
  ["refusal", () => "/exam-missions/activities/service-record"],
] as const

const managed = [
  ["entrance-division", () => "/exam-missions"],
  ["activities", () => "/exam-missions/activities"],
  ["entries", () => "/exam-missions/entries"],
] as const

describe.each([
  ...views.map(([name, pathOf]) => [name, pathOf, open] as const),
  ...managed.map(([name, pathOf]) => [name, pathOf, manage] as const),
])("the page %s", (name, pathOf, opening) => {
  test.each(["light", "dark"] as const)("has no axe violation (%s)", async (colorScheme) => {
    const { page, faults, close } = await opening(pathOf(), { colorScheme })
    for (const summary of await page.locator("summary").all()) await summary.click()
    await checked(page)
    expect(faults.filter((fault) => !/status of (?:403|422)/u.test(fault))).toEqual([])
    await shoot(page, `exam-${name}-${colorScheme}`)
    await close()
  })

  test("fits 320 pixels without scrolling sideways", async () => {
    const { page, close } = await opening(pathOf(), { viewport: { width: 320, height: 640 } })
    expect(await widths(page)).toEqual([320, 320])
    await shoot(page, `exam-${name}-320`)
    await close()
  })

  test("reads with the text twice as large", async () => {
    const { page, close } = await opening(pathOf(), { viewport: { width: 1280, height: 800 } })
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    expect(await widths(page)).toEqual([1280, 1280])
    expect(await clipped(page)).toEqual([])
    await shoot(page, `exam-${name}-200`)
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
    "(document.activeElement.getAttribute('aria-label') ?? (document.activeElement.labels?.[0] ?? document.activeElement).textContent).trim()",
  )

const tabTo = async (page: Page, wanted: RegExp): Promise<void> => {
  for (let presses = 0; presses < 300; presses++) {
    await page.keyboard.press("Tab")
    if (wanted.test(await focused(page))) return
  }
  throw new Error(`No key leads to ${String(wanted)}`)
}

test("UI-15 one control hides header and menu, and restores them; content and console stay", async () => {
  const { page, close } = await open(`${lycee}/staff`)
  const shown = () =>
    Promise.all(
      ["body > header", ".exam-head", "main", ".console"].map((part) =>
        page.locator(part).isVisible(),
      ),
    )
  expect(await shown()).toEqual([true, true, true, true])
  await tabTo(page, /Agrandir/u)
  await page.keyboard.press("Space")
  expect(await shown()).toEqual([false, false, true, true])
  await checked(page)
  await page.keyboard.press("Space")
  expect(await shown()).toEqual([true, true, true, true])
  await close()
})

test("UI-09 the menu tells its three states apart by more than colour", async () => {
  const { page, close } = await open(`${lycee}/staff`)
  const menu = page.getByRole("navigation", { name: "Activités" })
  const current = menu.getByRole("link", { name: "Consultation des personnels" })
  expect(await current.getAttribute("aria-current")).toBe("page")
  const looks = (css: string): Promise<ReadonlyArray<string>> =>
    page.evaluate<ReadonlyArray<string>>(`(() => {
      const { color, backgroundColor, fontStyle, fontWeight } = getComputedStyle(document.querySelector(${JSON.stringify(css)}))
      return [color, backgroundColor, fontStyle, fontWeight]
    })()`)
  expect(await looks(".activities a[aria-current]")).toEqual([
    "rgb(255, 255, 255)",
    "rgb(31, 58, 147)",
    "normal",
    "700",
  ])
  expect((await looks(".activities .barred")).slice(2)).toEqual(["italic", "400"])
  expect(await menu.getByText("Constat de service fait (non ouverte)").count()).toBe(1)
  expect(await menu.getByRole("link", { name: "Constat de service fait" }).count()).toBe(0)
  await close()
})

test("UI-18 the keyword is refined at every character typed, and the count is told", async () => {
  const { page, faults, close } = await open(`${lycee}/staff`)
  const count = page.locator("#count")
  expect(await count.textContent()).toBe("193 lignes")
  const typed = page.getByRole("searchbox", { name: "Rechercher dans la liste" })
  const counts = [193]
  for (const letter of "philo") {
    await typed.press(letter)
    await expect
      .poll(() => new URL(page.url()).searchParams.get("q"))
      .toBe(await typed.inputValue())
    counts.push(Number.parseInt((await count.textContent()) ?? "", 10))
  }
  expect(counts).toEqual(counts.toSorted((left, right) => right - left))
  expect(await page.locator("#list tbody tr").count()).toBe(counts.at(-1))
  await checked(page)
  expect(faults).toEqual([])
  await close()
})

test("UI-20 the header of a long list stays in sight while it scrolls", async () => {
  const { page, close } = await open(`${lycee}/staff`)
  const region = page.getByRole("region", { name: "Liste des personnels" })
  await region.focus()
  await page.keyboard.press("End")
  await expect
    .poll(() => page.evaluate<number>("document.querySelector('.tall').scrollTop"))
    .toBeGreaterThan(1000)
  const [header, top] = await page.evaluate<ReadonlyArray<number>>(
    "['.tall thead th', '.tall'].map((css) => Math.round(document.querySelector(css).getBoundingClientRect().top))",
  )
  expect(Math.abs((header ?? 0) - (top ?? 100))).toBeLessThanOrEqual(2)
  await shoot(page, "exam-staff-scrolled")
  await close()
})

test("UI-24 UI-25 the keyboard alone sorts by another column, then the other way round", async () => {
  const { page, close } = await open(`${lycee}/staff?q=abadie`)
  const sorted = page.locator("th[aria-sort]")
  expect(await sorted.getAttribute("aria-sort")).toBe("ascending")
  await tabTo(page, /^Prénom$/u)
  await page.keyboard.press("Enter")
  await page.waitForURL(/sort=given-name/u)
  expect(await sorted.textContent()).toMatch(/Prénom/u)
  await tabTo(page, /^Prénom$/u)
  await page.keyboard.press("Enter")
  await page.waitForURL(/sort=-given-name/u)
  expect(await sorted.getAttribute("aria-sort")).toBe("descending")
  await close()
})

test("IND-10 IND-11 the keyboard alone declares a period, mends a date, and deletes it", async () => {
  const { page, faults, close } = await open(`${lycee}/unavailability/${agent}`)
  const fill = async (label: RegExp, text: string): Promise<void> => {
    await tabTo(page, label)
    await page.keyboard.press("ControlOrMeta+A")
    await page.keyboard.type(text)
  }
  await fill(/^Date de début/u, "1/6/26")
  await fill(/^Date de fin/u, "02/06/2026")
  await fill(/^Motif/u, "STAGE DE FORMATION CONTINUE")
  await page.keyboard.press("Enter")
  const alert = page.getByRole("alert")
  await alert.waitFor()
  expect(await alert.textContent()).toContain("JJ/MM/AAAA")
  expect(await page.getByLabel("Motif").inputValue()).toBe("STAGE DE FORMATION CONTINUE")
  expect(await page.getByLabel("Date de début").getAttribute("aria-invalid")).toBe("true")
  await checked(page)
  await shoot(page, "exam-declaration-fault")
  await fill(/^Date de début/u, "01/06/2026")
  await page.keyboard.press("Enter")
  await page.getByText("La période est enregistrée.").first().waitFor()
  await checked(page)
  await shoot(page, "exam-declaration-done")
  await tabTo(page, /^Supprimer/u)
  await page.keyboard.press("Enter")
  await tabTo(page, /^Confirmer la suppression/u)
  await page.keyboard.press("Enter")
  await page.getByText("La période est supprimée.").first().waitFor()
  expect(await page.locator("summary", { hasText: "Supprimer" }).count()).toBe(0)
  expect(faults.filter((fault) => !fault.includes("422"))).toEqual([])
  await close()
})

test("CMP-16 to CMP-18 the keyboard alone confirms, then invalidates, and reads the authors", async () => {
  const { page, faults, close } = await open(`${lycee}/competences/${agent}`)
  await tabTo(page, /^\+ Confirmer/u)
  await page.keyboard.press("Enter")
  await page.getByText("0310001H (C) SYS (C)").first().waitFor()
  await checked(page)
  await tabTo(page, /^x Invalider/u)
  await page.keyboard.press("Enter")
  await page.getByText("0310001H (I) SYS (C)").first().waitFor()
  await shoot(page, "exam-competences-contested")
  expect(faults).toEqual([])
  await close()
})

test("CMP-12 suggestions of exam options come as one types, and one is added", async () => {
  const { page, faults, close } = await open(`${lycee}/competences/${agent}`)
  await tabTo(page, /^Examen, spécialité ou épreuve-option/u)
  await page.keyboard.type("anglais")
  await page.getByRole("button", { name: /^Ajouter BTS/u }).waitFor()
  await checked(page)
  await tabTo(page, /^Ajouter BTS/u)
  await page.keyboard.press("Enter")
  await page.getByText("ANGLAIS : 0310001H (C).").first().waitFor()
  expect(faults).toEqual([])
  await close()
})

test("UI-22 the years of an export tell how many are selected", async () => {
  const { page, close } = await open(`${lycee}/staff`)
  const chosen = page.locator("#years-chosen")
  expect(await chosen.textContent()).toBe("1 sélectionné(s)")
  await page.getByLabel("2025").check()
  expect(await chosen.textContent()).toBe("2 sélectionné(s)")
  await close()
})

test("CMP-23 a validation without its statement comes back with its error", async () => {
  const { page, close } = await open(`${lycee}/validation`)
  await page.getByRole("button", { name: "Valider la saisie" }).click()
  await page.getByRole("alert").waitFor()
  expect(await page.getByRole("alert").textContent()).toContain("J'ai terminé la saisie")
  await checked(page)
  await shoot(page, "exam-validation-fault")
  await close()
})
