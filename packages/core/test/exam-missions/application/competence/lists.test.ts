/** The lists of competences: those competent on an exam option, the competences of an agent. */
import { AccessLog } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  addCompetence,
  invalidateCompetence,
} from "../../../../src/exam-missions/application/competence/acting.ts"
import { listCompetentAgents } from "../../../../src/exam-missions/application/competence/competent.ts"
import { generateCompetences } from "../../../../src/exam-missions/application/competence/generation.ts"
import {
  listCompetences,
  readCompetenceHistory,
  readCompetences,
} from "../../../../src/exam-missions/application/competence/reading.ts"
import { people } from "../../../../src/exam-missions/staff-directory/registers.ts"
import {
  agent,
  byAgent,
  byCollege,
  byLycee,
  byManager,
  bySystem,
  lycee,
} from "../../competence/given.ts"
import {
  bts,
  dnbMaths,
  maths,
  member,
  otherAgent,
  strangerAgent,
  teaching,
  teachingWorld,
  tenant,
} from "./world.ts"

const inSecond = { school: lycee, trainingModuleCode: "20010018110", trainingModule: "2NDE" }
const ascending = (column: string) => ({ column, direction: "ascending" }) as const
const query = { filters: {}, sort: ascending("family-name"), limit: 10 }

describe("those competent on an option", () => {
  const request = { by: byManager, tenant, option: dnbMaths }
  const generated = async () => {
    const world = await teachingWorld(
      [agent, otherAgent, strangerAgent].map((one) => teaching(one)),
    )
    await world.run(generateCompetences({ by: bySystem, tenant }))
    return world
  }

  test("CMP-21 are listed by name with their standing, contested or not", async () => {
    const world = await generated()
    await world.run(invalidateCompetence({ by: byCollege, tenant, agent, option: dnbMaths }))
    const { rows, count } = await world.run(listCompetentAgents(request, query))
    const contested = {
      agent,
      familyName: "DUPONT",
      givenName: "ANNE",
      option: dnbMaths,
      standing: "contested",
      authors: "0120006S (I) SYS (C)",
    }
    const acknowledged = { ...contested, standing: "acknowledged", authors: "SYS (C)" }
    expect(count).toBe(3)
    expect(rows.map(({ row }) => row)).toStrictEqual([
      contested,
      { ...acknowledged, agent: strangerAgent, familyName: "DURAND" },
      { ...acknowledged, agent: otherAgent, familyName: "MARTIN" },
    ])
    const only = { ...query, filters: { standing: ["contested"] } }
    const filtered = await world.run(listCompetentAgents(request, only))
    expect(filtered.rows.map(({ row }) => row)).toStrictEqual([contested])
    expect(
      await world.refused(listCompetentAgents({ ...request, by: byCollege }, query)),
    ).toMatchObject({ _tag: "actor.not-allowed" })
  })

  test("CMP-10 are found by name, page after page", async () => {
    const world = await generated()
    const found = await world.run(listCompetentAgents(request, { ...query, keyword: "àn dur" }))
    expect(found.rows.map(({ row }) => row.agent)).toStrictEqual([strangerAgent])
    const first = await world.run(listCompetentAgents(request, { ...query, limit: 2 }))
    expect(first.rows.map(({ key }) => key)).toStrictEqual([agent, strangerAgent])
    const { next } = first
    if (next === undefined) return expect.unreachable()
    const rest = await world.run(listCompetentAgents(request, { ...query, limit: 2, after: next }))
    expect(rest.rows.map(({ key }) => key)).toStrictEqual([otherAgent])
  })

  test("CMP-10 who has left the academy is not among them", async () => {
    const world = await generated()
    await world.puts(people, [member(agent, "DUPONT"), member(otherAgent, "MARTIN")])
    const { rows, count } = await world.run(listCompetentAgents(request, query))
    expect(count).toBe(2)
    expect(rows.map(({ key }) => key)).toStrictEqual([agent, otherAgent])
  })

  test("UI-25 a column or a filter that the list does not have is refused", async () => {
    const world = await generated()
    expect(
      await world.refused(listCompetentAgents(request, { ...query, sort: ascending("agent") })),
    ).toStrictEqual({
      _tag: "list.unknown-sort-key",
      key: "agent",
      known: ["family-name", "given-name"],
    })
    expect(
      await world.refused(listCompetentAgents(request, { ...query, filters: { school: ["x"] } })),
    ).toStrictEqual({ _tag: "list.unknown-filter", filter: "school", known: ["standing"] })
  })
})

