/** The demonstration of exam missions as people run it. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { extname, join, relative } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { readMail } from "../src/mailbox/read-mail.ts"
import { finished, startProgram } from "./support/child.ts"

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convoque-demo-exam-missions-"))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

// A program that starts takes its time on a busy machine.
const timeout = 240_000

test(
  "npm run demo -- exam-missions plays a day of the service and leaves its lists, papers and mails",
  { timeout },
  async () => {
    const { code, said } = await finished(
      startProgram("../../src/demo.ts", { arguments: ["exam-missions", "--out", folder] }),
    )
    expect(code, said).toBe(0)
    expect(said).not.toContain("[ÉCHEC]")
    expect(said.trim().split("\n").at(-1)).toMatch(/^(?:19\d|2\d\d) passed, 0 failed$/u)
    const out = join(folder, "exam-missions")
    const summary = JSON.parse(await readFile(join(out, "summary.json"), "utf8"))
    expect(summary).toMatchObject({ scenario: "exam-missions", failed: 0 })
    expect(summary.steps).toHaveLength(26)
    const left = (await readdir(out, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(out, join(entry.parentPath, entry.name)))
    expect(left.toSorted()).toEqual([...summary.files, "summary.json"].toSorted())
    const kinds = Object.fromEntries(
      [...Map.groupBy(left, extname)].map(([kind, names]) => [kind, names.length]),
    )
    expect(kinds).toEqual({ ".csv": 14, ".eml": 3, ".html": 1, ".json": 1, ".pdf": 7, ".txt": 1 })
    for (const name of left.filter((one) => one.endsWith(".pdf"))) {
      expect((await readFile(join(out, name))).subarray(0, 8).toString()).toBe("%PDF-1.4")
    }
    for (const name of left.filter((one) => one.endsWith(".eml"))) {
      const mail = await readMail(await readFile(join(out, name)))
      expect(mail.from).toBe("missions-examens@academie.example")
      expect(mail.parts).toEqual([])
    }
  },
)
