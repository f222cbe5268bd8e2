/**
 * A lock on a folder: PGlite does not lock its own, and two processes in one folder destroy it.
 *
 * The lock is a file beside the folder. It names its process and when that process began, so that
 * a process which died, or whose number was given to another, holds nothing.
 */
import { randomUUID } from "node:crypto"
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import * as Schema from "effect/Schema"

/** The folder is open in another process, or a second time in this one. */
export class FolderInUse extends Schema.TaggedError<FolderInUse>()("FolderInUse", {
  folder: Schema.String,
  lockFile: Schema.String,
  pid: Schema.NullOr(Schema.Int),
}) {
  override get message(): string {
    const holder = this.pid === null ? "another process" : `process ${this.pid}`
    return `${this.folder} is in use by ${holder} (lock file ${this.lockFile})`
  }
}

/** Locks a folder and gives what unlocks it; fails with `FolderInUse` when another holds it. */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const path = `${resolve(folder)}.lock`
  await mkdir(dirname(path), { recursive: true })
  const own = JSON.stringify({
    pid: process.pid,
    began: await beginningOf(process.pid),
    id: randomUUID(),
  })
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await created(path, own)) return () => unlock(path, own)
    const held = await textOf(path)
    const pid = await livingHolder(held)
    if (pid !== undefined) {
      throw new FolderInUse({ folder, lockFile: path, pid })
    }
    if (held !== undefined) await setAside(path, held)
  }
  throw new FolderInUse({ folder, lockFile: path, pid: null })
}

const created = async (path: string, text: string): Promise<boolean> => {
  // A link appears whole or not at all: nobody reads half a lock.
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, text)
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (isCode(error, "EEXIST")) return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

const unlock = async (path: string, own: string): Promise<void> => {
  if ((await textOf(path)) === own) await rm(path, { force: true })
}

// Another process may have taken the lock over in between: what is not the dead one goes back.
const setAside = async (path: string, dead: string): Promise<void> => {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
    if ((await textOf(aside)) !== dead) await link(aside, path)
  } catch (error) {
    if (!isCode(error, "ENOENT") && !isCode(error, "EEXIST")) throw error
  } finally {
    await rm(aside, { force: true })
  }
}

const textOf = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, "utf8")
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined
    throw error
  }
}

const livingHolder = async (text: string | undefined): Promise<number | undefined> => {
  const holder = /"pid":(\d+),"began":(?:"(\d+)"|null)/u.exec(text ?? "")
  if (holder === null) return undefined
  const pid = Number(holder[1])
  if (!isAlive(pid)) return undefined
  const began = await beginningOf(pid)
  return began === null || began === (holder[2] ?? null) ? pid : undefined
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isCode(error, "EPERM")
  }
}

// Linux tells when a process began; elsewhere its number alone has to do.
const beginningOf = async (pid: number): Promise<string | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code
