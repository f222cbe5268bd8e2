/** Deleting a campaign with all that belongs to it. */
import {
  DocumentStorage,
  Outbox,
  PersonnelFile,
  Storage,
  StorageUnavailable,
  Views,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  appealRef,
  campaignRef,
  campaignTombstoneRef,
  exportRef,
  interviewRef,
} from "../../../../src/interviews/aggregates.ts"
import { lodgeHierarchicalAppeal } from "../../../../src/interviews/application/interview/appeals.ts"
import {
  circulateDocuments,
  keepCampaignDocument,
} from "../../../../src/interviews/application/campaign/documents.ts"
import { followCampaign } from "../../../../src/interviews/application/campaign/figures.ts"
import { listInterviews } from "../../../../src/interviews/application/campaign/reading.ts"
import { campaignViews } from "../../../../src/interviews/campaign/views.ts"
import {
  deleteCampaign,
  finishDeletions,
} from "../../../../src/interviews/application/campaign/deletion.ts"
import { readExport, requestExport } from "../../../../src/interviews/application/exports/ask.ts"
import { runNextExport } from "../../../../src/interviews/application/exports/run.ts"
import { addInterviews } from "../../../../src/interviews/application/campaign/population.ts"
import { readFormerReport } from "../../../../src/interviews/application/interview/reading.ts"
import { sendReminder } from "../../../../src/interviews/application/campaign/reminders.ts"
import { handOverReports } from "../../../../src/interviews/application/scheduler.ts"
import { unplan } from "../../../../src/interviews/application/interview/superior.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byService,
  bySuperior,
  campaign,
  day,
  reason,
  terms,
  text,
} from "../../given.ts"
import {
  adding,
  campaignWorld,
  closes,
  communicates,
  interrupting,
  keyOf,
  nameOf,
  notifies,
  onCampaign,
  openStorage,
  people,
  proposes,
} from "./world.ts"
import { newWorld, opensCampaign, secondAgent, tenant, type World } from "../world.ts"

const confirmed = { code: "campaign.confirmation-required", subject: campaign } as const
const deleting = { ...onCampaign, acknowledged: [confirmed] }

const versions = (world: World, ...ids: Parameters<Storage["Service"]["load"]>[0]) =>
  world.run(
    Effect.gen(function* () {
      const storage = yield* Storage
      return (yield* storage.load(ids)).map(({ version }) => version)
    }),
  )

const tombstone = (world: World) =>
  world.run(
    Effect.gen(function* () {
      const storage = yield* Storage
      const [{ state }] = yield* storage.load([campaignTombstoneRef(tenant, campaign)])
      return state
    }),
  )

const filedKeys = async (world: World) =>
  (await world.run(Effect.flatMap(PersonnelFile, (file) => file.list(tenant, agent.id)))).map(
    ({ key }) => key,
  )

/** A campaign with a closed interview, an appeal, documents, an export, and files of all of them. */
const full = async () => {
  const documents = openStorage()
  const world = (await campaignWorld()).having(DocumentStorage, documents.service)
  await communicates(world, agent)
  await notifies(world, agent)
  await closes(world, agent)
  await world.run(handOverReports(tenant))
  const file = await world.run(
    keepCampaignDocument({
      ...onCampaign,
      fileName: "guide.pdf",
      file: { bytes: new Uint8Array([1]), mediaType: "application/pdf" },
    }),
  )
  await world.run(
    circulateDocuments({
      ...onCampaign,
      documents: [{ label: "Guide", file }],
      to: [agent.id],
    }),
  )
  const { export: id } = await world.run(
    requestExport({
      by: byAdministrator,
      tenant,
      subject: { _tag: "campaign", campaign },
      format: "xlsx",
    }),
  )
  await world.run(runNextExport(tenant))
  await world.run(
    lodgeHierarchicalAppeal({
      by: byAgent,
      interview: nameOf(agent),
      date: day("2026-02-20"),
      grounds: text("Je conteste l'appréciation."),
    }),
  )
  return { world, documents, exportId: id }
}
const appealed = { code: "campaign.appeals-open", subject: keyOf(agent) } as const
const all = { ...onCampaign, acknowledged: [confirmed, appealed] }

