/**
 * Servers killed between a save and its delivery: every convocation that was answered as issued is
 * delivered, under one identity, and none leaves for a save that was not committed.
 */
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { type RunningSmtp, startSmtp } from "../../../packages/adapters-mail/test/support/smtp.ts"
import { createDatabase } from "../../../packages/adapters-sql/test/support/postgres.ts"
import {
  confirmed,
  type File,
  headItems,
  openFiles,
  setFirst,
  succeeded,
} from "./support/campaign.ts"
import { chance, moments, seed } from "./support/chance.ts"
import { type Child, saying, startProgram } from "./support/child.ts"
import { doorTo, type Office, openOffice } from "./support/office.ts"
import { addressOf } from "./support/people.ts"
import type { Door, Seen } from "./support/visitor.ts"

const kills = Number(process.env["CONVOQUE_DEEP"] ?? 1) > 1 ? 200 : 10
const savesPerKill = 2

let smtp: RunningSmtp
let office: Office
let databaseUrl: string
let cache: string
const started: Array<Promise<Serving>> = []

beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), "convoque-killed-"))
  smtp = await startSmtp()
  databaseUrl = await createDatabase(inject("postgresUrl"))
  office = await openOffice({ databaseUrl, smtpUrl: smtpUrl(), maxAttempts: 1000 })
})

afterAll(async () => {
  for (const serving of started) await (await serving).child.end("SIGKILL")
  await rm(cache, { recursive: true, force: true })
  await office.close()
  await smtp.close()
})

const smtpUrl = (): string => `smtp://127.0.0.1:${smtp.port}`

interface Serving {
  readonly child: Child
  readonly door: Door
}

const startServer = (): Promise<Serving> => {
  const program = startProgram("./killed-child.ts", {
    environment: {
      DATABASE_URL: databaseUrl,
      SMTP_URL: smtpUrl(),
      // Halves the time of a start.
      NODE_COMPILE_CACHE: cache,
    },
  })
  const serving = saying(program, /listening on (\d+)/u).then((child) => ({
    child,
    door: doorTo(Number(child.match[1])),
  }))
  started.push(serving)
  return serving
}

const save = (file: File, door: Door, key: string): Promise<Seen> =>
  file.head.through(door).send("PUT", file.setHead, {
    version: '"v2"',
    key,
    body: { items: headItems(), acknowledged: confirmed(file.agent) },
  })

const firstKey = ({ agent }: File): string => `first-${agent}`

// Somebody who was not answered asks again, looks, and saves once more if it was not done.
const insist = async (file: File, { child, door }: Serving): Promise<void> => {
  const again = await save(file, door, firstKey(file))
  if (again.status === 200) return
  expect(["idempotency.in-progress", "conflict.stale-version"], child.said()).toContain(again.code)
  const { body } = await file.head.through(door).get(file.path)
  if (body["state"] === "partially-set") await succeeded(save(file, door, `second-${file.agent}`))
}

const isTaken = ({ agent }: File): boolean =>
  smtp.mails.some(({ to }) => to.includes(addressOf(agent)))

/** Where the save of a file stood when its server was killed. */
const standing = async (files: ReadonlyArray<File>): Promise<ReadonlyArray<string>> => {
  const entries = await office.messages()
  return files.map((file) => {
    const entry = entries.find(
      ({ message }) => message.content.to.address === addressOf(file.agent),
    )
    if (entry === undefined) return "not committed"
    if (entry.fate._tag === "sent") return "noted"
    if (isTaken(file)) return "sent, not noted"
    return entry.attempts === 0 ? "committed, not begun" : "being sent"
  })
}

// What a kill waits for, and how many milliseconds more at most: a save takes longer on a server
// that has just started than what follows.
const milestones = [
  { after: "request", within: 150 },
  { after: "answer", within: 40 },
  { after: "lease", within: 20 },
  { after: "mail", within: 10 },
] as const

const killMoments = () => {
  const next = chance(seed)
  return milestones.flatMap(({ after, within }) =>
    moments(next, kills / milestones.length, within).map((millis) => ({ after, millis })),
  )
}

const notLeased = ["not committed", "committed, not begun"]

const reached = async (
  after: (typeof milestones)[number]["after"],
  files: ReadonlyArray<File>,
  saves: ReadonlyArray<Promise<Seen | undefined>>,
): Promise<void> => {
  if (after === "request") return
  await Promise.any(saves)
  if (after === "lease") {
    while ((await standing(files)).every((where) => notLeased.includes(where))) await pause(1)
  }
  if (after === "mail") while (!files.some(isTaken)) await pause(1)
}

const title = `RDC-13 ${kills} servers killed between the save and the delivery lose and invent no convocation`

test(title, { timeout: 20_000 * kills }, async () => {
  const count = kills * savesPerKill
  const files = await openFiles(
    office,
    "killed",
    Array.from({ length: count }, (_, index) => index + 1),
  )
  await Promise.all(files.map(setFirst))
  const standings: Record<string, number> = {}
  const answered = new Set<File>()
  const pending = [...files]
  let next = startServer()
  for (const { after, millis } of killMoments()) {
    const { child, door } = await next
    // The next server starts while this one works.
    next = startServer()
    const pair = pending.splice(0, savesPerKill)
    child.write("send\n")
    const saves = pair.map((file) => save(file, door, firstKey(file)).catch(() => undefined))
    await reached(after, pair, saves)
    await pause(millis)
    expect(await child.end("SIGKILL")).toBe("SIGKILL")
    const answers = await Promise.all(saves)
    for (const [index, file] of pair.entries()) {
      if (answers[index]?.status === 200) answered.add(file)
    }
    for (const where of await standing(pair)) standings[where] = (standings[where] ?? 0) + 1
    // One of two who were not answered comes back to the next server, the other never does.
    const [kept] = pair
    if (kept !== undefined && !answered.has(kept)) {
      await insist(kept, await next)
      answered.add(kept)
    }
  }
  await (await next).child.end("SIGKILL")
  const takenByServers = smtp.mails.length
  while ((await office.send(1)).leased > 0);
  console.info(
    `killed: seed ${seed}, ${kills} kills, saves at the kill ${JSON.stringify(standings)}`,
  )
  console.info(
    `killed: ${answered.size} saves answered, ${files.length - answered.size} given up by their author, ${smtp.mails.length} mails taken, ${smtp.mails.length - takenByServers} of them in the end`,
  )
  await expectOneIdentityEach(files, answered)
  const { "not committed": _, noted: __, ...between } = standings
  expect(Object.keys(between).length).toBeGreaterThan(0)
})

const expectOneIdentityEach = async (
  files: ReadonlyArray<File>,
  answered: ReadonlySet<File>,
): Promise<void> => {
  const entries = await office.messages()
  expect(new Set(entries.map(({ fate }) => fate._tag))).toEqual(new Set(["sent"]))
  let convened = 0
  for (const file of files) {
    const { body } = await file.head.get(file.path)
    const isConvened = body["state"] === "convened"
    if (answered.has(file)) expect(isConvened).toBe(true)
    else if (!isConvened) expect(body["state"]).toBe("partially-set")
    const mails = smtp.mails.filter(({ to }) => to.includes(addressOf(file.agent)))
    const identities = new Set(mails.map(({ messageId }) => messageId))
    expect([file.agent, identities.size]).toEqual([file.agent, isConvened ? 1 : 0])
    if (isConvened) convened += 1
  }
  expect(entries).toHaveLength(convened)
  console.info(
    `killed: ${convened} convocations of ${files.length} files, ${smtp.mails.length - convened} mails sent again under the same Message-ID`,
  )
}
