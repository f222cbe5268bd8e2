/**
 * Calendar invitations and cancellations as text (iCalendar RFC 5545, iTIP RFC 5546).
 * One file holds one appointment: Outlook reads the first event of a file and ignores the others.
 */
import {
  type Instant,
  instantAt,
  civilDayAt,
  civilTimeAt,
  type Zone,
} from "@convoque/core/kernel/calendar"
import type { CalendarEntry, CalendarPart, Mailbox } from "@convoque/core/kernel/message"
import * as Result from "effect/Result"
import ICAL from "ical.js"
import { oneLine, severalLines } from "../neutral-text.ts"
import { folded } from "./fold.ts"
import { type Component, localForm, timeZoneComponent } from "./time-zone.ts"

/** Who is invited, and the instant at which the invitation was written. */
export interface CalendarContext {
  readonly stampedAt: Instant
  readonly attendee: Mailbox
}

/**
 * Gives the text of a calendar file: lines ended by CRLF and folded at 75 octets.
 *
 * Hours carry the zone of the place, with its rule. An hour that happens twice means the first one
 * in this format, so an appointment at the second one is written in UTC.
 * Line ends and separators in names and places cannot begin a property.
 */
export const calendarText = (part: CalendarPart, context: CalendarContext): string => {
  const { entry, method } = part
  const calendar = new ICAL.Component("vcalendar")
  calendar.addPropertyWithValue("prodid", "-//Convoque//Convoque 0.1//FR")
  calendar.addPropertyWithValue("version", "2.0")
  calendar.addPropertyWithValue("calscale", "GREGORIAN")
  calendar.addPropertyWithValue("method", method)
  const rule = zoneRuleOf(entry)
  if (rule !== undefined) calendar.addSubcomponent(rule)
  calendar.addSubcomponent(eventOf(part, context, rule === undefined ? undefined : entry.zone))
  return folded(calendar.toString())
}

const zoneRuleOf = ({ startsAt, endsAt, zone }: CalendarEntry): Component | undefined =>
  isFirstOccurrence(startsAt, zone) && isFirstOccurrence(endsAt, zone)
    ? timeZoneComponent(zone, startsAt, endsAt)
    : undefined

const eventOf = (
  part: CalendarPart,
  context: CalendarContext,
  zone: Zone | undefined,
): Component => {
  const { entry, method } = part
  const event = new ICAL.Component("vevent")
  event.addPropertyWithValue("uid", oneLine(entry.uid))
  event.addPropertyWithValue("sequence", entry.sequence)
  event.addPropertyWithValue("dtstamp", utcTime(context.stampedAt))
  for (const [name, at] of [
    ["dtstart", entry.startsAt],
    ["dtend", entry.endsAt],
  ] as const) {
    const property = event.addPropertyWithValue(name, zone ? localTime(at, zone) : utcTime(at))
    if (zone !== undefined) property.setParameter("tzid", zone)
  }
  event.addPropertyWithValue("summary", oneLine(entry.summary))
  addText(event, "description", severalLines(entry.description))
  addText(event, "location", oneLine(entry.location))
  event.addPropertyWithValue("status", method === "CANCEL" ? "CANCELLED" : "CONFIRMED")
  event.addPropertyWithValue("transp", method === "CANCEL" ? "TRANSPARENT" : "OPAQUE")
  addPeople(event, part, context.attendee)
  return event
}

const addText = (event: Component, name: string, text: string): void => {
  if (text !== "") event.addPropertyWithValue(name, text)
}

const addPeople = (event: Component, part: CalendarPart, attendee: Mailbox): void => {
  const { organizer } = part.entry
  addName(event.addPropertyWithValue("organizer", mailto(organizer.address)), organizer)
  const invited = event.addPropertyWithValue("attendee", mailto(attendee.address))
  addName(invited, attendee)
  invited.setParameter("role", "REQ-PARTICIPANT")
  // The portal alone counts the answer: a reply of the mail program would go unread.
  if (part.method === "REQUEST") invited.setParameter("rsvp", "FALSE")
}

// A quotation mark in a parameter needs RFC 6868, which mail programs seldom read.
const addName = (property: InstanceType<typeof ICAL.Property>, mailbox: Mailbox): void => {
  const name = oneLine(mailbox.name).replace(/["^]/gu, "'")
  if (name !== "") property.setParameter("cn", name)
}

const mailto = (address: string): string =>
  `mailto:${address
    .toWellFormed()
    .replace(/[\s\p{Cc}<>"\\,;]/gu, "")
    .replace(/[%?#]/gu, (character) => encodeURIComponent(character))}`

const localTime = (instant: Instant, zone: Zone): InstanceType<typeof ICAL.Time> =>
  ICAL.Time.fromDateTimeString(localForm(instant, zone))

const utcTime = (instant: Instant): InstanceType<typeof ICAL.Time> =>
  ICAL.Time.fromDateTimeString(`${instant.slice(0, 19)}Z`)

const isFirstOccurrence = (at: Instant, zone: Zone): boolean => {
  const hour = { date: civilDayAt(at, zone), time: civilTimeAt(at, zone), zone }
  const found = instantAt(hour)
  return Result.isSuccess(found) || found.failure._tag === "hour-missing"
    ? true
    : at < found.failure.later
}
