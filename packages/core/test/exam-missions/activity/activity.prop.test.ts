/** The laws of the machine of an activity, on random walks. */
import { instantFromMillis } from "@convoque/core/kernel/calendar"
import { type Actor, Capacity, PersonId } from "@convoque/core/kernel/identity"
import { machineLaws, type Walk, walkMachine } from "@convoque/testing"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { ActivityCommand } from "../../../src/exam-missions/activity/commands.ts"
import { activityMachine as machine } from "../../../src/exam-missions/activity/decider.ts"
import { ActivityEvent } from "../../../src/exam-missions/activity/events.ts"
import type { ActivityRefusal } from "../../../src/exam-missions/activity/refusals.ts"
import type { Activity } from "../../../src/exam-missions/activity/state.ts"
import { depth } from "../../kernel/calendar/given.ts"

const person = PersonId.make("dec-1")
const at = fc.integer({ min: 0, max: 1440 }).map((hours) => instantFromMillis(hours * 3_600_000))
const by = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Actor>({ person, capacity: "exams-division" }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...Capacity.literals)
      .map((capacity): Actor => ({ person, capacity })),
  },
)

const command: fc.Arbitrary<ActivityCommand> = fc.record({
  _tag: fc.constantFrom("openActivity" as const, "closeActivity" as const),
  at,
  by,
  activity: fc.constant("competence-entry" as const),
})

const walk: Walk<Activity, ActivityCommand, ActivityEvent, ActivityRefusal> = {
  machine,
  commands: () => command,
  event: ActivityEvent,
  walks: 100 * depth,
}
const limit = { timeout: 20_000 * depth }

test.each(machineLaws(walk))("UI-08 $name", limit, ({ check }) => {
  expect(check).not.toThrow()
})

test(
  "UI-08 an activity keeps its acts in order and is what the last of them made it",
  limit,
  () => {
    walkMachine(walk, ({ past, state }) => {
      expect(state.acts).toStrictEqual(past)
      expect(state._tag).toBe(past.at(-1)?._tag === "ActivityOpened" ? "open" : "closed")
    })
  },
)
