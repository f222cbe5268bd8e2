/** One interview under the memo of the HR service, from the proposal to the personnel file. */
import { textsOf } from "@convoque/core/kernel/document"
import { CampaignId } from "@convoque/core/kernel/identity"
import { PersonnelFile } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import type { Acted } from "../../../../src/interviews/application/act.ts"
import { addComment } from "../../../../src/interviews/application/interview/circuit.ts"
import { deleteCampaign } from "../../../../src/interviews/application/campaign/deletion.ts"
import {
  consultInterview,
  readFormerReport,
  readPreparation,
} from "../../../../src/interviews/application/interview/reading.ts"
import { handOverReports } from "../../../../src/interviews/application/scheduler.ts"
import {
  postpone,
  recordNotHeld,
  unplan,
} from "../../../../src/interviews/application/interview/superior.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  campaign,
  day,
  discussed,
  laterMeeting,
  meeting,
  reason,
  section,
  terms,
  text,
} from "../../given.ts"
import {
  description,
  does,
  drafts,
  holds,
  interview,
  keepsDescription,
  onDay,
  prepares,
  proposes,
  reached,
  summary,
} from "./course.ts"
import { openedWorld, opensCampaign, opensInterviews, tenant } from "../world.ts"

const toAgent = "agent-1@academie.example"
const report = "compte-rendu-agent-1-2026.pdf"

test("ENT-06 to ENT-26 a whole interview: each act its version, its events and its mails", async () => {
  const world = await openedWorld()
  const course: Array<unknown> = []
  const plays = async (date: string, act: Acted) => {
    onDay(world, date)
    const { version, state, events, messages } = await world.run(act)
    course.push([
      date,
      version,
      state._tag,
      events.map(({ _tag }) => _tag),
      messages.map((content) => summary({ content })),
    ])
  }
  await plays("2026-01-08", prepares)
  await world.run(keepsDescription)
  await plays("2026-01-12", proposes({ seen: 2 }))
  await plays(
    "2026-01-20",
    postpone({
      by: bySuperior,
      interview,
      seen: 3,
      meeting: laterMeeting,
      reason: reason("Grève des transports."),
      acknowledged: [],
    }),
  )
  await plays("2026-02-09", holds({ seen: 4, date: laterMeeting.date }))
  await plays("2026-02-11", drafts({ seen: 5 }))
  await plays("2026-02-16", does("communicate", bySuperior, { seen: 6 }))
  await plays(
    "2026-02-20",
    addComment({ by: byAgent, interview, seen: 7, text: text("Je demande une formation.") }),
  )
  await plays("2026-02-24", does("agent-completion", byAgent, { seen: 8 }))
  await plays(
    "2026-02-26",
    does("endorse", byAuthority, { seen: 9, observations: text("Vu avec satisfaction.") }),
  )
  const notification = { means: "mail", on: day("2026-02-27") } as const
  await plays(
    "2026-02-27",
    does("notify", byService, { seen: 10, notification: { ...notification, fate: "sent" } }),
  )
  await plays(
    "2026-03-02",
    does("notify", byAgent, {
      seen: 11,
      notification: { ...notification, fate: "opened", on: day("2026-03-02") },
    }),
  )
  await plays("2026-03-05", does("sign", byAgent, { seen: 12 }))
  await plays("2026-03-10", does("file", byService, { seen: 13 }))

  const step = ["ValidationStepCompleted"]
  const dated = ["proposition-entretien-agent-1-2026.pdf", "modele-compte-rendu-2026.pdf"]
  const mail = (
    kind: string,
    documents: ReadonlyArray<string>,
    files: ReadonlyArray<string> = [],
  ) => [{ kind, to: toAgent, documents, files }]
  expect(course).toStrictEqual([
    ["2026-01-08", 2, "to-schedule", ["InterviewPrepared"], []],
    [
      "2026-01-12",
      3,
      "proposed",
      ["InterviewProposed"],
      mail("interview-proposed", dated, ["fiche.pdf"]),
    ],
    [
      "2026-01-20",
      4,
      "proposed",
      ["InterviewPostponed"],
      mail("interview-postponed", dated, ["fiche.pdf"]),
    ],
    ["2026-02-09", 5, "held", ["InterviewHeld"], []],
    ["2026-02-11", 6, "held", ["ReportDrafted"], []],
    ["2026-02-16", 7, "in-circuit", step, mail("report-communicated", [report])],
    ["2026-02-20", 8, "in-circuit", ["CommentAdded"], []],
    ["2026-02-24", 9, "in-circuit", step, []],
    ["2026-02-26", 10, "in-circuit", step, []],
    ["2026-02-27", 11, "in-circuit", ["NotificationTried"], mail("report-notified", [report])],
    ["2026-03-02", 12, "in-circuit", step, []],
    ["2026-03-05", 13, "in-circuit", step, []],
    ["2026-03-10", 15, "closed", [...step, "InterviewClosed"], mail("interview-closed", [report])],
  ])
  // What left is what was answered, about the interview, in that order.
  const sent = await world.messages()
  expect(sent.map(({ id, content }) => [id, content.kind])).toStrictEqual(
    [
      [3, "interview-proposed"],
      [4, "interview-postponed"],
      [7, "report-communicated"],
      [11, "report-notified"],
      [15, "interview-closed"],
    ].map(([version, kind]) => [
      `interview/professional-interview/2026/agent-1/${version}/0`,
      kind,
    ]),
  )
  const { detail } = await world.run(consultInterview({ by: byAgent, interview }))
  expect(detail.circuit.done.map(({ step: name, on, late }) => [name, on, late])).toStrictEqual([
    ["communicate", "2026-02-16", false],
    ["agent-completion", "2026-02-24", false],
    ["endorse", "2026-02-26", false],
    ["notify", "2026-03-02", false],
    ["sign", "2026-03-05", false],
    ["file", "2026-03-10", false],
  ])
  expect(detail).toMatchObject({ status: "closed", closedOn: "2026-03-10", postponements: 1 })
})

