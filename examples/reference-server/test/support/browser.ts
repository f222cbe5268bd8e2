/** A real browser before the server of the tests, with a mailbox of its own. */
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import AxeBuilder from "@axe-core/playwright"
import { type Browser, chromium, type Page } from "playwright-core"
import { expect } from "vitest"
import { closedPort } from "../../../../packages/adapters-mail/test/support/smtp.ts"
import { startCatchAll } from "../../src/mailbox/catch-all.ts"
import { type Office, type OfficeSettings, openOffice } from "./office.ts"

type ContextOptions = NonNullable<Parameters<Browser["newContext"]>[0]>

/** A page of the browser, what it complained of, and what closes it. */
export interface Opened {
  readonly page: Page
  readonly faults: ReadonlyArray<string>
  readonly close: () => Promise<void>
}

/** An office that listens, and a browser before it. */
export interface Desk {
  readonly office: Office
  readonly address: string
  /** Opens an address of the server, with a session or without. */
  readonly open: (path: string, options?: ContextOptions, session?: string) => Promise<Opened>
  readonly close: () => Promise<void>
}

/** Opens a desk; the server listens once `prepare` is done. */
export const openDesk = async (
  prepare: (office: Office) => Promise<void>,
  settings: Pick<OfficeSettings, "today"> = {},
): Promise<Desk> => {
  const folder = await mkdtemp(join(tmpdir(), "convoque-browser-"))
  const mailbox = await startCatchAll(folder)
  const port = await closedPort()
  const address = `http://localhost:${port}`
  const office = await openOffice({
    ...settings,
    smtpUrl: mailbox.url,
    mails: mailbox.mails,
    port,
  })
  await prepare(office)
  await office.listen()
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  })
  return {
    office,
    address,
    open: (path, options = {}, session = "") =>
      opened(browser, { url: address, path, session }, options),
    close: async () => {
      await browser.close()
      await office.close()
      await mailbox.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const opened = async (
  browser: Browser,
  { url, path, session }: { readonly url: string; readonly path: string; readonly session: string },
  options: ContextOptions,
): Promise<Opened> => {
  const context = await browser.newContext(options)
  const [name = "", value = ""] = session.split("=", 2)
  if (session !== "") await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  const faults: Array<string> = []
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text())
  })
  page.on("pageerror", (error) => faults.push(error.message))
  await page.goto(`${url}${path}`)
  return { page, faults, close: () => context.close() }
}

/** Expects that axe finds nothing wrong with a page. */
export const checked = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

/** Gives the width of what a page holds, and that of its window. */
export const widths = (page: Page): Promise<ReadonlyArray<number>> =>
  page.evaluate<ReadonlyArray<number>>("[document.documentElement.scrollWidth, window.innerWidth]")

const folderOfShots = process.env["CONVOQUE_SHOTS"]

/** Keeps a picture of a page in the folder CONVOQUE_SHOTS, if there is one. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  if (folderOfShots === undefined) return
  const path = join(folderOfShots, `${name.replaceAll("/", "_")}.png`)
  await page.screenshot({ path, fullPage: true })
}
