/** The generation by the system: what it yields, corrects and withdraws, and when it has nothing to do. */
import { PersonId } from "@convoque/core/kernel/identity"
import { StorageUnavailable, Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  addCompetence,
  confirmCompetence,
  invalidateCompetence,
} from "../../../../src/exam-missions/application/competence/acting.ts"
import { generateCompetences } from "../../../../src/exam-missions/application/competence/generation.ts"
import { readCompetences } from "../../../../src/exam-missions/application/competence/reading.ts"
import { correspondences, examOptions } from "../../../../src/exam-missions/competence/registers.ts"
import { competentAgents, competentOn } from "../../../../src/exam-missions/competence/views.ts"
import { teachings } from "../../../../src/exam-missions/staff-directory/registers.ts"
import {
  agent,
  byAgent,
  byCollege,
  byDivision,
  bySystem,
  college,
  lycee,
} from "../../competence/given.ts"
import {
  dnbFrench,
  dnbMaths,
  maths,
  otherAgent,
  regulation,
  table,
  teaching,
  teachingWorld,
  tenant,
  type World,
} from "./world.ts"

const generate = generateCompetences({ by: bySystem, tenant })
const inSecond = { school: lycee, trainingModuleCode: "20010018110", trainingModule: "2NDE" }
const nothing = { marked: 0, withdrawn: 0, removed: 0, groundsChanged: 0 }

const authorsOf = async (world: World, who = agent) => {
  const { read } = await world.run(
    readCompetences({ by: byDivision, tenant, agent: who, school: college }),
  )
  return Object.fromEntries(read.competences.map(({ option, authors }) => [option, authors]))
}

const query = {
  filters: {},
  sort: { column: "agent", direction: "ascending" },
  limit: 10,
} as const

const countOf = async (world: World): Promise<number> => {
  const scope = competentOn(dnbMaths)
  const found = Effect.flatMap(Views, (views) =>
    views.page(competentAgents, tenant, { ...query, scope }),
  )
  return (await world.run(found)).count
}

