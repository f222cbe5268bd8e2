/**
 * The status of a campaign (statut), derived from its start, its interviews and the day.
 *
 * @requirement CAM-13
 */
import type { CivilDate } from "../../../kernel/calendar.ts"
import type { Status } from "../../interview/model.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { CampaignStatus } from "../model.ts"

/** How many interviews a campaign has under each of the six statuses. */
export type StatusCounts = Readonly<Record<Status, number>>

/** No interview under any status. */
export const noCounts: StatusCounts = {
  "not-planned": 0,
  planned: 0,
  held: 0,
  closing: 0,
  closed: 0,
  deleted: 0,
}

/** Gives the number of interviews that are not deleted. */
export const totalOf = (counts: StatusCounts): number =>
  counts["not-planned"] + counts.planned + counts.held + counts.closing + counts.closed

/** Tells whether a campaign has started: a start on that very day counts. */
export const hasStarted = ({ startsOn }: Pick<CampaignTerms, "startsOn">, today: CivilDate) =>
  startsOn <= today

/** What the status of a campaign depends on beside its counts; `interviews` were ever opened. */
export interface Course {
  readonly startsOn: CivilDate
  readonly interviews: number
}

/**
 * Gives the status of a campaign on a day: in preparation before its start, completed once every
 * interview that is not deleted is closed, running otherwise. Decision: one in which no interview
 * was ever opened is running.
 */
export const campaignStatus = (
  { startsOn, interviews }: Course,
  counts: StatusCounts,
  today: CivilDate,
): CampaignStatus => {
  if (!hasStarted({ startsOn }, today)) return "in-preparation"
  return interviews > 0 && counts.closed === totalOf(counts) ? "completed" : "running"
}
