/**
 * The deadlines of a file as a calendar of whole days (agenda des échéances).
 */
import { civilDayAt, type Instant } from "../../../kernel/calendar.ts"
import type { CalendarFeed } from "../../../kernel/calendar-feed.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { OpenedInterview } from "../state.ts"
import { type AppealCourse, type Deadline, deadlinesOf } from "./deadlines.ts"

/** The words of a feed, in one language (BCP 47). */
export interface DeadlineLabels {
  readonly language: string
  readonly name: string
  readonly summary: (deadline: Deadline) => string
  readonly description: (deadline: Deadline) => string
}

/** The instant that a feed speaks of, its words, and how far the appeal is. */
export interface FeedRequest {
  readonly at: Instant
  readonly labels: DeadlineLabels
  readonly appeal?: AppealCourse
}

/**
 * Gives the last days of a file that are not done yet, by day, then in the order of the acts. A
 * day that is over stays as long as its act is not done; a period that starts after `at` is not
 * there yet; a deleted file has none.
 */
export const deadlineFeed = (
  state: OpenedInterview,
  terms: CampaignTerms,
  { at, labels, appeal }: FeedRequest,
): CalendarFeed => {
  const today = civilDayAt(at, terms.zone)
  const deadlines = state._tag === "deleted" ? [] : deadlinesOf(state, terms, appeal)
  const days = deadlines.flatMap((deadline) => {
    const { act, bound, start, end, doneOn } = deadline
    if (bound === "not-before" || doneOn !== undefined) return []
    if (start === undefined || end === undefined || start.on > today) return []
    return [
      {
        uid: `${state.type}-${state.year}-${state.agent.id}-${act}`,
        day: end.lastDay,
        summary: labels.summary(deadline),
        description: labels.description(deadline),
      },
    ]
  })
  return {
    name: labels.name,
    language: labels.language,
    at,
    days: days.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
  }
}
