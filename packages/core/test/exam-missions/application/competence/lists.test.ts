/** The lists of competences: those competent on an exam option, by name. */
import { describe, expect, test } from "vitest"
import { invalidateCompetence } from "../../../../src/exam-missions/application/competence/acting.ts"
import { listCompetentAgents } from "../../../../src/exam-missions/application/competence/competent.ts"
import { generateCompetences } from "../../../../src/exam-missions/application/competence/generation.ts"
import { people } from "../../../../src/exam-missions/staff-directory/registers.ts"
import { agent, byCollege, byManager, bySystem } from "../../competence/given.ts"
import {
  dnbMaths,
  member,
  otherAgent,
  strangerAgent,
  teaching,
  teachingWorld,
  tenant,
} from "./world.ts"

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