describe("deleting a campaign", () => {
  test("CAM-18 asks for a confirmation, and nothing is deleted without it", async () => {
    const world = await campaignWorld()
    expect(await world.refused(deleteCampaign({ ...onCampaign, acknowledged: [] }))).toStrictEqual({
      _tag: "campaign.confirmation-required",
      subject: campaign,
      interviews: 3,
    })
    expect((await world.run(followCampaign(onCampaign))).followUp.figures.total).toBe(3)
  })

  test("CAM-16 CAM-17 afterwards none of it can be read, listed, exported or reminded", async () => {
    const world = await campaignWorld()
    await proposes(world, agent)
    expect(await world.run(deleteCampaign(deleting))).toStrictEqual({ interviews: 3, appeals: 0 })
    const unknown = { _tag: "campaign.unknown", campaign }
    const refusals = await Promise.all([
      world.refused(followCampaign(onCampaign)),
      world.refused(listInterviews(onCampaign, campaign, { filters: {}, limit: 10 })),
      world.refused(
        sendReminder({ ...onCampaign, target: { _tag: "status", status: "not-planned" } }),
      ),
      world.refused(
        requestExport({ ...onCampaign, subject: { _tag: "campaign", campaign }, format: "xlsx" }),
      ),
      world.refused(addInterviews(adding)),
      world.refused(deleteCampaign(deleting)),
    ])
    expect(refusals).toStrictEqual(refusals.map(() => unknown))
    expect(
      await world.refused(
        unplan({ by: bySuperior, interview: nameOf(agent), reason: reason("x") }),
      ),
    ).toMatchObject({ _tag: "interview.unknown" })
  })

  test("CAM-17 erases interviews, appeals, exports, their files and their mails; a tombstone stays", async () => {
    const { world, documents, exportId } = await full()
    expect(documents.files.size).toBe(3)
    expect((await world.messages()).length).toBeGreaterThan(4)
    await world.run(deleteCampaign(all))
    expect(documents.files.size).toBe(0)
    expect(await world.messages()).toStrictEqual([])
    expect(
      await versions(
        world,
        campaignRef(tenant, campaign),
        interviewRef(nameOf(agent)),
        interviewRef(nameOf(secondAgent)),
        appealRef(nameOf(agent)),
        exportRef(tenant, exportId),
      ),
    ).toStrictEqual([0, 0, 0, 0, 0])
    expect(await tombstone(world)).toStrictEqual({
      _tag: "deleted",
      campaign,
      deletion: { at: "2026-02-20T08:00:00.000Z", by: byAdministrator },
      interviews: 3,
      appeals: 1,
    })
    expect(await world.refused(readExport({ ...onCampaign, export: exportId }))).toMatchObject({
      _tag: "export.unknown",
    })
  })

  test("CAM-17 leaves what the personnel file has, which the next year still shows", async () => {
    const { world } = await full()
    const next = "2027-entretiens" as typeof campaign
    await world.run(opensCampaign({ ...terms, year: 2027 }, next))
    await world.run(addInterviews({ ...adding, campaign: next }))
    await world.run(deleteCampaign(all))
    const interview = { ...nameOf(agent), year: 2027 }
    expect(await world.run(readFormerReport({ by: byService, interview }))).toMatchObject({
      content: { title: expect.stringContaining("2026") },
    })
  })

  test("CAM-17 leaves the traces of consultation, which have a period of their own", async () => {
    const { world } = await full()
    const before = await world.traces()
    await world.run(deleteCampaign(all))
    expect(await world.traces()).toStrictEqual(before)
  })

  test("CAM-17 asks for an acknowledgement of each open appeal", async () => {
    const { world } = await full()
    expect(await world.refused(deleteCampaign(deleting))).toStrictEqual({
      _tag: "campaign.appeals-open",
      subjects: [keyOf(agent)],
    })
    expect(await world.run(deleteCampaign(all))).toStrictEqual({ interviews: 3, appeals: 1 })
  })

  test.each([bySuperior, byService])("CAM-01 is refused to the others", async (by) => {
    const world = await campaignWorld()
    expect(await world.refused(deleteCampaign({ ...deleting, by }))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "delete",
      capacity: by.capacity,
    })
  })

  test("CAM-17 leaves the other campaigns as they are", async () => {
    const world = await campaignWorld()
    const next = "2027-entretiens" as typeof campaign
    await world.run(opensCampaign({ ...terms, year: 2027 }, next))
    await world.run(addInterviews({ ...adding, campaign: next }))
    await world.run(deleteCampaign(deleting))
    const { followUp } = await world.run(followCampaign({ ...onCampaign, campaign: next }))
    expect(followUp.figures.total).toBe(3)
  })
})

