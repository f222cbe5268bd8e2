/** The runner of commands: order of its steps, versions, attempts, dry run. */
import { handle, type Handling } from "@convoque/core/kernel/handle"
import { TenantId } from "@convoque/core/kernel/identity"
import type { Machine } from "@convoque/core/kernel/machine"
import type { MessageContent } from "@convoque/core/kernel/message"
import { type AggregateType, type Commit, StaleVersion, Storage } from "@convoque/core/kernel/ports"
import { makeMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"

type State = { readonly _tag: "counting"; readonly total: number }
type Command = { readonly _tag: "add"; readonly amounts: ReadonlyArray<number> }
type Event = { readonly _tag: "Added"; readonly amount: number }
type Refusal =
  | { readonly _tag: "counter.negative" }
  | { readonly _tag: "counter.illegal" }
  | { readonly _tag: "actor.not-allowed" }

const machine: Machine<State, Command, Event, Refusal> = {
  name: "Counter",
  initial: { _tag: "counting", total: 0 },
  decisions: {
    add: {
      counting: ({ amounts }) =>
        amounts.some((amount) => amount < 0)
          ? Result.fail({ _tag: "counter.negative" })
          : Result.succeed(amounts.map((amount) => ({ _tag: "Added", amount }))),
    },
  },
  transitions: [],
  illegal: () => ({ _tag: "counter.illegal" }),
  evolve: ({ total }, { amount }) => ({ _tag: "counting", total: total + amount }),
}
const type: AggregateType<State, Event> = {
  kind: "counter",
  initial: machine.initial,
  eventVersion: 1,
  views: [],
  evolve: machine.evolve,
  upgrade: (event) => event as Event,
}
const id = { tenant: TenantId.make("rennes"), type, key: "k-1" }
const message = (subject: string): MessageContent => ({
  kind: "counted",
  to: { name: "Ada", address: "ada@example.org" },
  language: "en",
  subject,
  paragraphs: [],
  documents: [],
  calendar: [],
})

type Counting = Handling<State, Command, Event, Refusal, "no-fact" | "no-paper", never>

const adding = (rest: Partial<Counting> = {}): Counting => ({
  id,
  machine,
  complete: () => Effect.succeed({ command: { _tag: "add", amounts: [2, 3] } }),
  react: ({ state }) => Effect.succeed([message(`${state.total}`), message("again")]),
  ...rest,
})

/** A store whose first commits are stale, and what reached it. */
const storeThat = (stale: number) => {
  const memory = makeMemory()
  const commits: Array<Commit> = []
  const storage = Storage.of({
    ...memory.storage,
    commit: (commit) => {
      commits.push(commit)
      return commits.length <= stale
        ? Effect.fail(new StaleVersion({ kind: "counter", key: "k-1", expected: 0 }))
        : memory.storage.commit(commit)
    },
  })
  const run = <A, E>(effect: Effect.Effect<A, E, Storage>) =>
    Effect.runPromise(Effect.provideService(effect, Storage, storage))
  return {
    commits,
    run,
    refused: <A, E>(effect: Effect.Effect<A, E, Storage>) => run(Effect.flip(effect)),
  }
}

describe("one command", () => {
  test("gives the new state, version, events and messages, and writes them at once", async () => {
    const { run, commits } = storeThat(0)
    const events = [
      { _tag: "Added", amount: 2 },
      { _tag: "Added", amount: 3 },
    ]
    const other = { id: { ...id, key: "k-2" }, expected: 0 }
    const complete: Counting["complete"] = () =>
      Effect.succeed({ command: { _tag: "add", amounts: [2, 3] }, unchanged: [other] })
    expect(await run(handle(adding({ complete })))).toStrictEqual({
      state: { _tag: "counting", total: 5 },
      version: 2,
      events,
      messages: [message("5"), message("again")],
    })
    expect(commits).toStrictEqual([
      {
        tenant: "rennes",
        changes: [{ id, expected: 0, events, state: { _tag: "counting", total: 5 } }],
        unchanged: [other],
        erase: [],
        messages: [
          { id: "counter/k-1/2/0", about: { kind: "counter", key: "k-1" }, content: message("5") },
          {
            id: "counter/k-1/2/1",
            about: { kind: "counter", key: "k-1" },
            content: message("again"),
          },
        ],
      },
    ])
  })

  test("that has nothing to do writes nothing", async () => {
    const { run, commits } = storeThat(0)
    const complete: Counting["complete"] = () =>
      Effect.succeed({ command: { _tag: "add", amounts: [] } })
    const react: Counting["react"] = () => Effect.succeed([])
    expect(await run(handle(adding({ complete, react })))).toStrictEqual({
      state: machine.initial,
      version: 0,
      events: [],
      messages: [],
    })
    expect(commits).toStrictEqual([])
  })

  test.each([
    [
      "a fact that is not found",
      adding({ complete: () => Effect.fail("no-fact" as const) }),
      "no-fact",
    ],
    [
      "a message that cannot be made",
      adding({ react: () => Effect.fail("no-paper" as const) }),
      "no-paper",
    ],
    [
      "a refusal",
      adding({ complete: () => Effect.succeed({ command: { _tag: "add", amounts: [-1] } }) }),
      { _tag: "counter.negative" },
    ],
  ])("ends by %s and writes nothing", async (_, handling, failure) => {
    const { refused, commits } = storeThat(0)
    expect(await refused(handle(handling))).toStrictEqual(failure)
    expect(commits).toStrictEqual([])
  })
})

describe("versions", () => {
  test("a version that was seen and is not the current one is answered, and nothing is written", async () => {
    const { run, refused, commits } = storeThat(0)
    await run(handle(adding()))
    for (const seen of [0, 1, 3]) {
      expect(await refused(handle(adding({ seen })))).toStrictEqual({
        _tag: "conflict.stale-version",
        seen,
        current: 2,
      })
    }
    expect(commits).toHaveLength(1)
    expect((await run(handle(adding({ seen: 2 })))).version).toBe(4)
  })

  test("no version is told to whom the command or the machine bars", async () => {
    const { run, refused } = storeThat(0)
    await run(handle(adding()))
    const barred = adding({ seen: 1, complete: () => Effect.fail("no-fact" as const) })
    expect(await refused(handle(barred))).toBe("no-fact")
    const strangers = adding({
      seen: 1,
      machine: {
        ...machine,
        decisions: { add: { counting: () => Result.fail({ _tag: "actor.not-allowed" }) } },
      },
    })
    expect(await refused(handle(strangers))).toStrictEqual({ _tag: "actor.not-allowed" })
  })

  test("another refusal of the machine tells nothing of a version that is not the one seen", async () => {
    const { run, refused } = storeThat(0)
    await run(handle(adding()))
    const complete: Counting["complete"] = () =>
      Effect.succeed({ command: { _tag: "add", amounts: [-1] } })
    expect(await refused(handle(adding({ seen: 1, complete })))).toMatchObject({
      _tag: "conflict.stale-version",
      current: 2,
    })
  })

  test("a version that was seen of what does not exist is answered after the command was completed", async () => {
    const { run, refused } = storeThat(0)
    expect(await refused(handle(adding({ seen: 2 })))).toStrictEqual({
      _tag: "conflict.stale-version",
      seen: 2,
      current: 0,
    })
    const unknown = adding({ seen: 2, complete: () => Effect.fail("no-fact" as const) })
    expect(await run(Effect.flip(handle(unknown)))).toBe("no-fact")
  })

  test("a race is run again with facts read anew, three times at most", async () => {
    for (const [stale, attempts] of [
      [1, 2],
      [2, 3],
    ] as const) {
      const { run } = storeThat(stale)
      let completed = 0
      const complete: Counting["complete"] = () =>
        Effect.sync(() => ({ command: { _tag: "add", amounts: [(completed += 1)] } }))
      expect((await run(handle(adding({ complete })))).state.total).toBe(attempts)
    }
    const { refused, commits } = storeThat(3)
    expect(await refused(handle(adding()))).toStrictEqual({
      _tag: "conflict.stale-version",
      current: 0,
    })
    expect(commits).toHaveLength(3)
  })
})
