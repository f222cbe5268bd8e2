/** Reminding the managers of a campaign, after a dry run. */
import { Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  planReminder,
  sendReminder,
} from "../../../../src/interviews/application/campaign/reminders.ts"
import { campaignInterviews } from "../../../../src/interviews/interview/views.ts"
import { agent, byService, bySuperior, campaign, otherSuperior, superior } from "../../given.ts"
import { campaignWorld, communicates, onCampaign, people, proposes } from "./world.ts"
import { secondAgent, tenant, type World } from "../world.ts"

const about = (status: string) => ({
  ...onCampaign,
  target: { _tag: "status" as const, status },
})
const aboutManager = {
  ...onCampaign,
  target: { _tag: "manager" as const, manager: superior.id },
}
const reminders = async (world: World) =>
  (await world.messages())
    .filter(({ content }) => content.kind === "interview-reminder")
    .map(({ content }) => content)

describe("by status", () => {
  test("CAM-26 CAM-28 CAM-29 each manager gets one digest about that status only", async () => {
    const world = await campaignWorld()
    await proposes(world, agent)
    await world.run(sendReminder(about("not-planned")))
    const mails = await reminders(world)
    expect(mails.map(({ to }) => to.address)).toStrictEqual([superior.email, otherSuperior.email])
    const [first, second] = mails.map(({ paragraphs }) => paragraphs.join("\n"))
    expect(first).toContain("Zoé Abgrall")
    expect(first).not.toContain("Éloïse Le Gall")
    expect(second).toContain("Kévin Étienne")
    expect(second).not.toContain("Zoé Abgrall")
  })

  test("CAM-28 the date of a planned interview is told, and who is planned only", async () => {
    const world = await campaignWorld()
    await proposes(world, agent)
    await world.run(sendReminder(about("planned")))
    const [mail, ...others] = await reminders(world)
    expect(others).toStrictEqual([])
    expect(mail?.to.address).toBe(superior.email)
    expect(mail?.paragraphs.join("\n")).toContain("26 janvier 2026")
    expect(mail?.paragraphs.join("\n")).not.toContain("Zoé Abgrall")
  })

  test("CAM-28 the next step and its last day are told of an interview that is closing", async () => {
    const world = await campaignWorld()
    await communicates(world, agent)
    await world.run(sendReminder(about("closing")))
    const [mail] = await reminders(world)
    expect(mail?.paragraphs.join("\n")).toContain("17 février 2026")
  })

  test("CAM-27 CAM-30 the dry run tells who would get what and why others are left out", async () => {
    const world = await campaignWorld()
    const plan = await world.run(
      planReminder({ ...about("not-planned"), managers: [otherSuperior.id] }),
    )
    expect(plan.recipients).toMatchObject([
      {
        manager: otherSuperior.id,
        name: "Aïcha Œuvrard",
        interviews: 1,
        mail: { to: { address: otherSuperior.email } },
      },
    ])
    expect(plan.leftOut).toStrictEqual([
      {
        manager: superior.id,
        name: "Marc Nguyên",
        reason: "deselected",
        reasonLabel: "désélectionné",
      },
    ])
    expect(await reminders(world)).toStrictEqual([])
  })

  test("CAM-29 what the dry run showed is what is sent", async () => {
    const world = await campaignWorld()
    const plan = await world.run(planReminder(about("not-planned")))
    await world.run(sendReminder(about("not-planned")))
    expect(plan.recipients.map(({ mail }) => mail)).toStrictEqual(await reminders(world))
  })

  test("CAM-30 who has no address is left out; who is deselected gets nothing", async () => {
    const { email: _, ...unreachable } = otherSuperior
    const world = await campaignWorld(
      people.map((one) => (one.id === otherSuperior.id ? unreachable : one)),
    )
    const request = { ...about("not-planned"), managers: [otherSuperior.id] }
    const leftOut = [
      { manager: superior.id, reason: "deselected" },
      { manager: otherSuperior.id, reason: "no-address" },
    ]
    // In the order of their names: Nguyên, Œuvrard.
    expect(await world.run(planReminder(request))).toMatchObject({ recipients: [], leftOut })
    expect(await world.refused(sendReminder(request))).toStrictEqual({
      _tag: "reminder.no-recipient",
      leftOut,
    })
    expect(await reminders(world)).toStrictEqual([])
  })

  test("CAM-27 nobody is reminded more often than the cap allows", async () => {
    const world = await campaignWorld()
    await world.run(sendReminder(about("not-planned")))
    world.at("2026-01-08T08:00:00.000Z")
    await world.run(sendReminder({ ...about("not-planned"), managers: [superior.id] }))
    expect(await world.run(planReminder(about("not-planned")))).toMatchObject({
      recipients: [{ manager: otherSuperior.id }],
      leftOut: [{ manager: superior.id, reason: "cap-reached" }],
    })
    world.at("2026-01-12T08:00:00.000Z")
    expect(await world.run(planReminder(about("not-planned")))).toMatchObject({
      recipients: [{ manager: superior.id }, { manager: otherSuperior.id }],
    })
  })

  test("CAM-30 nothing in the status, nothing to remind", async () => {
    const world = await campaignWorld()
    const refusal = { _tag: "reminder.nothing-to-remind" }
    expect(await world.refused(sendReminder(about("held")))).toStrictEqual(refusal)
    expect(await world.refused(planReminder(about("held")))).toStrictEqual(refusal)
  })

  test("CAM-13 CAM-26 nothing before the start, nor for a status that is over", async () => {
    const world = await campaignWorld()
    expect(await world.refused(planReminder(about("closed")))).toMatchObject({
      _tag: "reminder.status-not-remindable",
    })
    world.at("2026-01-04T08:00:00.000Z")
    expect(await world.refused(sendReminder(about("not-planned")))).toMatchObject({
      _tag: "campaign.not-started",
    })
  })

  test.each([bySuperior, byService])("CAM-01 is an administrator's", async (by) => {
    const world = await campaignWorld()
    const refusal = { _tag: "actor.not-allowed", command: "remind", capacity: by.capacity }
    const request = { ...about("not-planned"), by }
    expect(await world.refused(sendReminder(request))).toStrictEqual(refusal)
    expect(await world.refused(planReminder(request))).toStrictEqual(refusal)
  })

  test("CAM-28 an interview planned in the meantime is in no mail", async () => {
    const world = await campaignWorld()
    const views = await world.run(Views)
    // The counts are those of before; the rows, read afterwards, are those of now.
    const counted = await world.run(
      views.counts(campaignInterviews, tenant, {
        scope: campaign,
        filter: "manager-status",
      }),
    )
    await proposes(world, agent)
    await proposes(world, secondAgent)
    const late = world.having(Views, { ...views, counts: () => Effect.succeed(counted) })
    await late.run(sendReminder(about("not-planned")))
    expect((await reminders(world)).map(({ to }) => to.address)).toStrictEqual([
      otherSuperior.email,
    ])
  })
})

describe("CAM-31 one manager", () => {
  test("gets all his open interviews by status", async () => {
    const world = await campaignWorld()
    await proposes(world, agent)
    await world.run(sendReminder(aboutManager))
    const [mail, ...others] = await reminders(world)
    expect(others).toStrictEqual([])
    expect(mail?.to.address).toBe(superior.email)
    const text = mail?.paragraphs ?? []
    const at = (name: string) => text.findIndex((one) => one.includes(name))
    expect(at("Zoé Abgrall")).toBeGreaterThan(0)
    expect(at("Éloïse Le Gall")).toBeGreaterThan(at("Zoé Abgrall"))
    expect(text.join("\n")).not.toContain("Kévin")
  })

  test("is not bothered when nothing is left to him", async () => {
    const world = await campaignWorld()
    const target = { _tag: "manager" as const, manager: agent.id }
    expect(await world.refused(sendReminder({ ...aboutManager, target }))).toStrictEqual({
      _tag: "reminder.nothing-to-remind",
    })
  })
})
