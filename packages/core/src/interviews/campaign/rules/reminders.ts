/**
 * Who is reminded and who is left out, with the reason (relances).
 *
 * @requirement CAM-27
 * @requirement CAM-30
 */
import { addDays, type CivilDate } from "../../../kernel/calendar.ts"
import type { PersonId } from "../../../kernel/identity.ts"
import type { LeftOut, LeftOutReason, ReminderCandidate, ReminderCap } from "../model.ts"
import { RemindableStatus } from "../model.ts"
import type { OpenCampaign } from "../state.ts"

/** The statuses of which managers may be reminded, in the catalogue's order. */
export const remindableStatuses: ReadonlyArray<RemindableStatus> = RemindableStatus.literals

/** Tells whether managers may be reminded of interviews in a status. */
export const isRemindable = (status: string): status is RemindableStatus =>
  remindableStatuses.some((one) => one === status)

/** Who gets a reminder, and who does not and why; both in the order of the candidates. */
export interface ReminderPlan {
  readonly recipients: ReadonlyArray<PersonId>
  readonly leftOut: ReadonlyArray<LeftOut>
}

/**
 * What a plan is made from.
 *
 * - `candidates`: the managers who have interviews that the reminder would name;
 * - `managers`: those selected, all when absent; one who is no candidate is left out as well;
 * - `today`: the day at the place.
 */
export interface Planning {
  readonly candidates: ReadonlyArray<ReminderCandidate>
  readonly managers?: ReadonlyArray<PersonId>
  readonly cap: ReminderCap
  readonly today: CivilDate
}

/** Plans a reminder of a campaign; the first reason that applies is given. */
export const reminderPlan = (
  campaign: Pick<OpenCampaign, "acts">,
  { candidates, managers, cap, today }: Planning,
): ReminderPlan => {
  const received = remindersReceived(campaign, { days: cap.days, today })
  const selected = managers === undefined ? undefined : new Set(managers)
  const known = new Set(candidates.map(({ manager }) => manager))
  const reasonFor = (one: ReminderCandidate): LeftOutReason | undefined => {
    if (selected !== undefined && !selected.has(one.manager)) return "deselected"
    if (one.interviews === 0) return "nothing-in-status"
    if (!one.reachable) return "no-address"
    return (received.get(one.manager) ?? 0) >= cap.count ? "cap-reached" : undefined
  }
  const judged = candidates.map((one) => ({ manager: one.manager, reason: reasonFor(one) }))
  const strangers = [...(selected ?? [])].filter((manager) => !known.has(manager))
  return {
    recipients: judged.flatMap(({ manager, reason }) => (reason === undefined ? [manager] : [])),
    leftOut: [
      ...judged.flatMap(({ manager, reason }) =>
        reason === undefined ? [] : [{ manager, reason }],
      ),
      ...strangers.map((manager): LeftOut => ({ manager, reason: "nothing-in-status" })),
    ],
  }
}

/**
 * Gives how many reminders of a campaign each manager got in the last `days` days, today included,
 * whatever they were about.
 */
export const remindersReceived = (
  { acts }: Pick<OpenCampaign, "acts">,
  { days, today }: { readonly days: number; readonly today: CivilDate },
): ReadonlyMap<PersonId, number> => {
  const since = addDays(today, 1 - days)
  const received = new Map<PersonId, number>()
  for (const act of acts) {
    if (act._tag !== "ReminderSent" || act.day < since) continue
    for (const manager of act.managers) received.set(manager, (received.get(manager) ?? 0) + 1)
  }
  return received
}
