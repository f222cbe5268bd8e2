/** Opening campaigns and their interviews from a population. */
import { PeopleDirectory, Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { campaignRef } from "../../../../src/interviews/aggregates.ts"
import { deleteCampaign } from "../../../../src/interviews/application/campaign/deletion.ts"
import { openCampaign } from "../../../../src/interviews/application/campaign/opening.ts"
import { addInterviews } from "../../../../src/interviews/application/campaign/population.ts"
import type { PopulationLine } from "../../../../src/interviews/campaign/rules/population.ts"
import {
  agent,
  authority,
  byService,
  bySuperior,
  campaign,
  otherSuperior,
  superior,
  terms,
} from "../../given.ts"
import {
  adding,
  campaignWorld,
  interrupting,
  line,
  lines,
  onCampaign,
  people,
  rowsOf,
} from "./world.ts"
import { newWorld, opensCampaign, secondAgent, tenant, thirdAgent } from "../world.ts"

const opened = async () => {
  const world = newWorld(people)
  await world.run(opensCampaign())
  return world
}
const mixed = [...lines, line(5, "nobody", superior.id, authority.id)]
const fault = { line: 5, column: "agent", code: "agent-unknown", value: "nobody" }

describe("opening a campaign", () => {
  test("CAM-04 under a name that no campaign has", async () => {
    const world = await opened()
    expect(await world.refused(openCampaign({ ...onCampaign, terms }))).toStrictEqual({
      _tag: "campaign.already-exists",
      campaign,
    })
  })

  test("CAM-16 nor had: a deleted campaign does not come back under its name", async () => {
    const world = await campaignWorld()
    const acknowledged = [{ code: "campaign.confirmation-required", subject: campaign }]
    await world.run(deleteCampaign({ ...onCampaign, acknowledged }))
    expect(await world.refused(openCampaign({ ...onCampaign, terms }))).toStrictEqual({
      _tag: "campaign.already-exists",
      campaign,
    })
  })

  test("CAM-01 by an administrator", async () => {
    const world = newWorld(people)
    const refusal = await world.refused(openCampaign({ ...onCampaign, by: bySuperior, terms }))
    expect(refusal).toMatchObject({ _tag: "actor.not-allowed", capacity: "superior" })
  })
})

describe("opening its interviews", () => {
  test("CAM-05 one for each line, in one commit with the campaign", async () => {
    const world = await opened()
    const report = await world.run(addInterviews(adding))
    expect(report).toStrictEqual({
      lines: 3,
      sound: 3,
      opened: 3,
      faults: [],
      warnings: [{ line: 4, column: "agent", code: "agent-without-address", value: thirdAgent.id }],
    })
    const rows = await rowsOf(world)
    expect(rows.map(({ agent: one, superior: by }) => [one.id, by.id])).toStrictEqual([
      [secondAgent.id, superior.id],
      [thirdAgent.id, otherSuperior.id],
      [agent.id, superior.id],
    ])
    expect(rows.every(({ status }) => status === "not-planned")).toBe(true)
    expect(await stateOf(world)).toMatchObject({ interviews: 3 })
  })

  test("ENT-28 one fault keeps all from being opened, each told at its line and column", async () => {
    const world = await opened()
    const refusal = await world.refused(addInterviews({ ...adding, lines: mixed }))
    expect(refusal).toStrictEqual({ _tag: "population.refused", faults: [fault] })
    expect(await rowsOf(world)).toStrictEqual([])
    expect(await stateOf(world)).toMatchObject({ interviews: 0 })
  })

  test("CAM-05 opens the good lines when the partial opening is accepted", async () => {
    const world = await opened()
    const report = await world.run(addInterviews({ ...adding, lines: mixed, acceptPartial: true }))
    expect(report).toMatchObject({ lines: 4, opened: 3, faults: [fault] })
    expect(await rowsOf(world)).toHaveLength(3)
  })

  test("CAM-05 a dry run tells the same and opens nothing", async () => {
    const world = await opened()
    const report = await world.run(addInterviews({ ...adding, lines: mixed, dryRun: true }))
    expect(report).toMatchObject({ lines: 4, sound: 3, opened: 0, faults: [fault] })
    expect(await rowsOf(world)).toStrictEqual([])
  })

  test("ENT-28 a second interview of an agent that year is a fault, in another campaign too", async () => {
    const world = await campaignWorld()
    const other = "2026-bis" as typeof campaign
    await world.run(opensCampaign(terms, other))
    const refusal = await world.refused(addInterviews({ ...adding, campaign: other }))
    expect(refusal).toMatchObject({
      _tag: "population.refused",
      faults: lines.map(({ line: number, values }) => ({
        line: number,
        column: "agent",
        code: "agent-already-has-interview",
        value: values["agent"],
      })),
    })
  })

  test("CAM-05 interviews can be added later", async () => {
    const world = await opened()
    await world.run(addInterviews({ ...adding, lines: lines.slice(0, 1) }))
    await world.run(addInterviews({ ...adding, lines: lines.slice(1) }))
    expect(await stateOf(world)).toMatchObject({ interviews: 3 })
  })

  test.each([byService, bySuperior])(
    "CAM-01 is refused to the others, who learn nothing",
    async (by) => {
      const world = await opened()
      expect(await world.refused(addInterviews({ ...adding, by, lines: mixed }))).toStrictEqual({
        _tag: "actor.not-allowed",
        command: "addInterviews",
        capacity: by.capacity,
      })
    },
  )

  test("CAM-17 is refused for a campaign that does not exist", async () => {
    const world = newWorld(people)
    expect(await world.refused(addInterviews(adding))).toStrictEqual({
      _tag: "campaign.unknown",
      campaign,
    })
  })

  test("CAM-05 answers who had seen an older campaign", async () => {
    const world = await campaignWorld()
    expect(await world.refused(addInterviews({ ...adding, seen: 1 }))).toStrictEqual({
      _tag: "conflict.stale-version",
      seen: 1,
      current: 2,
    })
  })

  test("ENT-28 of two openings at once, the second finds the agents taken", async () => {
    const world = await opened()
    const storage = await world.run(Storage)
    const meanwhile = Effect.promise(() => world.run(addInterviews(adding)))
    const late = world.having(Storage, interrupting(storage, Effect.asVoid(meanwhile)))
    const refusal = await late.refused(addInterviews(adding))
    expect(refusal).toMatchObject({
      _tag: "population.refused",
      faults: [2, 3, 4].map((number) => ({ line: number, code: "agent-already-has-interview" })),
    })
    expect(await rowsOf(world)).toHaveLength(3)
    expect(await stateOf(world)).toMatchObject({ interviews: 3 })
  })

  test("CAM-05 opens twenty thousand in one commit", { timeout: 120_000 }, async () => {
    const agents = Array.from({ length: 20_000 }, (_, index) => ({
      ...agent,
      id: `a-${index}` as typeof agent.id,
    }))
    const known = new Map([...people, ...agents].map((one) => [one.id, one]))
    const world = newWorld(people).having(PeopleDirectory, {
      find: (_, ids) =>
        Effect.succeed(
          ids.flatMap((one) => {
            const found = known.get(one)
            return found === undefined ? [] : [found]
          }),
        ),
      unavailableDays: () => Effect.succeed([]),
    })
    await world.run(opensCampaign())
    const many = agents.map(({ id: one }, index) => line(index + 2, one, superior.id, authority.id))
    expect(await world.run(addInterviews({ ...adding, lines: many }))).toMatchObject({
      sound: 20_000,
      opened: 20_000,
    })
    expect(await stateOf(world)).toMatchObject({ interviews: 20_000 })
  })
})

test("CAM-05 a fuzzed file never opens half a campaign", async () => {
  const known = people.map(({ id: one }): string => one)
  const cell = fc.oneof(
    { arbitrary: fc.constantFrom(...known), weight: 8 },
    fc.constantFrom("", "nobody", "x".repeat(100_000), "a\nb", "=1+1", "\u0000", "__proto__"),
    fc.string({ unit: "binary", maxLength: 30 }),
  )
  const file = fc
    .array(
      fc.record({ agent: cell, superior: cell, authority: cell, more: cell }, { requiredKeys: [] }),
      {
        maxLength: 6,
      },
    )
    .map((rows) =>
      rows.map((values, index): PopulationLine => ({
        line: index + 2,
        values: Object.fromEntries(Object.entries(values)),
      })),
    )
  await fc.assert(
    fc.asyncProperty(file, fc.boolean(), async (fuzzed, acceptPartial) => {
      const world = await opened()
      const outcome = await world.run(
        addInterviews({ ...adding, lines: fuzzed, acceptPartial }).pipe(
          Effect.map((report) => report.opened),
          Effect.catch((failure) =>
            failure._tag === "population.refused" ? Effect.succeed(0) : Effect.fail(failure),
          ),
        ),
      )
      const rows = await rowsOf(world)
      expect(rows).toHaveLength(outcome)
      expect(await stateOf(world)).toMatchObject({ interviews: outcome })
      if (!acceptPartial) expect([0, fuzzed.length]).toContain(outcome)
    }),
    { numRuns: 60 },
  )
})

const stateOf = (world: Awaited<ReturnType<typeof opened>>) =>
  world.run(
    Effect.gen(function* () {
      const storage = yield* Storage
      const [{ state }] = yield* storage.load([campaignRef(tenant, campaign)])
      return state
    }),
  )
