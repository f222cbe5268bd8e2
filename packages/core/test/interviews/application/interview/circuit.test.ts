/** The circuit through the use cases: revisions, a period that lapses, a refusal to sign, returns. */
import { Zone } from "@convoque/core/kernel/calendar"
import { textsOf } from "@convoque/core/kernel/document"
import { describe, expect, test } from "vitest"
import {
  addComment,
  recordSignatureRefusal,
  requestRevision,
  returnReport,
} from "../../../../src/interviews/application/interview/circuit.ts"
import {
  consultInterview,
  readReport,
} from "../../../../src/interviews/application/interview/reading.ts"
import { handOverReports, lapseSteps } from "../../../../src/interviews/application/scheduler.ts"
import { answerRevision } from "../../../../src/interviews/application/interview/superior.ts"
import type { CampaignTerms } from "../../../../src/interviews/terms/model/campaign-terms.ts"
import { economyFinance, managerInterview } from "../../../../src/interviews/terms/procedures.ts"
import {
  managerInterviewTemplate,
  stateTemplate,
} from "../../../../src/interviews/terms/templates.ts"
import type { Report } from "../../../../src/interviews/interview/model.ts"
import {
  agent,
  byAgent,
  byAuthority,
  byOtherSuperior,
  byService,
  bySuperior,
  day,
  level,
  reason,
  section,
  stepId,
  terms,
  text,
} from "../../given.ts"
import { does, drafts, holds, interview, onDay, proposes, reached, summary } from "./course.ts"
import { openedWorld, tenant, type World } from "../world.ts"

const written = (name: string): Report["parts"][number] => ({
  _tag: "text",
  section: section(name),
  text: text("Rien à signaler."),
})
const stateReport: Report = {
  parts: [
    written("results"),
    {
      _tag: "objectives",
      section: section("objectives"),
      objectives: [{ text: "Dématérialiser" }],
    },
    {
      _tag: "criteria",
      section: section("manner-of-serving"),
      ratings: stateTemplate.criteria.map((one) => ({
        criterion: one.criterion,
        level: level("mastered"),
      })),
    },
    written("experience"),
    {
      _tag: "training-needs",
      section: section("training-needs"),
      needs: [{ text: "Tableur", purpose: "post" }],
    },
    written("career-prospects"),
    written("general-appraisal"),
  ],
  attachments: [],
}

const finance: CampaignTerms = { ...terms, procedure: economyFinance, template: stateTemplate }
const stateSections = stateTemplate.sections.map((one) => one.section)
const heldOn = { date: day("2026-03-16"), discussed: stateSections }

/** Gives a portal in which the report of a finance ministry is communicated on 20 March 2026. */
const communicatedFinance = async (): Promise<World> => {
  const world = await openedWorld(finance)
  onDay(world, "2026-03-02")
  await world.run(proposes({ meeting: { date: heldOn.date }, enclosures: [] }))
  onDay(world, "2026-03-16")
  await world.run(holds(heldOn))
  await world.run(drafts({ report: stateReport }))
  onDay(world, "2026-03-20")
  await world.run(does("communicate", bySuperior))
  return world
}

const asks = requestRevision({ by: byAgent, interview, reason: reason("Une mission manque.") })
const answers = (accepted: boolean) =>
  answerRevision({ by: bySuperior, interview, accepted, reason: reason("La mission est citée.") })

