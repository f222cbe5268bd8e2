import { describe, expect, test } from "vitest"
import { deepFrozen, difference, isSame } from "@convoque/testing"

describe("difference", () => {
  test("equal values have none", () => {
    const values = [1, "é", null, undefined, NaN, [], {}, { a: [{ b: 1 }] }, Uint8Array.of(1, 2)]
    for (const value of values) expect(difference(value, value)).toBeUndefined()
    expect(isSame({ a: [1, { b: "é" }] }, { a: [1, { b: "é" }] })).toBe(true)
    expect(isSame({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
    expect(isSame(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
  })

  test.each([
    [{ a: [1] }, { a: [2] }, "at a[0]: got 1, expected 2"],
    [{ a: undefined }, {}, "at a: got undefined, expected nothing"],
    [{}, { a: undefined }, "at a: missing, expected undefined"],
    [[1], [1, 2], "at [1]: missing, expected 2"],
    [[], {}, "got [], expected {}"],
    [0, -0, "got 0, expected 0"],
    ["1", 1, 'got "1", expected 1'],
    [null, {}, "got null, expected {}"],
    [Uint8Array.of(1), [1], 'got {"0":1}, expected [1]'],
  ])("%j is not %j", (actual, expected, told) => {
    expect(difference(actual, expected)).toBe(told)
  })
})

test("deepFrozen freezes what a value holds", () => {
  const value = deepFrozen({ a: [{ b: 1 }] })
  expect(() => Object.assign(value.a[0] ?? {}, { b: 2 })).toThrow(TypeError)
  expect(value).toEqual({ a: [{ b: 1 }] })
})
