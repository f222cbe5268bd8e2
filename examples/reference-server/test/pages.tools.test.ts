/** The pages in a real browser: no axe violation, narrow screens, the keyboard alone. */
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import AxeBuilder from "@axe-core/playwright"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { closedPort } from "../../../packages/adapters-mail/test/support/smtp.ts"
import { accounts, people } from "../src/demonstration/people.ts"
import { type CatchAll, startCatchAll } from "../src/mailbox/catch-all.ts"
import { issue, openFiles } from "./support/campaign.ts"
import { type Office, openOffice } from "./support/office.ts"

let folder: string
let mailbox: CatchAll
let office: Office
let browser: Browser
let address: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convoque-browser-"))
  mailbox = await startCatchAll(folder)
  const port = await closedPort()
  address = `http://localhost:${port}`
  office = await openOffice({ smtpUrl: mailbox.url, mails: mailbox.mails, port })
  const files = await openFiles(office, "pages", [1, 2])
  const [first, second] = files
  if (first === undefined || second === undefined) return
  await issue(first)
  await office.send()
  await issue(second)
  await office.listen()
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  })
})

afterAll(async () => {
  await browser.close()
  await office.close()
  await mailbox.close()
  await rm(folder, { recursive: true, force: true })
})

const open = async (path: string, options: Parameters<Browser["newContext"]>[0] = {}) => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const faults: Array<string> = []
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text())
  })
  page.on("pageerror", (error) => faults.push(error.message))
  await page.goto(`${address}${path}`)
  return { page, faults, close: () => context.close() }
}

const pages = ["/", "/mailbox", "/mailbox/000001.eml", "/outbox"] as const
const folderOfShots = process.env["CONVOQUE_SHOTS"]

test.each(
  pages.flatMap((path) => (["light", "dark"] as const).map((scheme) => [path, scheme] as const)),
)("%s has no axe violation (%s)", async (path, colorScheme) => {
  const { page, faults, close } = await open(path, { colorScheme })
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(faults).toEqual([])
  if (folderOfShots !== undefined) await shoot(page, `${path}-${colorScheme}`)
  await close()
})

test.each(pages)("%s fits 320 pixels without scrolling sideways", async (path) => {
  const { page, close } = await open(path, { viewport: { width: 320, height: 640 } })
  const widths = await page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
  expect(widths).toEqual([320, 320])
  if (folderOfShots !== undefined) await shoot(page, `${path}-320`)
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
  await page.getByRole("button", { name: "Se déconnecter" }).focus()
  await page.keyboard.press("Enter")
  await page.getByText("Personne n'est connecté").waitFor()
  expect(await page.getByRole("button", { name: "Se déconnecter" }).count()).toBe(0)
  await close()
})

test("the documentation shows the operations and sends a change, under the policies of the server", async () => {
  const { page, faults, close } = await open("/")
  await page.getByRole("button", { name: "Se connecter comme Claire Fontaine" }).click()
  await page.goto(`${address}/docs`)
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

const shoot = (page: Page, name: string) =>
  page.screenshot({
    path: join(folderOfShots ?? "", `${name.replaceAll("/", "_")}.png`),
    fullPage: true,
  })
