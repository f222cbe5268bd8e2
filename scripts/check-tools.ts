/** `npm run test:tools`: the tests that need programs of the operating system. */
import { conclude } from "./check/run.ts"
import { runTests } from "./check/vitest.ts"

const { tally } = await runTests("tests with tools", ["--project=tools"])
conclude([tally])
