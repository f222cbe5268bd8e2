/**
 * Mail servers that fail, from the save to the delivery, with the services of the reference server:
 * no convocation is lost, none has two identities, and no state depends on a delivery.
 */
import { Outbox, type OutboxEntry } from "@convoque/core/kernel/ports"
import { instantFromMillis } from "@convoque/core/kernel/calendar"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest"
import {
  closedPort,
  type RunningSmtp,
  type SmtpBehaviour,
  startSmtp,
} from "../../../packages/adapters-mail/test/support/smtp.ts"
import { createDatabase } from "../../../packages/adapters-sql/test/support/postgres.ts"
import { type File, issue, openFiles } from "./support/campaign.ts"
import { type Office, type OfficeSettings, openOffice } from "./support/office.ts"
import { academy, addressOf } from "./support/people.ts"

let databaseUrl: string
const closing: Array<() => Promise<void>> = []

beforeEach(async () => {
  databaseUrl = await createDatabase(inject("postgresUrl"))
})

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const officeFor = async (port: number, settings: Partial<OfficeSettings> = {}): Promise<Office> => {
  const office = await openOffice({
    databaseUrl,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    ...settings,
  })
  closing.push(office.close)
  return office
}

const smtpThat = async (behaviour: SmtpBehaviour = {}): Promise<RunningSmtp> => {
  const smtp = await startSmtp({ behaviour })
  closing.push(smtp.close)
  return smtp
}

const issued = async (
  office: Office,
  campaign: string,
  numbers: ReadonlyArray<number>,
): Promise<ReadonlyArray<File>> => {
  const files = await openFiles(office, campaign, numbers)
  const answers = await Promise.all(files.map(issue))
  expect(answers.map(({ body }) => body["state"])).toEqual(files.map(() => "convened"))
  return files
}

const stateOf = async ({ head, path }: File): Promise<string> => {
  const { body, version } = await head.get(path)
  return `${String(body["state"])} ${version ?? ""}`
}

const entryOf = async (office: Office, { agent }: File): Promise<OutboxEntry> => {
  const entries = (await office.messages()).filter(
    ({ message }) => message.content.to.address === addressOf(agent),
  )
  const [entry, ...others] = entries
  if (entry === undefined || others.length > 0) throw new Error(`${entries.length} messages`)
  return entry
}

const fatesOf = async (
  office: Office,
  files: ReadonlyArray<File>,
): Promise<ReadonlyArray<string>> =>
  (await Promise.all(files.map((file) => entryOf(office, file)))).map(({ fate }) => fate._tag)

