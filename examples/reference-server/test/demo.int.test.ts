/** The demonstration as people run it: it plays every scenario, leaves its files, and ends well. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { extname, join, relative } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readMail } from "../src/mailbox/read-mail.ts"
import { finished, startProgram } from "./support/child.ts"

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convoque-demo-test-"))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

// A program that starts takes its time on a busy machine.
const timeout = 240_000

test(
  "npm run demo leaves what people receive, with a summary, and exits with 0",
  { timeout },
  async () => {
    const { code, said } = await finished(
      startProgram("../../src/demo.ts", { arguments: ["career-appointments", "--out", folder] }),
    )
    expect(code, said).toBe(0)
    expect(said).not.toContain("[ÉCHEC]")
    expect(said.trim().split("\n").at(-1)).toMatch(/^\d{2} passed, 0 failed$/u)
    const out = join(folder, "career-appointments")
    const summary = JSON.parse(await readFile(join(out, "summary.json"), "utf8"))
    expect(summary).toMatchObject({ scenario: "career-appointments", failed: 0 })
    const left = (await readdir(out)).toSorted()
    expect(left).toEqual([...summary.files, "summary.json"].toSorted())
    const ending = (suffix: string) => left.filter((name) => name.endsWith(suffix))
    expect([ending(".eml").length, ending(".ics").length, ending(".pdf").length]).toEqual([
      4, 12, 3,
    ])
    for (const name of ending(".pdf")) {
      expect((await readFile(join(out, name))).subarray(0, 8).toString()).toBe("%PDF-1.4")
    }
    for (const name of ending(".ics")) {
      expect(await readFile(join(out, name), "utf8")).toMatch(
        /^BEGIN:VCALENDAR\r\n.+END:VCALENDAR\r\n$/su,
      )
    }
    const mails = await Promise.all(
      ending(".eml").map(async (name) => readMail(await readFile(join(out, name)))),
    )
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(4)
  },
)

test(
  "npm run demo -- interviews plays a whole campaign and leaves its mails, papers and exports",
  { timeout },
  async () => {
    const { code, said } = await finished(
      startProgram("../../src/demo.ts", { arguments: ["interviews", "--out", folder] }),
    )
    expect(code, said).toBe(0)
    expect(said).not.toContain("[ÉCHEC]")
    expect(said.trim().split("\n").at(-1)).toMatch(/^1\d{2} passed, 0 failed$/u)
    const out = join(folder, "interviews")
    const summary = JSON.parse(await readFile(join(out, "summary.json"), "utf8"))
    const left = (await readdir(out, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(out, join(entry.parentPath, entry.name)))
    expect(left.toSorted()).toEqual([...summary.files, "summary.json"].toSorted())
    expect(new Set(left.map(extname))).toEqual(
      new Set([
        ".csv",
        ".css",
        ".eml",
        ".html",
        ".ics",
        ".json",
        ".pdf",
        ".svg",
        ".txt",
        ".xlsx",
        ".zip",
      ]),
    )
    const mails = await Promise.all(
      left
        .filter((name) => name.endsWith(".eml"))
        .map(async (name) => readMail(await readFile(join(out, name)))),
    )
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length)
    // Every mail bears the day of the scenario, whenever it is played.
    expect(mails.map(({ date }) => date.slice(0, 4))).toEqual(mails.map(() => "2026"))
  },
)

test("npm run demo refuses a context that it does not know", { timeout }, async () => {
  const { code, said } = await finished(
    startProgram("../../src/demo.ts", { arguments: ["weddings", "--out", folder] }),
  )
  expect([code, said.trim()]).toEqual([
    2,
    "Contexte inconnu : weddings. Contextes : career-appointments, interviews, exam-missions.",
  ])
})
