/** A campaign opened from the population file of a spreadsheet. */
import { addPopulationFile, openCampaign } from "@convoque/core/interviews"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { administrator, campaign, inPortal, tenant, terms } from "./interviews.ts"

const file = (text: string): Stream.Stream<Uint8Array> =>
  Stream.succeed(new TextEncoder().encode(text))

// #region population
const by = { by: administrator, tenant, campaign }

const program = Effect.gen(function* () {
  yield* openCampaign({ ...by, terms })

  const first = file(
    "agent;superior;authority\r\n" +
      "zoe.abgrall;marc.nguyen;luc.destaing\r\n" +
      "nobody;marc.nguyen;\r\n",
  )
  const trying = { ...by, dryRun: true, acceptPartial: false }
  const tried = yield* addPopulationFile({ ...trying, file: first })
  // tried.faults: [
  //   { line: 3, column: "agent", code: "agent-unknown", value: "nobody", sentence: "Ligne 3…" },
  //   { line: 3, column: "authority", code: "authority-missing", value: "", sentence: "Ligne 3…" },
  // ]

  const mended = file("agent;superior;authority\r\nzoe.abgrall;marc.nguyen;luc.destaing\r\n")
  const opening = { ...by, dryRun: false, acceptPartial: false }
  const { opened } = yield* addPopulationFile({ ...opening, file: mended })
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
