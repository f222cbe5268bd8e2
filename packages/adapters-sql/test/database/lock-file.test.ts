import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { FolderInUse, lockFolder } from "@convoque/adapters-sql"

let root = ""
const folder = () => join(root, "data")
const lockFile = () => join(root, "data.lock")

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "convoque-lock-"))
})

afterEach(async () => {
  await rm(root, { recursive: true, force: true })
})

test("a folder is locked until it is unlocked", async () => {
  const unlock = await lockFolder(folder())
  await expect(lockFolder(folder())).rejects.toThrow(FolderInUse)
  await expect(lockFolder(folder())).rejects.toThrow(
    `${folder()} is in use by process ${process.pid} (lock file ${lockFile()})`,
  )
  await unlock()
  expect(existsSync(lockFile())).toBe(false)
  const again = await lockFolder(folder())
  await again()
})

test("of many at the same time, one gets the lock, and no draft is left", async () => {
  const attempts = Array.from({ length: 20 }, () => lockFolder(folder()))
  const settled = await Promise.allSettled(attempts)
  expect(settled.filter(({ status }) => status === "fulfilled").length).toBe(1)
  expect(await readdir(root)).toEqual(["data.lock"])
})

const holding = `
const { lockFolder } = await import(process.argv[1])
await lockFolder(process.argv[2])
process.stdout.write("locked")
setInterval(() => undefined, 1000)`

test("the lock of a living process is respected, that of a killed one taken over", async () => {
  const source = new URL("../../src/database/lock-file.ts", import.meta.url).href
  const options = ["--conditions=@convoque/source", "--input-type=module", "-e", holding]
  const child = spawn(process.execPath, [...options, source, folder()], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  await once(child.stdout, "data")
  await expect(lockFolder(folder())).rejects.toThrow(`in use by process ${child.pid}`)
  child.kill("SIGKILL")
  await once(child, "exit")
  const settled = await Promise.allSettled([1, 2, 3, 4].map(() => lockFolder(folder())))
  expect(settled.filter(({ status }) => status === "fulfilled").length).toBe(1)
  expect(JSON.parse(await readFile(lockFile(), "utf8"))).toMatchObject({ pid: process.pid })
})

test.runIf(existsSync("/proc/self/stat"))(
  "a process number that was given to another process holds nothing",
  async () => {
    await writeFile(lockFile(), JSON.stringify({ pid: process.pid, began: "1", id: "old" }))
    await lockFolder(folder())
    expect(await readFile(lockFile(), "utf8")).not.toContain("old")
  },
)

test("whoever unlocks late leaves the lock of the next one", async () => {
  const unlock = await lockFolder(folder())
  await rm(lockFile())
  await lockFolder(folder())
  await unlock()
  expect(existsSync(lockFile())).toBe(true)
})

test("a lock file that names nobody is taken over", async () => {
  await writeFile(lockFile(), "")
  await lockFolder(folder())
  expect(await readFile(lockFile(), "utf8")).toContain(`"pid":${process.pid}`)
})
