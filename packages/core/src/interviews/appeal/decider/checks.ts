/** What several acts of an appeal are checked for: their dates, and the report they revise. */
import { civilDayAt, type CivilDate } from "../../../kernel/calendar.ts"
import type { Report } from "../../interview/model.ts"
import type { AppealCommand } from "../commands.ts"
import { type AppealOutcome, revisesReport } from "../model.ts"
import type { AppealRefusal } from "../refusals.ts"
import type { LodgedAppeal } from "../state.ts"

/** Gives the day of a command at the place of the appeal. */
export const todayOf = (
  { at }: Pick<AppealCommand, "at">,
  { zone }: Pick<LodgedAppeal, "zone">,
): CivilDate => civilDayAt(at, zone)

/** Refuses a date before what it follows or after the last day on which it can be true. */
export const dateRefusal = (
  date: CivilDate,
  { earliest, latest }: { readonly earliest: CivilDate; readonly latest: CivilDate },
): AppealRefusal | undefined =>
  earliest <= date && date <= latest
    ? undefined
    : { _tag: "appeal.date-out-of-range", date, earliest, latest }

/**
 * Refuses an outcome that revises the report without revised parts, and revised parts with an
 * outcome that maintains it. Does not check the parts against the template of the campaign.
 *
 * Decision: an appeal granted, even in part, is one whose report changes; the law has the final
 * report communicated to the agent, and there is none without the revised parts.
 */
export const revisionRefusal = (
  outcome: AppealOutcome,
  revised: Report | undefined,
): AppealRefusal | undefined => {
  const hasParts = revised !== undefined && revised.parts.length > 0
  if (revisesReport(outcome)) {
    return hasParts ? undefined : { _tag: "appeal.revised-report-missing", outcome }
  }
  return revised === undefined ? undefined : { _tag: "appeal.revised-report-unexpected", outcome }
}
