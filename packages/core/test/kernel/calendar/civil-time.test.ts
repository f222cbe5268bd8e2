import {
  CivilTime,
  compareCivilTimes,
  isCivilTime,
  minutesOfDay,
} from "@convoque/core/kernel/calendar"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { time } from "./given.ts"

const read = Schema.decodeUnknownResult(CivilTime)

describe("civil times", () => {
  it.each([
    ["00:00", 0],
    ["08:05", 485],
    ["14:47", 887],
    ["23:59", 1439],
  ])("reads %s as %i minutes", (text, minutes) => {
    expect(isCivilTime(text)).toBe(true)
    expect(Result.map(read(text), minutesOfDay)).toEqual(Result.succeed(minutes))
  })

  it.each(["24:00", "9:05", "9:5", "12:60", "12h30", "12:30:00", " 12:30", "12:30\n", ""])(
    "refuses %j",
    (text) => {
      expect(isCivilTime(text)).toBe(false)
      expect(Result.isFailure(read(text))).toBe(true)
    },
  )

  it("orders times of the day", () => {
    const times = [time("10:00"), time("09:59"), time("23:00"), time("00:00")]
    expect(times.sort(compareCivilTimes)).toEqual(["00:00", "09:59", "10:00", "23:00"])
    expect(compareCivilTimes(time("10:00"), time("10:00"))).toBe(0)
  })
})