// How many mails the server took, by agent and by identity.
const taken = (smtp: RunningSmtp): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { to, messageId } of smtp.mails) {
    const name = `${to.join()} ${messageId ?? "without identity"}`
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

const expectOnceEach = (smtp: RunningSmtp, files: ReadonlyArray<File>): void => {
  const counts = taken(smtp)
  expect(
    Object.keys(counts)
      .map((name) => name.split(" ")[0])
      .toSorted(),
  ).toEqual(files.map(({ agent }) => addressOf(agent)).toSorted())
  expect(Object.values(counts)).toEqual(files.map(() => 1))
}

describe("a convocation issued", () => {
  test("while no mail server answers waits, and leaves once when there is one", async () => {
    const absent = await officeFor(await closedPort())
    const files = await issued(absent, "absent", [1, 2, 3])
    const states = await Promise.all(files.map(stateOf))
    expect(await absent.send()).toMatchObject({ leased: 3, deferred: 3, sent: 0 })
    expect(await fatesOf(absent, files)).toEqual(["deferred", "deferred", "deferred"])
    const [first] = files
    if (first === undefined) return
    const { fate, attempts } = await entryOf(absent, first)
    expect([attempts, "answer" in fate && fate.answer]).toEqual([
      1,
      expect.stringContaining("ECONNREFUSED"),
    ])
    // Too early for another attempt.
    expect(await absent.send()).toMatchObject({ leased: 0 })
    expect(await Promise.all(files.map(stateOf))).toEqual(states)

    const smtp = await smtpThat()
    const present = await officeFor(smtp.port)
    expect(await present.send(1)).toMatchObject({ leased: 3, sent: 3 })
    expectOnceEach(smtp, files)
    expect(await present.send(48)).toMatchObject({ leased: 0 })
    expect(await Promise.all(files.map(stateOf))).toEqual(states)
  })

  test("for an address that the server refuses says so; the others leave; a corrected one too", async () => {
    const wrong = addressOf("agent-12")
    const smtp = await smtpThat({ refuse: { [wrong]: "550 5.1.1 No such user" } })
    const office = await officeFor(smtp.port)
    const files = await issued(office, "refused", [11, 12, 13])
    const states = await Promise.all(files.map(stateOf))
    expect(await office.send()).toMatchObject({ leased: 3, sent: 2, refused: 1 })
    expect(await fatesOf(office, files)).toEqual(["sent", "refused", "sent"])
    const [, refused] = files
    if (refused === undefined) return
    const entry = await entryOf(office, refused)
    expect("answer" in entry.fate && entry.fate.answer).toContain("550 5.1.1 No such user")
    const page = await (await office.server.request("/outbox")).text()
    expect(page).toContain("Refusés par le serveur")
    expect(page).toContain("550 5.1.1 No such user")
    // Permanent: no later attempt without a correction.
    expect(await office.send(72)).toMatchObject({ leased: 0 })

    await office.run(
      Effect.flatMap(Outbox, (outbox) =>
        outbox.resend({
          tenant: academy,
          id: entry.message.id,
          to: { ...entry.message.content.to, address: "agent-12.right@academie.example" },
          now: instantFromMillis(Date.now()),
        }),
      ),
    )
    expect(await office.send()).toMatchObject({ leased: 1, sent: 1 })
    expect(smtp.mails.map(({ to }) => to.join()).toSorted()).toEqual([
      addressOf("agent-11"),
      "agent-12.right@academie.example",
      addressOf("agent-13"),
    ])
    expect(Object.values(taken(smtp))).toEqual([1, 1, 1])
    expect(await Promise.all(files.map(stateOf))).toEqual(states)
  })

  test("while the server is silent is left after the time-out and tried again", async () => {
    const silent = await smtpThat({ silent: true })
    const office = await officeFor(silent.port, { smtpSeconds: 0.3 })
    const files = await issued(office, "silent", [21, 22])
    expect(await office.send()).toMatchObject({ leased: 2, deferred: 2 })
    const [first] = files
    if (first === undefined) return
    const { fate } = await entryOf(office, first)
    expect("answer" in fate && fate.answer).toMatch(/ETIMEDOUT|Greeting never received/u)
    const smtp = await smtpThat()
    const repaired = await officeFor(smtp.port)
    expect(await repaired.send(1)).toMatchObject({ leased: 2, sent: 2 })
    expectOnceEach(smtp, files)
  })

  test("is tried again under the same identity when the connection breaks in its content", async () => {
    const smtp = await smtpThat({ dropInData: 3 })
    const office = await officeFor(smtp.port)
    const files = await issued(office, "dropped", [31, 32, 33, 34, 35])
    const states = await Promise.all(files.map(stateOf))
    const report = await office.send()
    expect([report.leased, report.deferred + report.sent]).toEqual([5, 5])
    expect(report.deferred).toBeGreaterThan(0)
    await drained(office)
    // Three contents were cut; the server counts every beginning.
    expect(smtp.contents()).toBe(8)
    expectOnceEach(smtp, files)
    expect(await fatesOf(office, files)).toEqual(files.map(() => "sent"))
    expect(await Promise.all(files.map(stateOf))).toEqual(states)
  })

  test("goes out twice under one identity when the server took it and its answer was lost", async () => {
    const smtp = await smtpThat({ dropAfterData: 2 })
    const office = await officeFor(smtp.port)
    const files = await issued(office, "answer-lost", [41, 42, 43])
    await office.send()
    await drained(office)
    const counts = taken(smtp)
    expect(Object.keys(counts)).toHaveLength(3)
    expect(smtp.mails).toHaveLength(5)
    expect(await fatesOf(office, files)).toEqual(["sent", "sent", "sent"])
  })

  test("waits while the server asks to try later, and is never given up within two days", async () => {
    const smtp = await smtpThat({ answerData: "451 4.3.0 Try later" })
    const office = await officeFor(smtp.port)
    const files = await issued(office, "later", [51])
    let attempts = 0
    for (let hours = 0; hours < 48; hours += 5) attempts += (await office.send(hours)).deferred
    expect(attempts).toBe(10)
    expect(await fatesOf(office, files)).toEqual(["deferred"])
    smtp.behave({})
    expect(await office.send(60)).toMatchObject({ leased: 1, sent: 1 })
    expectOnceEach(smtp, files)
  })

  test("is changed and accepted while its mail waits: the state never asks about the delivery", async () => {
    const office = await officeFor(await closedPort())
    const files = await issued(office, "meanwhile", [61])
    await office.send()
    const [file] = files
    if (file === undefined) return
    const agent = await office.signIn(file.agent, ["agent"])
    const { version } = await agent.get(file.path)
    const accepted = await agent.send("POST", `${file.path}/acceptance`, { version })
    expect([accepted.status, accepted.body["state"]]).toEqual([200, "accepted"])
    expect(await fatesOf(office, files)).toEqual(["deferred"])
  })
})

// Later and later, until nothing is due.
const drained = async (office: Office): Promise<void> => {
  for (let hours = 1; hours < 50; hours += 5) {
    const { leased } = await office.send(hours)
    if (leased === 0) return
  }
}