describe("ENT-23 a request of revision at the finance ministry", () => {
  test("ENT-23 declined: the period stops from the request to the answer, and ends on a working day", async () => {
    const world = await communicatedFinance()
    const { detail } = await world.run(consultInterview({ by: byAgent, interview }))
    // 4 April is a Saturday, 6 April Easter Monday.
    expect(detail.circuit.next).toMatchObject({ step: "agent-completion", due: "2026-04-07" })
    onDay(world, "2026-03-24")
    expect(await world.run(asks)).toMatchObject({
      version: 6,
      state: { _tag: "in-circuit", next: { due: "2026-04-20" }, revision: { on: "2026-03-24" } },
      messages: [{ kind: "revision-requested", to: { name: "Marc Nguyên" } }],
    })
    expect(await world.refused(asks)).toStrictEqual({
      _tag: "revision.already-requested",
      on: "2026-03-24",
    })
    onDay(world, "2026-03-31")
    const declined = await world.run(answers(false))
    expect(declined.events).toMatchObject([
      { _tag: "RevisionDeclined", suspendedDays: 7, next: { due: "2026-04-13" } },
    ])
    expect(await world.refused(asks)).toMatchObject({ _tag: "revision.already-requested" })
    onDay(world, "2026-04-13")
    await world.run(does("agent-completion", byAgent))
    await world.run(does("endorse", byAuthority))
    onDay(world, "2026-04-20")
    const notification = { means: "handed-over", fate: "delivered", on: day("2026-04-20") } as const
    await world.run(does("notify", bySuperior, { notification }))
    onDay(world, "2026-04-28")
    const signed = await world.run(does("sign", byAgent))
    expect(signed.events).toMatchObject([{ done: { due: "2026-04-28", late: false } }])
    expect(await world.run(does("file", byService))).toMatchObject({
      version: 13,
      state: { _tag: "closed", late: false },
    })
    expect((await world.messages()).map(({ content }) => content.kind)).toStrictEqual([
      "interview-proposed",
      "report-communicated",
      "revision-requested",
      "revision-declined",
      "interview-closed",
    ])
  })

  test("ENT-23 accepted: the superior writes again, and the period runs from the new communication", async () => {
    const world = await communicatedFinance()
    onDay(world, "2026-03-24")
    await world.run(addComment({ by: byAgent, interview, text: text("Une mission manque.") }))
    await world.run(asks)
    onDay(world, "2026-03-26")
    const accepted = await world.run(answers(true))
    expect(accepted).toMatchObject({
      state: { _tag: "held", draft: stateReport },
      events: [{ _tag: "ReportReturned", cleared: [{ step: "communicate" }] }],
      messages: [{ kind: "revision-granted", to: { address: agent.email } }],
    })
    const [results, ...others] = stateReport.parts
    const rewritten = {
      _tag: "text",
      section: section("results"),
      text: text("La mission."),
    } as const
    expect(results).toMatchObject({ section: "results" })
    await world.run(drafts({ report: { parts: [rewritten, ...others], attachments: [] } }))
    onDay(world, "2026-03-30")
    const again = await world.run(does("communicate", bySuperior))
    expect(again.events).toMatchObject([{ next: { due: "2026-04-14" } }])
    expect(again.messages.map((content) => summary({ content }))).toStrictEqual([
      {
        kind: "report-communicated",
        to: agent.email,
        documents: ["compte-rendu-agent-1-2026.pdf"],
        files: [],
      },
    ])
    expect(textsOf((await world.run(readReport({ by: byAgent, interview }))).content)).toContain(
      "La mission.",
    )
    // Another communication, another right to ask.
    expect(await world.run(asks)).toMatchObject({ state: { revision: { on: "2026-03-30" } } })
  })

  test("ENT-23 is unknown to the memo of the HR service, and belongs to the agent", async () => {
    const world = await reached("communicated")
    expect(await world.refused(asks)).toMatchObject({ _tag: "revision.unknown-to-procedure" })
    const stranger = { interview, reason: reason("Une mission manque.") }
    for (const by of [bySuperior, byOtherSuperior, byAuthority, byService]) {
      expect(await world.refused(requestRevision({ ...stranger, by }))).toStrictEqual({
        _tag: "actor.not-allowed",
        command: "requestRevision",
        capacity: by.capacity,
      })
    }
  })
})

describe("ENT-23 an agent who writes nothing", () => {
  const territories = {
    "Europe/Paris": "metropole",
    "Pacific/Noumea": "nouvelle-caledonie",
    "America/Miquelon": "saint-pierre-et-miquelon",
  } as const

  test.each([
    // 17 February 2026 is the last day; the next begins at midnight of the place.
    ["Europe/Paris", "2026-02-17T22:59:59.999Z", "2026-02-17T23:00:00.000Z"],
    ["Pacific/Noumea", "2026-02-17T12:59:59.999Z", "2026-02-17T13:00:00.000Z"],
    ["America/Miquelon", "2026-02-18T02:59:59.999Z", "2026-02-18T03:00:00.000Z"],
  ] as const)("ENT-23 at %s: open until %s, over at %s", async (place, open, over) => {
    const world = await reached(
      "communicated",
      await openedWorld({
        ...terms,
        zone: Zone.make(place),
        holidays: { territory: territories[place] },
      }),
    )
    world.at(open)
    expect(await world.run(lapseSteps(tenant))).toStrictEqual({ done: 0, failed: 0 })
    world.at(over)
    const comment = addComment({ by: byAgent, interview, text: text("Trop tard.") })
    expect(await world.refused(comment)).toMatchObject({
      _tag: "step.lapsed",
      lastDay: "2026-02-17",
      today: "2026-02-18",
    })
    expect(await world.run(lapseSteps(tenant))).toStrictEqual({ done: 1, failed: 0 })
    const { detail } = await world.run(consultInterview({ by: byAgent, interview }))
    expect(detail.circuit.done.at(-1)).toMatchObject({
      step: "agent-completion",
      on: "2026-02-17",
      lapsed: true,
      late: false,
      by: { capacity: "system" },
    })
    expect(detail.circuit.next).toMatchObject({ step: "endorse" })
    // Asked again, as often as one likes, it does nothing.
    expect(await world.run(lapseSteps(tenant))).toStrictEqual({ done: 0, failed: 0 })
  })

  test("ENT-23 what he wrote in time stays, although he did not say that he had finished", async () => {
    const world = await reached("communicated")
    onDay(world, "2026-02-17")
    await world.run(addComment({ by: byAgent, interview, text: text("Je maintiens.") }))
    onDay(world, "2026-02-18")
    await world.run(lapseSteps(tenant))
    const { content } = await world.run(readReport({ by: byAuthority, interview }))
    expect(textsOf(content).join("\n")).toContain("Je maintiens.")
  })

  test("ENT-24 a report that is not complete has no visa, whoever asks for it", async () => {
    const world = await reached("communicated")
    onDay(world, "2026-02-10")
    expect(await world.refused(does("endorse", byAuthority))).toMatchObject({
      _tag: "report.not-completed",
      step: "agent-completion",
    })
    expect(await world.refused(does("agent-completion", bySuperior))).toMatchObject({
      _tag: "step.wrong-actor",
    })
  })
})

