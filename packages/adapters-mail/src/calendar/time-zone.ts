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

/**
 * Gives the VTIMEZONE of a zone, right at both instants; nothing when clocks change between them
 * in a way that the table does not know, which leaves UTC.
 */
export const timeZoneComponent = (
  zone: Zone,
  startsAt: Instant,
  endsAt: Instant,
): Component | undefined => {
  const published = publishedZone(zone)
  if (published !== undefined && isRightAt(published, zone, [startsAt, endsAt])) {
    return new ICAL.Component(structuredClone(published.component.jCal))
  }
  const offset = offsetMillisAt(startsAt, zone)
  return offset === offsetMillisAt(endsAt, zone) ? calculatedZone(zone, offset) : undefined
}

const canonicalName = (zone: Zone): string =>
  new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone

interface PublishedZone {
  readonly component: Component
  readonly timezone: InstanceType<typeof ICAL.Timezone>
}

// Reading a rule and expanding it to the present costs some milliseconds; there are 600 zones.
const knownZones = new Map<Zone, PublishedZone | undefined>()

const publishedZone = (zone: Zone): PublishedZone | undefined => {
  if (!knownZones.has(zone)) knownZones.set(zone, readZone(zone))
  return knownZones.get(zone)
}

const readZone = (zone: Zone): PublishedZone | undefined => {
  const text = getVtimezoneComponent(zone) ?? getVtimezoneComponent(canonicalName(zone))
  if (text === null) return undefined
  const component = ICAL.Component.fromString(text.trim())
  component.removeAllProperties("tzurl")
  component.updatePropertyWithValue("tzid", zone)
  component.updatePropertyWithValue("x-lic-location", zone)
  return { component, timezone: new ICAL.Timezone({ component, tzid: zone }) }
}

const isRightAt = (
  { timezone }: PublishedZone,
  zone: Zone,
  instants: ReadonlyArray<Instant>,
): boolean =>
  instants.every((instant) => {
    const local = ICAL.Time.fromDateTimeString(localForm(instant, zone))
    local.zone = timezone
    return timezone.utcOffset(local) * 1000 === offsetMillisAt(instant, zone)
  })

// Good for the one offset of the entry, and for nothing else.
const calculatedZone = (zone: Zone, offsetMillis: number): Component => {
  const offset = ICAL.UtcOffset.fromSeconds(offsetMillis / 1000)
  const standard = new ICAL.Component("standard")
  standard.addPropertyWithValue("dtstart", ICAL.Time.fromDateTimeString("1970-01-01T00:00:00"))
  standard.addPropertyWithValue("tzoffsetfrom", offset)
  standard.addPropertyWithValue("tzoffsetto", offset)
  const component = new ICAL.Component("vtimezone")
  component.addPropertyWithValue("tzid", zone)
  component.addSubcomponent(standard)
  return component
}
