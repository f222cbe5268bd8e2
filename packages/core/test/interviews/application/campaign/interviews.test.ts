/** Moving and deleting several interviews at once, all or none. */
import { StaleVersion, Storage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  deleteInterviews,
  replaceManager,
} from "../../../../src/interviews/application/campaign/interviews.ts"
import {
  agent,
  byAgent,
  byService,
  bySuperior,
  campaign,
  day,
  id,
  otherSuperior,
  reason,
  superior,
  terms,
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
  proposes,
  rowsOf,
} from "./world.ts"
import { grantDelegation } from "../../../../src/interviews/application/delegations.ts"
import { handOverReports } from "../../../../src/interviews/application/scheduler.ts"
import { deleteCampaign } from "../../../../src/interviews/application/campaign/deletion.ts"
import { addInterviews } from "../../../../src/interviews/application/campaign/population.ts"
import { unplan } from "../../../../src/interviews/application/interview/superior.ts"
import { opensCampaign, secondAgent, tenant, thirdAgent } from "../world.ts"

const why = reason("Mutation du responsable.")
const moving = {
  ...onCampaign,
  interviews: [keyOf(agent), keyOf(secondAgent)],
  superior: otherSuperior.id,
  reason: why,
}

describe("CAM-19 moving interviews to another manager", () => {
  test("moves all in one commit and tells each manager once, and each agent", async () => {
    const world = await campaignWorld()
    expect(await world.run(replaceManager(moving))).toStrictEqual({ interviews: 2 })
    expect(new Set((await rowsOf(world)).map((row) => row.superior.id))).toStrictEqual(
      new Set([otherSuperior.id]),
    )
    const mails = (await world.messages()).map(({ content }) => content)
    expect(mails.map(({ kind, to }) => [kind, to.address])).toStrictEqual([
      ["superior-replaced", agent.email],
      ["superior-replaced", secondAgent.email],
      ["interviews-moved-away", superior.email],
      ["interviews-moved-here", otherSuperior.email],
    ])
    for (const mail of mails.slice(2)) {
      expect(mail.paragraphs.join("\n")).toContain("Éloïse Le Gall")
      expect(mail.paragraphs.join("\n")).toContain("Zoé Abgrall")
    }
    expect(mails[3]?.paragraphs.join("\n")).toContain("Marc Nguyên")
  })

  test("moves none when one cannot be, and tells which and why", async () => {
    const world = await campaignWorld()
    const interviews = [keyOf(agent), keyOf(thirdAgent)]
    expect(await world.refused(replaceManager({ ...moving, interviews }))).toStrictEqual({
      _tag: "interviews.refused",
      refusals: [
        {
          interview: keyOf(thirdAgent),
          refusal: { _tag: "superior.unchanged", superior: otherSuperior.id },
        },
      ],
    })
    expect((await rowsOf(world)).filter((row) => row.superior.id === superior.id)).toHaveLength(2)
    expect(await world.messages()).toStrictEqual([])
  })

  test("refuses an agent as his own manager", async () => {
    const world = await campaignWorld()
    expect(await world.refused(replaceManager({ ...moving, superior: agent.id }))).toMatchObject({
      _tag: "interviews.refused",
      refusals: [
        { interview: keyOf(agent), refusal: { _tag: "interview.evaluates-self", agent: agent.id } },
      ],
    })
  })

  test("is the HR service's and administrators', not a superior's", async () => {
    const world = await campaignWorld()
    await world.run(replaceManager({ ...moving, by: byService }))
    const stranger = { ...moving, superior: id("x"), interviews: ["x"] }
    for (const by of [bySuperior, byAgent]) {
      expect(await world.refused(replaceManager({ ...stranger, by }))).toStrictEqual({
        _tag: "actor.not-allowed",
        command: "replaceSuperior",
        capacity: by.capacity,
      })
    }
  })

  test("knows the interviews of that campaign only", async () => {
    const world = await campaignWorld()
    const next = "2027-entretiens" as typeof campaign
    await world.run(opensCampaign({ ...terms, year: 2027 }, next))
    await world.run(addInterviews({ ...adding, campaign: next }))
    for (const interview of ["x", `${terms.procedure.type}/2027/agent-1`]) {
      expect(
        await world.refused(replaceManager({ ...moving, interviews: [interview] })),
      ).toStrictEqual({ _tag: "campaign.unknown-interview", interview })
    }
    expect(await world.refused(replaceManager({ ...moving, superior: id("x") }))).toStrictEqual({
      _tag: "person.unknown",
      person: "x",
    })
  })

  test("CAM-17 moves none of a campaign that is deleted at that moment", async () => {
    const world = await campaignWorld()
    const storage = await world.run(Storage)
    const acknowledged = [{ code: "campaign.confirmation-required", subject: campaign }]
    const meanwhile = Effect.promise(() =>
      world.run(deleteCampaign({ ...onCampaign, acknowledged })),
    )
    const racing = world.having(Storage, interrupting(storage, Effect.asVoid(meanwhile)))
    expect(await racing.refused(replaceManager(moving))).toStrictEqual({
      _tag: "campaign.unknown",
      campaign,
    })
  })

  test("decides again when an interview has changed meanwhile", async () => {
    const world = await campaignWorld()
    await proposes(world, agent)
    const storage = await world.run(Storage)
    const meanwhile = Effect.promise(() =>
      world.run(unplan({ by: bySuperior, interview: nameOf(agent), reason: why })),
    )
    const racing = world.having(Storage, interrupting(storage, Effect.asVoid(meanwhile)))
    expect(await racing.run(replaceManager(moving))).toStrictEqual({ interviews: 2 })
    const rows = await rowsOf(world)
    expect(rows.find((row) => row.agent.id === agent.id)).toMatchObject({
      status: "not-planned",
      superior: { id: otherSuperior.id },
    })
  })
})

