/** The lists of evaluators, managers and agents, and who may read what. */
import {
  accept,
  agentPortal,
  cancelSet,
  createCampaign,
  enrol,
  enrolAll,
  followCampaign,
  listFiles,
  openFile,
  readConvocation,
  replaceEvaluator,
  setAppointments,
} from "@convoque/core/career-appointments"
import type { Actor } from "@convoque/core/kernel/identity"
import type { ListQuery } from "@convoque/core/kernel/listing"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  agent,
  bareTerms,
  byAgent,
  byHead,
  byInspector,
  byManager,
  bySystem,
  campaign,
  confirmed,
  head,
  headInterview,
  headItem,
  headRole,
  id,
  inspector,
  inspectorRole,
  interviewItem,
  managers,
  otherHead,
  reason,
  visitItem,
} from "../given.ts"
import {
  convenedWorld,
  created,
  file,
  newWorld,
  otherCampaign,
  otherTenant,
  tenant,
  type World,
} from "./world.ts"

const query = (rest: Partial<Omit<ListQuery, "scope">> = {}): Omit<ListQuery, "scope"> => ({
  filters: {},
  sort: { column: "agent", direction: "ascending" },
  limit: 10,
  ...rest,
})
const schoolYear = "2026-2027" as Parameters<typeof createCampaign>[0]["schoolYear"]

/** Three agents; the third has another head; the inspector has set the first one's appointments. */
const population = async (): Promise<World> => {
  const world = newWorld()
  await world.run(created)
  await world.run(
    enrolAll({
      by: byManager,
      tenant,
      campaign,
      lines: ["agent-1", "agent-2", "agent-3"].map((who, index) => ({
        line: index + 2,
        values: {
          agent: who,
          [inspectorRole]: "inspector-1",
          [headRole]: index === 2 ? "head-2" : "head-1",
        },
      })),
    }),
  )
  world.at("2026-11-03T09:00:00.000Z")
  await world.run(inspectorSets("agent-1"))
  return world
}
const inspectorSets = (who: string, place = visitItem.place) =>
  setAppointments({
    by: byInspector,
    file: { ...file, agent: id(who) },
    role: inspectorRole,
    items: [{ ...visitItem, place }, interviewItem],
    acknowledged: [],
  })
const listed = async (world: World, by: Actor, rest: Partial<Omit<ListQuery, "scope">> = {}) => {
  const page = await world.run(listFiles({ by, tenant }, campaign, query(rest)))
  return { agents: page.rows.map(({ row }) => row.agent.id), count: page.count, page }
}

describe("the list of agents to evaluate", () => {
  test("RDC-03 an evaluator sees his own agents, a manager all of them, in the order of names", async () => {
    const world = await population()
    expect((await listed(world, byManager)).agents).toStrictEqual(["agent-2", "agent-3", "agent-1"])
    expect((await listed(world, byInspector)).count).toBe(3)
    expect((await listed(world, byHead)).agents).toStrictEqual(["agent-2", "agent-1"])
    const byOther = { ...byHead, person: otherHead.id }
    expect((await listed(world, byOther)).agents).toStrictEqual(["agent-3"])
    const delegate = { ...byHead, person: id("deputy"), onBehalfOf: otherHead.id }
    expect((await listed(world, delegate)).agents).toStrictEqual(["agent-3"])
  })

  test("RDC-03 no filter shows an evaluator the agents of another", async () => {
    const world = await population()
    const asked = { filters: { evaluator: [otherHead.id] } }
    expect((await listed(world, byHead, asked)).agents).toStrictEqual(["agent-2", "agent-1"])
    expect((await listed(world, byManager, asked)).agents).toStrictEqual(["agent-3"])
  })

  test("RDC-09 filters by status, by late evaluator, by modification", async () => {
    const world = await population()
    const by = async (filters: ListQuery["filters"]) =>
      (await listed(world, byManager, { filters })).agents
    expect(await by({ status: ["partially-set"] })).toStrictEqual(["agent-1"])
    expect(await by({ status: ["partially-set", "nothing-set"] })).toHaveLength(3)
    expect(await by({ "late-evaluator": [inspector.id] })).toStrictEqual(["agent-2", "agent-3"])
    expect(await by({ "late-evaluator": [head.id] })).toStrictEqual(["agent-2", "agent-1"])
    expect(await by({ modified: ["yes"] })).toStrictEqual([])
    expect(await by({ status: ["convened"], modified: ["no"] })).toStrictEqual([])
  })

  test("RDC-03 a keyword is looked for in names, qualities and places, without case or accents", async () => {
    const world = await population()
    const by = async (keyword: string) => (await listed(world, byManager, { keyword })).agents
    expect(await by("LE GALL éloise")).toStrictEqual(["agent-1"])
    expect(await by("etienne")).toStrictEqual(["agent-3"])
    expect(await by("emile-zola")).toStrictEqual(["agent-1"])
    expect(await by("oeuvrard")).toStrictEqual(["agent-2", "agent-1"])
    expect(await by("nobody of that name")).toStrictEqual([])
  })

  test("RDC-03 sorts by each column, both ways, and pages by key without a gap", async () => {
    const world = await population()
    const ascending = async (column: string) =>
      (await listed(world, byManager, { sort: { column, direction: "ascending" } })).agents
    for (const column of ["agent", "status", "first-date", "quality"]) {
      const descending = await listed(world, byManager, {
        sort: { column, direction: "descending" },
      })
      expect(descending.agents).toStrictEqual((await ascending(column)).toReversed())
    }
    expect(await ascending("first-date")).toStrictEqual(["agent-2", "agent-3", "agent-1"])
    expect(await ascending("quality")).toStrictEqual(["agent-3", "agent-2", "agent-1"])
    const one = await listed(world, byManager, { limit: 2 })
    expect([one.agents, one.count]).toStrictEqual([["agent-2", "agent-3"], 3])
    const after = one.page.next
    if (after === undefined) throw new Error("no second page")
    const two = await listed(world, byManager, { limit: 2, after })
    expect([two.agents, two.count, two.page.next]).toStrictEqual([["agent-1"], 3, undefined])
  })

  test("RDC-03 a column or filter that does not exist is refused with those that do", async () => {
    const world = await population()
    const asking = (rest: Partial<Omit<ListQuery, "scope">>) =>
      world.refused(listFiles({ by: byManager, tenant }, campaign, query(rest)))
    expect(await asking({ sort: { column: "age", direction: "ascending" } })).toStrictEqual({
      _tag: "list.unknown-sort-key",
      key: "age",
      known: ["agent", "status", "first-date", "quality", "evaluators"],
    })
    expect(await asking({ filters: { age: ["40"] } })).toStrictEqual({
      _tag: "list.unknown-filter",
      filter: "age",
      known: ["status", "evaluator", "late-evaluator", "modified"],
    })
  })
})