describe("generating", () => {
  test("CMP-06 each agent gets SYS (C) on what the table yields for his teachings", async () => {
    const world = await teachingWorld([
      teaching(agent),
      teaching(agent, inSecond),
      teaching(otherAgent, { subjectCode: "LATIN" }),
    ])
    expect(await world.run(generate)).toStrictEqual({
      ...nothing,
      agents: 2,
      sheets: 1,
      marked: 2,
      upToDate: false,
    })
    expect(await authorsOf(world)).toStrictEqual({ [maths]: "SYS (C)", [dnbMaths]: "SYS (C)" })
    expect(await authorsOf(world, otherAgent)).toStrictEqual({})
  })

  test("CMP-06 run again it has nothing to do, until a register moves", async () => {
    const world = await teachingWorld([teaching(agent)])
    await world.run(generate)
    expect(await world.run(generate)).toStrictEqual({
      ...nothing,
      agents: 0,
      sheets: 0,
      upToDate: true,
    })
    await world.puts(correspondences, [
      ...table,
      { line: "L-3", option: maths, subjectCode: "LATIN", trainingModulePrefix: null },
    ])
    expect(await world.run(generate)).toStrictEqual({
      ...nothing,
      agents: 1,
      sheets: 0,
      upToDate: false,
    })
  })

  test("CMP-06 other teachings for the same exam option change the grounds, not the mark", async () => {
    const world = await teachingWorld([teaching(agent)])
    await world.run(generate)
    await world.puts(teachings, [teaching(agent, { structure: "3B" })])
    expect(await world.run(generate)).toMatchObject({ ...nothing, sheets: 1, groundsChanged: 1 })
  })

  test("CMP-06 what is no longer yielded is withdrawn, and removed when nobody else bears C", async () => {
    const world = await teachingWorld([teaching(agent), teaching(agent, inSecond)])
    await world.run(generate)
    await world.run(confirmCompetence({ by: byCollege, tenant, agent, option: dnbMaths }))
    await world.run(invalidateCompetence({ by: byAgent, tenant, agent, option: maths }))
    await world.puts(teachings, [])
    expect(await world.run(generate)).toStrictEqual({
      ...nothing,
      agents: 1,
      sheets: 1,
      withdrawn: 1,
      removed: 1,
      upToDate: false,
    })
    expect(await authorsOf(world)).toStrictEqual({ [dnbMaths]: "0120006S (C)" })
  })

  test("CMP-06 it begins afresh after a removal: former I marks do not come back", async () => {
    const world = await teachingWorld([teaching(agent)])
    await world.run(generate)
    await world.run(invalidateCompetence({ by: byCollege, tenant, agent, option: dnbMaths }))
    await world.puts(teachings, [])
    await world.run(generate)
    await world.puts(teachings, [teaching(agent)])
    await world.run(generate)
    expect(await authorsOf(world)).toStrictEqual({ [dnbMaths]: "SYS (C)" })
  })

  test("CMP-06 an interrupted run is finished by the next", async () => {
    const many = Array.from({ length: 2500 }, (_, index) =>
      teaching(PersonId.make(`many-${String(index).padStart(4, "0")}`)),
    )
    const world = await teachingWorld(many)
    let commits = 0
    const broken = world.storing((storage) => ({
      ...storage,
      commit: (commit) =>
        Effect.suspend(() => {
          commits += 1
          return commits === 2
            ? Effect.fail(new StorageUnavailable({ reason: "lost", safeToRetry: true }))
            : storage.commit(commit)
        }),
    }))
    expect(await broken.refused(generate)).toMatchObject({ _tag: "StorageUnavailable" })
    const done = await countOf(world)
    expect(done).toBeLessThan(2500)
    expect(await world.run(generate)).toMatchObject({ agents: 2500, sheets: 2500 - done })
    expect(await world.run(generate)).toMatchObject({ upToDate: true })
  })

  test("CMP-06 a position taken during the run is kept, and the slice decided again", async () => {
    const world = await teachingWorld([teaching(agent)])
    let isFirst = true
    const racing = world.storing((storage) => ({
      ...storage,
      commit: (commit) =>
        Effect.suspend(() => {
          const isSlice = commit.changes.some(({ id }) => id.type.kind === "exam-competences")
          if (!isFirst || !isSlice) return storage.commit(commit)
          isFirst = false
          const adding = addCompetence({ by: byCollege, tenant, agent, option: dnbMaths })
          return Effect.andThen(
            Effect.promise(() => world.run(adding)),
            storage.commit(commit),
          )
        }),
    }))
    await racing.run(generate)
    expect(await authorsOf(world)).toStrictEqual({ [dnbMaths]: "0120006S (C) SYS (C)" })
  })

  test("CMP-06 a run that another one takes over stops, and takes away nothing of what that one gave", async () => {
    const newer = PersonId.make("aaa-new")
    const world = await teachingWorld([teaching(agent)])
    let isFirst = true
    const overtaken = world.storing((storage) => ({
      ...storage,
      commit: (commit) =>
        Effect.suspend(() => {
          const isSlice = commit.changes.some(({ id }) => id.type.kind === "exam-competences")
          if (!isFirst || !isSlice) return storage.commit(commit)
          isFirst = false
          return Effect.andThen(
            Effect.promise(async () => {
              await world.puts(teachings, [teaching(agent), teaching(newer)])
              await world.run(generate)
            }),
            storage.commit(commit),
          )
        }),
    }))
    expect(await overtaken.refused(generate)).toStrictEqual({
      _tag: "conflict.stale-version",
      current: 3,
    })
    expect(await countOf(world)).toBe(2)
    expect(await world.run(generate)).toMatchObject({ upToDate: true })
  })

  test("CMP-06 an interrupted run leaves nothing noted, whatever ran before it", async () => {
    const world = await teachingWorld([teaching(agent)])
    await world.run(generate)
    await world.puts(teachings, [])
    const broken = world.storing((storage) => ({
      ...storage,
      commit: (commit) =>
        commit.changes.some(({ id }) => id.type.kind === "exam-competences")
          ? Effect.fail(new StorageUnavailable({ reason: "lost", safeToRetry: true }))
          : storage.commit(commit),
    }))
    expect(await broken.refused(generate)).toMatchObject({ _tag: "StorageUnavailable" })
    await world.puts(teachings, [teaching(agent)])
    expect(await world.run(generate)).toMatchObject({ upToDate: false, sheets: 0 })
  })

  test("CMP-06 an exam option that leaves the regulation is no longer yielded", async () => {
    const world = await teachingWorld([teaching(agent)])
    await world.run(generate)
    await world.run(confirmCompetence({ by: byCollege, tenant, agent, option: dnbMaths }))
    await world.puts(
      examOptions,
      regulation.filter(({ option }) => option !== dnbMaths),
    )
    expect(await world.run(generate)).toMatchObject({ ...nothing, sheets: 1, withdrawn: 1 })
    await world.puts(examOptions, regulation)
    expect(await world.run(generate)).toMatchObject({ ...nothing, sheets: 1, marked: 1 })
  })

  test("CMP-06 a sheet that moves at each attempt is told with its current version", async () => {
    const world = await teachingWorld([teaching(agent)])
    const on = { by: byCollege, tenant, agent, option: dnbMaths }
    await world.run(addCompetence(on))
    let attempts = 0
    const racing = world.storing((storage) => ({
      ...storage,
      commit: (commit) =>
        Effect.suspend(() => {
          if (commit.changes.every(({ id }) => id.type.kind !== "exam-competences")) {
            return storage.commit(commit)
          }
          attempts += 1
          const moving = attempts % 2 === 1 ? addCompetence : invalidateCompetence
          const option = dnbFrench
          return Effect.andThen(
            Effect.promise(() => world.run(moving({ ...on, option }))),
            storage.commit(commit),
          )
        }),
    }))
    expect(await racing.refused(generate)).toStrictEqual({
      _tag: "conflict.stale-version",
      current: 4,
    })
    expect(attempts).toBe(3)
  })

  test("CMP-06 nobody generates but the system", async () => {
    const world = await teachingWorld([teaching(agent)])
    expect(await world.refused(generateCompetences({ by: byDivision, tenant }))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "generateCompetences",
      capacity: "exams-division",
    })
  })
})
