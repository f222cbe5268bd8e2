/** Two people at once on one interview, what changes in between, refusals that write nothing. */
import { type Commit, StaleVersion, Storage, StorageUnavailable } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"
import { describe, expect, test } from "vitest"
import { correctCampaign } from "../../../src/interviews/application/campaign/act.ts"
import { lodgeHierarchicalAppeal } from "../../../src/interviews/application/interview/appeals.ts"
import {
  addComment,
  recordSignatureRefusal,
} from "../../../src/interviews/application/interview/circuit.ts"
import {
  grantDelegation,
  revokeDelegation,
} from "../../../src/interviews/application/delegations.ts"
import {
  deleteInterview,
  replaceSuperior,
} from "../../../src/interviews/application/interview/hr-service.ts"
import { loadInterview } from "../../../src/interviews/application/interview/reading.ts"
import {
  handOverReports,
  lapseSteps,
  recordSilences,
} from "../../../src/interviews/application/scheduler.ts"
import { prepareInterview } from "../../../src/interviews/application/interview/superior.ts"
import {
  agent,
  byAdministrator,
  byAgent,
  byAuthority,
  byService,
  bySuperior,
  campaign,
  day,
  otherSuperior,
  reason,
  report,
  section,
  terms,
  text,
} from "../given.ts"
import { answers, lodges, rejects } from "./interview/appeal-course.ts"
import { does, drafts, interview, onDay, proposes, reached } from "./interview/course.ts"
import { delegate, type Needs, tenant, type World } from "./world.ts"

interface Disturbed {
  readonly world: World
  readonly commits: () => number
}

/** Gives the same portal, on which something happens just before each of its commits. */
const disturbed = async (
  world: World,
  disturb: (nth: number) => Effect.Effect<unknown, StaleVersion | StorageUnavailable>,
): Promise<Disturbed> => {
  const storage = await world.run(Effect.flatMap(Storage, Effect.succeed))
  let count = 0
  const commit = (request: Commit) =>
    Effect.suspend(() => Effect.andThen(disturb(++count), storage.commit(request)))
  return { world: world.having(Storage, { ...storage, commit }), commits: () => count }
}

/** Gives the same portal, on which somebody is faster once. */
const outrun = (world: World, act: Effect.Effect<unknown, unknown, Needs>): Promise<Disturbed> =>
  disturbed(world, (nth) => (nth === 1 ? Effect.promise(() => world.run(act)) : Effect.void))

const versionOf = async (world: World) => (await world.run(loadInterview(interview))).version

/** The clock of a writer whose act was under way when the day ended. */
const lastMoment = Layer.effectDiscard(TestClock.setTime(Date.parse("2026-02-17T22:59:59.999Z")))

const comment = addComment({ by: byAgent, interview, text: text("Je demande une formation.") })

describe("CAM-24 a version that was seen", () => {
  test("CAM-24 the loser is told both versions, and nothing is written", async () => {
    const world = await reached("communicated")
    expect(await versionOf(world)).toBe(6)
    await world.run(comment)
    const messages = await world.messages()
    expect(await world.refused(does("agent-completion", byAgent, { seen: 6 }))).toStrictEqual({
      _tag: "conflict.stale-version",
      seen: 6,
      current: 7,
    })
    expect([await versionOf(world), await world.messages()]).toStrictEqual([7, messages])
    expect(await world.run(does("agent-completion", byAgent, { seen: 7 }))).toMatchObject({
      version: 8,
    })
  })

  test("CAM-24 a race lost at the commit is the same answer, without another attempt", async () => {
    const world = await reached("communicated")
    const racing = await outrun(world, comment)
    expect(
      await racing.world.refused(does("agent-completion", byAgent, { seen: 6 })),
    ).toStrictEqual({ _tag: "conflict.stale-version", seen: 6, current: 7 })
    expect(racing.commits()).toBe(1)
  })

  test("CAM-24 two visas at one instant: one holds", async () => {
    const world = await reached("completed")
    onDay(world, "2026-02-12")
    const endorses = does("endorse", byAuthority, { seen: 7 })
    const both = await world.run(
      Effect.all([Effect.result(endorses), Effect.result(endorses)], { concurrency: "unbounded" }),
    )
    expect(both.map(({ _tag }) => _tag).toSorted()).toStrictEqual(["Failure", "Success"])
    expect(await versionOf(world)).toBe(8)
  })
})

