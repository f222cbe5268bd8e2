/** What an interview, its lists and its papers show to the people whom it concerns. */
import { textsOf } from "@convoque/core/kernel/document"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { deleteInterview } from "../../../../src/interviews/application/interview/hr-service.ts"
import {
  consultInterview,
  myInterviews,
  readBlankReport,
  readPreparation,
  readReport,
} from "../../../../src/interviews/application/interview/reading.ts"
import {
  agent,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  day,
  laterMeeting,
  meeting,
  section,
} from "../../given.ts"
import { does, drafts, interview, onDay, prepares, proposes, reached } from "./course.ts"
import {
  newWorld,
  openedWorld,
  opensCampaign,
  opensInterviews,
  secondAgent,
  tenant,
} from "../world.ts"

const detailOf = (by = byAgent) =>
  Effect.map(consultInterview({ by, interview }), ({ detail }) => detail)

describe("CAM-24 the progress of an interview", () => {
  test("CAM-24 who did each step and on which day, what comes next and what remains", async () => {
    const world = await reached("endorsed")
    const { version, detail } = await world.run(consultInterview({ by: byAgent, interview }))
    expect(version).toBe(8)
    const { done, next, remaining } = detail.circuit
    expect(done.map(({ step, name, on }) => [step, name, on])).toStrictEqual([
      ["communicate", "Marc Nguyên", "2026-02-02"],
      ["agent-completion", "Éloïse Le Gall", "2026-02-10"],
      ["endorse", "Luc d'Estaing", "2026-02-12"],
    ])
    expect(next).toMatchObject({ step: "notify" })
    expect(remaining.map(({ step }) => step)).toStrictEqual(["notify", "sign", "file"])
    expect(detail).toMatchObject({ status: "closing", statusLabel: "En cours de clôture" })
  })

  test("CAM-24 before the circuit all of it remains", async () => {
    const world = await openedWorld()
    expect((await world.run(detailOf())).circuit).toMatchObject({
      done: [],
      next: null,
      remaining: [
        { step: "communicate" },
        { step: "agent-completion" },
        { step: "endorse" },
        { step: "notify" },
        { step: "sign" },
        { step: "file" },
      ],
    })
  })

  test("ENT-01 a date on or after the limit of the campaign is late, the day before is not", async () => {
    const limit = { ...meeting, date: day("2026-03-31") }
    for (const [proposed, late] of [
      [laterMeeting, false],
      [{ ...meeting, date: day("2026-03-30") }, false],
      [limit, true],
    ] as const) {
      const world = await reached("described")
      await world.run(proposes({ meeting: proposed }))
      expect(await world.run(detailOf())).toMatchObject({ date: proposed.date, late })
    }
  })

  test("ENT-02 a report that is not filed on its last day is late the day after, at the place", async () => {
    const world = await reached("signed")
    world.at("2026-05-29T21:59:59.999Z")
    expect(await world.run(detailOf())).toMatchObject({
      reportDue: "2026-05-29",
      reportLate: false,
    })
    world.at("2026-05-29T22:00:00.000Z")
    expect(await world.run(detailOf())).toMatchObject({ reportLate: true })
    await world.run(does("file", byService))
    expect(await world.run(detailOf())).toMatchObject({ status: "closed", lateReport: true })
  })

  test("ENT-22 a report communicated after its thirty days is flagged, and is communicated", async () => {
    const world = await reached("drafted")
    onDay(world, "2026-02-26")
    await world.run(does("communicate", bySuperior))
    expect((await world.run(detailOf())).circuit.done).toMatchObject([
      { step: "communicate", due: "2026-02-25", late: true },
    ])
  })
})

