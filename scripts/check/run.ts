/** Runs programs of `node_modules/.bin` one after the other and adds up what passed and failed. */
import { spawn } from "node:child_process"
import { delimiter, join } from "node:path"

/** The root of the repository. */
export const root = join(import.meta.dirname, "..", "..")

/** What passed and what failed, in number of checks. */
export interface Tally {
  readonly passed: number
  readonly failed: number
}

/** Where the programs of the development dependencies are, before anything else. */
export const environment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [join(root, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter),
}

/** Runs a program at the root, its output shown as it comes, and gives its exit code. */
export const run = (
  program: string,
  args: ReadonlyArray<string>,
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...environment, ...options.env },
      stdio: "inherit",
      shell: process.platform === "win32",
    })
    child.on("error", (error) => {
      console.error(`${program}: ${error.message}`)
      resolve(127)
    })
    child.on("close", (code) => resolve(code ?? 1))
  })

/** Prints a heading. */
export const heading = (text: string): void => console.log(`\n=== ${text}`)

/** Runs a program as one check. */
export const check = async (
  title: string,
  program: string,
  args: ReadonlyArray<string>,
): Promise<Tally> => {
  heading(title)
  const start = performance.now()
  const ok = (await run(program, args)) === 0
  console.log(`${ok ? "passed" : "FAILED"} in ${seconds(performance.now() - start)}: ${title}`)
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Adds tallies. */
export const total = (tallies: ReadonlyArray<Tally>): Tally =>
  tallies.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  )

/** Prints the last line, `N passed, N failed`, and sets the exit code. */
export const conclude = (tallies: ReadonlyArray<Tally>): void => {
  const { passed, failed } = total(tallies)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}

const seconds = (millis: number) => `${(millis / 1000).toFixed(1)} s`
