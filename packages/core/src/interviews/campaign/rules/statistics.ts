/**
 * The figures of a campaign (statistiques): counts, completion, what did not take place, what is
 * late, and the progress by day. They are computed from the counts of lists, however long these are.
 *
 * @requirement CAM-05
 * @requirement ENT-01
 * @requirement ENT-02
 */
import type { CivilDate } from "../../../kernel/calendar.ts"
import { NotHeldReason, Status } from "../../interview/model.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { noCounts, type StatusCounts, totalOf } from "./status.ts"

/** The numbers of lines of a list under each value of a filter. */
export type Tally = Readonly<Record<string, number>>

/**
 * The tallies that figures are computed from; days are `YYYY-MM-DD`, after `planned:` or `held:` in
 * `datedOn`.
 */
export interface Tallies {
  readonly status: Tally
  readonly datedOn: Tally
  readonly closedOn: Tally
  readonly notHeld: Tally
}

/** The cumulated number of interviews on a day. */
export interface ProgressPoint {
  readonly day: CivilDate
  readonly count: number
}

/**
 * The figures of a campaign on a day.
 *
 * - `total`: without the deleted ones;
 * - `completionPercent`: closed / total, to one decimal, rounded down so that 100 means all;
 * - `notHeld`: not held on their date and not planned again, by reason;
 * - `lateInterviews`: dated on or after the campaign's limit;
 * - `lateReports`: filed after the campaign's limit, or not filed although it has passed;
 * - `progress`: cumulated days on which interviews are planned, were held, were closed.
 */
export interface CampaignFigures {
  readonly counts: StatusCounts
  readonly total: number
  readonly completionPercent: number
  readonly notHeld: Readonly<Record<NotHeldReason, number>>
  readonly lateInterviews: number
  readonly lateReports: number
  readonly progress: Readonly<Record<"planned" | "held" | "closed", ReadonlyArray<ProgressPoint>>>
}

/** Gives the counts of the six statuses from a tally by status. */
export const statusCounts = (tally: Tally): StatusCounts =>
  Object.fromEntries(Status.literals.map((status) => [status, tally[status] ?? 0])) as StatusCounts

/** Gives the counts of the six statuses by manager, from a tally by `manager:status`. */
export const countsByManager = (tally: Tally): ReadonlyMap<string, StatusCounts> => {
  const byManager = new Map<string, StatusCounts>()
  for (const [key, count] of Object.entries(tally)) {
    const [manager = "", status = ""] = key.split(":")
    byManager.set(manager, { ...(byManager.get(manager) ?? noCounts), [status]: count })
  }
  return byManager
}

/**
 * Gives the tally by status from a tally by `manager:status`.
 * @example statusTally({ "m1:held": 2, "m2:held": 3 }) // => { held: 5 }
 */
export const statusTally = (byManagerStatus: Tally): Tally => {
  const tally: Record<string, number> = {}
  for (const [key, count] of Object.entries(byManagerStatus)) {
    const [, status = ""] = key.split(":")
    tally[status] = (tally[status] ?? 0) + count
  }
  return tally
}

/**
 * Gives the share of closed interviews in percent, to one decimal, rounded down; 0 of none.
 * @example completionPercent({ "not-planned": 1, planned: 0, held: 0, closing: 1, closed: 1, deleted: 9 }) // => 33.3
 */
export const completionPercent = (counts: StatusCounts): number => {
  const total = totalOf(counts)
  return total === 0 ? 0 : Math.floor((1000 * counts.closed) / total) / 10
}

/** Tells whether an interview of a day, planned or past, is too late for its campaign. */
export const isLateInterview = (
  date: CivilDate | null,
  { interviewsBefore }: Pick<CampaignTerms, "interviewsBefore">,
): boolean => date !== null && date >= interviewsBefore

/**
 * Tells whether a report is too late for its campaign: filed after the limit, or not filed (null)
 * although the limit has passed.
 */
export const isLateReport = (
  closedOn: CivilDate | null,
  { reportsBy, today }: Pick<CampaignTerms, "reportsBy"> & { readonly today: CivilDate },
): boolean => (closedOn ?? today) > reportsBy

/** Gives the figures of a campaign on a day at its place. */
export const campaignFigures = (
  tallies: Tallies,
  terms: Pick<CampaignTerms, "interviewsBefore" | "reportsBy">,
  today: CivilDate,
): CampaignFigures => {
  const counts = statusCounts(tallies.status)
  const total = totalOf(counts)
  const plannedOn = under("planned:", tallies.datedOn)
  const heldOn = under("held:", tallies.datedOn)
  const isLateDay = (day: string) => isLateInterview(day as CivilDate, terms)
  const reports = { ...terms, today }
  const filedLate = sumOf(tallies.closedOn, (day) => isLateReport(day as CivilDate, reports))
  return {
    counts,
    total,
    completionPercent: completionPercent(counts),
    notHeld: Object.fromEntries(
      NotHeldReason.literals.map((reason) => [reason, tallies.notHeld[reason] ?? 0]),
    ) as Record<NotHeldReason, number>,
    lateInterviews: sumOf(plannedOn, isLateDay) + sumOf(heldOn, isLateDay),
    lateReports: filedLate + (isLateReport(null, reports) ? total - counts.closed : 0),
    progress: {
      planned: cumulated(plannedOn),
      held: cumulated(heldOn),
      closed: cumulated(tallies.closedOn),
    },
  }
}

/**
 * Gives the cumulated counts by day, in day order.
 * @example cumulated({ "2027-02-02": 3, "2027-02-01": 1 }) // => [{ day: "2027-02-01", count: 1 }, { day: "2027-02-02", count: 4 }]
 */
export const cumulated = (byDay: Tally): ReadonlyArray<ProgressPoint> => {
  let sum = 0
  return Object.keys(byDay)
    .toSorted()
    .map((day) => ({ day: day as CivilDate, count: (sum += byDay[day] ?? 0) }))
}

const under = (prefix: string, tally: Tally): Tally =>
  Object.fromEntries(
    Object.entries(tally).flatMap(([key, count]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), count]] : [],
    ),
  )

const sumOf = (tally: Tally, isCounted: (key: string) => boolean): number =>
  Object.entries(tally).reduce((sum, [key, count]) => (isCounted(key) ? sum + count : sum), 0)
