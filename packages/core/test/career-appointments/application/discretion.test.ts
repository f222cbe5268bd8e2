/** What the lists and files do not tell: other campaigns' agents, what is not issued yet. */
import {
  createCampaign,
  enrol,
  listFiles,
  openFile,
  readConvocation,
  setAppointments,
} from "@convoque/core/career-appointments"
import type { ListQuery } from "@convoque/core/kernel/listing"
import type { Acknowledgement } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  agent,
  byAgent,
  byHead,
  byManager,
  head,
  headItem,
  headRole,
  inspector,
  inspectorRole,
  managers,
  terms,
} from "../given.ts"
import {
  convenedWorld,
  enrolledWorld,
  file,
  inspectorSets,
  otherCampaign,
  secondAgent,
  tenant,
  type World,
} from "./world.ts"

const query: Omit<ListQuery, "scope"> = {
  filters: {},
  sort: { column: "agent", direction: "ascending" },
  limit: 50,
}

/** Sets the head's appointment of a file, taking every warning upon himself. */
const setAnyway = async (world: World, of: typeof file): Promise<void> => {
  const acknowledged: Array<Acknowledgement> = []
  const set = Effect.result(
    Effect.suspend(() =>
      setAppointments({ by: byHead, file: of, role: headRole, items: [headItem], acknowledged }),
    ),
  )
  for (
    let answer = await world.run(set);
    answer._tag === "Failure";
    answer = await world.run(set)
  ) {
    const { failure } = answer
    if (failure._tag !== "evaluator.double-booked") throw new Error(failure._tag)
    acknowledged.push({ code: failure._tag, subject: failure.subject })
  }
}

describe("a booking of another campaign", () => {
  const twoCampaigns = async () => {
    const world = await convenedWorld()
    const second = { tenant, campaign: otherCampaign, agent: secondAgent.id }
    await world.run(
      createCampaign({
        by: byManager,
        tenant,
        campaign: otherCampaign,
        schoolYear: "2026-2027" as Parameters<typeof createCampaign>[0]["schoolYear"],
        managers,
        terms,
      }),
    )
    await world.run(
      enrol({
        by: byManager,
        file: second,
        evaluators: { [inspectorRole]: inspector.id, [headRole]: head.id },
      }),
    )
    await setAnyway(world, second)
    return world
  }

  test("RDC-03 shows its hours to a manager, and neither its agent nor its file", async () => {
    const world = await twoCampaigns()
    const { rows } = await world.run(listFiles({ by: byManager, tenant }, file.campaign, query))
    const [overlap] = rows.flatMap(({ row }) => row.overlaps)
    expect(overlap?.with).toMatchObject({ slot: headItem.slot, evaluator: head.id })
    expect(overlap?.with).not.toHaveProperty("agent")
    expect(overlap?.with).not.toHaveProperty("file")
  })

  test("RDC-03 is whole for the evaluator whose it is", async () => {
    const world = await twoCampaigns()
    const { rows } = await world.run(listFiles({ by: byHead, tenant }, file.campaign, query))
    expect(rows.flatMap(({ row }) => row.overlaps.map((one) => one.with.agent))).toStrictEqual([
      `${secondAgent.givenName} ${secondAgent.familyName}`,
    ])
  })
})

describe("before the issue the agent", () => {
  test("RDC-08 sees no appointment, no act, and not what a save would do", async () => {
    const world = await enrolledWorld()
    await world.run(inspectorSets)
    const { detail } = await world.run(openFile(byAgent, file))
    expect(detail).toMatchObject({ appointments: [], missing: [], history: [], effectOfSave: {} })
  })

  test("RDC-10 learns that nothing is issued, not what is missing", async () => {
    const world = await enrolledWorld()
    await world.run(inspectorSets)
    expect(await world.refused(readConvocation(byAgent, file))).toStrictEqual({
      _tag: "convocation.not-issued",
      state: "partially-set",
    })
  })
})

test("RDC-14 the column « status » follows the life of a file", async () => {
  const world = await convenedWorld()
  const second = { ...file, agent: secondAgent.id }
  await world.run(
    enrol({
      by: byManager,
      file: second,
      evaluators: { [inspectorRole]: inspector.id, [headRole]: head.id },
    }),
  )
  const { rows } = await world.run(
    listFiles({ by: byManager, tenant }, file.campaign, {
      ...query,
      sort: { column: "status", direction: "ascending" },
    }),
  )
  expect(rows.map(({ row }) => [row.agent.id, row.state])).toStrictEqual([
    [secondAgent.id, "nothing-set"],
    [agent.id, "convened"],
  ])
})
