import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import {
  eventsSurviveJson,
  foldsInTwoParts,
  inputsAreOnlyRead,
  machineLaws,
  refusalsLeaveTheState,
  seesDeclaredTransitions,
  undeclaredPairsAreIllegal,
} from "@convoque/testing"
import { door, type DoorMachine, walkOf } from "./door.ts"

describe("a right machine keeps every law", () => {
  for (const { name, check } of machineLaws(walkOf(door))) {
    test(name, () => {
      expect(check).not.toThrow()
    })
  }
})

const [pass, ...others] = door.transitions
if (pass === undefined) throw new Error("the sample machine has transitions")

const wrong = (changes: Partial<DoorMachine>) => walkOf({ ...door, ...changes })

describe("a wrong machine breaks a law", () => {
  test("a transition that happens and is not declared", () => {
    expect(() => seesDeclaredTransitions(wrong({ transitions: others }))).toThrow(
      "seen, not declared: open / pass -> open [Passed]",
    )
  })

  test("a transition that is declared and never happens", () => {
    const never = { ...pass, from: ["locked"] as const }
    const transitions = [...door.transitions, never]
    expect(() => seesDeclaredTransitions(wrong({ transitions }))).toThrow(
      "declared, never seen: locked / pass -> unchanged [Passed]",
    )
  })

  test("one state of a transition from several is never seen", () => {
    const both = { ...pass, from: ["open", "closed"] as const }
    expect(() => seesDeclaredTransitions(wrong({ transitions: [both, ...others] }))).toThrow(
      "declared, never seen: closed / pass",
    )
  })

  test("a refusal that is not declared", () => {
    const transitions = door.transitions.filter((row) => !("refused" in row))
    expect(() => seesDeclaredTransitions(wrong({ transitions }))).toThrow(
      "seen, not declared: locked / unlock refused by door.wrong-code",
    )
  })

  test("other events or another end than declared", () => {
    const emits = { ...pass, to: "unchanged", emits: ["Closed"] } as const
    const to = { ...pass, to: "locked", emits: ["Passed"] } as const
    for (const row of [emits, to]) {
      expect(() => seesDeclaredTransitions(wrong({ transitions: [row, ...others] }))).toThrow(
        "seen, not declared: open / pass -> open [Passed]",
      )
    }
  })

  test("a refusal that changes the state", () => {
    const decisions = {
      ...door.decisions,
      unlock: {
        locked: (_command: unknown, state: { code: string }) => {
          state.code = "spoilt"
          return Result.fail({ _tag: "door.wrong-code", code: "" } as const)
        },
      },
    }
    expect(() => refusalsLeaveTheState(wrong({ decisions }))).toThrow("after unlock was refused")
  })

  test("an illegal refusal that is not always the same", () => {
    let count = 0
    const illegal = (): ReturnType<typeof door.illegal> => ({
      _tag: "door.illegal",
      state: `${(count += 1)}`,
      command: "",
    })
    expect(() => undeclaredPairsAreIllegal(wrong({ illegal }))).toThrow(/got "1", expected "2"/u)
  })

  test("an evolve that remembers", () => {
    let passages = 0
    const evolve: DoorMachine["evolve"] = (state, event) => ({
      ...door.evolve(state, event),
      passages: (passages += 1),
    })
    expect(() => foldsInTwoParts(wrong({ evolve }))).toThrow("fold cut at")
  })

  test("an evolve that writes to its state", () => {
    const evolve: DoorMachine["evolve"] = (state, event) => {
      const next = door.evolve(state, event)
      return next._tag === state._tag ? Object.assign(state, next) : next
    }
    const initial = { ...door.initial }
    expect(() => inputsAreOnlyRead(wrong({ evolve, initial }))).toThrow(/read only property/u)
  })

  test("a decision that depends on more than its input", () => {
    let count = 0
    const decisions: DoorMachine["decisions"] = {
      ...door.decisions,
      pass: {
        open: () => Result.succeed((count += 1) % 2 === 0 ? [] : [{ _tag: "Passed" }]),
      },
    }
    expect(() => inputsAreOnlyRead(wrong({ decisions }))).toThrow("pass decided again")
  })

  test("a schema that its events do not fit", () => {
    const event = Schema.TaggedUnion({
      Passed: {},
      Closed: {},
      Locked: { code: Schema.Trim },
      Opened: {},
    })
    const decisions: DoorMachine["decisions"] = {
      ...door.decisions,
      lock: { closed: () => Result.succeed([{ _tag: "Locked", code: " 1 " }]) },
    }
    expect(() => eventsSurviveJson({ ...wrong({ decisions }), event })).toThrow(
      "leading or trailing whitespace",
    )
  })
})
