import {
  addMinutes,
  frenchZones,
  instantFromMillis,
  millisOf,
} from "@convoque/core/kernel/calendar"
import fc from "fast-check"
import { expect, it } from "vitest"
import { calendarText } from "../../src/index.ts"
import { blockOf, lineOf, millisIn, readCalendar, textOf } from "../support/calendar-reader.ts"
import { at, partOf } from "../support/samples.ts"

const minute = 60_000
const start = fc
  .integer({ min: Date.UTC(2007, 0, 1) / minute, max: Date.UTC(2037, 0, 1) / minute })
  .map((minutes) => instantFromMillis(minutes * minute))
const context = {
  stampedAt: at("2026-05-18T09:00:00.000Z"),
  attendee: { name: "Zoé", address: "zoe@agents.example" },
}

it("any appointment in any French zone is read back at its instants", () => {
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 1, max: 480 }),
      fc.constantFrom(...frenchZones),
      (startsAt, length, zone) => {
        const endsAt = addMinutes(startsAt, length)
        const calendar = readCalendar(calendarText(partOf({ startsAt, endsAt, zone }), context))
        const event = blockOf(calendar, "VEVENT")
        expect(millisIn(calendar, lineOf(event, "DTSTART"))).toBe(millisOf(startsAt))
        expect(millisIn(calendar, lineOf(event, "DTEND"))).toBe(millisOf(endsAt))
      },
    ),
    { numRuns: 300 },
  )
})

it("any text is one property, read back without control characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const part = partOf({ summary: text, location: text, description: text })
      const calendar = readCalendar(
        calendarText(part, { ...context, attendee: { name: text, address: text } }),
      )
      const event = blockOf(calendar, "VEVENT")
      expect(textOf(lineOf(event, "SUMMARY"))).not.toMatch(/\p{Cc}/u)
      expect(event.lines.filter((line) => line.name === "ATTENDEE")).toHaveLength(1)
      expect(event.blocks).toEqual([])
    }),
    { numRuns: 300 },
  )
})
