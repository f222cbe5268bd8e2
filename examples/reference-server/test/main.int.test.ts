/**
 * The program as people start it, on a PGlite folder and with its own mailbox: it says what runs
 * where, stops cleanly, keeps a second process out of its folder, and survives being killed between
 * a save and its delivery.
 */
import { mkdtemp, readFile, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { demonstrationCampaign } from "../src/demonstration/campaign.ts"
import { people } from "../src/demonstration/people.ts"
import { startCatchAll } from "../src/mailbox/catch-all.ts"
import { readMail } from "../src/mailbox/read-mail.ts"
import { closedPort } from "../../../packages/adapters-mail/test/support/smtp.ts"
import { confirmed, headItems, item, succeeded } from "./support/campaign.ts"
import { chance, seed } from "./support/chance.ts"
import { type Child, finished, saying, startProgram } from "./support/child.ts"
import { doorTo, openOffice } from "./support/office.ts"
import { type Visitor, visitor } from "./support/visitor.ts"

let folder: string
let port: number
const started: Array<Promise<Child>> = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "convoque-main-"))
  port = await closedPort()
})

afterAll(async () => {
  for (const child of started) await (await child).end("SIGKILL")
  await rm(folder, { recursive: true, force: true })
})

const environment = (): Record<string, string> => ({
  PORT: String(port),
  DATA_FOLDER: folder,
  NODE_COMPILE_CACHE: join(folder, "cache"),
})

const start = async (): Promise<Child> => {
  const program = startProgram("../../src/main.ts", { environment: environment() })
  const child = saying(program, /courriels : .+/u)
  started.push(child)
  return child
}

const origin = (): string => `http://localhost:${port}`

const signIn = async (account: string): Promise<Visitor> => {
  const door = doorTo(port)
  const answer = await door("/sign-in", {
    method: "POST",
    headers: { origin: origin(), "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ account }).toString(),
  })
  expect(answer.status).toBe(303)
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? ""
  return visitor(door, cookie, origin())
}

const files = `/career-campaigns/${demonstrationCampaign}/files`

// Programs that start take their time on a busy machine.
const timeout = 240_000

test(
  "starts, says what runs where, refuses its folder to a second process, stops cleanly",
  { timeout },
  async () => {
    const child = await start()
    expect(child.said()).toContain(`Convoque, serveur de référence : ${origin()}`)
    expect(child.said()).toContain(`${origin()}/docs`)
    expect(child.said()).toContain(`PGlite, dans ${join(folder, "pglite")}`)
    expect(child.said()).toContain(`boîte de démonstration, ${origin()}/mailbox`)
    const manager = await signIn(people.manager.id)
    expect((await manager.get(files)).body["count"]).toBe(5)

    const second = startProgram("../../src/main.ts", {
      environment: { ...environment(), PORT: String(await closedPort()) },
    })
    const { code, said } = await finished(second)
    expect(code).toBe(2)
    expect(said.trim().split("\n")).toEqual([
      expect.stringMatching(/^Le dossier .+ est déjà ouvert par un autre processus \(\d+\)\.$/u),
    ])

    expect(await child.end("SIGTERM")).toBe(0)
    await expect(stat(join(folder, "pglite.lock"))).rejects.toThrow("ENOENT")
  },
)

test(
  "RDC-13 three kills on a PGlite folder lose no convocation; the lock of the dead is taken over",
  { timeout },
  async () => {
    const next = chance(seed)
    for (const [index, agent] of [people.eloise, people.lukasz, people.teva].entries()) {
      const child = await start()
      const path = `${files}/${agent.id}`
      const hours = [`1${index}:00`, `1${index}:20`, `1${index}:40`] as const
      const inspector = await signIn(people.inspector.id)
      const first = await succeeded(
        inspector.send("PUT", `${path}/roles/regional-inspector/appointments`, {
          version: (await inspector.get(path)).version,
          body: {
            items: [
              item("inspection-visit", { start: hours[0], end: hours[1] }),
              item("regional-inspector-interview", { start: hours[1], end: hours[2] }),
            ],
          },
        }),
      )
      const head = await signIn(people.head.id)
      const last = await succeeded(
        head.send("PUT", `${path}/roles/school-head/appointments`, {
          version: first.version,
          body: {
            items: headItems({ start: hours[0], end: hours[1] }),
            acknowledged: confirmed(agent.id),
          },
        }),
      )
      expect(last.body["state"]).toBe("convened")
      // The sender looks at the outbox every second.
      await pause(next() * 1500)
      expect(await child.end("SIGKILL")).toBe("SIGKILL")
      const lock = await readFile(join(folder, "pglite.lock"), "utf8")
      expect(lock).toContain('"pid":')
    }
    const mails = await deliveredInTheEnd()
    const byAgent = new Map<string, Set<string>>()
    for (const { to, messageId } of mails) {
      byAgent.set(to, (byAgent.get(to) ?? new Set()).add(messageId))
    }
    console.info(`killed on PGlite: 3 convocations, ${mails.length} mails`)
    expect(byAgent.size).toBe(4)
    expect([...byAgent.values()].map((identities) => identities.size)).toEqual([1, 1, 1, 1])
  },
)

// Another process opens the folder that the last one left locked, and sends what is left.
const deliveredInTheEnd = async () => {
  const mailbox = await startCatchAll(join(folder, "mailbox"))
  const office = await openOffice({
    pgliteFolder: join(folder, "pglite"),
    smtpUrl: mailbox.url,
  })
  await office.send(1)
  // One is that of the demonstration itself.
  const fates = (await office.messages()).map(({ fate }) => fate._tag)
  expect(fates).toEqual(["sent", "sent", "sent", "sent"])
  await office.close()
  const names = await mailbox.mails.names()
  const read = names.map(async (name) => {
    const bytes = await mailbox.mails.read(name)
    return bytes === undefined ? [] : [await readMail(bytes)]
  })
  await mailbox.close()
  return (await Promise.all(read)).flat()
}
