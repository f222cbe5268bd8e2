import {
  addMinutes,
  compareInstants,
  Instant,
  instantFromMillis,
  isInstant,
  millisOf,
  minutesBetween,
} from "@convoque/core/kernel/calendar"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { deep, depth, instant } from "./given.ts"

const read = Schema.decodeUnknownResult(Instant)

describe("instants", deep, () => {
  it.each([
    "2026-06-31T06:00:00.000Z",
    "2026-06-17T06:00:00Z",
    "2026-06-17T06:00:00.000",
    "2026-06-17T24:00:00.000Z",
    "2026-06-17T06:60:00.000Z",
    "2026-06-17T06:00:60.000Z",
    "2026-06-17T08:00:00.000+02:00",
    "+010000-01-01T00:00:00.000Z",
    "2026-06-17",
  ])("refuses %s", (text) => {
    expect(Result.isFailure(read(text))).toBe(true)
    expect(isInstant(text)).toBe(false)
  })

  it("adds and measures minutes", () => {
    const start = instant("2026-12-31T23:30:00.000Z")
    expect(addMinutes(start, 45)).toBe("2027-01-01T00:15:00.000Z")
    expect(addMinutes(start, -1440)).toBe("2026-12-30T23:30:00.000Z")
    expect(minutesBetween(start, instant("2027-01-01T00:15:30.000Z"))).toBe(45.5)
    expect(minutesBetween(start, instant("2026-12-31T23:00:00.000Z"))).toBe(-30)
  })

  it("stops at the bounds of the years 0001 and 9999", () => {
    expect(instantFromMillis(-1e15)).toBe("0001-01-01T00:00:00.000Z")
    expect(instantFromMillis(1e15)).toBe("9999-12-31T23:59:59.999Z")
  })

  it("agrees with the runtime both ways, and sorts as time does", () => {
    const millis = fc.integer({
      min: Date.parse("0001-01-01T00:00:00Z"),
      max: Date.parse("9999-12-31T23:59:59Z"),
    })
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        const first = instantFromMillis(a)
        expect(first).toBe(new Date(a).toISOString())
        expect(read(first)).toEqual(Result.succeed(first))
        expect(millisOf(first)).toBe(a)
        expect(compareInstants(first, instantFromMillis(b))).toBe(Math.sign(a - b))
      }),
      { numRuns: 500 * depth },
    )
  })
})
