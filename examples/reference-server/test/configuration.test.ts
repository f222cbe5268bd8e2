/** The environment of the reference server: defaults, what is read, what is refused. */
import { mkdtemp, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { readConfiguration } from "../src/configuration.ts"

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "convoque-configuration-"))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const secret = "s".repeat(32)

describe("the configuration", () => {
  test("of an empty environment works on a developer's machine", () => {
    expect(readConfiguration({ DATA_FOLDER: folder })).toEqual({
      port: 3000,
      publicUrl: "http://localhost:3000",
      dataFolder: folder,
      databaseUrl: undefined,
      smtpUrl: undefined,
      mailFrom: "rendez-vous-de-carriere@academie.example",
      academy: "Garonne",
      zone: "Europe/Paris",
      examsMailbox: "dec@academie.example",
      sessionSecret: expect.stringMatching(/^[0-9a-f]{64}$/u),
      demonstration: true,
    })
  })

  test("takes every variable", () => {
    expect(
      readConfiguration({
        PORT: "8080",
        PUBLIC_URL: "https://rdc.academie.example",
        DATA_FOLDER: folder,
        DATABASE_URL: "postgres://localhost/rdc",
        SMTP_URL: "smtp://localhost:25",
        MAIL_FROM: "rdc@academie.example",
        ACADEMY_NAME: "Mayotte",
        ACADEMY_ZONE: "Indian/Mayotte",
        EXAMS_MAILBOX: "dec@ac-mayotte.example",
        SESSION_SECRET: secret,
        DEMONSTRATION: "off",
      }),
    ).toEqual({
      port: 8080,
      publicUrl: "https://rdc.academie.example",
      dataFolder: folder,
      databaseUrl: "postgres://localhost/rdc",
      smtpUrl: "smtp://localhost:25",
      mailFrom: "rdc@academie.example",
      academy: "Mayotte",
      zone: "Indian/Mayotte",
      examsMailbox: "dec@ac-mayotte.example",
      sessionSecret: secret,
      demonstration: false,
    })
  })

  test("takes a variable set to nothing as absent", () => {
    const empty = { PORT: "", PUBLIC_URL: "", DATABASE_URL: "", SMTP_URL: "", MAIL_FROM: "" }
    const read = readConfiguration({ ...empty, SESSION_SECRET: "", DATA_FOLDER: folder })
    expect(read).toEqual(readConfiguration({ DATA_FOLDER: folder }))
  })

  test("names the public address by the port", () => {
    const read = readConfiguration({ PORT: "4000", DATA_FOLDER: folder })
    expect(read).toMatchObject({ port: 4000, publicUrl: "http://localhost:4000" })
  })

  test("draws the secret of sessions once, and keeps it from other users", async () => {
    const [first, second] = [1, 2].map(() =>
      readConfiguration({ DATA_FOLDER: join(folder, "new") }),
    )
    expect(first).toEqual(second)
    const path = join(folder, "new", "session-secret")
    expect(first).toMatchObject({ sessionSecret: await readFile(path, "utf8") })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["SESSION_SECRET", "short"],
    ["PUBLIC_URL", "rdc.academie.example"],
    ["PUBLIC_URL", "ftp://rdc.academie.example"],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a@b.example\r\nBcc: c@d.example"],
    ["ACADEMY_ZONE", "Europe/Toulouse"],
    ["EXAMS_MAILBOX", "nobody"],
    ["DEMONSTRATION", "no"],
  ])("refuses %s=%j in one sentence that names it", (variable, value) => {
    expect(readConfiguration({ DATA_FOLDER: folder, [variable]: value })).toEqual({
      _tag: "configuration.invalid",
      variable,
      sentence: expect.stringMatching(new RegExp(`^${variable} doit .+\\.$`, "u")),
    })
  })
})
