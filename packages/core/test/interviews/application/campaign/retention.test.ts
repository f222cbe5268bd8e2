/** The table of retention and the purge that respects it. */
import { AccessLog, DocumentStorage, Outbox, Storage } from "@convoque/core/kernel/ports"
import { instantFromMillis } from "@convoque/core/kernel/calendar"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import { appealRef, interviewRef } from "../../../../src/interviews/aggregates.ts"
import {
  acknowledgeFinalReport,
  answerAppeal,
  lodgeHierarchicalAppeal,
  notifyFinalReport,
} from "../../../../src/interviews/application/interview/appeals.ts"
import { followCampaign } from "../../../../src/interviews/application/campaign/figures.ts"
import { requestExport } from "../../../../src/interviews/application/exports/ask.ts"
import { runNextExport } from "../../../../src/interviews/application/exports/run.ts"
import { consultInterview } from "../../../../src/interviews/application/interview/reading.ts"
import { deleteInterview } from "../../../../src/interviews/application/interview/hr-service.ts"
import { purgeExpired } from "../../../../src/interviews/application/campaign/retention.ts"
import {
  handOverFinalReports,
  handOverReports,
} from "../../../../src/interviews/application/scheduler.ts"
import {
  defaultRetention,
  RecordKind,
  RetentionRule,
} from "../../../../src/interviews/campaign/model/retention.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byAuthority,
  byService,
  campaign,
  day,
  delivered,
  section,
  text,
} from "../../given.ts"
import {
  campaignWorld,
  closes,
  communicates,
  nameOf,
  notifies,
  onCampaign,
  openStorage,
} from "./world.ts"
import { tenant, type World } from "../world.ts"

const nothing = { interviews: 0, exports: 0, deletions: 0, traces: 0, messages: 0 }
const versionsOf = (world: World) =>
  world.run(
    Effect.gen(function* () {
      const storage = yield* Storage
      const loaded = yield* storage.load([interviewRef(nameOf(agent)), appealRef(nameOf(agent))])
      return loaded.map(({ version }) => version > 0)
    }),
  )

/** The first interview is closed on 20 February 2026, its report handed over or not. */
const closedWorld = async (isHandedOver = true) => {
  const documents = openStorage()
  const world = (await campaignWorld()).having(DocumentStorage, documents.service)
  await communicates(world, agent)
  await notifies(world, agent)
  await closes(world, agent)
  if (isHandedOver) await world.run(handOverReports(tenant))
  return { world, documents }
}
// Only interviews are looked at: messages are kept longer here.
const long = { length: 100, unit: "years" } as const
const table = {
  ...defaultRetention,
  "consultation-trace": { ...defaultRetention["consultation-trace"], period: long },
  "sent-message": { ...defaultRetention["sent-message"], period: long },
  "failed-message": { ...defaultRetention["failed-message"], period: long },
}

describe("the table", () => {
  test("CAM-16 has one rule a kind of record, each with its source", () => {
    expect(Object.keys(defaultRetention).toSorted()).toStrictEqual(RecordKind.literals.toSorted())
    for (const [record, rule] of Object.entries(defaultRetention)) {
      expect(Schema.decodeUnknownSync(RetentionRule)(rule)).toStrictEqual(rule)
      expect(rule.record).toBe(record)
      expect(rule.source).not.toBe("")
    }
  })

  test("CAM-16 keeps traces of consultation for three years, as the decree says", () => {
    expect(defaultRetention["consultation-trace"]).toMatchObject({
      period: { length: 3, unit: "years" },
      confidence: "confirmed",
    })
  })
})