describe("CAM-17 a deletion that races or breaks down", () => {
  test("interviews added at the last moment go with the campaign", async () => {
    const world = newWorld(people)
    const { lines } = adding
    await world.run(
      Effect.andThen(opensCampaign(), addInterviews({ ...adding, lines: lines.slice(1) })),
    )
    const storage = await world.run(Storage)
    const last = Effect.promise(async () => {
      await world.run(addInterviews({ ...adding, lines: lines.slice(0, 1) }))
      await proposes(world, agent)
    })
    const racing = world.having(Storage, interrupting(storage, last))
    expect(await racing.run(deleteCampaign(deleting))).toStrictEqual({ interviews: 3, appeals: 0 })
    expect(await world.messages()).toStrictEqual([])
    expect(await versions(world, interviewRef(nameOf(agent)))).toStrictEqual([0])
  })

  test("ENT-27 an appeal lodged at the last moment is acknowledged like the others", async () => {
    const world = await campaignWorld()
    await communicates(world, agent)
    await notifies(world, agent)
    const lodges = lodgeHierarchicalAppeal({
      by: byAgent,
      interview: nameOf(agent),
      date: day("2026-02-16"),
      grounds: text("Je conteste l'appréciation."),
    })
    const storage = await world.run(Storage)
    const last = Effect.promise(() => world.run(lodges))
    const racing = () => world.having(Storage, interrupting(storage, last))
    expect(await racing().refused(deleteCampaign(deleting))).toStrictEqual({
      _tag: "campaign.appeals-open",
      subjects: [keyOf(agent)],
    })
    expect(await world.run(deleteCampaign(all))).toStrictEqual({ interviews: 3, appeals: 1 })
  })

  test("ENT-27 of an appeal and a deletion at one moment, one alone wins", async () => {
    const world = await campaignWorld()
    await communicates(world, agent)
    await notifies(world, agent)
    const storage = await world.run(Storage)
    const deletes = Effect.promise(() => world.run(deleteCampaign(deleting)))
    const racing = world.having(Storage, interrupting(storage, deletes))
    expect(
      await racing.refused(
        lodgeHierarchicalAppeal({
          by: byAgent,
          interview: nameOf(agent),
          date: day("2026-02-16"),
          grounds: text("Je conteste l'appréciation."),
        }),
      ),
    ).toMatchObject({ _tag: "interview.unknown" })
    expect(await tombstone(world)).toMatchObject({ interviews: 3, appeals: 0 })
    expect(await versions(world, appealRef(nameOf(agent)))).toStrictEqual([0])
  })

  test("ENT-26 a report that is closed at the last moment is in the personnel file first", async () => {
    const world = await campaignWorld()
    await communicates(world, agent)
    await notifies(world, agent)
    const storage = await world.run(Storage)
    const last = Effect.promise(() => closes(world, agent))
    const racing = world.having(Storage, interrupting(storage, last))
    await racing.run(deleteCampaign(deleting))
    expect(await versions(world, interviewRef(nameOf(agent)))).toStrictEqual([0])
    expect(await filedKeys(world)).toStrictEqual([`interview-report/${keyOf(agent)}`])
  })

  test("ENT-26 a report that cannot be filed is not erased", async () => {
    const world = await campaignWorld()
    await communicates(world, agent)
    await notifies(world, agent)
    await closes(world, agent)
    const personnel = await world.run(PersonnelFile)
    const broken = world.having(PersonnelFile, {
      ...personnel,
      file: () => Effect.fail(new StorageUnavailable({ reason: "closed", safeToRetry: true })),
    })
    expect(await broken.refused(deleteCampaign(deleting))).toMatchObject({
      _tag: "StorageUnavailable",
    })
    expect(await versions(world, interviewRef(nameOf(agent)))).not.toStrictEqual([0])
    expect(await world.run(finishDeletions(tenant))).toBe(1)
    expect(await filedKeys(world)).toStrictEqual([`interview-report/${keyOf(agent)}`])
    expect(await versions(world, interviewRef(nameOf(agent)))).toStrictEqual([0])
  })

  test("after the decision the campaign is closed, and the erasure is ended later", async () => {
    const world = await campaignWorld()
    const storage = await world.run(Storage)
    const broken: Storage["Service"] = {
      load: storage.load,
      commit: (commit) =>
        commit.erase.length > 0 ? Effect.die("the power is cut") : storage.commit(commit),
    }
    await expect(world.having(Storage, broken).run(deleteCampaign(deleting))).rejects.toThrow(
      "the power is cut",
    )
    expect(await world.refused(followCampaign(onCampaign))).toMatchObject({
      _tag: "campaign.unknown",
    })
    expect(await world.refused(addInterviews(adding))).toMatchObject({ _tag: "campaign.unknown" })
    expect(await world.run(finishDeletions(tenant))).toBe(1)
    expect(await tombstone(world)).toMatchObject({ _tag: "deleted", interviews: 3 })
    expect(
      await versions(world, campaignRef(tenant, campaign), interviewRef(nameOf(agent))),
    ).toStrictEqual([0, 0])
    expect(await world.run(finishDeletions(tenant))).toBe(0)
  })

  test("nothing of it is left in any list or outbox", async () => {
    const { world } = await full()
    await world.run(deleteCampaign(all))
    const outbox = await world.run(
      Effect.flatMap(Outbox, (port) => port.list({ tenant, limit: 1000 })),
    )
    expect(outbox).toStrictEqual([])
    for (const view of campaignViews) {
      const page = await world.run(
        Effect.flatMap(Views, (views) =>
          views.page(view, tenant, {
            scope: "all",
            filters: {},
            sort: { column: view.sortColumns[0], direction: "ascending" },
            limit: 10,
          }),
        ),
      )
      expect(page.rows).toStrictEqual([])
    }
  })
})
