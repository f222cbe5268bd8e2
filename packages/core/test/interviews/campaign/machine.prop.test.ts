/** The laws of every machine, for that of campaigns. */
import { instantFromMillis, millisOf } from "@convoque/core/kernel/calendar"
import { machineLaws, type Walk } from "@convoque/testing"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { CampaignCommand } from "../../../src/interviews/campaign/commands.ts"
import { campaignMachine } from "../../../src/interviews/campaign/decider.ts"
import { CampaignEvent } from "../../../src/interviews/campaign/events.ts"
import type { CampaignRefusal } from "../../../src/interviews/campaign/refusals.ts"
import type { Campaign } from "../../../src/interviews/campaign/state.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byService,
  bySuperior,
  day,
  id,
  on,
  otherSuperior,
  superior,
  terms,
} from "../given.ts"
import { add, cap, circulate, confirmed, correct, erase, open, remind } from "./given.ts"

const by = fc.constantFrom(byAdministrator, byAdministrator, byService, bySuperior, byAgent)
const at = fc
  .integer({ min: -3, max: 400 })
  .map((days) => instantFromMillis(millisOf(on("2026-01-02")) + days * 86_400_000))
const act = fc.record({ at, by })
const manager = fc.constantFrom(superior.id, otherSuperior.id, id("superior-3"))
const changes = fc.constantFrom(
  {},
  { label: "Campagne" },
  { procedure: terms.procedure },
  { procedure: { ...terms.procedure, type: "other" as typeof terms.procedure.type } },
  { reportsBy: day("2026-01-01") },
  { startsOn: day("2026-02-01") },
)
const candidates = fc.uniqueArray(manager).chain((managers) =>
  fc.tuple(
    ...managers.map((one) =>
      fc.record({
        manager: fc.constant(one),
        interviews: fc.integer({ min: 0, max: 3 }),
        reachable: fc.boolean(),
      }),
    ),
  ),
)
const target = fc.oneof(
  fc
    .constantFrom("not-planned", "planned", "held", "closing", "closed")
    .map((status) => ({ _tag: "status" as const, status })),
  manager.map((one) => ({ _tag: "manager" as const, manager: one })),
)
const appealKey = "professional-interview/2026/agent-1"

const command: fc.Arbitrary<CampaignCommand> = fc.oneof(
  act.chain((one) =>
    fc
      .constantFrom(terms, { ...terms, reportsBy: day("2020-01-01") })
      .map((given) => open({ ...one, terms: given })),
  ),
  fc
    .tuple(act, changes, fc.integer({ min: 0, max: 1 }))
    .map(([one, given, proposed]) => correct({ ...one, changes: given, proposed })),
  fc.tuple(act, fc.integer({ min: 0, max: 4 })).map(([one, count]) => add({ ...one, count })),
  fc
    .tuple(act, fc.subarray([agent.id, id("agent-2")]), fc.subarray([agent.id, id("agent-2")]))
    .map(([one, to, agents]) => circulate({ ...one, to, agents })),
  fc
    .tuple(act, target, candidates, fc.option(fc.uniqueArray(manager), { nil: undefined }))
    .map(([one, about, known, managers]) =>
      remind({
        ...one,
        target: about,
        candidates: known,
        cap,
        ...(managers === undefined ? {} : { managers }),
      }),
    ),
  fc
    .tuple(
      act,
      fc.subarray([appealKey]),
      fc.subarray([confirmed, { code: "campaign.appeals-open", subject: appealKey }]),
    )
    .map(([one, openAppeals, acknowledged]) => erase({ ...one, openAppeals, acknowledged })),
)

const walk: Walk<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal> = {
  machine: campaignMachine,
  commands: (state) => (state._tag === "none" ? fc.oneof(fc.constant(open()), command) : command),
  event: CampaignEvent,
}

test.each(machineLaws(walk))("$name", { timeout: 60_000 }, ({ check }) => {
  expect(check).not.toThrow()
})
