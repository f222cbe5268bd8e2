/**
 * Calendars of whole days, as text (agenda des échéances): method PUBLISH of RFC 5545, names of
 * RFC 7986. Nobody is invited, and nobody is shown as busy on these days.
 */
import { addDays, type CivilDate, type Instant } from "@convoque/core/kernel/calendar"
import type { CalendarFeed, FeedDay } from "@convoque/core/kernel/calendar-feed"
import { CalendarWriter } from "@convoque/core/kernel/ports"
import * as Layer from "effect/Layer"
import ICAL from "ical.js"
import { languageTag } from "../mail/html-body.ts"
import { oneLine, severalLines } from "../neutral-text.ts"
import { folded } from "./fold.ts"
import type { Component } from "./time-zone.ts"

/** Gives the writer of calendar feeds; the same feed always gives the same text. */
export const layerCalendarFeeds: Layer.Layer<CalendarWriter> = Layer.sync(CalendarWriter, () => ({
  text: (feed) => feedText(feed),
}))

const feedText = (feed: CalendarFeed): string => {
  const calendar = new ICAL.Component("vcalendar")
  calendar.addPropertyWithValue("prodid", "-//Convoque//Convoque 0.1//FR")
  calendar.addPropertyWithValue("version", "2.0")
  calendar.addPropertyWithValue("calscale", "GREGORIAN")
  calendar.addPropertyWithValue("method", "PUBLISH")
  const language = languageTag(feed.language)
  const name = oneLine(feed.name)
  // ical.js knows neither name; only a value said to be text is escaped.
  calendar.addProperty(new ICAL.Property(["name", { language }, "text", name]))
  calendar.addProperty(new ICAL.Property(["x-wr-calname", {}, "text", name]))
  const stamp = ICAL.Time.fromDateTimeString(`${secondOf(feed.at)}Z`)
  for (const day of feed.days) calendar.addSubcomponent(eventOf(day, stamp, language))
  return folded(calendar.toString())
}

const secondOf = (instant: Instant): string => instant.slice(0, 19)

const eventOf = (
  { uid, day, summary, description }: FeedDay,
  stamp: InstanceType<typeof ICAL.Time>,
  language: string,
): Component => {
  const event = new ICAL.Component("vevent")
  event.addPropertyWithValue("uid", oneLine(uid))
  event.addPropertyWithValue("dtstamp", stamp)
  event.addPropertyWithValue("dtstart", wholeDay(day))
  event.addPropertyWithValue("dtend", wholeDay(addDays(day, 1)))
  addText(event, { name: "summary", text: oneLine(summary), language })
  addText(event, { name: "description", text: severalLines(description), language })
  event.addPropertyWithValue("transp", "TRANSPARENT")
  return event
}

const wholeDay = (day: CivilDate): InstanceType<typeof ICAL.Time> => ICAL.Time.fromDateString(day)

interface NamedText {
  readonly name: string
  readonly text: string
  readonly language: string
}

const addText = (event: Component, { name, text, language }: NamedText): void => {
  if (text !== "") event.addPropertyWithValue(name, text).setParameter("language", language)
}