describe("the purge", () => {
  test("CAM-16 erases a closed interview the day after its period, with its files and mails", async () => {
    const { world, documents } = await closedWorld()
    expect(documents.files.size).toBe(1)
    world.at("2031-02-20T08:00:00.000Z")
    expect(await world.run(purgeExpired({ tenant, table }))).toStrictEqual(nothing)
    world.at("2031-02-21T08:00:00.000Z")
    expect(await world.run(purgeExpired({ tenant, table }))).toStrictEqual({
      ...nothing,
      interviews: 1,
    })
    expect(await versionsOf(world)).toStrictEqual([false, false])
    expect(documents.files.size).toBe(0)
    expect(await world.messages()).toStrictEqual([])
    const { followUp } = await world.run(followCampaign(onCampaign))
    expect(followUp.figures.counts).toMatchObject({ "not-planned": 2, closed: 0 })
    expect(await world.run(purgeExpired({ tenant, table }))).toStrictEqual(nothing)
  })

  test("CAM-16 keeps a report that the personnel file does not have yet", async () => {
    const { world } = await closedWorld(false)
    world.at("2036-02-21T08:00:00.000Z")
    expect(await world.run(purgeExpired({ tenant, table }))).toMatchObject({ interviews: 0 })
    expect(await versionsOf(world)).toStrictEqual([true, false])
  })

  test("CAM-16 ENT-27 keeps an interview whose appeal is open", async () => {
    const { world } = await closedWorld()
    await world.run(
      lodgeHierarchicalAppeal({
        by: byAgent,
        interview: nameOf(agent),
        date: day("2026-02-20"),
        grounds: text("Je conteste l'appréciation."),
      }),
    )
    world.at("2036-02-21T08:00:00.000Z")
    expect(await world.run(purgeExpired({ tenant, table }))).toMatchObject({ interviews: 0 })
    expect(await versionsOf(world)).toStrictEqual([true, true])
  })

  test("CAM-16 ENT-26 keeps a final report that the personnel file does not have yet", async () => {
    const { world } = await closedWorld()
    const on = day("2026-02-20")
    const interview = nameOf(agent)
    await world.run(
      lodgeHierarchicalAppeal({ by: byAgent, interview, date: on, grounds: text("Non.") }),
    )
    const revised = {
      parts: [{ _tag: "text", section: section("results"), text: text("Atteints.") }],
      attachments: [],
    } as const
    await world.run(
      answerAppeal({
        by: byAuthority,
        interview,
        date: on,
        outcome: "granted",
        reasons: text("Oui."),
        revised,
      }),
    )
    const notification = { ...delivered, on }
    await world.run(notifyFinalReport({ by: byService, interview, notification }))
    await world.run(acknowledgeFinalReport({ by: byAgent, interview, date: on }))
    world.at("2036-02-21T08:00:00.000Z")
    expect(await world.run(purgeExpired({ tenant, table }))).toMatchObject({ interviews: 0 })
    expect(await versionsOf(world)).toStrictEqual([true, true])
    await world.run(handOverFinalReports(tenant))
    expect(await world.run(purgeExpired({ tenant, table }))).toMatchObject({ interviews: 1 })
    expect(await versionsOf(world)).toStrictEqual([false, false])
  })

  test("CAM-16 follows the table that it is given", async () => {
    const { world } = await closedWorld()
    const rule = { ...table["closed-interview"], period: { length: 10, unit: "days" } as const }
    world.at("2026-03-03T08:00:00.000Z")
    expect(
      await world.run(purgeExpired({ tenant, table: { ...table, "closed-interview": rule } })),
    ).toMatchObject({ interviews: 1 })
  })

  test("CAM-16 CAM-23 erases a deleted interview the day after its period", async () => {
    const { world, documents } = await closedWorld()
    const confirmed = { code: "interview.deletion-confirmation-required", subject: agent.id }
    await world.run(
      deleteInterview({ by: byAdministrator, interview: nameOf(agent), acknowledged: [confirmed] }),
    )
    world.at("2027-02-20T08:00:00.000Z")
    expect(await world.run(purgeExpired({ tenant, table }))).toStrictEqual(nothing)
    world.at("2027-02-21T08:00:00.000Z")
    expect(await world.run(purgeExpired({ tenant, table }))).toStrictEqual({
      ...nothing,
      interviews: 1,
    })
    expect(await versionsOf(world)).toStrictEqual([false, false])
    expect(documents.files.size).toBe(0)
  })

  test("CAM-15 removes the files of exports", async () => {
    const { world, documents } = await closedWorld()
    await world.run(
      requestExport({
        by: byAdministrator,
        tenant,
        subject: { _tag: "campaign", campaign },
        format: "xlsx",
      }),
    )
    await world.run(runNextExport(tenant))
    expect(documents.files.size).toBe(2)
    world.at("2026-02-27T08:00:00.000Z")
    expect(await world.run(purgeExpired({ tenant, table }))).toStrictEqual({
      ...nothing,
      exports: 1,
    })
    expect(documents.files.size).toBe(1)
  })

  test("CAM-16 erases traces after three years and messages after theirs", async () => {
    const { world } = await closedWorld()
    await world.run(consultInterview({ by: byService, interview: nameOf(agent) }))
    const traces = (await world.traces()).length
    expect(traces).toBeGreaterThan(0)
    const outbox = await world.run(Outbox)
    const at = instantFromMillis(Date.parse("2026-02-20T08:00:00.000Z"))
    const until = instantFromMillis(Date.parse("2026-02-21T08:00:00.000Z"))
    const leased = await world.run(outbox.lease({ now: at, until, limit: 1 }))
    const [first] = leased
    if (first === undefined) throw new Error("no message")
    await world.run(
      outbox.settle({
        tenant,
        id: first.message.id,
        attempt: first.attempts,
        fate: { _tag: "sent", at, answer: "250" },
      }),
    )
    world.at("2027-02-20T08:00:00.000Z")
    expect(await world.run(purgeExpired({ tenant }))).toStrictEqual(nothing)
    world.at("2027-02-20T08:00:00.001Z")
    expect(await world.run(purgeExpired({ tenant }))).toStrictEqual({ ...nothing, messages: 1 })
    world.at("2029-02-20T08:00:00.000Z")
    expect(await world.run(purgeExpired({ tenant }))).toMatchObject({ traces: 0 })
    world.at("2029-02-20T08:00:00.001Z")
    expect(await world.run(purgeExpired({ tenant }))).toMatchObject({ traces })
    expect(
      await world.run(
        Effect.flatMap(AccessLog, (log) => log.list({ tenant, concerns: agent.id, limit: 9 })),
      ),
    ).toStrictEqual([])
  })
})
