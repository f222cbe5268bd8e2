import { civilDate } from "@convoque/testing"
import fc from "fast-check"
import ICAL from "ical.js"
import { expect, it } from "vitest"
import { lineOf, readCalendar, textOf } from "../support/calendar-reader.ts"
import { feedOf, feedText } from "../support/feeds.ts"

const oddText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom("\\", ";", ",", ":", '"', "\r", "\n", "n", "N", " ", "é", "🏫", "\u2028"),
    maxLength: 120,
  }),
)
const oddDay = fc.record({
  uid: oddText,
  day: civilDate,
  summary: oddText,
  description: oddText,
})

// What a reader may find: the text with its line ends and control characters made plain.
const plain = (text: string, lineEnd: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu, lineEnd)
    .replace(/\p{Cc}/gu, (found) =>
      lineEnd === " " || found === "\t" ? " " : found === "\n" ? found : "",
    )

it("any name and any texts are read back by both readers, day for day", () => {
  fc.assert(
    fc.property(oddText, oddText, fc.array(oddDay, { maxLength: 4 }), (name, language, days) => {
      const text = feedText(feedOf({ name, language, days }))
      const calendar = readCalendar(text)
      expect(textOf(lineOf(calendar, "X-WR-CALNAME"))).toBe(plain(name, " ").trim())
      expect(calendar.blocks.map((block) => block.name)).toEqual(days.map(() => "VEVENT"))
      const read = ICAL.Component.fromString(text).getAllSubcomponents("vevent")
      for (const [index, { uid, day, summary, description }] of days.entries()) {
        const block = calendar.blocks[index]
        if (block === undefined) throw new Error("a day is missing")
        expect(block.blocks).toEqual([])
        expect(textOf(lineOf(block, "UID"))).toBe(plain(uid, " ").trim())
        expect(lineOf(block, "DTSTART").value).toBe(day.replaceAll("-", ""))
        const found = block.lines.filter((line) => line.name === "DESCRIPTION").map(textOf)
        expect(found.join("")).toBe(plain(description, "\n"))
        const event = new ICAL.Event(read[index])
        expect(event.summary ?? "").toBe(plain(summary, " ").trim())
        expect(event.description ?? "").toBe(plain(description, "\n"))
        expect(event.startDate.toString()).toBe(day)
      }
    }),
    { numRuns: 400 },
  )
})
