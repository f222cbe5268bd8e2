/** English printed forms of instants. */
import { civilDayAt, civilTimeAt, dayEn, type Instant, type Zone } from "../../kernel/calendar.ts"

/** Gives an instant at a place. */
export const momentEn = (instant: Instant, zone: Zone): string =>
  `${dayEn(civilDayAt(instant, zone))} ${civilTimeAt(instant, zone)}`

/** Gives an instant where no place is known: in universal time, and saying so. */
export const utcMomentEn = (instant: Instant): string => `${momentEn(instant, "UTC" as Zone)} UTC`
