import { describe, expect, test } from "vitest"
import { given, givenState } from "@convoque/testing"
import { door } from "./door.ts"

const locked = given(door, [{ _tag: "Closed" }, { _tag: "Locked", code: "1234" }])

describe("what happened is compared in every field", () => {
  test("events", () => {
    const unlocking = locked.when({ _tag: "unlock", code: "1234" })
    unlocking.then([{ _tag: "Opened" }])
    expect(() => unlocking.then([{ _tag: "Closed" }])).toThrow(
      'door: unlock in locked, events: at events[0]._tag: got "Opened", expected "Closed"',
    )
    expect(() => unlocking.nothing()).toThrow("at events[0]")
    expect(() => unlocking.refused({ _tag: "door.wrong-code", code: "" })).toThrow("at refused")
    expect(unlocking.state()).toEqual({ _tag: "open", passages: 0 })
  })

  test("a refusal", () => {
    const unlocking = locked.when({ _tag: "unlock", code: "9" })
    unlocking.refused({ _tag: "door.wrong-code", code: "9" })
    expect(() => unlocking.refused({ _tag: "door.wrong-code", code: "8" })).toThrow(
      'at refused.code: got "9", expected "8"',
    )
    expect(() => unlocking.then([])).toThrow("at events: missing")
    expect(unlocking.state()).toEqual({ _tag: "locked", passages: 0, code: "1234" })
  })

  test("nothing", () => {
    givenState(door, { _tag: "closed", passages: 3 }).when({ _tag: "close" }).nothing()
    expect(() => given(door, []).when({ _tag: "close" }).nothing()).toThrow("nothing")
  })
})
