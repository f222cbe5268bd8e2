/** A campaign opened from the population file of a spreadsheet. */
import { csvFile } from "@convoque/adapters-http"
import { addInterviews, openCampaign } from "@convoque/core/interviews"
import * as Effect from "effect/Effect"
import { administrator, campaign, inPortal, tenant, terms } from "./interviews.ts"

const file = (text: string): Uint8Array => new TextEncoder().encode(text)

// #region population
const by = { by: administrator, tenant, campaign }

const program = Effect.gen(function* () {
  yield* openCampaign({ ...by, terms })

  const first = file(
    "agent;superior;authority\r\n" +
      "zoe.abgrall;marc.nguyen;luc.destaing\r\n" +
      "nobody;marc.nguyen;\r\n",
  )
  const lines = yield* Effect.fromResult(csvFile(first))
  const tried = yield* addInterviews({ ...by, lines, dryRun: true, acceptPartial: false })
  // tried.faults: [
  //   { line: 3, column: "agent", code: "agent-unknown", value: "nobody" },
  //   { line: 3, column: "authority", code: "authority-missing", value: "" },
  // ]

  const mended = file("agent;superior;authority\r\nzoe.abgrall;marc.nguyen;luc.destaing\r\n")
  const sound = yield* Effect.fromResult(csvFile(mended))
  const { opened } = yield* addInterviews({
    ...by,
    lines: sound,
    dryRun: false,
    acceptPartial: false,
  })
  return { faults: tried.faults, opened } // opened: 1
})
// #endregion

const outcome = await inPortal(program)
const told = outcome.faults.map(({ line, column, code, value }) => ({ line, column, code, value }))
const expected = [
  { line: 3, column: "agent", code: "agent-unknown", value: "nobody" },
  { line: 3, column: "authority", code: "authority-missing", value: "" },
]
if (JSON.stringify(told) === JSON.stringify(expected) && outcome.opened === 1) {
  console.log("ok")
}
