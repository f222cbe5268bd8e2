/**
 * The CSV of a whole academy over HTTP on PostgreSQL, 100,000 people or as many as `BENCH_PEOPLE`
 * says: their list, their teachings, their missions. The reference is the same server that holds
 * each file whole before it sends it; each server is a process of its own, in turns. At last a
 * client stops reading in the middle, then leaves.
 */
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { get, type IncomingMessage } from "node:http"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import pg from "pg"
import { fillAcademy, peopleCount } from "../../../packages/adapters-sql/bench/academy.ts"
import { startPostgres } from "../../../packages/adapters-sql/test/support/postgres.ts"

const rounds = Number(process.env["BENCH_ROUNDS"] ?? 3)

const files = [
  ["their list", "/staff.csv"],
  ["with their teachings", "/staff-teachings.csv"],
  ["with their missions", "/staff-missions.csv?year=2026"],
] as const

interface Figures {
  readonly seconds: number
  readonly firstSeconds: number
  readonly lines: number
  readonly peak: number
}

/** Measures; times are medians over the rounds, peaks of memory the highest. */
export const run = async () => {
  const database = await startPostgres()
  const client = new pg.Client({ connectionString: database.url })
  try {
    await client.connect()
    await migrated(database.url)
    await fillAcademy(client, "toulouse")
    const rows = []
    for (const [name, path] of files) {
      const streamed: Array<Figures> = []
      const gathered: Array<Figures> = []
      for (let round = 0; round < rounds; round++) {
        streamed.push(await figuresOf("streamed", database.url, path))
        gathered.push(await figuresOf("gathered", database.url, path))
      }
      rows.push(...compared(name, streamed, gathered))
    }
    return [...rows, ...(await stopped(database.url, client))]
  } finally {
    await client.end()
    await database.stop()
  }
}

const compared = (name: string, ours: ReadonlyArray<Figures>, theirs: ReadonlyArray<Figures>) => {
  const seconds = median(ours.map((one) => one.seconds))
  const reference = "held whole, then sent"
  const first = median(ours.map((one) => one.firstSeconds))
  const peak = megabytes(Math.max(...ours.map((one) => one.peak)))
  const heldFirst = median(theirs.map((one) => one.firstSeconds))
  const heldPeak = megabytes(Math.max(...theirs.map((one) => one.peak)))
  const ratio = seconds / median(theirs.map((one) => one.seconds))
  return [
    { name: `${name}: ${peopleCount} people`, value: seconds, unit: "s", reference, ratio },
    { name: `${name}: lines`, value: (ours[0]?.lines ?? 0) / seconds, unit: "lines/s" },
    { name: `${name}: first byte`, value: first, unit: "s", reference, ratio: first / heldFirst },
    {
      name: `${name}: peak of memory`,
      value: peak,
      unit: "MB",
      reference,
      ratio: peak / heldPeak,
      goal: "<= 450",
    },
  ]
}

// What a client that stops reading takes: statements that still run, memory that still grows.
const stopped = async (url: string, client: pg.Client) => {
  const server = await start("streamed", url)
  const answer = await asked(`${server.url}/staff-teachings.csv`)
  answer.pause()
  // Until what lies between both ends is full.
  let quiet = 0
  for (let asking = 0; quiet < 10 && asking < 100; asking++) {
    await wait(200)
    quiet = (await underWay(client)) === 0 ? quiet + 1 : 0
  }
  const before = await peakOf(server.child)
  await wait(2000)
  const running = await underWay(client)
  const growth = megabytes((await peakOf(server.child)) - before)
  answer.destroy()
  await wait(500)
  const left = await underWay(client)
  server.child.disconnect()
  const none = { unit: "", goal: "0" }
  return [
    { name: "a client that stops reading: statements under way", value: running, ...none },
    { name: "a client that stops reading: growth", value: growth, unit: "MB", goal: "<= 1" },
    { name: "a client that left: statements under way", value: left, ...none },
  ]
}

const underWay = async (client: pg.Client): Promise<number> => {
  const found = await client.query<{ count: string }>(
    `select count(*) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'
      and (state = 'active' or state like 'idle in transaction%') and datname = current_database()`,
  )
  return Number(found.rows[0]?.count)
}

const megabytes = (count: number): number => count / 1_048_576

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

interface Started {
  readonly child: ChildProcess
  readonly url: string
}

const start = (way: "streamed" | "gathered", databaseUrl: string): Promise<Started> => {
  const child = fork(join(import.meta.dirname, "export-server.ts"), [way, databaseUrl], {
    execArgv: ["--conditions=@convoque/source"],
  })
  return new Promise((resolve, reject) => {
    child.once("message", (port) => resolve({ child, url: `http://127.0.0.1:${Number(port)}` }))
    child.once("exit", (code) => reject(new Error(`The ${way} server ended with ${code}`)))
  })
}

// A server makes the tables when it starts, with its first answer.
const migrated = async (databaseUrl: string): Promise<void> => {
  const { child, url } = await start("streamed", databaseUrl)
  for await (const _ of await asked(`${url}/staff.csv`));
  child.disconnect()
}

const asked = async (url: string): Promise<IncomingMessage> => {
  const [answer] = await once(get(url), "response")
  const message = answer as IncomingMessage
  if (message.statusCode !== 200) throw new Error(`${url} answered ${message.statusCode}`)
  return message
}

const peakOf = async (child: ChildProcess): Promise<number> => {
  child.send("peak")
  const [peak] = await once(child, "message")
  return Number(peak)
}

// Each file has a server of its own, warmed by the list of one school.
const figuresOf = async (
  way: "streamed" | "gathered",
  databaseUrl: string,
  path: string,
): Promise<Figures> => {
  const { child, url } = await start(way, databaseUrl)
  for await (const _ of await asked(`${url}${path}${path.includes("?") ? "&" : "?"}q=name77`));
  const began = performance.now()
  let firstSeconds = 0
  let lines = 0
  for await (const chunk of await asked(`${url}${path}`)) {
    if (firstSeconds === 0) firstSeconds = (performance.now() - began) / 1000
    for (const byte of chunk as Uint8Array) if (byte === 10) lines++
  }
  const seconds = (performance.now() - began) / 1000
  const peak = await peakOf(child)
  child.disconnect()
  return { seconds, firstSeconds, lines, peak }
}

if (import.meta.main) console.table(await run())
