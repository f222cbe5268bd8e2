import {
  civilDayAt,
  civilTimeAt,
  frenchZones,
  instantAt,
  instantFromMillis,
  minutesOfDay,
  type Zone,
} from "@convoque/core/kernel/calendar"
import * as DateTime from "effect/DateTime"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { day, deep, depth, time, zone } from "./given.ts"

const minute = 60_000
const between = (from: string, to: string) =>
  fc
    .integer({ min: Date.parse(from) / minute, max: Date.parse(to) / minute })
    .map((n) => n * minute)

/** Any minute of 1980 to 2045, and often one around the changes of clocks of 2026. */
const anyMinute = fc.oneof(
  between("1980-01-01", "2045-12-31"),
  between("2026-03-28", "2026-03-31"),
  between("2026-10-24", "2026-10-27"),
  between("2026-03-07", "2026-03-10"),
  between("2026-10-31", "2026-11-03"),
)
const frenchZone = fc.constantFrom(...frenchZones)
const otherZone = fc
  .constantFrom(
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "America/St_Johns",
    "Africa/Casablanca",
    "Pacific/Apia",
  )
  .map(zone)

const offset = (millis: number, place: Zone): number =>
  DateTime.zonedOffset(DateTime.makeZonedUnsafe(millis, { timeZone: place }))

describe("local hours and instants", deep, () => {
  it("come back from an instant to its local hour and to the same instant", () => {
    fc.assert(
      fc.property(
        anyMinute,
        fc.oneof({ weight: 4, arbitrary: frenchZone }, otherZone),
        (millis, place) => {
          const instant = instantFromMillis(millis)
          const date = civilDayAt(instant, place)
          const hour = civilTimeAt(instant, place)
          const local = Date.parse(`${date}T${hour}:00.000Z`)
          expect(local).toBe(millis + offset(millis, place))
          const found = instantAt({ date, time: hour, zone: place })
          if (Result.isSuccess(found)) expect(found.success).toBe(instant)
          else if (found.failure._tag === "hour-ambiguous") {
            expect([found.failure.earlier, found.failure.later]).toContain(instant)
            expect(found.failure.earlier < found.failure.later).toBe(true)
          } else expect.unreachable("a local hour that was just read exists")
        },
      ),
      { numRuns: 600 * depth },
    )
  })

  it("agree with Effect on which hours exist once, and on the two instants of a doubled hour", () => {
    fc.assert(
      fc.property(
        anyMinute,
        fc.oneof({ weight: 4, arbitrary: frenchZone }, otherZone),
        (millis, place) => {
          const written = new Date(millis).toISOString()
          const date = day(written.slice(0, 10))
          const hour = time(written.slice(11, 16))
          expect(minutesOfDay(hour) * minute).toBe(millis - Date.parse(date))
          const options = { timeZone: place, adjustForTimeZone: true }
          const once = DateTime.makeZoned(millis, { ...options, disambiguation: "reject" })
          const found = instantAt({ date, time: hour, zone: place })
          if (Option.isSome(once)) {
            expect(found).toEqual(Result.succeed(DateTime.formatIso(once.value)))
            return
          }
          const either = (disambiguation: "earlier" | "later") =>
            DateTime.makeZonedUnsafe(millis, { ...options, disambiguation })
          const earlier = either("earlier")
          const exists = civilTimeAt(instantFromMillis(earlier.epochMilliseconds), place) === hour
          expect(Result.merge(Result.map(found, () => ({ _tag: "found" })))).toEqual(
            exists
              ? {
                  _tag: "hour-ambiguous",
                  date,
                  time: hour,
                  zone: place,
                  earlier: DateTime.formatIso(earlier),
                  later: DateTime.formatIso(either("later")),
                }
              : { _tag: "hour-missing", date, time: hour, zone: place },
          )
        },
      ),
      { numRuns: 600 * depth },
    )
  })
})
