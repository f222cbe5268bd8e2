/** French printed form of instants without a place. */
import { type Instant, shortDateTime, type Zone } from "../../kernel/calendar.ts"

/** Gives an instant where no place is known: in universal time, and saying so. */
export const utcMomentFr = (instant: Instant): string =>
  `${shortDateTime(instant, "UTC" as Zone)} UTC`