describe("ENT-25 an agent who does not sign", () => {
  const refuses = recordSignatureRefusal({
    by: byService,
    interview,
    date: day("2026-02-17"),
    witness: "Mme Petit, gestionnaire",
  })

  test("ENT-25 ENT-26 the refusal and its witness stand in the report, and the file is closed", async () => {
    const world = await reached("notified")
    onDay(world, "2026-02-18")
    expect(await world.refused(does("file", byService))).toMatchObject({
      _tag: "report.not-signed",
    })
    expect(await world.run(refuses)).toMatchObject({
      events: [{ done: { on: "2026-02-17", refusal: { witness: "Mme Petit, gestionnaire" } } }],
      messages: [],
    })
    onDay(world, "2026-02-20")
    expect(await world.run(does("file", byService))).toMatchObject({ state: { _tag: "closed" } })
    const { content } = await world.run(readReport({ by: byAgent, interview }))
    expect(textsOf(content).some((one) => one.includes("Mme Petit"))).toBe(true)
    expect(await world.run(handOverReports(tenant))).toStrictEqual({ done: 1, failed: 0 })
  })

  test("ENT-25 only the HR service says so, and not before the notification", async () => {
    const world = await reached("endorsed")
    onDay(world, "2026-02-18")
    expect(await world.refused(refuses)).toMatchObject({ _tag: "report.not-notified" })
    const by = bySuperior
    expect(
      await world.refused(
        recordSignatureRefusal({ by, interview, date: day("2026-02-17"), witness: "Lui-même" }),
      ),
    ).toMatchObject({ _tag: "actor.not-allowed", command: "recordSignatureRefusal" })
  })
})

test("ENT-25 a notification that failed starts nothing, and the next one is tried", async () => {
  const world = await reached("endorsed")
  onDay(world, "2026-02-16")
  const notifies = (fate: "failed" | "delivered", on: string) =>
    does("notify", byService, {
      notification: { means: "registered-letter", fate, on: day(on) },
    })
  expect(await world.run(notifies("failed", "2026-02-14"))).toMatchObject({
    events: [{ _tag: "NotificationTried" }],
    state: { next: { step: "notify" } },
    messages: [],
  })
  expect(await world.refused(does("sign", byAgent))).toMatchObject({ _tag: "report.not-notified" })
  onDay(world, "2026-02-24")
  expect(await world.run(notifies("delivered", "2026-02-23"))).toMatchObject({
    events: [{ done: { on: "2026-02-23" } }],
  })
})

test("CAM-25 a plain interview closes with its last signature, or goes back to the manager", async () => {
  const plain = { ...terms, procedure: managerInterview, template: managerInterviewTemplate }
  const world = await openedWorld(plain)
  const own = { ...interview, type: managerInterview.type }
  onDay(world, "2026-01-12")
  await world.run(proposes({ interview: own, enclosures: [] }))
  onDay(world, "2026-01-26")
  const discussed = managerInterviewTemplate.sections.map((one) => one.section)
  await world.run(holds({ interview: own, discussed }))
  const parts = managerInterviewTemplate.sections.flatMap((one): Report["parts"] => {
    if (!one.required) return []
    return one.kind === "objectives"
      ? [{ _tag: "objectives", section: one.section, objectives: [{ text: "Former l'équipe" }] }]
      : one.kind === "training-needs"
        ? [
            {
              _tag: "training-needs",
              section: one.section,
              needs: [{ text: "Anglais", purpose: "project" }],
            },
          ]
        : [written(one.section)]
  })
  const acknowledged = [{ code: "report.objectives-out-of-range", subject: agent.id }]
  await world.run(drafts({ interview: own, report: { parts, attachments: [] } }))
  await world.run(does("communicate", bySuperior, { interview: own, acknowledged }))
  const back = await world.run(
    returnReport({ by: byAgent, interview: own, reason: reason("Un objectif est à préciser.") }),
  )
  expect(back.messages.map((content) => summary({ content }))).toStrictEqual([
    { kind: "report-returned", to: "superior-1@academie.example", documents: [], files: [] },
  ])
  await world.run(does("communicate", bySuperior, { interview: own, acknowledged }))
  const signed = await world.run(does("sign", byAgent, { interview: own }))
  expect(signed.events.map(({ _tag }) => _tag)).toStrictEqual([
    "ValidationStepCompleted",
    "InterviewClosed",
  ])
  expect(signed.state).toMatchObject({ _tag: "closed", done: [{}, { step: stepId("sign") }] })
})
