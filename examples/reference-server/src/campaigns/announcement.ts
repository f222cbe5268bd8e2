/**
 * What a page announces after an action. It is read from what happened, never from the address: an
 * address sent by somebody else announces nothing that is not so.
 */
import type { CampaignFollowUp } from "@convoque/core/interviews"
import { shortDateTime } from "@convoque/core/kernel/calendar"

/** Gives the sentence to announce on the page of a campaign, if any. */
export const announcementOf = (
  query: URLSearchParams,
  { history, terms: { zone } }: CampaignFollowUp,
): string | undefined => {
  if (query.get("done") !== "reminder") return undefined
  const last = history.findLast(({ _tag }) => _tag === "ReminderSent")
  if (last?._tag !== "ReminderSent") return undefined
  const { managers, leftOut, at } = last
  const whom = managers.length === 1 ? "un responsable" : `${managers.length} responsables`
  const others =
    leftOut.length === 0
      ? ""
      : leftOut.length === 1
        ? " Un responsable n'a pas été relancé."
        : ` ${leftOut.length} responsables n'ont pas été relancés.`
  return `Relance envoyée à ${whom} le ${shortDateTime(at, zone)}.${others}`
}