describe("ENT-08 the papers", () => {
  test("ENT-08 ENT-09 ENT-13 the superior's preparation: his notes, the points, the reminders", async () => {
    const world = await openedWorld()
    await world.run(prepares)
    const { content, fileName } = await world.run(readPreparation({ by: bySuperior, interview }))
    const printed = textsOf(content)
    expect(printed).toContain("Fiche à revoir")
    expect(printed.join("\n")).toContain("45 minutes")
    expect(fileName).toMatch(/agent-1-2026\.pdf$/u)
  })

  test("ENT-04 the blank report: the template of the campaign, the same for each agent", async () => {
    const world = newWorld()
    await world.run(Effect.andThen(opensCampaign(), opensInterviews([agent, secondAgent])))
    const titles = async (name: typeof interview, by = byService) => {
      const { content } = await world.run(readBlankReport({ by, interview: name }))
      return content.blocks.flatMap((block) => (block._tag === "heading" ? [block.text] : []))
    }
    const first = await titles(interview)
    expect(first).toContain("Besoins de formation")
    expect(await titles({ ...interview, agent: secondAgent.id })).toStrictEqual(first)
    expect(await titles(interview, byAgent)).toStrictEqual(first)
  })

  test("ENT-27 the report carries the means of appeal, before and after it is communicated", async () => {
    const world = await reached("drafted")
    const printed = async (by = bySuperior) => {
      const { content } = await world.run(readReport({ by, interview }))
      return textsOf(content).join("\n")
    }
    expect(await printed()).toContain("recours")
    onDay(world, "2026-02-02")
    await world.run(does("communicate", bySuperior))
    for (const by of [byAgent, byAuthority, byService]) {
      expect(await printed(by)).toContain("quinze jours francs")
    }
  })

  test("ENT-22 there is no report before it is written", async () => {
    const world = await reached("proposed")
    expect(await world.refused(readReport({ by: bySuperior, interview }))).toStrictEqual({
      _tag: "report.not-available",
      type: interview.type,
      year: 2026,
      agent: agent.id,
    })
  })
})

describe("ENT-28 the interviews of an agent", () => {
  const query = {
    filters: {},
    sort: { column: "year", direction: "descending" as const },
    limit: 10,
  }

  test("ENT-28 his own and nobody else's, with their status", async () => {
    const world = newWorld()
    await world.run(Effect.andThen(opensCampaign(), opensInterviews([agent, secondAgent])))
    const { rows } = await world.run(myInterviews({ by: byAgent, tenant }, query))
    expect(rows.map(({ row }) => [row.agent.id, row.year, row.status])).toStrictEqual([
      [agent.id, 2026, "not-planned"],
    ])
    await world.run(deleteInterview({ by: byService, interview, acknowledged: [] }))
    expect((await world.run(myInterviews({ by: byAgent, tenant }, query))).rows).toStrictEqual([])
  })

  test("CAM-01 in no other capacity, and for nobody else", async () => {
    const world = await openedWorld()
    for (const by of [bySuperior, byService, { ...byAgent, onBehalfOf: secondAgent.id }]) {
      expect(await world.refused(myInterviews({ by, tenant }, query))).toStrictEqual({
        _tag: "actor.not-allowed",
        command: "myInterviews",
        capacity: by.capacity,
      })
    }
  })
})

test("ENT-17 the objectives out of the campaign's range are a warning to acknowledge", async () => {
  const world = await reached("held")
  const parts = [
    {
      _tag: "objectives",
      section: section("objectives"),
      objectives: Array.from({ length: 6 }, (_, index) => ({ text: `Objectif ${index + 1}` })),
    },
  ] as const
  const { state } = await world.run(drafts())
  const written = state._tag === "held" ? state.draft.parts : []
  const others = written.filter((part) => part._tag !== "objectives")
  await world.run(drafts({ report: { parts: [...others, ...parts], attachments: [] } }))
  onDay(world, "2026-02-02")
  expect(await world.refused(does("communicate", bySuperior))).toStrictEqual({
    _tag: "report.objectives-out-of-range",
    subject: agent.id,
    count: 6,
    range: { minimum: 1, maximum: 5 },
  })
  const acknowledged = [{ code: "report.objectives-out-of-range", subject: agent.id }]
  expect(await world.run(does("communicate", bySuperior, { acknowledged }))).toMatchObject({
    state: { _tag: "in-circuit" },
  })
})
