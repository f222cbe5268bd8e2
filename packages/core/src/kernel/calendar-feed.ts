/**
 * A calendar to read, as data: whole days with what falls due on each (agenda des échéances).
 * Nobody is invited and nothing is answered.
 */
import type { CivilDate, Instant } from "./calendar.ts"

/** A whole day of a feed; the same `uid` names the same thing from one reading to the next. */
export interface FeedDay {
  readonly uid: string
  readonly day: CivilDate
  readonly summary: string
  readonly description: string
}

/** A feed: its name, its language (BCP 47), its days, the instant it speaks of. */
export interface CalendarFeed {
  readonly name: string
  readonly language: string
  readonly at: Instant
  readonly days: ReadonlyArray<FeedDay>
}
