/**
 * `npm run demo -- [context] --out DIR`: plays the worked scenario of a context (all of them by
 * default) through the real adapters and leaves in `DIR/<context>/` what people would receive.
 * Exits with 1 when anything expected did not happen.
 */
import { join } from "node:path"
import { parseArgs } from "node:util"
import { playScenario, type Summary, type Teller } from "./demo/account.ts"
import { playCareerAppointments } from "./demo/career-appointments.ts"
import { playExamMissions } from "./demo/exam-missions.ts"
import { playInterviews } from "./demo/interviews.ts"
import { openStage } from "./demo/stage.ts"

const scenarios: Readonly<Record<string, (teller: Teller) => Promise<void>>> = {
  "career-appointments": async (teller) => {
    const stage = await openStage()
    await playCareerAppointments(stage, teller)
    await stage.close()
  },
  interviews: playInterviews,
  "exam-missions": playExamMissions,
}

const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string", default: "out" } },
})
const unknown = positionals.find((name) => scenarios[name] === undefined)
if (unknown !== undefined) {
  print(`Contexte inconnu : ${unknown}. Contextes : ${Object.keys(scenarios).join(", ")}.`)
  process.exit(2)
}
const summaries: Array<Summary> = []
for (const [name, play] of Object.entries(scenarios)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  summaries.push(await playScenario(name, { folder: join(values.out, name), print }, play))
}
const passed = summaries.reduce((sum, one) => sum + one.passed, 0)
const failed = summaries.reduce((sum, one) => sum + one.failed, 0)
print(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
