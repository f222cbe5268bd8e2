/** `npm test`: types, lint, format, tests, and the requirements that the tests cite. */
import {
  countsByFamily,
  definedIds,
  readStatus,
  statusFaults,
  untested,
} from "./check/requirements.ts"
import { check, conclude, heading, type Tally } from "./check/run.ts"
import { runTests, type TestCase } from "./check/vitest.ts"

const requirements = (cases: ReadonlyArray<TestCase>): Tally => {
  heading("requirements")
  const status = readStatus()
  const titles = cases.filter(({ status: end }) => end === "passed").map(({ fullName }) => fullName)
  console.table(Object.fromEntries(countsByFamily(status).map(({ family, ...n }) => [family, n])))
  const faults = [
    ...statusFaults(definedIds(), status),
    ...untested(status, titles).map((id) => `${id} is said to be tested, and no test cites it`),
  ]
  for (const fault of faults) console.log(`FAILED: ${fault}`)
  return faults.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const types = await check("types", "tsc", ["-p", "tsconfig.json"])
const lint = await check("lint", "oxlint", [])
const format = await check("format", "oxfmt", ["--check"])
const tests = await runTests("tests", ["--project=!tools"])
conclude([types, lint, format, tests.tally, requirements(tests.cases)])