describe("CAM-24 without a version", () => {
  test("CAM-24 a race that is lost is run again from the beginning", async () => {
    const world = await reached("communicated")
    const racing = await outrun(world, comment)
    expect(await racing.world.run(does("agent-completion", byAgent))).toMatchObject({
      version: 8,
      state: { comments: [{ text: "Je demande une formation." }] },
    })
    expect(racing.commits()).toBe(2)
  })

  test("ENT-22 who was replaced in between is refused", async () => {
    const world = await reached("held")
    const racing = await outrun(
      world,
      replaceSuperior({
        by: byService,
        interview,
        superior: otherSuperior.id,
        reason: reason("Mutation."),
      }),
    )
    expect(await racing.world.refused(drafts())).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "draftReport",
      capacity: "superior",
    })
    expect(await world.run(loadInterview(interview))).toMatchObject({
      state: { draft: { parts: [] } },
    })
  })

  test("ENT-23 what the agent writes at the last moment is not lost to the lapse", async () => {
    const world = await reached("communicated")
    world.at("2026-02-17T23:00:00.000Z")
    const racing = await outrun(world, comment.pipe(Effect.provide(lastMoment)))
    expect(await racing.world.run(lapseSteps(tenant))).toStrictEqual({ done: 1, failed: 0 })
    expect(racing.commits()).toBe(2)
    expect((await world.run(loadInterview(interview))).state).toMatchObject({
      comments: [{ on: "2026-02-17" }],
      done: [{}, { lapsed: true }],
    })
  })

  test("CAM-24 it gives up after three attempts", async () => {
    const world = await reached("communicated")
    const stale = new StaleVersion({ kind: "interview", key: "x", expected: 6 })
    const racing = await disturbed(world, () => Effect.fail(stale))
    expect(await racing.world.refused(comment)).toStrictEqual({
      _tag: "conflict.stale-version",
      current: 6,
    })
    expect(racing.commits()).toBe(3)
  })

  test("CAM-24 a store that does not answer is told as it is", async () => {
    const world = await reached("communicated")
    const failure = new StorageUnavailable({ reason: "no connection", safeToRetry: true })
    const racing = await disturbed(world, () => Effect.fail(failure))
    expect(await racing.world.refused(comment)).toBe(failure)
    expect(racing.commits()).toBe(1)
  })
})

