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

/**
 * Gives the status of a campaign on a day: in preparation before its start, completed once every
 * interview that is not deleted is closed, running otherwise. Decision: one without interviews is
 * running.
 */
export const campaignStatus = (
  terms: Pick<CampaignTerms, "startsOn">,
  counts: StatusCounts,
  today: CivilDate,
): CampaignStatus => {
  if (!hasStarted(terms, today)) return "in-preparation"
  const total = totalOf(counts)
  return total > 0 && counts.closed === total ? "completed" : "running"
}
