/**
 * Evaluators who save at the same instant, over HTTP, on PostgreSQL, through one server and through
 * two: each pair ends in one convocation and one mail.
 */
import { CampaignId } from "@convoque/core/career-appointments"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { createDatabase } from "../../../packages/adapters-sql/test/support/postgres.ts"
import { type RunningSmtp, startSmtp } from "../../../packages/adapters-mail/test/support/smtp.ts"
import {
  confirmed,
  type File,
  headItems,
  inspectorItems,
  openFiles,
  setFirst,
  through,
} from "./support/campaign.ts"
import { type Office, openOffice } from "./support/office.ts"
import { addressOf, type Directory, makeDirectory } from "./support/people.ts"
import { dismiss } from "./support/dismiss.ts"
import type { Door, Seen } from "./support/visitor.ts"

let smtp: RunningSmtp
let offices: ReadonlyArray<Office>
let doors: readonly [Door, Door]
let directory: Directory

beforeAll(async () => {
  smtp = await startSmtp()
  const databaseUrl = await createDatabase(inject("postgresUrl"))
  directory = makeDirectory()
  const settings = { databaseUrl, smtpUrl: `smtp://127.0.0.1:${smtp.port}`, directory }
  // The second server starts on tables that the first one made.
  const first = await openOffice(settings)
  const second = await openOffice(settings)
  offices = [first, second]
  doors = [await first.listen(), await second.listen()]
})

afterAll(async () => {
  await Promise.all(offices.map((office) => office.close()))
  await smtp.close()
})

const numbers = (from: number, count: number): ReadonlyArray<number> =>
  Array.from({ length: count }, (_, index) => from + index)

const open = (campaign: string, from: number, count: number): Promise<ReadonlyArray<File>> =>
  openFiles(officeNumber(0), campaign, numbers(from, count))

const officeNumber = (index: 0 | 1): Office => {
  const office = offices[index]
  if (office === undefined) throw new Error("no office")
  return office
}

const versionOf = ({ version }: Seen): number => Number(/^"v(\d+)"$/u.exec(version ?? "")?.[1])

// The first evaluator by one door; the second by the other, or by the same one.
const byTwoDoors = (file: File, index: number) => ({
  inspector: through(file, doors[0]).inspector,
  head: through(file, doors[index % 2 === 0 ? 0 : 1]).head,
})

test("RDC-13 fifty pairs save at the same instant: each ends in one convocation and one mail", async () => {
  const files = await open("pairs", 1, 50)
  const pairs = await Promise.all(
    files.map(async (file, index) => {
      const { inspector, head } = byTwoDoors(file, index)
      const [one, other] = await Promise.all([inspector.get(file.path), head.get(file.path)])
      expect([one.version, other.version]).toEqual(['"v1"', '"v1"'])
      return { file, inspector, head }
    }),
  )
  const version = '"v1"'
  const saves = await Promise.all(
    pairs.map(({ file, inspector, head }) =>
      Promise.all([
        inspector.send("PUT", file.setInspector, { version, body: { items: inspectorItems() } }),
        head.send("PUT", file.setHead, { version, body: { items: headItems() } }),
      ]),
    ),
  )
  for (const [byInspector, byHead] of saves) {
    const [won, lost] = byInspector.status === 200 ? [byInspector, byHead] : [byHead, byInspector]
    expect([won.status, won.body["state"]]).toEqual([200, "partially-set"])
    expect([lost.status, lost.code]).toEqual([412, "conflict.stale-version"])
    expect(lost.body["values"]).toEqual({ seen: 1, current: versionOf(won) })
    expect(lost.version).toBe(won.version)
  }
  const inspectorsWon = saves.filter(([{ status }]) => status === 200).length
  console.info(`races: of 50 pairs the inspector won ${inspectorsWon}`)

  const ends = await Promise.all(
    pairs.map(async ({ file, inspector, head }, index) => {
      const [byInspector, byHead] = saves[index] ?? []
      const isInspector = byInspector?.status === 412
      const lost = isInspector ? byInspector : byHead
      const send = (acknowledged: ReadonlyArray<unknown>) =>
        (isInspector ? inspector : head).send(
          "PUT",
          isInspector ? file.setInspector : file.setHead,
          {
            version: lost?.version,
            body: { items: isInspector ? inspectorItems() : headItems(), acknowledged },
          },
        )
      return { asked: await send([]), issued: await send(confirmed(file.agent)) }
    }),
  )
  for (const { asked, issued } of ends) {
    expect([asked.status, asked.code]).toEqual([409, "convocation.confirmation-required"])
    expect([issued.status, issued.body["state"], issued.body["edition"]]).toEqual([
      200,
      "convened",
      1,
    ])
    expect(versionOf(issued)).toBe(4)
  }
  await expectOneMailEach(files)
  expect(offices.flatMap(({ logged }) => logged)).toEqual([])
})

