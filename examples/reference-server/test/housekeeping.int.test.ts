/** The hourly sweep: messages leave when the table of retention says so, not before. */
import { addDays, type CivilDate } from "@convoque/core/kernel/calendar"
import { Registers, Sessions, StorageUnavailable } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, expect, test } from "vitest"
import { demonstrationTenant as tenant } from "../src/demonstration/people.ts"
import { onDay } from "../src/demonstration/quiet-past.ts"
import { sweep } from "../src/housekeeping.ts"
import { startCatchAll } from "../src/mailbox/catch-all.ts"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { issue, openFiles } from "./support/campaign.ts"
import { heard } from "./support/heard.ts"
import { type Office, openOffice } from "./support/office.ts"

const today = "2026-03-30" as CivilDate
let office: Office
let folder: string
let close: () => Promise<void>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convoque-sweep-"))
  const mailbox = await startCatchAll(folder)
  office = await openOffice({ smtpUrl: mailbox.url, mails: mailbox.mails, today })
  close = async () => {
    await office.close()
    await mailbox.close()
    await rm(folder, { recursive: true, force: true })
  }
  const [file] = await openFiles(office, "sweep", [1])
  if (file === undefined) expect.fail("no file")
  await issue(file)
  await office.send()
}, 120_000)

afterAll(() => close())

const fates = async () => (await office.messages()).map(({ fate }) => fate._tag)

test("a message sent is kept for the year of the table, and no longer", async () => {
  expect(await fates()).toEqual(["sent"])
  await office.run(onDay(addDays(today, 360), sweep(tenant)))
  expect(await fates()).toEqual(["sent"])
  await office.run(onDay(addDays(today, 370), sweep(tenant)))
  expect(await fates()).toEqual([])
})

test("what fails is logged and keeps nothing else back", async () => {
  const { lines, logged } = heard()
  const down = new StorageUnavailable({ reason: "away", safeToRetry: true })
  await office.run(
    Effect.gen(function* () {
      const sessions = yield* Sessions
      const broken = Sessions.of({ ...sessions, purge: () => Effect.fail(down) })
      yield* sweep(tenant).pipe(Effect.provideService(Sessions, broken), logged)
    }),
  )
  expect(lines).toEqual([expect.stringMatching(/^Warn Purge of sessions failed/u)])
})

test("what an abandoned import has left aside is cleared after some hours, not before", async () => {
  const asked: Array<string> = []
  await office.run(
    Effect.gen(function* () {
      const registers = yield* Registers
      const watched = Registers.of({
        ...registers,
        purge: (before) => Effect.sync(() => asked.push(before)),
      })
      yield* sweep(tenant).pipe(Effect.provideService(Registers, watched))
    }),
  )
  expect(asked).toEqual(["2026-03-30T05:00:00.000Z"])
})
