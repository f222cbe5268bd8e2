/** Appeals through the use cases: one won, one lost through silence and committee, and their bounds. */
import { textsOf } from "@convoque/core/kernel/document"
import { CampaignId } from "@convoque/core/kernel/identity"
import { PersonnelFile } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  consultAppeal,
  listAppeals,
  readAppealDocument,
  readFinalReport,
} from "../../../../src/interviews/application/interview/appeals-reading.ts"
import type { Appealed } from "../../../../src/interviews/application/interview/appeal-act.ts"
import {
  acknowledgeFinalReport,
  decideAppeal,
  lodgeHierarchicalAppeal,
  notifyFinalReport,
  recordNoAnswer,
  recordOpinion,
  referToCommittee,
} from "../../../../src/interviews/application/interview/appeals.ts"
import { readFormerReport } from "../../../../src/interviews/application/interview/reading.ts"
import {
  handOverFinalReports,
  handOverReports,
  recordSilences,
} from "../../../../src/interviews/application/scheduler.ts"
import type { Report } from "../../../../src/interviews/interview/model.ts"
import { managerInterview } from "../../../../src/interviews/terms/procedures.ts"
import {
  agent,
  authority,
  byAgent,
  byAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  criterion,
  day,
  level,
  section,
  terms,
  text,
} from "../../given.ts"
import { answers, lodges, rejects, revised } from "./appeal-course.ts"
import { does, interview, onDay, reached, summary } from "./course.ts"
import { openedWorld, opensCampaign, opensInterviews, tenant, type World } from "../world.ts"

const notifies = (fate: "sent" | "delivered", date: string) =>
  notifyFinalReport({
    by: byService,
    interview,
    notification: { means: "mail", fate, on: day(date) },
  })
const acknowledges = (date: string) =>
  acknowledgeFinalReport({ by: byAgent, interview, date: day(date) })

/** Plays acts on their days and gives what came of each. */
const played = async (
  world: World,
  acts: ReadonlyArray<readonly [date: string, act: Appealed]>,
): Promise<ReadonlyArray<unknown>> => {
  const course: Array<unknown> = []
  for (const [date, act] of acts) {
    onDay(world, date)
    const { version, state, messages } = await world.run(act)
    course.push([version, state._tag, messages.map((content) => summary({ content }))])
  }
  return course
}

const mail = (kind: string, to: string | undefined, documents: ReadonlyArray<string> = []) => [
  { kind, to, documents, files: [] },
]

describe("ENT-27 an appeal that is won", () => {
  const won = async () => {
    const world = await reached("filed")
    await world.run(handOverReports(tenant))
    const course = await played(world, [
      ["2026-02-27", lodges("2026-02-27")],
      ["2026-03-10", answers("2026-03-10")],
      ["2026-03-11", notifies("sent", "2026-03-11")],
      ["2026-03-13", notifies("delivered", "2026-03-12")],
      ["2026-03-16", acknowledges("2026-03-16")],
    ])
    return { world, course }
  }

  test("ENT-27 the final report is notified, acknowledged, and each is told once", async () => {
    const { world, course } = await won()
    const final = "compte-rendu-definitif-agent-1-2026.pdf"
    expect(course).toStrictEqual([
      [1, "lodged", mail("appeal-lodged", authority.email)],
      [2, "answered", mail("appeal-answered", agent.email)],
      [3, "answered", mail("final-report-notified", agent.email, [final])],
      [4, "answered", []],
      [5, "concluded", []],
    ])
    const { content } = await world.run(readFinalReport({ by: byAgent, interview }))
    const printed = textsOf(content)
    expect(printed).toContain("Objectifs dépassés.")
    // What was not revised stays as it was.
    expect(printed).toContain("Gestion des congés.")
    expect(await world.run(consultAppeal({ by: byAuthority, interview }))).toMatchObject({
      version: 5,
      state: {
        _tag: "concluded",
        lodging: { on: "2026-02-27", lastDay: "2026-03-02", late: false },
        answerBy: "2026-03-16",
        final: { revisedOn: "2026-03-10", notification: { on: "2026-03-12" } },
        acknowledgedOn: "2026-03-16",
      },
    })
  })

  test("ENT-26 ENT-28 the final report joins the personnel file, and is the one of the next year", async () => {
    const { world } = await won()
    expect(await world.run(handOverFinalReports(tenant))).toStrictEqual({ done: 1, failed: 0 })
    expect(await world.run(handOverFinalReports(tenant))).toStrictEqual({ done: 0, failed: 0 })
    const filed = await world.run(
      Effect.flatMap(PersonnelFile, (file) => file.list(tenant, agent.id)),
    )
    expect(filed.map(({ key }) => key)).toStrictEqual([
      "interview-report/professional-interview/2026/agent-1",
      "interview-report/professional-interview/2026/agent-1/final/2026-03-10",
    ])
    const next = await openedNextYear(world)
    const former = await world.run(readFormerReport({ by: bySuperior, interview: next }))
    expect(former.content).toStrictEqual(filed[1]?.content)
  })

  test("ENT-04 the authority revises within the template, and with files of the interview", async () => {
    const world = await reached("notified")
    onDay(world, "2026-03-10")
    await world.run(lodges("2026-02-27"))
    const { parts } = revised
    const rated = { criterion: criterion("technical-skills"), level: level("divine") }
    const wrong: ReadonlyArray<readonly [Partial<Report>, object]> = [
      [
        { parts: [{ _tag: "text", section: section("moral"), text: text("Bonne.") }] },
        { _tag: "report.unknown-section", section: "moral" },
      ],
      [
        { parts: [{ _tag: "criteria", section: section("competences"), ratings: [rated] }] },
        { _tag: "report.unknown-level", level: "divine" },
      ],
      [
        {
          parts,
          attachments: [
            {
              fileName: "avis.pdf",
              key: "interviews/professional-interview/2026/agent-2/attachment/id-1",
            },
          ],
        },
        { _tag: "file.unknown", agent: agent.id },
      ],
    ]
    for (const [rest, refusal] of wrong) {
      const answer = answers("2026-03-10", { revised: { ...revised, ...rest } })
      expect(await world.refused(answer)).toMatchObject(refusal)
      // A stranger is told that he is one, whatever he writes.
      const stranger = answers("2026-03-10", { by: bySuperior, revised: { ...revised, ...rest } })
      expect(await world.refused(stranger)).toStrictEqual({
        _tag: "actor.not-allowed",
        command: "answerAppeal",
        capacity: "superior",
      })
    }
    expect(await world.run(consultAppeal({ by: byAgent, interview }))).toMatchObject({ version: 1 })
  })
})

