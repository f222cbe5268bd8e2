import { CivilDate } from "@convoque/core/kernel/calendar"
import type { CalendarFeed } from "@convoque/core/kernel/calendar-feed"
import ICAL from "ical.js"
import { expect, it } from "vitest"
import { blockOf, lineOf, readCalendar, textOf } from "../support/calendar-reader.ts"
import { feedOf, feedText } from "../support/feeds.ts"

const day = (text: string): CivilDate => CivilDate.make(text)

it("a feed is published under its name and language and invites nobody", () => {
  const calendar = readCalendar(feedText(feedOf()))
  expect(lineOf(calendar, "METHOD").value).toBe("PUBLISH")
  expect(lineOf(calendar, "VERSION").value).toBe("2.0")
  expect(lineOf(calendar, "PRODID").value).toContain("Convoque")
  expect(textOf(lineOf(calendar, "NAME"))).toBe("Échéances ; entretiens, 2025-2026")
  expect(lineOf(calendar, "NAME").params["LANGUAGE"]).toBe("fr")
  expect(textOf(lineOf(calendar, "X-WR-CALNAME"))).toBe("Échéances ; entretiens, 2025-2026")
  expect(lineOf(calendar, "X-WR-CALNAME").params).toEqual({ VALUE: "TEXT" })
  expect(calendar.blocks.map(({ name }) => name)).toEqual(["VEVENT", "VEVENT"])
  const names = calendar.blocks.flatMap(({ lines }) => lines.map(({ name }) => name))
  expect(names).not.toContain("ATTENDEE")
})

it("a day is whole: from its date to the next one, free, stamped at the instant of the feed", () => {
  const [first, second] = readCalendar(feedText(feedOf())).blocks
  expect(first?.lines).toEqual([
    { name: "UID", params: {}, value: "interview-7-report@convoque.example" },
    { name: "DTSTAMP", params: {}, value: "20260518T090000Z" },
    { name: "DTSTART", params: { VALUE: "DATE" }, value: "20260630" },
    { name: "DTEND", params: { VALUE: "DATE" }, value: "20260701" },
    { name: "SUMMARY", params: { LANGUAGE: "fr" }, value: "Compte rendu de Zoé Lefèvre" },
    {
      name: "DESCRIPTION",
      params: { LANGUAGE: "fr" },
      value: "À communiquer\\nsous 15 jours\\; sinon\\, relance",
    },
    { name: "TRANSP", params: {}, value: "TRANSPARENT" },
  ])
  expect(second?.lines.map(({ name }) => name)).not.toContain("DESCRIPTION")
})

it.each([
  ["2026-12-31", "20270101"],
  ["2028-02-28", "20280229"],
  ["2026-03-29", "20260330"],
])("the day after %s is %s", (from, until) => {
  const days = [{ uid: "u", day: day(from), summary: "x", description: "" }]
  const event = blockOf(readCalendar(feedText(feedOf({ days }))), "VEVENT")
  expect(lineOf(event, "DTEND").value).toBe(until)
})

it("ical.js reads the same days", () => {
  const calendar = ICAL.Component.fromString(feedText(feedOf()))
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe(feedOf().name)
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each))
  expect(
    events.map(({ uid, summary, startDate, endDate, duration }) => [
      uid,
      summary,
      startDate.toString(),
      startDate.isDate,
      endDate.toString(),
      duration.toString(),
    ]),
  ).toEqual([
    [
      "interview-7-report@convoque.example",
      "Compte rendu de Zoé Lefèvre",
      "2026-06-30",
      true,
      "2026-07-01",
      "P1D",
    ],
    ["interview-9-report@convoque.example", "Entretien", "2026-12-31", true, "2027-01-01", "P1D"],
  ])
  expect(events[0]?.description).toBe("À communiquer\nsous 15 jours; sinon, relance")
})

it("the same feed gives the same text; a thing that moves keeps its identity", () => {
  expect(feedText(feedOf())).toBe(feedText(feedOf()))
  const [first] = feedOf().days
  if (first === undefined) throw new Error("a feed of the tests has days")
  const moved = feedOf({ days: [{ ...first, day: day("2026-07-02") }] })
  const event = blockOf(readCalendar(feedText(moved)), "VEVENT")
  expect(lineOf(event, "UID").value).toBe(first.uid)
  expect(lineOf(event, "DTSTART").value).toBe("20260702")
})

it("a feed without days and a language that is none are still a calendar", () => {
  const odd: CalendarFeed = feedOf({ days: [], language: 'fr";X=1' })
  const calendar = readCalendar(feedText(odd))
  expect(calendar.blocks).toEqual([])
  expect(lineOf(calendar, "NAME").params["LANGUAGE"]).toBe("fr")
})
