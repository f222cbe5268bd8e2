/** People as the directory gives them at each act: a new address, somebody who has left. */
import {
  answerPostponement,
  cancelSet,
  requestPostponement,
} from "@convoque/core/career-appointments"
import type { Person } from "@convoque/core/kernel/ports"
import { describe, expect, test } from "vitest"
import {
  agent,
  byAgent,
  byHead,
  byManager,
  confirmed,
  head,
  headInterview,
  inspector,
  reason,
} from "../given.ts"
import { convenedWorld, file, newWorld } from "./world.ts"

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