const openedNextYear = async (world: World) => {
  const next = {
    ...terms,
    year: 2027,
    referencePeriod: { from: day("2026-09-01"), until: day("2027-08-31") },
    startsOn: day("2027-01-05"),
    interviewsBefore: day("2027-03-31"),
    reportsBy: day("2027-05-28"),
  }
  const name = CampaignId.make("2027-entretiens")
  onDay(world, "2027-01-06")
  await world.run(Effect.andThen(opensCampaign(next, name), opensInterviews([agent], name)))
  return { ...interview, year: 2027 }
}

describe("ENT-27 an appeal that nobody answers", () => {
  test("ENT-27 silence is recorded the day after the last one at the place, then the committee is asked", async () => {
    const world = await reached("notified")
    onDay(world, "2026-02-27")
    await world.run(lodges("2026-02-27"))
    // Fifteen clear days end on Sunday 15 March, hence on Monday.
    world.at("2026-03-16T22:59:59.999Z")
    expect(await world.run(recordSilences(tenant))).toStrictEqual({ done: 0, failed: 0 })
    expect(
      await world.refused(recordNoAnswer({ by: { ...byService, capacity: "system" }, interview })),
    ).toMatchObject({ _tag: "appeal.answer-period-running", lastDay: "2026-03-16" })
    world.at("2026-03-16T23:00:00.000Z")
    expect(await world.run(recordSilences(tenant))).toStrictEqual({ done: 1, failed: 0 })
    expect(await world.run(recordSilences(tenant))).toStrictEqual({ done: 0, failed: 0 })
    const refers = referToCommittee({ by: byAgent, interview, date: day("2026-04-16") })
    const opinion = recordOpinion({
      by: byService,
      interview,
      date: day("2026-05-11"),
      text: text("Avis défavorable à la révision."),
    })
    const decides = decideAppeal({
      by: byAuthority,
      interview,
      date: day("2026-05-20"),
      outcome: "rejected",
    })
    onDay(world, "2026-04-16")
    expect(await world.refused(decides)).toMatchObject({ _tag: "appeal.illegal-transition" })
    const course = await played(world, [
      ["2026-04-16", refers],
      ["2026-05-11", opinion],
      ["2026-05-20", decides],
    ])
    expect(course).toStrictEqual([
      [3, "referred", []],
      [4, "referred", []],
      [5, "decided", mail("appeal-decided", agent.email)],
    ])
    const { state } = await world.run(consultAppeal({ by: byAgent, interview }))
    expect(state).toMatchObject({
      referral: { on: "2026-04-16", lastDay: "2026-04-16", late: false },
      decision: { on: "2026-05-20", outcome: "rejected" },
    })
    expect(await world.refused(readFinalReport({ by: byAgent, interview }))).toStrictEqual({
      _tag: "appeal.no-revised-report",
    })
    const { content } = await world.run(readAppealDocument({ by: byAgent, interview }))
    expect(textsOf(content).join("\n")).toContain("Avis défavorable à la révision.")
  })

  test("ENT-27 the committee comes after the hierarchical appeal only", async () => {
    const world = await reached("notified")
    onDay(world, "2026-03-02")
    const refers = referToCommittee({ by: byAgent, interview, date: day("2026-03-02") })
    expect(await world.refused(refers)).toMatchObject({ _tag: "appeal.unknown" })
    await world.run(lodges("2026-03-02"))
    expect(await world.refused(refers)).toMatchObject({
      _tag: "appeal.answer-period-running",
      lastDay: "2026-03-18",
    })
  })
})