test("RDC-13 the last evaluator confirms twice at the same instant: one convocation, one mail", async () => {
  const files = await open("twice", 101, 20)
  const firsts = await Promise.all(files.map(setFirst))
  const saves = await Promise.all(
    files.map((file, index) =>
      Promise.all(
        doors.map((door) =>
          file.head.through(door).send("PUT", file.setHead, {
            version: firsts[index]?.version,
            body: { items: headItems(), acknowledged: confirmed(file.agent) },
          }),
        ),
      ),
    ),
  )
  for (const pair of saves) {
    const [won, lost] = pair.toSorted((one, other) => one.status - other.status)
    expect([won?.status, lost?.status]).toEqual([200, 412])
    expect(lost?.version).toBe(won?.version)
  }
  await expectOneMailEach(files)
})

test("RDC-13 a save without the version that was read is refused by 428, and nothing is written", async () => {
  const files = await open("unversioned", 201, 10)
  const saves = await Promise.all(
    files.flatMap((file, index) => {
      const { inspector, head } = byTwoDoors(file, index)
      return [
        inspector.send("PUT", file.setInspector, { body: { items: inspectorItems() } }),
        head.send("PUT", file.setHead, {
          body: { items: headItems(), acknowledged: confirmed(file.agent) },
        }),
      ]
    }),
  )
  expect(new Set(saves.map(({ status, code }) => `${status} ${String(code)}`))).toEqual(
    new Set(["428 precondition.required"]),
  )
  const after = await Promise.all(files.map(({ head, path }) => head.get(path)))
  expect(after.map(({ version }) => version)).toEqual(files.map(() => '"v1"'))
  expect(await mailsTo(files)).toEqual([])
})

test("RDC-13 a double click sends the same request twice: one effect, the same answer", async () => {
  const files = await open("double-click", 301, 20)
  const firsts = await Promise.all(files.map(setFirst))
  const repeated = (file: File, index: number, door: Door): Promise<Seen> =>
    file.head.through(door).send("PUT", file.setHead, {
      version: firsts[index]?.version,
      key: `double-click-${file.agent}`,
      body: { items: headItems(), acknowledged: confirmed(file.agent) },
    })
  const clicks = await Promise.all(
    files.map((file, index) => Promise.all(doors.map((door) => repeated(file, index, door)))),
  )
  for (const [index, pair] of clicks.entries()) {
    const done = pair.filter(({ status }) => status === 200)
    const others = pair.filter(({ status }) => status !== 200)
    expect(done.length).toBeGreaterThanOrEqual(1)
    expect(others.every(({ code }) => code === "idempotency.in-progress")).toBe(true)
    const file = files[index]
    if (file === undefined) continue
    const again = await repeated(file, index, doors[1])
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([200, "true"])
    expect([again.text, again.version]).toEqual([done[0]?.text, done[0]?.version])
    expect(versionOf(await file.head.get(file.path))).toBe(4)
  }
  await expectOneMailEach(files)
})

