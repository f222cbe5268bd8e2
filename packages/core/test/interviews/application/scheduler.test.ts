/** The scheduler: the personnel file that fails, is repeated or corrected; one file never stops another. */
import { textsOf } from "@convoque/core/kernel/document"
import {
  DocumentStorage,
  type FiledDocument,
  PersonnelFile,
  Storage,
  StorageUnavailable,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { correctClericalError } from "../../../src/interviews/application/interview/hr-service.ts"
import {
  consultInterview,
  loadInterview,
  readReport,
} from "../../../src/interviews/application/interview/reading.ts"
import { handOverReports, lapseSteps } from "../../../src/interviews/application/scheduler.ts"
import type { InterviewName } from "../../../src/interviews/aggregates.ts"
import {
  agent,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  day,
  delivered,
  reason,
  report,
  section,
  superior,
  terms,
  text,
} from "../given.ts"
import { does, drafts, holds, interview, onDay, proposes, reached } from "./interview/course.ts"
import {
  newWorld,
  opensCampaign,
  opensInterviews,
  secondAgent,
  tenant,
  thirdAgent,
  type World,
} from "./world.ts"

const filed = (world: World): Promise<ReadonlyArray<FiledDocument>> =>
  world.run(Effect.flatMap(PersonnelFile, (file) => file.list(tenant, agent.id)))

/** Gives the same portal, whose personnel file does something else when a document comes. */
const filing = async (world: World, file: PersonnelFile["Service"]["file"]): Promise<World> => {
  const port = await world.run(Effect.flatMap(PersonnelFile, Effect.succeed))
  return world.having(PersonnelFile, { ...port, file })
}

const isHandedOver = async (world: World): Promise<boolean> => {
  const { state } = await world.run(loadInterview(interview))
  return state._tag === "closed" && state.handedOver
}

describe("ENT-26 the report goes to the personnel file", () => {
  test("ENT-26 once; asked again, nothing is left to do", async () => {
    const world = await reached("filed")
    expect(await world.run(handOverReports(tenant))).toStrictEqual({ done: 1, failed: 0 })
    expect(await world.run(handOverReports(tenant))).toStrictEqual({ done: 0, failed: 0 })
    const { content, fileName } = await world.run(readReport({ by: byAgent, interview }))
    expect(await filed(world)).toStrictEqual([
      {
        tenant,
        person: agent.id,
        key: "interview-report/professional-interview/2026/agent-1",
        fileName,
        filedAt: "2026-02-20T08:00:00.000Z",
        content,
        attachments: [],
      },
    ])
    // The machine's own act: it is nobody's reading of the file.
    expect(await world.traces()).toStrictEqual([])
  })

  test("ENT-26 takes the attachments along, and keeps them when those of the interview go", async () => {
    const world = await reached("held")
    const key = "interviews/professional-interview/2026/agent-1/attachments/1"
    const bytes = new Uint8Array([1, 2, 3])
    const documents = await world.run(DocumentStorage)
    onDay(world, "2026-01-28")
    await world.run(documents.put(tenant, key, { bytes, mediaType: "application/pdf" }))
    const attachments = [{ fileName: "grille.pdf", key }]
    await world.run(drafts({ report: { ...report, attachments } }))
    onDay(world, "2026-02-02")
    await world.run(does("communicate", bySuperior))
    onDay(world, "2026-02-10")
    await world.run(does("agent-completion", byAgent))
    onDay(world, "2026-02-12")
    await world.run(does("endorse", byAuthority))
    onDay(world, "2026-02-16")
    await world.run(does("notify", byService, { notification: delivered }))
    onDay(world, "2026-02-18")
    await world.run(does("sign", byAgent))
    await world.run(does("file", byService))
    await world.run(handOverReports(tenant))
    await world.run(documents.removeUnder(tenant, "interviews/"))
    expect((await filed(world)).map((one) => one.attachments)).toStrictEqual([
      [{ fileName: "grille.pdf", mediaType: "application/pdf", bytes }],
    ])
  })

  test("ENT-26 a personnel file that fails leaves it to be handed over again", async () => {
    const world = await reached("filed")
    const broken = await filing(world, () =>
      Effect.fail(new StorageUnavailable({ reason: "no connection", safeToRetry: true })),
    )
    expect(await broken.run(handOverReports(tenant))).toStrictEqual({ done: 0, failed: 1 })
    expect(await isHandedOver(world)).toBe(false)
    expect(await world.run(handOverReports(tenant))).toStrictEqual({ done: 1, failed: 0 })
    expect(await isHandedOver(world)).toBe(true)
  })

  test("ENT-26 a breakdown after the filing repeats it, and the file holds one report", async () => {
    const world = await reached("filed")
    const port = await world.run(Effect.flatMap(PersonnelFile, Effect.succeed))
    const lost = await filing(world, (document) =>
      Effect.andThen(
        port.file(document),
        Effect.fail(new StorageUnavailable({ reason: "connection lost", safeToRetry: false })),
      ),
    )
    expect(await lost.run(handOverReports(tenant))).toStrictEqual({ done: 0, failed: 1 })
    onDay(world, "2026-02-21")
    expect(await world.run(handOverReports(tenant))).toStrictEqual({ done: 1, failed: 0 })
    expect((await filed(world)).map(({ filedAt }) => filedAt)).toStrictEqual([
      "2026-02-21T08:00:00.000Z",
    ])
  })

  const corrects = correctClericalError({
    by: byService,
    interview,
    section: section("missions"),
    text: text("Gestion des congés et des absences."),
    reason: reason("Mot oublié."),
  })

  test("ENT-26 a clerical correction is handed over too", async () => {
    const world = await reached("filed")
    await world.run(handOverReports(tenant))
    onDay(world, "2026-02-23")
    expect((await world.run(corrects)).messages.map(({ kind }) => kind)).toStrictEqual([
      "report-corrected",
    ])
    expect(await world.run(handOverReports(tenant))).toStrictEqual({ done: 1, failed: 0 })
    const [document, ...others] = await filed(world)
    expect(others).toStrictEqual([])
    expect(document && textsOf(document.content)).toContain("Gestion des congés et des absences.")
  })

  test("ENT-26 a correction made while the report is being filed is not lost", async () => {
    const world = await reached("filed")
    const port = await world.run(Effect.flatMap(PersonnelFile, Effect.succeed))
    const slow = await filing(world, (document) =>
      Effect.andThen(
        Effect.promise(() => world.run(corrects)),
        port.file(document),
      ),
    )
    expect(await slow.run(handOverReports(tenant))).toStrictEqual({ done: 0, failed: 1 })
    expect(await isHandedOver(world)).toBe(false)
    await world.run(handOverReports(tenant))
    const [document] = await filed(world)
    expect(document && textsOf(document.content)).toContain("Gestion des congés et des absences.")
  })
})

describe("ENT-23 several interviews at once", () => {
  const nameOf = (person: { readonly id: InterviewName["agent"] }): InterviewName => ({
    ...interview,
    agent: person.id,
  })

  /** Gives a portal in which two reports are communicated on 2 February, one on the 9th. */
  const communicated = async (): Promise<World> => {
    const agents = [agent, secondAgent, thirdAgent]
    const world = newWorld()
    await world.run(
      Effect.andThen(
        opensCampaign({ ...terms, procedure: { ...terms.procedure, enclosures: [] } }),
        opensInterviews(agents),
      ),
    )
    for (const one of agents) {
      const own = { interview: nameOf(one) }
      onDay(world, "2026-01-12")
      await world.run(proposes({ ...own, enclosures: [] }))
      onDay(world, "2026-01-26")
      await world.run(holds({ ...own, participants: [one.id, superior.id] }))
      await world.run(drafts(own))
      onDay(world, one === thirdAgent ? "2026-02-09" : "2026-02-02")
      await world.run(does("communicate", bySuperior, own))
    }
    return world
  }

  test("ENT-23 each lapses after its own last day", async () => {
    const world = await communicated()
    onDay(world, "2026-02-18")
    expect(await world.run(lapseSteps(tenant))).toStrictEqual({ done: 2, failed: 0 })
    const third = nameOf(thirdAgent)
    const { detail } = await world.run(consultInterview({ by: bySuperior, interview: third }))
    expect(detail.circuit.next).toMatchObject({
      step: "agent-completion",
      due: day("2026-02-24"),
    })
    onDay(world, "2026-02-25")
    expect(await world.run(lapseSteps(tenant))).toStrictEqual({ done: 1, failed: 0 })
  })

  test("ENT-23 one that fails does not keep the others from theirs", async () => {
    const world = await communicated()
    onDay(world, "2026-02-18")
    const storage = await world.run(Effect.flatMap(Storage, Effect.succeed))
    const failing = world.having(Storage, {
      ...storage,
      commit: (commit) =>
        commit.changes.some(({ id: { key } }) => key.endsWith(agent.id))
          ? Effect.fail(new StorageUnavailable({ reason: "no connection", safeToRetry: true }))
          : storage.commit(commit),
    })
    expect(await failing.run(lapseSteps(tenant))).toStrictEqual({ done: 1, failed: 1 })
    expect(await world.run(lapseSteps(tenant))).toStrictEqual({ done: 1, failed: 0 })
  })
})