describe("ENT-01 what an act rests on changes in between", () => {
  const advances = correctCampaign({
    by: byAdministrator,
    tenant,
    campaign,
    changes: { interviewsBefore: day("2026-01-26") },
  })

  test.each([
    ["with", { seen: 2 }],
    ["without", {}],
  ] as const)(
    "ENT-01 the campaign is corrected, %s a version: the act is decided on its new terms",
    async (_, seen) => {
      const world = await reached("described")
      onDay(world, "2026-01-12")
      const racing = await outrun(world, advances)
      expect(await racing.world.run(proposes(seen))).toMatchObject({
        version: 3,
        state: { _tag: "proposed", late: true },
      })
      expect(racing.commits()).toBe(2)
    },
  )

  test("ENT-22 the delegation is revoked: the act is refused", async () => {
    const world = await reached("completed")
    const name = {
      delegator: byAuthority.person,
      delegate: delegate.id,
      capacity: "authority",
    } as const
    const days = { from: day("2026-02-01"), until: day("2026-02-28") }
    await world.run(grantDelegation({ by: byAuthority, tenant, name, ...days }))
    onDay(world, "2026-02-12")
    const racing = await outrun(
      world,
      revokeDelegation({ by: byAuthority, tenant, name, zone: terms.zone }),
    )
    const by = {
      person: delegate.id,
      capacity: "authority",
      onBehalfOf: byAuthority.person,
    } as const
    expect(await racing.world.refused(does("endorse", by))).toMatchObject({
      _tag: "delegation.not-in-force",
    })
    expect(await versionOf(world)).toBe(7)
  })

  test("CAM-23 an appeal is lodged: the deletion asks for it to be acknowledged", async () => {
    const world = await reached("filed")
    await world.run(handOverReports(tenant))
    const racing = await outrun(world, lodges("2026-02-20"))
    const acknowledged = [{ code: "interview.deletion-confirmation-required", subject: agent.id }]
    const deletes = deleteInterview({ by: byAdministrator, interview, acknowledged })
    expect(await racing.world.refused(deletes)).toStrictEqual({
      _tag: "interview.appeal-open",
      subject: agent.id,
    })
  })

  test("ENT-27 the interview is deleted: no appeal is lodged against it", async () => {
    const world = await reached("notified")
    const racing = await outrun(
      world,
      deleteInterview({ by: byService, interview, acknowledged: [] }),
    )
    expect(await racing.world.refused(lodges("2026-02-16"))).toMatchObject({
      _tag: "interview.deleted",
    })
  })

  test("ENT-27 the campaign is corrected, but for its holidays: the appeal is decided again", async () => {
    const world = await reached("notified")
    const corrects = (changes: Parameters<typeof correctCampaign>[0]["changes"]) =>
      correctCampaign({ by: byAdministrator, tenant, campaign, changes })
    const holidays = { territory: "alsace-moselle" } as const
    expect(await world.refused(corrects({ holidays }))).toMatchObject({
      _tag: "campaign.procedure-frozen",
    })
    const racing = await outrun(world, corrects({ label: "Entretiens professionnels" }))
    expect(await racing.world.run(lodges("2026-02-16"))).toMatchObject({
      version: 1,
      state: { holidays: terms.holidays },
    })
    expect(racing.commits()).toBe(2)
  })

  test("ENT-27 the authority answers while silence is recorded: the answer stands", async () => {
    const world = await reached("notified")
    onDay(world, "2026-02-27")
    await world.run(lodges("2026-02-27"))
    onDay(world, "2026-03-17")
    const racing = await outrun(world, answers("2026-03-16", rejects))
    expect(await racing.world.run(recordSilences(tenant))).toStrictEqual({ done: 0, failed: 1 })
    const kinds = (await world.messages()).map(({ content }) => content.kind)
    expect(kinds.filter((kind) => kind.startsWith("appeal"))).toStrictEqual([
      "appeal-lodged",
      "appeal-answered",
    ])
  })
})

describe("ENT-22 what is refused writes nothing", () => {
  const strange = text("Relations avec 山田 (山).")
  const others = report.parts.filter(({ section: name }) => name !== "missions")
  const unprintable = drafts({
    report: {
      parts: [{ _tag: "text", section: section("missions"), text: strange }, ...others],
      attachments: [],
    },
  })

  // What is written stays: found at the next mail only, it would hold the file up for ever.
  test.each([
    [
      "notes",
      "described",
      prepareInterview({ by: bySuperior, interview, notes: ["Relations avec 山田"] }),
    ],
    ["a draft", "held", unprintable],
    ["a comment", "communicated", addComment({ by: byAgent, interview, text: strange })],
    ["observations", "completed", does("endorse", byAuthority, { observations: strange })],
    [
      "the name of a witness",
      "notified",
      recordSignatureRefusal({
        by: byService,
        interview,
        date: day("2026-02-16"),
        witness: "山田",
      }),
    ],
    [
      "the grounds of an appeal",
      "notified",
      lodgeHierarchicalAppeal({
        by: byAgent,
        interview,
        date: day("2026-02-16"),
        grounds: strange,
      }),
    ],
  ] as const)("ENT-22 %s that no font can print: each character once", async (_, stage, act) => {
    const world = await reached(stage)
    const before = [await versionOf(world), await world.messages()]
    const asked: Effect.Effect<unknown, unknown, Needs> = act
    expect(await world.refused(asked)).toStrictEqual({
      _tag: "document.unprintable",
      characters: ["山", "田"],
    })
    expect([await versionOf(world), await world.messages()]).toStrictEqual(before)
  })

  test("CAM-24 asked twice, a step is done once", async () => {
    const world = await reached("communicated")
    expect(await world.refused(does("communicate", bySuperior))).toMatchObject({
      _tag: "step.already-done",
    })
    expect(await versionOf(world)).toBe(6)
  })
})