describe("overlaps that slipped in", () => {
  /** Two files of the same head, whose appointments overlap: both were set at the same moment. */
  const overlapping = async () => {
    const world = await convenedWorld()
    const second = { ...file, agent: id("agent-2") }
    await world.run(
      enrol({
        by: byManager,
        file: second,
        evaluators: { [inspectorRole]: inspector.id, [headRole]: head.id },
      }),
    )
    const bookings = [headInterview, visitItem.slot, interviewItem.slot].map((slot) => ({
      code: "evaluator.double-booked",
      subject: `${slot}/${campaign}/${agent.id}/${slot}`,
    }))
    const set = { file: second, acknowledged: bookings }
    await world.run(setAppointments({ ...set, by: byHead, role: headRole, items: [headItem] }))
    await world.run(
      setAppointments({
        ...set,
        by: byInspector,
        role: inspectorRole,
        items: [visitItem, interviewItem],
        acknowledged: [...bookings, { ...confirmed, subject: "agent-2" }],
      }),
    )
    return world
  }
  const overlapsOf = async (world: World, by: Actor) => {
    const { page } = await listed(world, by)
    return page.rows.map(({ row }) => [
      row.agent.id,
      row.overlaps.map((one) => [one.slot, one.with.agent]),
    ])
  }

  test("RDC-04 a manager sees them in both lines", async () => {
    const world = await overlapping()
    expect(await overlapsOf(world, byManager)).toStrictEqual([
      [
        "agent-2",
        [
          ["inspection-visit", "Éloïse Le Gall"],
          ["regional-inspector-interview", "Éloïse Le Gall"],
          ["school-head-interview", "Éloïse Le Gall"],
        ],
      ],
      [
        "agent-1",
        [
          ["inspection-visit", "Zoé Abgrall"],
          ["regional-inspector-interview", "Zoé Abgrall"],
          ["school-head-interview", "Zoé Abgrall"],
        ],
      ],
    ])
  })

  test("RDC-03 an evaluator sees his own, not those of the others", async () => {
    const world = await overlapping()
    expect(await overlapsOf(world, byHead)).toStrictEqual([
      ["agent-2", [["school-head-interview", "Éloïse Le Gall"]]],
      ["agent-1", [["school-head-interview", "Zoé Abgrall"]]],
    ])
  })

  test("RDC-10 a cancelled file books nobody any more", async () => {
    const world = await overlapping()
    await world.run(
      cancelSet({ by: byManager, file, reason: reason("Départ."), acknowledged: [confirmed] }),
    )
    expect((await overlapsOf(world, byManager)).map(([, found]) => found)).toStrictEqual([[], []])
  })
})

