/** Reminding evaluators and agents who are late, once a day. */
import {
  accept,
  enrol,
  enrolAll,
  remind,
  setAppointments,
} from "@convoque/core/career-appointments"
import type { Message } from "@convoque/core/kernel/message"
import * as Effect from "effect/Effect"
import { expect, test } from "vitest"
import {
  agent,
  byHead,
  byInspector,
  byManager,
  campaign,
  head,
  headRole,
  id,
  inspector,
  inspectorRole,
  interviewItem,
  visitItem,
} from "../given.ts"
import { convenedWorld, created, file, newWorld, secondAgent, tenant, thirdAgent } from "./world.ts"

const reminding = (dryRun: boolean) => remind({ by: byManager, tenant, campaign, dryRun })
const three = enrolAll({
  by: byManager,
  tenant,
  campaign,
  lines: ["agent-1", "agent-2", "agent-3"].map((who, index) => ({
    line: index + 2,
    values: { agent: who, [inspectorRole]: "inspector-1", [headRole]: "head-1" },
  })),
})
const reminders = (messages: ReadonlyArray<Message>) =>
  messages.filter(({ content }) => content.kind.endsWith("-reminder"))

test("a dry run tells who would be reminded, and sends nothing", async () => {
  const world = newWorld()
  await world.run(Effect.andThen(created, three))
  expect(await world.run(reminding(true))).toStrictEqual({
    evaluators: [
      { person: inspector.id, agents: 3 },
      { person: head.id, agents: 3 },
    ],
    agents: [],
    withoutAddress: [],
  })
  expect(await world.messages()).toStrictEqual([])
})

test("each late evaluator gets one digest, with the names of the agents", async () => {
  const world = newWorld()
  await world.run(Effect.andThen(created, three))
  world.at("2026-11-03T09:00:00.000Z")
  await world.run(
    setAppointments({
      by: byInspector,
      file,
      role: inspectorRole,
      items: [visitItem, interviewItem],
      acknowledged: [],
    }),
  )
  await world.run(reminding(false))
  const sent = reminders(await world.messages())
  expect(sent.map(({ content }) => content.to.address)).toStrictEqual([
    "inspector-1@academie.example",
    "head-1@academie.example",
  ])
  expect(sent[0]?.content.paragraphs).toStrictEqual([
    "Bonjour Marc Nguyên,",
    "Vous n'avez pas encore fixé vos rendez-vous avec les 2 agents suivants\u00A0:",
    "Zoé Abgrall",
    "Kévin Étienne",
    "Cordialement,\nBureau des rendez-vous de carrière",
  ])
  expect(sent[1]?.content.paragraphs).toHaveLength(6)
})

test("an agent who has not answered gets a mail that is useless once all is over", async () => {
  const world = await convenedWorld()
  expect(await world.run(reminding(false))).toStrictEqual({
    evaluators: [],
    agents: [agent.id],
    withoutAddress: [],
  })
  const [reminder] = reminders(await world.messages())
  expect(reminder?.id).toBe(`career-campaign/${campaign}/reminder/2026-11-03/answer/${agent.id}`)
  expect(reminder?.about).toStrictEqual({ kind: "career-campaign", key: campaign })
  expect(reminder?.content).toMatchObject({
    kind: "agent-reminder",
    to: { name: "Éloïse Le Gall", address: "agent-1@academie.example" },
    uselessAfter: "2026-12-08T14:00:00.000Z",
  })
})

test("nobody is reminded of a convocation whose appointments are all over", async () => {
  const world = await convenedWorld()
  world.at("2026-12-08T13:59:59.000Z")
  expect(await world.run(reminding(true))).toMatchObject({ agents: [agent.id] })
  world.at("2026-12-08T14:00:00.000Z")
  expect(await world.run(reminding(true))).toMatchObject({ agents: [] })
})

test("nobody is reminded twice on one day of the campaign's zone", async () => {
  const world = await convenedWorld()
  const count = async () => reminders(await world.messages()).length
  await world.run(reminding(false))
  world.at("2026-11-03T22:59:00.000Z")
  await world.run(reminding(false))
  expect(await count()).toBe(1)
  world.at("2026-11-03T23:00:00.000Z")
  await world.run(reminding(false))
  expect(await count()).toBe(2)
})

test("who is late as an evaluator and as an agent gets both mails", async () => {
  const world = await convenedWorld()
  const second = { ...file, agent: secondAgent.id }
  await world.run(
    enrol({
      by: byManager,
      file: second,
      evaluators: { [inspectorRole]: agent.id, [headRole]: head.id },
    }),
  )
  expect(await world.run(reminding(false))).toStrictEqual({
    evaluators: [
      { person: agent.id, agents: 1 },
      { person: head.id, agents: 1 },
    ],
    agents: [agent.id],
    withoutAddress: [],
  })
  const kinds = reminders(await world.messages())
    .filter(({ content }) => content.to.address === agent.email)
    .map(({ content }) => content.kind)
  expect(kinds).toStrictEqual(["evaluator-reminder", "agent-reminder"])
})

test("who has no address is left out, and named once", async () => {
  const world = newWorld()
  await world.run(created)
  for (const who of [agent.id, secondAgent.id]) {
    await world.run(
      enrol({
        by: byManager,
        file: { ...file, agent: who },
        evaluators: { [inspectorRole]: thirdAgent.id, [headRole]: head.id },
      }),
    )
  }
  expect(await world.run(reminding(false))).toStrictEqual({
    evaluators: [{ person: head.id, agents: 2 }],
    agents: [],
    withoutAddress: [thirdAgent.id],
  })
})

test("RDC-03 only a manager of the campaign reminds", async () => {
  const world = await convenedWorld()
  for (const by of [byHead, { ...byManager, person: id("manager-9") }]) {
    expect(await world.refused(remind({ by, tenant, campaign, dryRun: true }))).toStrictEqual({
      _tag: "actor.not-allowed",
      command: "remind",
      capacity: by.capacity,
    })
  }
})

test("a convocation that was answered or cancelled calls for no reminder", async () => {
  const world = await convenedWorld()
  await world.run(accept({ by: { person: agent.id, capacity: "agent" }, file }))
  expect(await world.run(reminding(true))).toStrictEqual({
    evaluators: [],
    agents: [],
    withoutAddress: [],
  })
})