test("RDC-01 a manager loses the campaign while he replaces evaluators: nothing is done after", async () => {
  const office = officeNumber(0)
  const files = await open("dismissed", 401, 60)
  const manager = await office.signIn("manager-1", ["campaign-manager"])
  const versions = (): Promise<ReadonlyArray<number>> =>
    Promise.all(files.map(async ({ inspector, path }) => versionOf(await inspector.get(path))))
  let done = 0
  let dismissal: Promise<ReadonlyArray<number>> | undefined
  const replace = async ({ path }: File, door: Door): Promise<Seen> => {
    const answer = await manager.through(door).send("PUT", `${path}/roles/school-head/evaluator`, {
      version: '"v1"',
      body: { person: "head-1" },
    })
    if (answer.status === 200) done += 1
    // While others are under way.
    if (done === 15) dismissal ??= dismiss(office, CampaignId.make("dismissed")).then(versions)
    return answer
  }
  const waiting = [...files.entries()]
  const answers = new Map<number, Seen>()
  const worker = async (door: Door): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      answers.set(next[0], await replace(next[1], door))
    }
  }
  // Between reading the campaign and committing: as many as possible are there at the dismissal.
  directory.answerAfter(50)
  await Promise.all([...doors, ...doors, ...doors].map(worker))
  directory.answerAfter(0)
  const atDismissal = await dismissal
  console.info(`races: ${done} of 60 evaluators replaced before the manager's dismissal`)
  expect(done).toBeGreaterThanOrEqual(15)
  expect(done).toBeLessThan(60)
  expect(await versions()).toEqual(atDismissal)
  for (const [index, { status, code }] of answers) {
    if (status === 200) expect(atDismissal?.[index]).toBe(2)
    else expect([status, code]).toEqual([403, "actor.not-allowed"])
  }
})

test("RDC-01 two population files with one agent in common: one is taken whole, the other not at all", async () => {
  const office = officeNumber(0)
  const [file] = await open("populations", 501, 1)
  const manager = await office.signIn("manager-1", ["campaign-manager"])
  const enrol = (door: Door, from: number): Promise<Seen> =>
    manager.through(door).send("POST", "/career-campaigns/populations/enrolments", {
      body: {
        csv: [
          "agent;regional-inspector;school-head",
          ...numbers(from, 10).map((number) => `agent-${number};inspector-1;head-1`),
          "",
        ].join("\n"),
      },
    })
  const answers = await Promise.all([enrol(doors[0], 510), enrol(doors[1], 519)])
  const [taken, refused] = answers.toSorted((one, other) => one.status - other.status)
  expect([taken?.status, taken?.body["opened"]]).toEqual([201, 10])
  expect(["conflict.stale-version", "enrolment.refused"]).toContain(refused?.code)
  const list = await manager.through(doors[0]).get("/career-campaigns/populations/files")
  expect(list.body["count"]).toBe(11)
  expect(file?.agent).toBe("agent-501")
})

const mailsTo = async (files: ReadonlyArray<File>): Promise<ReadonlyArray<string>> => {
  // Two workers at once, as with two servers.
  await Promise.all(offices.map((office) => office.send()))
  const wanted = new Set(files.map(({ agent }) => addressOf(agent)))
  return smtp.mails.flatMap(({ to, messageId }) =>
    to.some((address) => wanted.has(address)) ? [`${to.join()} ${messageId ?? ""}`] : [],
  )
}

const expectOneMailEach = async (files: ReadonlyArray<File>): Promise<void> => {
  const mails = await mailsTo(files)
  expect(mails.map((mail) => mail.split(" ")[0]).toSorted()).toEqual(
    files.map(({ agent }) => addressOf(agent)).toSorted(),
  )
  expect(new Set(mails.map((mail) => mail.split(" ")[1])).size).toBe(files.length)
}
