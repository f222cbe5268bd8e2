/** The pages in a real browser: no axe violation, narrow screens, the keyboard alone. */
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { accounts, people } from "../src/demonstration/people.ts"
import { checked, type Desk, openDesk, shoot, widths } from "./support/browser.ts"
import { issue, openFiles } from "./support/campaign.ts"

let desk: Desk

beforeAll(async () => {
  desk = await openDesk(async (office) => {
    const [first, second] = await openFiles(office, "pages", [1, 2])
    if (first === undefined || second === undefined) expect.fail("two files are needed")
    await issue(first)
    await office.send()
    await issue(second)
  })
})

afterAll(() => desk.close())

const open: Desk["open"] = (path, options) => desk.open(path, options)

const pages = ["/", "/mailbox", "/mailbox/000001.eml", "/outbox", "/accessibility"] as const

test.each(
  pages.flatMap((path) => (["light", "dark"] as const).map((scheme) => [path, scheme] as const)),
)("%s has no axe violation (%s)", async (path, colorScheme) => {
  const { page, faults, close } = await open(path, { colorScheme })
  await checked(page)
  expect(faults).toEqual([])
  await shoot(page, `${path}-${colorScheme}`)
  await close()
})

test.each(pages)("%s fits 320 pixels without scrolling sideways", async (path) => {
  const { page, close } = await open(path, { viewport: { width: 320, height: 640 } })
  expect(await widths(page)).toEqual([320, 320])
  await shoot(page, `${path}-320`)
  await close()
})

test("on 320 pixels the sign-in buttons need no scrolling sideways", async () => {
  const { page, close } = await open("/", { viewport: { width: 320, height: 640 } })
  await page.locator("summary").click()
  for (const { person } of accounts) {
    const box = await page.locator(`form:has([value="${person.id}"]) button`).boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320)
  }
  await close()
})

test("the keyboard alone skips to the content, signs in by the first button and out again", async () => {
  const { page, close } = await open("/")
  await page.keyboard.press("Tab")
  expect(await focused(page)).toBe("Aller au contenu")
  await page.locator("summary").focus()
  await page.keyboard.press("Enter")
  await page.getByRole("link", { name: "Aller au contenu" }).focus()
  const reached: Array<string> = []
  for (let presses = 0; presses < 120 && reached.length < accounts.length; presses++) {
    await page.keyboard.press("Tab")
    const name = await focused(page)
    if (name.startsWith("Se connecter comme")) reached.push(name)
  }
  expect(new Set(reached).size).toBe(accounts.length)
  await page.getByRole("button", { name: "Se connecter comme Hélène Lefèvre" }).focus()
  await page.keyboard.press("Enter")
  const status = page.getByRole("status")
  expect(await status.textContent()).toContain(
    `${people.inspector.givenName} ${people.inspector.familyName}`,
  )
  await page.getByRole("button", { name: "Quitter" }).focus()
  await page.keyboard.press("Enter")
  await page.getByText("Personne n'est connecté").waitFor()
  expect(await page.getByRole("button", { name: "Quitter" }).count()).toBe(0)
  await close()
})

test("the documentation shows the operations and sends a change, under the policies of the server", async () => {
  const { page, faults, close } = await open("/")
  await page.getByRole("button", { name: "Se connecter comme Claire Fontaine" }).click()
  await page.goto(`${desk.address}/docs`)
  await page.locator("h3.opblock-tag", { hasText: "Rendez-vous de carrière" }).click()
  await page.getByText("Fixer tous les rendez-vous d'un rôle").waitFor()
  await page.getByText("Les modèles de campagne prêts à l'emploi, par corps").click()
  await page.getByRole("button", { name: "Execute" }).click()
  await page.getByText("certified-teachers").first().waitFor()
  expect(faults).toEqual([])
  await close()
})

const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()",
  )