test("ENT-11 a date withdrawn, then missed: the agent is told, and counted apart", async () => {
  const world = await reached("proposed")
  onDay(world, "2026-01-20")
  const away = { by: bySuperior, interview, reason: reason("Congé de maladie.") }
  const withdrawn = await world.run(unplan(away))
  expect(withdrawn.messages.map(({ kind }) => kind)).toStrictEqual(["interview-unplanned"])
  await world.run(proposes({ meeting: laterMeeting }))
  onDay(world, "2026-02-09")
  const missed = recordNotHeld({ by: bySuperior, interview, reason: "agent-refused" })
  expect(await world.refused(missed)).toStrictEqual({
    _tag: "interview.date-not-passed",
    date: "2026-02-09",
    today: "2026-02-09",
  })
  onDay(world, "2026-02-10")
  expect(await world.run(missed)).toMatchObject({
    state: { _tag: "not-held", reason: "agent-refused" },
    messages: [],
  })
})

test("ENT-10 ENT-12 ENT-14 what keeps an interview from having been held writes nothing", async () => {
  const world = await reached("proposed")
  onDay(world, "2026-01-26")
  expect(
    await world.refused(holds({ participants: [agent.id, bySuperior.person, byService.person] })),
  ).toMatchObject({ _tag: "interview.third-party-present" })
  expect(await world.refused(holds({ discussed: discussed.slice(1) }))).toMatchObject({
    _tag: "interview.section-not-discussed",
    sections: [{ section: discussed[0] }],
  })
  const short = { durationMinutes: 44 }
  expect(await world.refused(holds(short))).toStrictEqual({
    _tag: "interview.duration-too-short",
    subject: agent.id,
    durationMinutes: 44,
    minimumMinutes: 45,
  })
  const acknowledged = [{ code: "interview.duration-too-short", subject: agent.id }]
  const handled = await world.run(holds({ ...short, acknowledged }))
  expect([handled.version, handled.state._tag]).toStrictEqual([4, "held"])
})

