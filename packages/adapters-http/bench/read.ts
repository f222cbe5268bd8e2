/**
 * What the app costs above a bare Hono route: a read of one small file and of a list of 50, from
 * memory, by autocannon in a process of its own. Prints requests per second and their ratio.
 *
 * node --conditions=@convoque/source packages/adapters-http/bench/read.ts
 */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"

const server = fileURLToPath(new URL("./server.ts", import.meta.url))
const autocannon = fileURLToPath(new URL("../../../node_modules/.bin/autocannon", import.meta.url))
const rounds = Number(process.env["ROUNDS"] ?? 3)
const seconds = process.env["SECONDS"] ?? "3"

const throughput = async (kind: string, path: string): Promise<number> => {
  const flags = ["--conditions=@convoque/source", server, kind]
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] })
  const [line] = await once(child.stdout, "data")
  const url = `http://127.0.0.1:${String(line).trim()}${path}`
  await fire(url, "1")
  const requests = await fire(url, seconds)
  child.kill()
  return requests
}

const fire = async (url: string, duration: string): Promise<number> => {
  const as = "x-test-as=p-1 agent campaign-manager"
  const flags = [autocannon, "-j", "-c", "32", "-d", duration, "-H", as, url]
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "ignore"] })
  let text = ""
  for await (const part of child.stdout) text += String(part)
  const { requests, non2xx } = JSON.parse(text)
  if (non2xx > 0) process.stderr.write(`${non2xx} answers were not 2xx\n`)
  return requests.average
}

const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

for (const path of ["/notes/n-1", "/notes?limit=50"]) {
  const bare: Array<number> = []
  const app: Array<number> = []
  for (let round = 0; round < rounds; round++) {
    bare.push(await throughput("bare", path))
    app.push(await throughput("app", path))
  }
  const ratio = (median(app) / median(bare)).toFixed(2)
  process.stdout.write(`${path}: bare ${median(bare)}, app ${median(app)}, ratio ${ratio}\n`)
}
