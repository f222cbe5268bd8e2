/** Enrolling a population from a file: all of it or nothing, each fault at its place. */
import {
  createCampaign,
  enrol,
  enrolAll,
  type EnrolmentLine,
  listFiles,
} from "@convoque/core/career-appointments"
import { type Commit, Storage } from "@convoque/core/kernel/ports"
import { makeMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  agent,
  byHead,
  byManager,
  campaign,
  headRole,
  id,
  inspectorRole,
  managers,
  terms,
} from "../given.ts"
import {
  created,
  enrolled,
  file,
  newWorld,
  otherCampaign,
  otherTenant,
  tenant,
  type World,
} from "./world.ts"

const line = (number: number, who: string, rest: Record<string, string> = {}): EnrolmentLine => ({
  line: number,
  values: { agent: who, [inspectorRole]: "inspector-1", [headRole]: "head-1", ...rest },
})
const enrolling = (lines: ReadonlyArray<EnrolmentLine>) =>
  enrolAll({ by: byManager, tenant, campaign, lines })

const createdWorld = async (): Promise<World> => {
  const world = newWorld()
  await world.run(created)
  return world
}
const enrolledAgents = async (world: World) => {
  const page = await world.run(
    listFiles({ by: byManager, tenant }, campaign, {
      filters: {},
      sort: { column: "agent", direction: "ascending" },
      limit: 50,
    }),
  )
  return page.rows.map(({ row }) => row.agent.id)
}

test("RDC-01 a file is opened for each line", async () => {
  const world = await createdWorld()
  const lines = [line(2, "agent-1"), line(3, "agent-2", { [headRole]: "head-2" })]
  expect(await world.run(enrolling(lines))).toStrictEqual({ opened: 2 })
  expect(await enrolledAgents(world)).toStrictEqual(["agent-2", "agent-1"])
})

test("RDC-01 the spaces around what was typed are dropped, everywhere", async () => {
  const world = await createdWorld()
  const spaced = line(3, " agent-2 ", { [inspectorRole]: " inspector-1", [headRole]: "head-1\t" })
  expect(await world.run(enrolling([line(2, "agent-1"), spaced]))).toStrictEqual({ opened: 2 })
  expect(await enrolledAgents(world)).toStrictEqual(["agent-2", "agent-1"])
})

test("RDC-01 every fault is listed at its line and column, and nobody is enrolled", async () => {
  const world = await createdWorld()
  await world.run(enrolled)
  const { [headRole]: _, ...withoutHead } = line(9, "agent-3").values
  const lines = [
    line(2, "agent-2"),
    line(3, "nobody"),
    line(4, " agent-2"),
    line(5, "agent-1"),
    line(6, ""),
    line(7, "agent-3", { [inspectorRole]: "agent-3", [headRole]: "" }),
    line(8, "no such id!", { [headRole]: "nobody" }),
    { line: 9, values: withoutHead },
  ]
  expect(await world.refused(enrolling(lines))).toStrictEqual({
    _tag: "enrolment.refused",
    faults: [
      { line: 3, column: "agent", code: "agent-unknown", value: "nobody" },
      { line: 4, column: "agent", code: "agent-twice", value: "agent-2" },
      { line: 5, column: "agent", code: "agent-already-enrolled", value: "agent-1" },
      { line: 6, column: "agent", code: "agent-missing", value: "" },
      { line: 7, column: inspectorRole, code: "evaluates-self", value: "agent-3" },
      { line: 7, column: headRole, code: "evaluator-missing", value: "" },
      { line: 8, column: "agent", code: "agent-unknown", value: "no such id!" },
      { line: 8, column: headRole, code: "evaluator-unknown", value: "nobody" },
      { line: 9, column: "agent", code: "agent-twice", value: "agent-3" },
      { line: 9, column: headRole, code: "column-missing", value: "" },
    ],
  })
  expect(await enrolledAgents(world)).toStrictEqual(["agent-1"])
})