test("ENT-06 ENT-07 a proposal a day too late, or without its two documents", async () => {
  const world = await reached("described")
  onDay(world, "2026-01-19")
  expect(await world.refused(proposes())).toMatchObject({
    _tag: "interview.notice-too-short",
    date: meeting.date,
    earliest: "2026-01-27",
    today: "2026-01-19",
  })
  onDay(world, "2026-01-18")
  expect(await world.refused(proposes({ enclosures: [] }))).toStrictEqual({
    _tag: "interview.enclosure-missing",
    missing: ["report-template", "job-description"],
  })
  expect(await world.messages()).toStrictEqual([])
  expect(await world.run(proposes())).toMatchObject({ state: { _tag: "proposed" } })
})

test("ENT-20 a report without its required sections stays with the superior", async () => {
  const world = await reached("held")
  const empty = { parts: [], attachments: [] }
  await world.run(drafts({ report: empty }))
  const refused = await world.refused(does("communicate", bySuperior))
  expect(refused).toMatchObject({ _tag: "report.section-required" })
  expect(refused).toHaveProperty(
    "sections",
    expect.arrayContaining([
      expect.objectContaining({ section: section("career-prospects") }),
      expect.objectContaining({ section: section("training-needs") }),
    ]),
  )
  expect((await world.messages()).map(({ content }) => content.kind)).toStrictEqual([
    "interview-proposed",
  ])
})

describe("ENT-28 the report of the year before", () => {
  const next = { ...interview, year: 2027 }
  const nextCampaign = CampaignId.make("2027-entretiens")
  const nextYear = {
    ...terms,
    label: "Entretiens professionnels 2027",
    year: 2027,
    referencePeriod: { from: day("2026-09-01"), until: day("2027-08-31") },
    startsOn: day("2027-01-05"),
    interviewsBefore: day("2027-03-31"),
    reportsBy: day("2027-05-28"),
  }
  const opensNext = Effect.andThen(
    opensCampaign(nextYear, nextCampaign),
    opensInterviews([agent], nextCampaign),
  )

  test("ENT-28 is found in the personnel file, also when its campaign was deleted", async () => {
    const world = await reached("filed")
    expect(await world.run(handOverReports(tenant))).toStrictEqual({ done: 1, failed: 0 })
    await world.run(
      deleteCampaign({
        by: byAdministrator,
        tenant,
        campaign,
        acknowledged: [{ code: "campaign.confirmation-required", subject: campaign }],
      }),
    )
    expect(await world.refused(consultInterview({ by: byAgent, interview }))).toStrictEqual({
      _tag: "interview.unknown",
      type: interview.type,
      year: 2026,
      agent: agent.id,
    })
    onDay(world, "2027-01-06")
    await world.run(opensNext)
    const filed = await world.run(
      Effect.flatMap(PersonnelFile, (file) => file.list(tenant, agent.id)),
    )
    const former = await world.run(readFormerReport({ by: bySuperior, interview: next }))
    expect(former).toStrictEqual({ content: filed[0]?.content, fileName: report })
    const { content } = await world.run(readPreparation({ by: bySuperior, interview: next }))
    expect(textsOf(content)).toContain("Gestion des congés.")
  })

  test("ENT-28 is said to be absent in the first year, and blocks nothing", async () => {
    const world = await openedWorld()
    expect(await world.refused(readFormerReport({ by: byAgent, interview }))).toStrictEqual({
      _tag: "report.not-available",
      type: interview.type,
      year: 2025,
      agent: agent.id,
    })
    const { content } = await world.run(readPreparation({ by: bySuperior, interview }))
    expect(textsOf(content)).toContain("Néant")
  })

  test("ENT-28 ENT-08 the job description that was sent is named in the preparation", async () => {
    const world = await reached("proposed")
    const { content } = await world.run(readPreparation({ by: bySuperior, interview }))
    expect(textsOf(content)).toContain(description.fileName)
  })
})