describe("CAM-23 deleting interviews", () => {
  const deleting = {
    ...onCampaign,
    interviews: [keyOf(agent), keyOf(secondAgent)],
    acknowledged: [],
  }

  test("each takes the status deleted and stays counted", async () => {
    const world = await campaignWorld()
    expect(await world.run(deleteInterviews(deleting))).toStrictEqual({ interviews: 2 })
    expect((await rowsOf(world)).map(({ status }) => status)).toStrictEqual([
      "deleted",
      "not-planned",
      "deleted",
    ])
  })

  test("the same one named twice is deleted once", async () => {
    const world = await campaignWorld()
    const interviews = [keyOf(agent), keyOf(agent)]
    expect(await world.run(deleteInterviews({ ...deleting, interviews }))).toStrictEqual({
      interviews: 1,
    })
  })

  test("a closed one asks an administrator for a confirmation, and keeps the others", async () => {
    const world = await campaignWorld()
    await communicates(world, agent)
    await notifies(world, agent)
    await closes(world, agent)
    expect(await world.refused(deleteInterviews(deleting))).toMatchObject({
      _tag: "report.not-handed-over",
      agent: agent.id,
    })
    await world.run(handOverReports(tenant))
    const needed = { _tag: "interview.deletion-confirmation-required", subject: agent.id } as const
    expect(await world.refused(deleteInterviews(deleting))).toStrictEqual({
      _tag: "interviews.refused",
      refusals: [{ interview: keyOf(agent), refusal: needed }],
    })
    expect((await rowsOf(world)).map(({ status }) => status)).not.toContain("deleted")
    const acknowledged = [{ code: needed._tag, subject: agent.id }]
    await world.run(deleteInterviews({ ...deleting, acknowledged }))
    expect((await rowsOf(world)).filter(({ status }) => status === "deleted")).toHaveLength(2)
    expect(await world.refused(deleteInterviews(deleting))).toMatchObject({
      refusals: [
        { refusal: { _tag: "interview.deleted" } },
        { refusal: { _tag: "interview.deleted" } },
      ],
    })
  })

  test("CAM-01 a superior deletes his own that are not held", async () => {
    const world = await campaignWorld()
    await world.run(deleteInterviews({ ...deleting, by: bySuperior }))
    const others = { ...deleting, interviews: [keyOf(thirdAgent)], by: bySuperior }
    expect(await world.refused(deleteInterviews(others))).toStrictEqual({
      _tag: "campaign.unknown-interview",
      interview: keyOf(thirdAgent),
    })
  })

  test("CAM-01 an agent learns nothing of anybody's interview", async () => {
    const world = await campaignWorld()
    const stranger = { ...deleting, by: byAgent, interviews: ["x"] }
    expect(await world.refused(deleteInterviews(stranger))).toMatchObject({
      _tag: "actor.not-allowed",
      command: "delete",
    })
  })

  test("CAM-01 a delegate who is the agent of one of them deletes none", async () => {
    const world = await campaignWorld()
    await world.run(
      grantDelegation({
        by: bySuperior,
        tenant,
        name: { delegator: superior.id, delegate: agent.id, capacity: "superior" },
        from: day("2026-01-05"),
        until: day("2026-01-09"),
      }),
    )
    const by = { person: agent.id, capacity: "superior", onBehalfOf: superior.id } as const
    expect(await world.refused(deleteInterviews({ ...deleting, by }))).toMatchObject({
      _tag: "delegation.not-allowed",
    })
    const interviews = [keyOf(secondAgent)]
    expect(await world.run(deleteInterviews({ ...deleting, by, interviews }))).toStrictEqual({
      interviews: 1,
    })
  })

  test("is answered the version of the campaign when another one was seen", async () => {
    const world = await campaignWorld()
    expect(await world.refused(deleteInterviews({ ...deleting, seen: 1 }))).toStrictEqual({
      _tag: "conflict.stale-version",
      seen: 1,
      current: 2,
    })
    expect(await world.run(deleteInterviews({ ...deleting, seen: 2 }))).toStrictEqual({
      interviews: 2,
    })
  })

  test("is answered the version of the campaign when it never comes to its turn", async () => {
    const world = await campaignWorld()
    const storage = await world.run(Storage)
    const busy = world.having(Storage, {
      ...storage,
      commit: () => Effect.fail(new StaleVersion({ kind: "interview", key: "x", expected: 77 })),
    })
    expect(await busy.refused(deleteInterviews(deleting))).toStrictEqual({
      _tag: "conflict.stale-version",
      current: 2,
    })
  })
})
