/** `npm run check:deep`: packed packages, unused code, twenty times more cases, every bench. */
import { check, conclude } from "./check/run.ts"
import { runTests } from "./check/vitest.ts"

const packages = await check("packages", "node", ["scripts/packages.ts"])
const unused = await check("unused code", "knip", [])
const tests = await runTests("tests, twenty times more cases", ["--project=!tools"], {
  CONVOQUE_DEEP: "20",
})
const benches = await check("benches", "node", ["scripts/bench.ts"])
conclude([packages, unused, tests.tally, benches])
