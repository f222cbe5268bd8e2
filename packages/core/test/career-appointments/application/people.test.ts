/** People as the directory gives them at each act: a new address, somebody who has left. */
import {
  answerPostponement,
  cancelSet,
  enrol,
  replaceEvaluator,
  requestPostponement,
} from "@convoque/core/career-appointments"
import type { Actor } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import {
  agent,
  byAgent,
  byHead,
  byManager,
  confirmed,
  date,
  head,
  headInterview,
  headRole,
  id,
  inspector,
  inspectorRole,
  reason,
  visit,
} from "../given.ts"
import {
  convenedWorld,
  created,
  enrolledWorld,
  file,
  headSets,
  inspectorSets,
  newWorld,
} from "./world.ts"

const moved: Person = { ...agent, email: "eloise@autre.example" }

/** A world in which the convocation is issued, continued with another directory. */
const continued = async (people: ReadonlyArray<Person>) => {
  const { memory } = await convenedWorld()
  const world = newWorld({ memory, people })
  world.at("2026-11-04T09:00:00.000Z")
  return world
}
const cancelled = cancelSet({
  by: byManager,
  file,
  reason: reason("Mutation."),
  acknowledged: [confirmed],
})
const answered = answerPostponement({
  by: byHead,
  file,
  slot: headInterview,
  reason: reason("Salle prise."),
})

test("RDC-13 an evaluator who has left the directory keeps nobody from convening", async () => {
  const enrolled = await enrolledWorld()
  const world = newWorld({ memory: enrolled.memory, people: [moved, head] })
  world.at("2026-11-03T09:00:00.000Z")
  const { events } = await world.run(Effect.andThen(inspectorSets, headSets))
  expect(events.at(-1)).toMatchObject({
    _tag: "ConvocationIssued",
    agent: moved,
    evaluators: { [inspectorRole]: inspector, [headRole]: head },
  })
})

test("RDC-04 the last save reads the agent's absences over all appointments", async () => {
  const enrolled = await enrolledWorld()
  const stage = { from: date("2026-12-01"), until: date("2026-12-01"), reason: "Stage" }
  const world = newWorld({
    memory: enrolled.memory,
    unavailable: [{ person: agent.id, ...stage }],
  })
  await enrolled.run(inspectorSets)
  world.at("2026-11-03T09:00:00.000Z")
  expect(await world.refused(headSets)).toMatchObject({
    _tag: "agent.unavailable",
    slot: visit,
    subject: `${visit}/2026-12-01`,
  })
})

describe("RDC-03 who may not act learns nothing of the directory", () => {
  const stranger = { person: id("manager-9"), capacity: "campaign-manager" as const }
  const refused = (command: string) => ({
    _tag: "actor.not-allowed",
    command,
    capacity: "campaign-manager",
  })

  test("when he enrols somebody unknown", async () => {
    const world = newWorld()
    await world.run(created)
    const nobody = { ...file, agent: id("nobody") }
    const enrols = (by: Actor) => world.refused(enrol({ by, file: nobody, evaluators: {} }))
    expect(await enrols(stranger)).toStrictEqual(refused("openSet"))
    expect(await enrols(byManager)).toStrictEqual({ _tag: "person.unknown", person: "nobody" })
  })

  test("when he names somebody unknown as a replacement", async () => {
    const world = await enrolledWorld()
    const replaces = (by: Actor) =>
      world.refused(replaceEvaluator({ by, file, role: headRole, person: id("nobody") }))
    expect(await replaces(stranger)).toStrictEqual(refused("replaceEvaluator"))
    expect(await replaces(byManager)).toStrictEqual({ _tag: "person.unknown", person: "nobody" })
  })
})

describe("RDC-13 the agent is read again from the directory", () => {
  test.each([
    ["eloise@autre.example", [moved, inspector, head]],
    ["agent-1@academie.example", [inspector, head]],
  ])("mails go to %s", async (address, people) => {
    const world = await continued(people)
    await world.run(requestPostponement({ by: byAgent, file, slots: [headInterview] }))
    const answer = await world.run(answered)
    expect(answer.messages.map(({ to }) => to.address)).toStrictEqual([address])
    const cancellation = await world.run(cancelled)
    expect(cancellation.messages.map(({ to }) => to.address)).toStrictEqual([address])
  })
})
