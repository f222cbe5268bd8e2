import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { frenchZones, millisOf } from "@convoque/core/kernel/calendar"
import type { CalendarPart } from "@convoque/core/kernel/message"
import ICAL from "ical.js"
import { describe, expect, it } from "vitest"
import { calendarText } from "../../src/index.ts"
import { blockOf, lineOf, millisIn, readCalendar, textOf } from "../support/calendar-reader.ts"
import { at, partOf, zoned } from "../support/samples.ts"

const context = {
  stampedAt: at("2026-05-18T09:00:00.000Z"),
  attendee: { name: "Zoé Lefèvre", address: "zoe.lefevre@agents.example" },
}
const textFor = (part: CalendarPart): string => calendarText(part, context)

const byOwnReader = (text: string): readonly [number, number] => {
  const calendar = readCalendar(text)
  const event = blockOf(calendar, "VEVENT")
  return [millisIn(calendar, lineOf(event, "DTSTART")), millisIn(calendar, lineOf(event, "DTEND"))]
}

const byIcalJs = (text: string): readonly [number, number] => {
  const calendar = ICAL.Component.fromString(text)
  const vevent = calendar.getFirstSubcomponent("vevent")
  if (vevent === null) throw new Error("no event")
  const event = new ICAL.Event(vevent)
  return [event.startDate.toUnixTime() * 1000, event.endDate.toUnixTime() * 1000]
}

describe("an invitation", () => {
  it("RDC-13 holds the appointment with its place, people and stable identity, and asks for no reply", () => {
    const calendar = readCalendar(textFor(partOf({ sequence: 3 })))
    const event = blockOf(calendar, "VEVENT")
    expect(lineOf(calendar, "VERSION").value).toBe("2.0")
    expect(lineOf(calendar, "METHOD").value).toBe("REQUEST")
    expect(lineOf(calendar, "PRODID").value).toContain("Convoque")
    expect(lineOf(event, "UID").value).toBe("rdc-2026-agent-7-visit@convoque.example")
    expect(lineOf(event, "SEQUENCE").value).toBe("3")
    expect(lineOf(event, "DTSTAMP").value).toBe("20260518T090000Z")
    expect(lineOf(event, "DTSTART")).toEqual({
      name: "DTSTART",
      params: { TZID: "Europe/Paris" },
      value: "20260617T080000",
    })
    expect(lineOf(event, "DTEND").value).toBe("20260617T090000")
    expect(textOf(lineOf(event, "SUMMARY"))).toBe("Visite dans la classe")
    expect(textOf(lineOf(event, "DESCRIPTION"))).toBe(partOf().entry.description)
    expect(textOf(lineOf(event, "LOCATION"))).toBe("Collège Jean-Moulin, salle 12, Aubervilliers")
    expect(lineOf(event, "STATUS").value).toBe("CONFIRMED")
    expect(lineOf(event, "ORGANIZER")).toEqual({
      name: "ORGANIZER",
      params: { CN: "Léa Roux" },
      value: "mailto:lea.roux@academie.example",
    })
    expect(lineOf(event, "ATTENDEE")).toEqual({
      name: "ATTENDEE",
      params: {
        CN: "Zoé Lefèvre",
        ROLE: "REQ-PARTICIPANT",
        RSVP: "FALSE",
      },
      value: "mailto:zoe.lefevre@agents.example",
    })
  })

  it("withdraws an appointment under the same UID, without asking for an answer", () => {
    const calendar = readCalendar(textFor(partOf({ sequence: 4 }, { method: "CANCEL" })))
    const event = blockOf(calendar, "VEVENT")
    expect(lineOf(calendar, "METHOD").value).toBe("CANCEL")
    expect(lineOf(event, "UID").value).toBe(partOf().entry.uid)
    expect(lineOf(event, "SEQUENCE").value).toBe("4")
    expect(lineOf(event, "STATUS").value).toBe("CANCELLED")
    expect(lineOf(event, "ATTENDEE").params).toEqual({
      CN: "Zoé Lefèvre",
      ROLE: "REQ-PARTICIPANT",
    })
  })

  it("leaves out an empty description or place", () => {
    const event = blockOf(
      readCalendar(textFor(partOf({ description: "", location: " " }))),
      "VEVENT",
    )
    expect(event.lines.map((line) => line.name)).not.toContain("DESCRIPTION")
    expect(event.lines.map((line) => line.name)).not.toContain("LOCATION")
  })
})

