/** The runner of machines, on a door that opens and closes. */
import { type DecisionTable, decide, fold, type Machine } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import { expect, test } from "vitest"

type State = { readonly _tag: "closed" } | { readonly _tag: "open"; readonly by: string }
type Command =
  | { readonly _tag: "open"; readonly by: string }
  | { readonly _tag: "close" }
  | { readonly _tag: "knock" }
type Event = { readonly _tag: "Opened"; readonly by: string } | { readonly _tag: "Closed" }
type Refusal =
  | { readonly _tag: "door.illegal"; readonly command: string; readonly state: string }
  | { readonly _tag: "door.nobody" }

const decisions: DecisionTable<State, Command, Event, Refusal> = {
  open: {
    closed: ({ by }) =>
      by === "" ? Result.fail({ _tag: "door.nobody" }) : Result.succeed([{ _tag: "Opened", by }]),
  },
  close: { open: () => Result.succeed([{ _tag: "Closed" }]) },
  knock: { open: () => Result.succeed([]), closed: () => Result.succeed([]) },
}

const door: Machine<State, Command, Event, Refusal> = {
  name: "Door",
  initial: { _tag: "closed" },
  decisions,
  transitions: [],
  illegal: ({ _tag: command }, { _tag: state }) => ({ _tag: "door.illegal", command, state }),
  evolve: (_, event) =>
    event._tag === "Opened" ? { _tag: "open", by: event.by } : { _tag: "closed" },
}

test("a decision gets its own command and state", () => {
  expect(decide(door, { _tag: "open", by: "Ada" }, door.initial)).toStrictEqual(
    Result.succeed([{ _tag: "Opened", by: "Ada" }]),
  )
})

test("a refusal is the decision's own", () => {
  expect(decide(door, { _tag: "open", by: "" }, door.initial)).toStrictEqual(
    Result.fail({ _tag: "door.nobody" }),
  )
})

test("nothing to do is an empty list, not a refusal", () => {
  expect(decide(door, { _tag: "knock" }, door.initial)).toStrictEqual(Result.succeed([]))
})

test("a pair that the table does not hold is illegal, naming both", () => {
  expect(decide(door, { _tag: "close" }, door.initial)).toStrictEqual(
    Result.fail({ _tag: "door.illegal", command: "close", state: "closed" }),
  )
})

test("folding begins at the initial state, or at the one given", () => {
  const events: ReadonlyArray<Event> = [{ _tag: "Opened", by: "Ada" }, { _tag: "Closed" }]
  expect(fold(door, [])).toBe(door.initial)
  expect(fold(door, events.slice(0, 1))).toStrictEqual({ _tag: "open", by: "Ada" })
  expect(fold(door, events)).toStrictEqual({ _tag: "closed" })
  expect(fold(door, events.slice(1), { _tag: "open", by: "Ada" })).toStrictEqual({ _tag: "closed" })
})