test("RDC-01 a fault quotes at most 64 characters of what was typed", async () => {
  const world = await createdWorld()
  expect(await world.refused(enrolling([line(2, "x".repeat(5000))]))).toMatchObject({
    faults: [{ value: "x".repeat(64) }],
  })
})

describe("RDC-03 who is no manager of the campaign", () => {
  test.each([[[line(2, "nobody")]], [[]]])("learns nothing of the directory", async (lines) => {
    const world = await createdWorld()
    const byOther = { ...byManager, person: id("manager-9") }
    for (const by of [byOther, byHead]) {
      expect(await world.refused(enrolAll({ by, tenant, campaign, lines }))).toStrictEqual({
        _tag: "actor.not-allowed",
        command: "enrolAll",
        capacity: by.capacity,
      })
    }
  })
})

test("RDC-01 a campaign that was never created enrols nobody", async () => {
  const world = await createdWorld()
  const unknown = enrolAll({ by: byManager, tenant, campaign: otherCampaign, lines: [] })
  expect(await world.refused(unknown)).toStrictEqual({
    _tag: "campaign.unknown",
    campaign: otherCampaign,
  })
  const elsewhere = enrolAll({ by: byManager, tenant: otherTenant, campaign, lines: [] })
  expect(await world.refused(elsewhere)).toStrictEqual({ _tag: "campaign.unknown", campaign })
})

test("RDC-01 an agent whom somebody enrols meanwhile is found at the next attempt", async () => {
  const memory = makeMemory()
  const world = newWorld({ memory })
  await world.run(created)
  let commits = 0
  const commit = (request: Commit) =>
    Effect.suspend(() => {
      commits += 1
      return commits === 1
        ? Effect.andThen(
            Effect.promise(() => world.run(enrolled)),
            memory.storage.commit(request),
          )
        : memory.storage.commit(request)
    })
  const racing = newWorld({ memory, storage: Storage.of({ ...memory.storage, commit }) })
  expect(await racing.refused(enrolling([line(2, "agent-2"), line(3, "agent-1")]))).toStrictEqual({
    _tag: "enrolment.refused",
    faults: [{ line: 3, column: "agent", code: "agent-already-enrolled", value: "agent-1" }],
  })
  expect(await enrolledAgents(world)).toStrictEqual(["agent-1"])
})

describe("enrolling by hand", () => {
  const by = byManager
  const named = { [inspectorRole]: id("inspector-1"), [headRole]: id("head-1") }

  test("RDC-01 each unknown person is named", async () => {
    const world = await createdWorld()
    const enrolling = (agentId: string, evaluators: Record<string, typeof agent.id>) =>
      world.refused(enrol({ by, file: { ...file, agent: id(agentId) }, evaluators }))
    expect(await enrolling("nobody", named)).toStrictEqual({
      _tag: "person.unknown",
      person: "nobody",
    })
    expect(await enrolling("agent-1", { ...named, [headRole]: id("ghost") })).toStrictEqual({
      _tag: "person.unknown",
      person: "ghost",
    })
    expect(await enrolling("agent-1", { [headRole]: id("head-1") })).toStrictEqual({
      _tag: "set.evaluator-missing",
      roles: [{ role: inspectorRole, label: "l'IA-IPR" }],
    })
  })

  test("RDC-01 the second enrolment of an agent is illegal", async () => {
    const world = await createdWorld()
    await world.run(enrolled)
    expect(await world.refused(enrolled)).toStrictEqual({
      _tag: "convocation.illegal-transition",
      command: "openSet",
      state: "nothing-set",
    })
  })

  test("RDC-01 a campaign is created once", async () => {
    const world = await createdWorld()
    expect(await world.refused(created)).toStrictEqual({
      _tag: "campaign.already-exists",
      campaign,
    })
    const elsewhere = createCampaign({
      by,
      tenant: otherTenant,
      campaign,
      schoolYear: "2026-2027" as Parameters<typeof createCampaign>[0]["schoolYear"],
      managers,
      terms,
    })
    expect((await world.run(elsewhere)).version).toBe(1)
  })
})
