import {
  civilDayAt,
  civilTimeAt,
  frenchZones,
  instantAt,
  Zone,
} from "@convoque/core/kernel/calendar"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { day, instant, time, zone } from "./given.ts"

const at = (date: string, hour: string, place: string, occurrence?: "earlier" | "later") =>
  instantAt({
    date: day(date),
    time: time(hour),
    zone: zone(place),
    ...(occurrence === undefined ? {} : { occurrence }),
  })

const read = Schema.decodeUnknownResult(Zone)

describe("zones", () => {
  it("knows the fourteen French zones", () => {
    expect(new Set(frenchZones).size).toBe(14)
    for (const name of frenchZones) expect(read(name)).toEqual(Result.succeed(name))
  })

  it.each(["Asia/Kolkata", "Europe/Madrid", "America/Port-au-Prince", "UTC"])(
    "reads %s",
    (name) => {
      expect(read(name)).toEqual(Result.succeed(name))
    },
  )

  it.each([
    "europe/paris",
    "EUROPE/PARIS",
    "+02:00",
    "-03:00",
    "Europe/Nowhere",
    "",
    "Europe/Paris ",
    "x".repeat(100),
  ])("refuses %j", (name) => expect(Result.isFailure(read(name))).toBe(true))

  it.each([
    ["Europe/Paris", "2026-06-17T06:00:00.000Z"],
    ["America/Guadeloupe", "2026-06-17T12:00:00.000Z"],
    ["America/St_Barthelemy", "2026-06-17T12:00:00.000Z"],
    ["America/Marigot", "2026-06-17T12:00:00.000Z"],
    ["America/Martinique", "2026-06-17T12:00:00.000Z"],
    ["America/Cayenne", "2026-06-17T11:00:00.000Z"],
    ["America/Miquelon", "2026-06-17T10:00:00.000Z"],
    ["Indian/Reunion", "2026-06-17T04:00:00.000Z"],
    ["Indian/Mayotte", "2026-06-17T05:00:00.000Z"],
    ["Pacific/Noumea", "2026-06-16T21:00:00.000Z"],
    ["Pacific/Wallis", "2026-06-16T20:00:00.000Z"],
    ["Pacific/Tahiti", "2026-06-17T18:00:00.000Z"],
    ["Pacific/Marquesas", "2026-06-17T17:30:00.000Z"],
    ["Pacific/Gambier", "2026-06-17T17:00:00.000Z"],
  ])("puts 17 June 2026 08:00 in %s at %s", (place, expected) => {
    expect(at("2026-06-17", "08:00", place)).toEqual(Result.succeed(expected))
    expect(civilDayAt(instant(expected), zone(place))).toBe("2026-06-17")
    expect(civilTimeAt(instant(expected), zone(place))).toBe("08:00")
  })

  it.each([
    ["Europe/Paris", "2026-03-29", "01:59", "2026-03-29T00:59:00.000Z"],
    ["Europe/Paris", "2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"],
    ["America/Miquelon", "2026-03-08", "01:59", "2026-03-08T04:59:00.000Z"],
    ["America/Miquelon", "2026-03-08", "03:00", "2026-03-08T05:00:00.000Z"],
    ["Europe/Paris", "2026-10-25", "01:59", "2026-10-24T23:59:00.000Z"],
    ["Europe/Paris", "2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"],
    ["America/Miquelon", "2026-11-01", "00:59", "2026-11-01T02:59:00.000Z"],
    ["America/Miquelon", "2026-11-01", "02:00", "2026-11-01T05:00:00.000Z"],
  ])("reads the hours beside a change of clocks: %s %s %s", (place, date, hour, expected) => {
    expect(at(date, hour, place)).toEqual(Result.succeed(expected))
  })

  it.each([
    ["Europe/Paris", "2026-03-29", "02:00"],
    ["Europe/Paris", "2026-03-29", "02:59"],
    ["America/Miquelon", "2026-03-08", "02:30"],
    ["Pacific/Apia", "2011-12-30", "12:00"],
  ])("refuses an hour that does not exist: %s %s %s", (place, date, hour) => {
    const missing = Result.fail({ _tag: "hour-missing", date, time: hour, zone: place })
    expect(at(date, hour, place)).toEqual(missing)
    expect(at(date, hour, place, "later")).toEqual(missing)
  })

  it.each([
    ["Europe/Paris", "2026-10-25", "02:30", "2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"],
    [
      "America/Miquelon",
      "2026-11-01",
      "01:00",
      "2026-11-01T03:00:00.000Z",
      "2026-11-01T04:00:00.000Z",
    ],
  ])("asks which of two hours: %s %s %s", (place, date, hour, earlier, later) => {
    expect(at(date, hour, place)).toEqual(
      Result.fail({ _tag: "hour-ambiguous", date, time: hour, zone: place, earlier, later }),
    )
    expect(at(date, hour, place, "earlier")).toEqual(Result.succeed(earlier))
    expect(at(date, hour, place, "later")).toEqual(Result.succeed(later))
  })

  it("accepts an occurrence for an ordinary hour", () => {
    expect(at("2026-06-17", "08:00", "Europe/Paris", "later")).toEqual(
      Result.succeed("2026-06-17T06:00:00.000Z"),
    )
  })
})
