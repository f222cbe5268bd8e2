/** Runs vitest, its output shown as it comes, and counts test cases from its JSON report. */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { heading, root, run, type Tally } from "./run.ts"

/** One test case of a report. */
export interface TestCase {
  readonly fullName: string
  readonly status: string
}

interface Report {
  readonly testResults: ReadonlyArray<{
    readonly name: string
    readonly status: string
    readonly assertionResults: ReadonlyArray<TestCase>
  }>
}

/** The tally of a run and its test cases. */
export interface TestRun {
  readonly tally: Tally
  readonly cases: ReadonlyArray<TestCase>
}

/**
 * Runs some projects of vitest. A skipped test counts as failed, and so does a file that could not
 * be loaded, a run without any test, and an error outside of tests.
 */
export const runTests = async (
  title: string,
  args: ReadonlyArray<string>,
  env: NodeJS.ProcessEnv = {},
): Promise<TestRun> => {
  heading(title)
  const file = join(root, "node_modules", ".cache", "convoque", "vitest.json")
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`]
  const code = await run("vitest", ["run", ...reporters, ...args], { env })
  if (!existsSync(file)) return { tally: { passed: 0, failed: 1 }, cases: [] }
  const report = JSON.parse(readFileSync(file, "utf8")) as Report
  const cases = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const passed = cases.filter(({ status }) => status === "passed").length
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((one) => one.status === "failed"),
  )
  for (const { name } of unloaded) console.log(`FAILED outside of its tests: ${name}`)
  const skipped = cases.filter(({ status }) => status !== "passed" && status !== "failed")
  for (const { fullName } of skipped) console.log(`SKIPPED, counted as failed: ${fullName}`)
  const failed = cases.length - passed + unloaded.length
  const untold = code !== 0 && failed === 0 ? 1 : 0
  return { tally: { passed, failed: failed + untold }, cases }
}