describe("hours", () => {
  const instants = [
    "2026-01-15T07:00:00.000Z",
    "2026-03-08T11:30:00.000Z",
    "2026-03-29T00:30:00.000Z",
    "2026-06-17T06:00:00.000Z",
    "2026-10-25T00:15:00.000Z",
    "2026-11-01T04:30:00.000Z",
    "2026-12-31T23:30:00.000Z",
    "2031-07-01T12:00:00.000Z",
  ]

  it.each(frenchZones)("mean the same instant for both readers in %s", (zone) => {
    for (const instant of instants) {
      const startsAt = at(instant)
      const endsAt = at(`${instant.slice(0, 14)}55:00.000Z`)
      const text = textFor(partOf({ zone, startsAt, endsAt }))
      expect(byOwnReader(text)).toEqual([millisOf(startsAt), millisOf(endsAt)])
      expect(byIcalJs(text)).toEqual([millisOf(startsAt), millisOf(endsAt)])
    }
  })

  it.each([
    ["Pacific/Marquesas", "20260616T203000"],
    ["America/Miquelon", "20260617T040000"],
    ["America/St_Barthelemy", "20260617T020000"],
    ["America/Marigot", "20260617T020000"],
    ["Pacific/Noumea", "20260617T170000"],
  ])("are those of the place, %s", (zone, local) => {
    const calendar = readCalendar(textFor(partOf({ zone: zoned(zone) })))
    expect(lineOf(blockOf(calendar, "VTIMEZONE"), "TZID").value).toBe(zone)
    expect(lineOf(blockOf(calendar, "VEVENT"), "DTSTART")).toEqual({
      name: "DTSTART",
      params: { TZID: zone },
      value: local,
    })
  })

  it("are written in UTC when the second of two like hours is meant", () => {
    const first = {
      startsAt: at("2026-10-25T00:30:00.000Z"),
      endsAt: at("2026-10-25T00:45:00.000Z"),
    }
    const second = {
      startsAt: at("2026-10-25T01:30:00.000Z"),
      endsAt: at("2026-10-25T01:45:00.000Z"),
    }
    expect(textFor(partOf(first))).toContain("DTSTART;TZID=Europe/Paris:20261025T023000")
    expect(textFor(partOf(second))).toContain("DTSTART:20261025T013000Z")
    expect(byOwnReader(textFor(partOf(second)))[0]).toBe(millisOf(second.startsAt))
    expect(byIcalJs(textFor(partOf(second)))[0]).toBe(millisOf(second.startsAt))
  })

  it("take the rule of a zone's older name when the table lacks the new one", () => {
    const text = textFor(partOf({ zone: zoned("Europe/Kyiv") }))
    const rule = blockOf(readCalendar(text), "VTIMEZONE")
    expect(lineOf(rule, "TZID").value).toBe("Europe/Kyiv")
    expect(rule.blocks.map((block) => block.name).toSorted()).toEqual(["DAYLIGHT", "STANDARD"])
    expect(byOwnReader(text)[0]).toBe(millisOf(at("2026-06-17T06:00:00.000Z")))
  })

  it("take the kernel's offset when the table is wrong for the day of the entry", () => {
    // France had no summer time before 28 March 1976.
    const before = {
      startsAt: at("1975-07-01T08:00:00.000Z"),
      endsAt: at("1975-07-01T09:00:00.000Z"),
    }
    const text = textFor(partOf(before))
    expect(text).toContain("DTSTART;TZID=Europe/Paris:19750701T090000")
    expect(byOwnReader(text)).toEqual([millisOf(before.startsAt), millisOf(before.endsAt)])
    expect(byIcalJs(text)).toEqual([millisOf(before.startsAt), millisOf(before.endsAt)])
  })

  it("are written in UTC across a change of clock that the table does not know", () => {
    // The end of summer time of 1980 was on 28 September.
    const span = {
      startsAt: at("1980-09-28T00:30:00.000Z"),
      endsAt: at("1980-09-28T04:00:00.000Z"),
    }
    const text = textFor(partOf(span))
    expect(text).not.toContain("VTIMEZONE")
    expect(byOwnReader(text)).toEqual([millisOf(span.startsAt), millisOf(span.endsAt)])
    expect(byIcalJs(text)).toEqual([millisOf(span.startsAt), millisOf(span.endsAt)])
  })

  it("do not depend on the zone of the process", () => {
    const script = fileURLToPath(new URL("../support/print-calendars.ts", import.meta.url))
    const [inUtc, ...others] = ["UTC", "Pacific/Marquesas", "America/New_York"].map((zone) =>
      execFileSync(process.execPath, ["--conditions=@convoque/source", script], {
        env: { ...process.env, NODE_OPTIONS: "", TZ: zone },
        encoding: "utf8",
      }),
    )
    expect(JSON.parse(inUtc ?? "")).toHaveLength(28)
    for (const other of others) expect(other).toBe(inUtc)
  })
})

describe("hostile texts", () => {
  it("cannot begin a property or a parameter of their own", () => {
    const hostile =
      'x\r\nATTENDEE:mailto:spy@evil.example\nBEGIN:VALARM\rX:\u2028Y\u0000;Z=1,"q":\\n'
    const text = calendarText(
      partOf({
        uid: hostile,
        summary: hostile,
        description: hostile,
        location: hostile,
        organizer: { name: hostile, address: `a@b.example\r\nX-A:1;RSVP=TRUE` },
      }),
      { ...context, attendee: { name: hostile, address: `${hostile}@b.example` } },
    )
    const calendar = readCalendar(text)
    const event = blockOf(calendar, "VEVENT")
    expect(event.blocks).toEqual([])
    expect(event.lines.map((line) => line.name).toSorted()).toEqual(
      blockOf(readCalendar(textFor(partOf())), "VEVENT")
        .lines.map((line) => line.name)
        .toSorted(),
    )
    expect(Object.keys(lineOf(event, "ORGANIZER").params)).toEqual(["CN"])
    expect(textOf(lineOf(event, "SUMMARY"))).not.toMatch(/[\r\n]/u)
    expect(textOf(lineOf(event, "LOCATION"))).toContain('Z=1,"q":\\n')
  })

  it("are folded between characters, at 75 octets", () => {
    const summary = "🏫é漢".repeat(60)
    const event = blockOf(readCalendar(textFor(partOf({ summary }))), "VEVENT")
    expect(textOf(lineOf(event, "SUMMARY"))).toBe(summary)
  })
})
