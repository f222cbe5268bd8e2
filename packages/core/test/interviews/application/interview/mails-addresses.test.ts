/** Where mails go when the addresses of the people of a file have changed since it was opened. */
import { PeopleDirectory, type Person } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { describe, expect, test } from "vitest"
import { requestRevision } from "../../../../src/interviews/application/interview/circuit.ts"
import { economyFinance } from "../../../../src/interviews/terms/procedures.ts"
import { agent, byAgent, byService, day, reason, superior, terms } from "../../given.ts"
import { openedWorld, type World } from "../world.ts"
import { does, interview, onDay, reached } from "./course.ts"

/** Gives the same portal with a directory of these people alone. */
const having = (world: World, people: ReadonlyArray<Person>): World =>
  world.having(PeopleDirectory, {
    find: (_, ids) => Effect.succeed(people.filter((one) => ids.includes(one.id))),
    unavailableDays: () => Effect.succeed([]),
  })

const sent = { means: "mail", fate: "sent", on: day("2026-02-14") } as const

describe("ENT-25 a notification by mail", () => {
  test.each([undefined, "zoé sans adresse"])(
    "ENT-25 is not recorded as sent to an agent whose address is %s",
    async (email) => {
      const { email: _, ...unreachable } = agent
      const known = email === undefined ? unreachable : { ...agent, email }
      const world = having(await reached("endorsed"), [known])
      onDay(world, "2026-02-16")
      expect(await world.refused(does("notify", byService, { notification: sent }))).toStrictEqual({
        _tag: "person.without-address",
        person: agent.id,
      })
      const byHand = { ...sent, means: "handed-over", fate: "delivered" } as const
      expect(await world.run(does("notify", byService, { notification: byHand }))).toMatchObject({
        messages: [],
      })
    },
  )

  test.each([
    ["goes to the agent's present address", [{ ...agent, email: "mariee@academie.example" }]],
    ["goes to the known address of an agent who left the directory", []],
  ])("ENT-25 %s", async (_, people) => {
    const world = having(await reached("endorsed"), people)
    onDay(world, "2026-02-16")
    const { messages } = await world.run(does("notify", byService, { notification: sent }))
    const address = people[0]?.email ?? agent.email
    expect(messages.map(({ to }) => to.address)).toStrictEqual([address])
  })
})

test("ENT-23 a request of revision goes to the superior's present address", async () => {
  const email = "marc@autre.example"
  const opened = await openedWorld({ ...terms, procedure: economyFinance })
  const world = having(await reached("communicated", opened), [{ ...superior, email }])
  const asks = requestRevision({ by: byAgent, interview, reason: reason("À compléter.") })
  const { messages } = await world.run(asks)
  expect(messages.map(({ to }) => to)).toStrictEqual([{ name: "Marc Nguyên", address: email }])
})
