/**
 * What the app costs above a bare Hono route, from memory: a read of one small file and of a list
 * of 50. Each server is a process of its own, the load another; in turns.
 *
 *   node --conditions=@convoque/source packages/adapters-http/bench/read.bench.ts
 */
import { type ChildProcess, spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

const serverFile = fileURLToPath(new URL("./server.ts", import.meta.url))
const autocannon = fileURLToPath(new URL("../../../node_modules/.bin/autocannon", import.meta.url))
const rounds = 5
const seconds = "2"

const paths = [
  ["one file", "/notes/n-1"],
  ["list of 50", "/notes?limit=50"],
] as const

/** Measures; each value is a median over the rounds. */
export const run = async () => {
  const app = await start("app")
  const bare = await start("bare")
  try {
    const rows = []
    for (const [name, path] of paths) {
      const ours: Array<number> = []
      const theirs: Array<number> = []
      for (let round = -1; round < rounds; round++) {
        const mine = await fire(`${app.url}${path}`)
        const plain = await fire(`${bare.url}${path}`)
        if (round < 0) continue
        ours.push(mine)
        theirs.push(plain)
      }
      rows.push({
        name: `HTTP from memory: ${name}`,
        value: median(ours),
        unit: "requests/s",
        reference: "bare Hono route",
        ratio: median(ours.map((value, index) => value / (theirs[index] ?? value))),
      })
    }
    return rows
  } finally {
    app.child.kill()
    bare.child.kill()
  }
}

interface Started {
  readonly child: ChildProcess
  readonly url: string
}

const start = (kind: "app" | "bare"): Promise<Started> => {
  const flags = ["--conditions=@convoque/source", serverFile, kind]
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] })
  return new Promise((resolve, reject) => {
    child.stdout.once("data", (line) =>
      resolve({ child, url: `http://127.0.0.1:${String(line).trim()}` }),
    )
    child.once("exit", (code) => reject(new Error(`The ${kind} server ended with ${code}`)))
  })
}

const fire = async (url: string): Promise<number> => {
  const as = "x-test-as=p-1 agent campaign-manager"
  const flags = [autocannon, "-j", "-c", "32", "-d", seconds, "-H", as, url]
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "ignore"] })
  let text = ""
  for await (const part of child.stdout) text += String(part)
  const { requests, non2xx } = JSON.parse(text)
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${url} were not 2xx`)
  return requests.average
}

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

if (import.meta.main) console.table(await run())
