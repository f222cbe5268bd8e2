/**
 * The rule of a time zone as a calendar file carries it (VTIMEZONE).
 *
 * The rules come from a published table, under the name that the entry uses. They are compared with
 * the kernel's offsets at the hours of the entry; a zone that the table lacks or no longer knows
 * right is written from the kernel's offsets, good for that entry.
 */
import {
  type Instant,
  instantFromMillis,
  millisOf,
  offsetMillisAt,
  type Zone,
} from "@convoque/core/kernel/calendar"
import { getVtimezoneComponent } from "@touch4it/ical-timezones"
import ICAL from "ical.js"

/** A component of ical.js. */
export type Component = InstanceType<typeof ICAL.Component>

/** Gives the local date and hour of an instant, `YYYY-MM-DDTHH:mm:ss`. */
export const localForm = (instant: Instant, zone: Zone): string =>
  instantFromMillis(millisOf(instant) + offsetMillisAt(instant, zone)).slice(0, 19)

/** Gives the VTIMEZONE of a zone, right at each of the two instants. */
export const timeZoneComponent = (zone: Zone, startsAt: Instant, endsAt: Instant): Component => {
  for (const name of [zone, canonicalName(zone)]) {
    const known = publishedZone(name, zone)
    if (known !== undefined && isRightAt(known, zone, [startsAt, endsAt])) return known
  }
  return calculatedZone(zone, startsAt, endsAt)
}

const canonicalName = (zone: Zone): string =>
  new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone

const publishedZone = (name: string, zone: Zone): Component | undefined => {
  const text = getVtimezoneComponent(name)
  if (text === null) return undefined
  const component = ICAL.Component.fromString(text.trim())
  component.removeAllProperties("tzurl")
  component.updatePropertyWithValue("tzid", zone)
  component.updatePropertyWithValue("x-lic-location", zone)
  return component
}

const isRightAt = (component: Component, zone: Zone, instants: ReadonlyArray<Instant>): boolean => {
  const timezone = new ICAL.Timezone({ component, tzid: zone })
  return instants.every((instant) => {
    const local = ICAL.Time.fromDateTimeString(localForm(instant, zone))
    local.zone = timezone
    return Math.abs(timezone.utcOffset(local) * 1000 - offsetMillisAt(instant, zone)) < 1000
  })
}

const calculatedZone = (zone: Zone, startsAt: Instant, endsAt: Instant): Component => {
  const component = new ICAL.Component("vtimezone")
  component.addPropertyWithValue("tzid", zone)
  const before = offsetMillisAt(startsAt, zone)
  const after = offsetMillisAt(endsAt, zone)
  const first = { startsAt: "1970-01-01T00:00:00", from: before, to: before }
  component.addSubcomponent(observance(before > after ? "daylight" : "standard", first))
  if (before !== after) {
    const change = changeBetween(zone, millisOf(startsAt), millisOf(endsAt))
    const local = instantFromMillis(change + before).slice(0, 19)
    const second = { startsAt: local, from: before, to: after }
    component.addSubcomponent(observance(before > after ? "standard" : "daylight", second))
  }
  return component
}

// One change at most lies within an appointment.
const changeBetween = (zone: Zone, from: number, to: number): number => {
  const before = offsetMillisAt(instantFromMillis(from), zone)
  let low = from
  let high = to
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMillisAt(instantFromMillis(middle), zone) === before) low = middle
    else high = middle
  }
  return high
}

interface Observance {
  readonly startsAt: string
  readonly from: number
  readonly to: number
}

const observance = (name: "standard" | "daylight", rule: Observance): Component => {
  const component = new ICAL.Component(name)
  component.addPropertyWithValue("dtstart", ICAL.Time.fromDateTimeString(rule.startsAt))
  component.addPropertyWithValue("tzoffsetfrom", ICAL.UtcOffset.fromSeconds(rule.from / 1000))
  component.addPropertyWithValue("tzoffsetto", ICAL.UtcOffset.fromSeconds(rule.to / 1000))
  return component
}
