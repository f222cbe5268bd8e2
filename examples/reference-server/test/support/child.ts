/** Processes of the tests: started, awaited until they listen, killed. */
import { type ChildProcess, spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

/** A process that said what it was waited for; `said` is all it said. */
export interface Child {
  readonly match: RegExpExecArray
  readonly said: () => string
  readonly write: (text: string) => void
  /** Sends a signal and waits for the end; gives the exit code, or the signal that ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | string>
}

/** Gives the path of a file by its place from this folder. */
export const fileFromHere = (place: string): string =>
  fileURLToPath(new URL(place, import.meta.url))

/** Starts a program of ours with its sources. */
export const startProgram = (
  place: string,
  options: {
    readonly arguments?: ReadonlyArray<string>
    readonly environment?: Readonly<Record<string, string>>
    readonly cwd?: string
  } = {},
): ChildProcess => {
  const { DATABASE_URL: _, SMTP_URL: __, ...inherited } = process.env
  return spawn(
    process.execPath,
    ["--conditions=@convoque/source", fileFromHere(place), ...(options.arguments ?? [])],
    {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...inherited, ...options.environment },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    },
  )
}

/** Waits until a process says something, or fails with all that it said. */
export const saying = (child: ChildProcess, wanted: RegExp): Promise<Child> => {
  let text = ""
  const ended = new Promise<number | string>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code ?? -1)),
  )
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      text += chunk.toString()
      const match = wanted.exec(text)
      if (match === null) return
      resolve({
        match,
        said: () => text,
        write: (sent) => child.stdin?.write(sent),
        end: (signal) => {
          child.kill(signal)
          return ended
        },
      })
    }
    child.stdout?.on("data", hear)
    child.stderr?.on("data", hear)
    void ended.then((how) => reject(new Error(`ended (${how}): ${text}`)))
  })
}

/** Waits for the end of a process; gives its exit code and all that it said. */
export const finished = async (
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly said: string }> => {
  let said = ""
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()))
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve))
  return { code, said }
}