test("RDC-03 the follow-up of a campaign counts files by state and the late evaluators", async () => {
  const world = await population()
  expect(await world.run(followCampaign({ by: byManager, tenant }, campaign))).toMatchObject({
    campaign,
    schoolYear: "2026-2027",
    byState: { "nothing-set": 2, "partially-set": 1 },
    lateEvaluators: { "inspector-1": 2, "head-1": 2, "head-2": 1 },
  })
})

describe("the agent's portal", () => {
  test("RDC-08 the cursor of a page tells no hour that is not issued", async () => {
    const world = await population()
    await world.run(
      createCampaign({
        by: byManager,
        tenant,
        campaign: otherCampaign,
        schoolYear,
        managers,
        terms: bareTerms,
      }),
    )
    await world.run(
      enrol({
        by: byManager,
        file: { ...file, campaign: otherCampaign },
        evaluators: { [inspectorRole]: inspector.id, [headRole]: head.id },
      }),
    )
    const page = await world.run(
      agentPortal(
        { by: byAgent, tenant },
        query({ sort: { column: "first-date", direction: "ascending" }, limit: 1 }),
      ),
    )
    expect(page.count).toBe(2)
    expect(page.next).toStrictEqual({ sort: "", key: `${campaign}/agent-1`, part: "" })
  })

  test("RDC-17 an agent sees his own files only", async () => {
    const world = await population()
    const portal = (who: string) =>
      world.run(
        agentPortal(
          { by: { ...byAgent, person: id(who) }, tenant },
          query({ sort: { column: "status", direction: "ascending" } }),
        ),
      )
    expect((await portal("agent-2")).rows.map(({ row }) => row.agent.id)).toStrictEqual(["agent-2"])
    expect((await portal("nobody")).count).toBe(0)
  })
})

describe("RDC-03 the rights of readers", () => {
  const strangers: ReadonlyArray<Actor> = [
    { ...byAgent, person: id("agent-2") },
    { ...byHead, person: otherHead.id },
    { ...byManager, person: id("manager-9") },
    { ...byAgent, person: head.id },
    { ...byHead, person: agent.id },
    { ...byHead, onBehalfOf: id("somebody") },
    bySystem,
  ]

  test.each(strangers)("$capacity $person opens no file and reads no convocation", async (by) => {
    const world = await convenedWorld()
    const refused = { _tag: "actor.not-allowed", command: "openFile", capacity: by.capacity }
    expect(await world.refused(openFile(by, file))).toStrictEqual(refused)
    expect(await world.refused(readConvocation(by, file))).toStrictEqual(refused)
  })

  test.each([byAgent, byHead, byInspector, byManager])(
    "$capacity $person does both",
    async (by) => {
      const world = await convenedWorld()
      expect((await world.run(openFile(by, file))).detail.edition).toBe(1)
      expect((await world.run(readConvocation(by, file))).content.language).toBe("fr")
    },
  )

  test("an evaluator who was replaced reads no longer, his successor does", async () => {
    const world = await convenedWorld()
    await world.run(replaceEvaluator({ by: byManager, file, role: headRole, person: otherHead.id }))
    expect(await world.refused(openFile(byHead, file))).toMatchObject({ _tag: "actor.not-allowed" })
    const by = { ...byHead, person: otherHead.id }
    expect((await world.run(openFile(by, file))).detail.state).toBe("convened")
  })

  test("lists and follow-up are refused to whom they do not concern", async () => {
    const world = await population()
    const refused = (command: string, by: Actor) => ({
      _tag: "actor.not-allowed",
      command,
      capacity: by.capacity,
    })
    for (const by of [byAgent, bySystem, { ...byManager, person: id("manager-9") }]) {
      expect(await world.refused(listFiles({ by, tenant }, campaign, query()))).toStrictEqual(
        refused("listFiles", by),
      )
    }
    for (const by of [byHead, { ...byManager, person: id("manager-9") }]) {
      expect(await world.refused(followCampaign({ by, tenant }, campaign))).toStrictEqual(
        refused("followCampaign", by),
      )
      expect(await world.refused(agentPortal({ by, tenant }, query()))).toStrictEqual(
        refused("agentPortal", by),
      )
    }
  })
})

test("RDC-03 an id of another academy is an unknown file, for reading and for acting", async () => {
  const world = await convenedWorld()
  const foreign = { ...file, tenant: otherTenant }
  const unknown = { _tag: "file.unknown", campaign, agent: agent.id }
  expect(await world.refused(openFile(byManager, foreign))).toStrictEqual(unknown)
  expect(await world.refused(accept({ by: byAgent, file: foreign }))).toStrictEqual(unknown)
  expect(await world.refused(readConvocation(byAgent, foreign))).toStrictEqual(unknown)
  expect(
    await world.refused(
      Effect.asVoid(listFiles({ by: byManager, tenant: otherTenant }, campaign, query())),
    ),
  ).toStrictEqual({ _tag: "campaign.unknown", campaign })
  expect(await world.messages(otherTenant)).toStrictEqual([])
})
