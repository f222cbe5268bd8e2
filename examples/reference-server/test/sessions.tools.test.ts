/** The warning before the end of a session, in a real browser. */
import { Database } from "@convoque/adapters-sql"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { checked, type Desk, openDesk, shoot, widths } from "./support/browser.ts"

let desk: Desk

beforeAll(async () => {
  desk = await openDesk(async () => undefined)
})

afterAll(() => desk.close())

const statement = (text: string) => desk.office.run(Database.use(({ write }) => write(text, [])))

beforeEach(() => statement("delete from convoque.session"))

// Every page prolongs its session; its end is then brought nearer, as time would.
const leave = (minutes: number) =>
  statement(`update convoque.session set expires_at = now() + interval '${minutes} minutes'`)

const signedIn = async (path = "/outbox", width = 1280) => {
  const opened = await desk.open("/", { viewport: { width, height: 720 } })
  await opened.page.getByRole("button", { name: "Se connecter comme Nadia Belkacem" }).click()
  await opened.page.clock.install()
  await opened.page.goto(`${desk.address}${path}`)
  return { ...opened, warning: opened.page.getByRole("dialog") }
}

test("UI-05 the warning comes after 25 minutes; « Prolonger » begins the 30 minutes anew", async () => {
  const { page, faults, warning, close } = await signedIn()
  await page.clock.fastForward("24:59")
  expect(await warning.count()).toBe(0)
  await leave(5)
  await page.clock.fastForward("00:03")
  await warning.waitFor()
  expect(await warning.getAttribute("aria-labelledby")).toBe("session-title")
  await page.getByRole("heading", { name: "Votre connexion va prendre fin" }).waitFor()
  expect(await page.locator("#session-end").textContent()).toMatch(/^\d{2}:\d{2}$/u)
  expect(await page.evaluate<string>("document.activeElement.textContent.trim()")).toBe("Prolonger")
  await checked(page)
  await shoot(page, "session-warning")
  await page.keyboard.press("Enter")
  await warning.waitFor({ state: "hidden" })
  const state = await page.evaluate<{ warnsAt: string; now: string }>(
    "fetch('/session').then((answer) => answer.json())",
  )
  expect(Date.parse(state.warnsAt) - Date.parse(state.now)).toBeGreaterThan(24.9 * 60_000)
  expect(faults).toEqual([])
  await close()
})

test("UI-05 a session prolonged in another tab closes the warning", async () => {
  const { page, warning, close } = await signedIn()
  await leave(4)
  await page.clock.fastForward("25:02")
  await warning.waitFor()
  await leave(30)
  await page.clock.fastForward("00:11")
  await warning.waitFor({ state: "hidden" })
  expect(await warning.count()).toBe(0)
  await close()
})

test("UI-05 Escape puts the warning away until the last minute", async () => {
  const { page, warning, close } = await signedIn()
  await leave(4)
  await page.clock.fastForward("25:02")
  await warning.waitFor()
  await page.keyboard.press("Escape")
  await warning.waitFor({ state: "hidden" })
  await page.clock.fastForward("00:11")
  await page.waitForTimeout(300)
  expect(await warning.count()).toBe(0)
  await leave(0.5)
  await page.clock.fastForward("00:11")
  await warning.waitFor()
  await close()
})

test("UI-06 the warning also quits; the seat is free at once", async () => {
  const { page, warning, close } = await signedIn()
  await leave(4)
  await page.clock.fastForward("25:02")
  await warning.getByRole("button", { name: "Quitter" }).click()
  await page.getByText("Personne n'est connecté").waitFor()
  await page.getByRole("button", { name: "Se connecter comme Paul Ferrand" }).click()
  expect(await page.getByRole("status").textContent()).toContain("0310001H, Paul Ferrand")
  await close()
})

test("UI-04 a page whose session has ended says so", async () => {
  const { page, warning, close } = await signedIn()
  await leave(-1)
  await page.clock.fastForward("25:02")
  await warning.getByRole("heading", { name: "Votre connexion a pris fin" }).waitFor()
  await checked(page)
  await warning.getByRole("link", { name: "Revenir à l'accueil pour vous reconnecter" }).click()
  await page.getByText("Personne n'est connecté").waitFor()
  await close()
})

test("UI-03 a second person of the school is told the hour, in another browser", async () => {
  const first = await signedIn()
  const second = await desk.open("/")
  await second.page.getByRole("button", { name: "Se connecter comme Paul Ferrand" }).click()
  await second.page.getByRole("heading", { name: "Connexion refusée" }).waitFor()
  expect(await second.page.getByRole("alert").textContent()).toMatch(/prendra fin à\s+\d{2}:\d{2}/u)
  await checked(second.page)
  await shoot(second.page, "session-refused")
  await second.close()
  await first.close()
})

test("UI-06 the header quits from any page, and fits 320 pixels", async () => {
  const { page, close } = await signedIn("/outbox", 320)
  expect(await widths(page)).toEqual([320, 320])
  await shoot(page, "session-header-320")
  await page.getByRole("banner").getByRole("button", { name: "Quitter" }).click()
  await page.getByText("Personne n'est connecté").waitFor()
  await close()
})
