/**
 * Reading over HTTP on PostgreSQL, among 100,000 files of one campaign: one file, and a list of
 * 50, against a bare Hono route that runs the very same statements on a pool of the same size and
 * answers their rows as JSON. Each server is a process of its own, the load another; in turns.
 */
import { startPostgres } from "../../../packages/adapters-sql/test/support/postgres.ts"
import { fileURLToPath } from "node:url"
import { spawn, type ChildProcess } from "node:child_process"
import { fill } from "./fill.ts"

const serverFile = fileURLToPath(new URL("./http-server.ts", import.meta.url))
const autocannon = fileURLToPath(new URL("../../../node_modules/.bin/autocannon", import.meta.url))
const rounds = 7
const seconds = "2"
const files = 100_000

const paths = [
  ["one file", "/career-campaigns/bench/files/agent-000042"],
  ["list of 50, first page", "/career-campaigns/bench/files?limit=50"],
  ["list of 50, last dates first", "/career-campaigns/bench/files?limit=50&sort=-first-date"],
] as const

/** Measures; each value is a median over the rounds. */
export const run = async () => {
  const database = await startPostgres()
  try {
    await fill(database.url, files)
    const rows = []
    for (const [name, path] of paths) {
      const app = await start("app", database.url, path)
      const bare = await start("bare", database.url, path)
      const ours: Array<number> = []
      const theirs: Array<number> = []
      for (let round = -1; round < rounds; round++) {
        const mine = await fire(`${app.url}${path}`)
        const plain = await fire(`${bare.url}${path}`)
        if (round < 0) continue
        ours.push(mine)
        theirs.push(plain)
      }
      app.child.kill()
      bare.child.kill()
      rows.push({
        name: `HTTP: ${name} among ${files}`,
        value: median(ours),
        unit: "requests/s",
        reference: "bare Hono route, same statements",
        ratio: median(ours.map((value, index) => value / (theirs[index] ?? value))),
        goal: ">= 0.6",
      })
    }
    return rows
  } finally {
    await database.stop()
  }
}

interface Started {
  readonly child: ChildProcess
  readonly url: string
}

const start = (kind: "app" | "bare", databaseUrl: string, path: string): Promise<Started> => {
  const flags = ["--conditions=@convoque/source", serverFile, kind, databaseUrl, path]
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] })
  return new Promise((resolve, reject) => {
    child.stdout.once("data", (line) =>
      resolve({ child, url: `http://127.0.0.1:${String(line).trim()}` }),
    )
    child.once("exit", (code) => reject(new Error(`The ${kind} server ended with ${code}`)))
  })
}

const fire = async (url: string): Promise<number> => {
  const child = spawn(process.execPath, [autocannon, "-j", "-c", "16", "-d", seconds, url], {
    stdio: ["ignore", "pipe", "ignore"],
  })
  let text = ""
  for await (const part of child.stdout) text += String(part)
  const { requests, non2xx } = JSON.parse(text)
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${url} were not 2xx`)
  return requests.average
}

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

if (import.meta.main) console.table(await run())