describe("the competences of an agent", () => {
  const request = { by: byLycee, tenant, agent, school: lycee }
  const listed = async () => {
    const world = await teachingWorld([teaching(agent), teaching(agent, inSecond)])
    await world.run(generateCompetences({ by: bySystem, tenant }))
    await world.run(invalidateCompetence({ by: byCollege, tenant, agent, option: dnbMaths }))
    await world.run(addCompetence({ by: byLycee, tenant, agent, option: bts }))
    return world
  }

  test("CMP-04 each shows exam, speciality, exam option, authors and the actions offered", async () => {
    const world = await listed()
    const { rows, count } = await world.run(
      listCompetences(request, { ...query, sort: ascending("exam") }),
    )
    expect(count).toBe(3)
    expect(rows.map(({ row }) => row).slice(0, 2)).toMatchObject([
      {
        option: bts,
        exam: "320, 320, EXAMEN 320",
        speciality: "GENERALE",
        label: "ETUDE DE CAS",
        authors: "0120022J (C)",
        standing: "acknowledged",
        actions: ["invalidate"],
      },
      { option: maths, authors: "SYS (C)", actions: ["confirm", "invalidate"] },
    ])
  })

  test("UI-19 UI-25 they are sorted on each column, found by what is shown, filtered by standing", async () => {
    const world = await listed()
    const found = async (asked: object) => {
      const page = await world.run(listCompetences(request, { ...query, ...asked }))
      return page.rows.map(({ key }) => key)
    }
    expect(await found({ sort: ascending("label") })).toStrictEqual([bts, maths, dnbMaths])
    expect(await found({ sort: ascending("authors") })).toStrictEqual([dnbMaths, bts, maths])
    const byExam = { sort: ascending("exam") }
    expect(await found({ ...byExam, keyword: "mathématiques bcg" })).toStrictEqual([maths])
    expect(await found({ ...byExam, keyword: "0120006S (I)" })).toStrictEqual([dnbMaths])
    expect(await found({ ...byExam, filters: { standing: ["contested"] } })).toStrictEqual([
      dnbMaths,
    ])
  })

  test("CMP-01 who does not read the sheet does not list it", async () => {
    const world = await listed()
    const asked = { ...query, sort: ascending("exam") }
    const stranger = { ...request, agent: otherAgent }
    expect(await world.refused(listCompetences(stranger, asked))).toStrictEqual({
      _tag: "person.not-in-school",
      person: otherAgent,
      school: lycee,
    })
    expect(
      await world.refused(listCompetences({ by: byAgent, tenant, agent: otherAgent }, asked)),
    ).toMatchObject({ _tag: "actor.not-allowed" })
  })

  test("CMP-01 CMP-04 CMP-21 who reads the competences of somebody else leaves a trace, the agent none", async () => {
    const world = await listed()
    const asked = { ...query, sort: ascending("exam") }
    const traces = () =>
      world.run(
        Effect.flatMap(AccessLog, (log) => log.list({ tenant, concerns: agent, limit: 10 })),
      )
    const own = { by: byAgent, tenant, agent }
    await world.run(readCompetences(own))
    await world.run(listCompetences(own, asked))
    await world.run(readCompetenceHistory({ ...own, option: maths }))
    await world.refused(readCompetences({ ...own, by: { ...byAgent, person: otherAgent } }))
    expect(await traces()).toStrictEqual([])
    const trace = [byLycee.person, "competences"]
    const told = async () => (await traces()).map(({ by, what }) => [by.person, what])
    await world.run(readCompetences(request))
    expect(await told()).toStrictEqual([trace])
    await world.run(listCompetences(request, asked))
    expect(await told()).toStrictEqual([trace, trace])
    await world.run(readCompetenceHistory({ ...request, option: maths }))
    expect(await told()).toStrictEqual([trace, trace, trace])
  })
})