describe("ENT-27 when an appeal can be lodged", () => {
  test("ENT-25 ENT-27 not before the visa, nor before the notification reached the agent", async () => {
    const world = await reached("completed")
    onDay(world, "2026-02-12")
    expect(await world.refused(lodges("2026-02-12"))).toStrictEqual({
      _tag: "appeal.report-not-endorsed",
    })
    await world.run(does("endorse", byAuthority))
    const notification = {
      means: "registered-letter",
      fate: "failed",
      on: day("2026-02-12"),
    } as const
    await world.run(does("notify", byService, { notification }))
    expect(await world.refused(lodges("2026-02-12"))).toStrictEqual({
      _tag: "appeal.report-not-notified",
    })
  })

  test("ENT-27 a late one is recorded as late, and the authority answers it", async () => {
    const world = await reached("notified")
    onDay(world, "2026-03-03")
    const late = await world.run(lodges("2026-03-03"))
    expect(late.state).toMatchObject({ lodging: { lastDay: "2026-03-02", late: true } })
    expect(late.messages[0]?.paragraphs.join("\n")).toContain("hors délai")
    expect(await world.run(answers("2026-03-03", rejects))).toMatchObject({
      state: { _tag: "answered", answer: { outcome: "rejected", late: false } },
    })
  })

  test("ENT-27 one appeal a report, by its agent, under a procedure that knows appeals", async () => {
    const world = await reached("notified")
    onDay(world, "2026-03-02")
    await world.run(lodges("2026-03-02"))
    expect(await world.refused(lodges("2026-03-02"))).toMatchObject({
      _tag: "appeal.illegal-transition",
      state: "lodged",
    })
    const other = await reached("notified")
    for (const by of [bySuperior, byAuthority, byService, byOtherSuperior]) {
      expect(
        await other.refused(
          lodgeHierarchicalAppeal({
            by,
            interview,
            date: day("2026-02-16"),
            grounds: text("Non."),
          }),
        ),
      ).toStrictEqual({
        _tag: "actor.not-allowed",
        command: "lodgeHierarchicalAppeal",
        capacity: by.capacity,
      })
    }
    const plain = await openedWorld({ ...terms, procedure: managerInterview })
    const own = { ...interview, type: managerInterview.type }
    const appeal = lodgeHierarchicalAppeal({
      by: byAgent,
      interview: own,
      date: day("2026-01-05"),
      grounds: text("Non."),
    })
    expect(await plain.refused(appeal)).toStrictEqual({ _tag: "appeal.not-provided" })
  })
})

test("ENT-27 the list of an authority: its own appeals, by the day on which it must answer", async () => {
  const world = await reached("notified")
  onDay(world, "2026-02-27")
  await world.run(lodges("2026-02-27"))
  const query = {
    filters: {},
    sort: { column: "due", direction: "ascending" as const },
    limit: 10,
  }
  const { rows } = await world.run(listAppeals({ by: byAuthority, tenant }, query))
  expect(rows.map(({ row }) => [row.agent.name, row.state, row.due])).toStrictEqual([
    ["Éloïse Le Gall", "lodged", "2026-03-16"],
  ])
  const other = { ...byAuthority, person: bySuperior.person }
  expect((await world.run(listAppeals({ by: other, tenant }, query))).rows).toStrictEqual([])
  for (const by of [bySuperior, { ...other, onBehalfOf: authority.id }]) {
    expect(await world.refused(listAppeals({ by, tenant }, query))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "listAppeals",
      capacity: by.capacity,
    })
  }
})
