/**
 * How an appeal comes to its end when neither its agent nor the authority of the day ever acts again:
 * the scheduler, the HR service and the authority whom it names instead are enough.
 */
import { addDays, type CivilDate, type Instant } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import { Reason } from "@convoque/core/kernel/text"
import type { AppealCommand } from "../../../src/interviews/appeal/commands.ts"
import { unfiledReports } from "../../../src/interviews/appeal/rules/final-reports.ts"
import type { Appeal, AppealIn } from "../../../src/interviews/appeal/state.ts"

const day = (date: CivilDate) => ({ date, at: `${date}T12:00:00.000Z` as Instant })
const byScheduler = { person: PersonId.make("scheduler"), capacity: "system" as const }
const byService = { person: PersonId.make("hr-1"), capacity: "hr-service" as const }
const substitute = PersonId.make("authority-9")

/** Gives a command that the state accepts and that goes on, or nothing at an end. */
export const wayOut = (state: Appeal): AppealCommand | undefined => {
  if (state._tag === "none") return undefined
  const [unfiled] = unfiledReports(state)
  if (unfiled !== undefined) {
    const { revisedOn } = unfiled.final
    const { at } = day(unfiled.acknowledgedOn)
    return { _tag: "recordFinalHandOver", at, by: byScheduler, revisedOn }
  }
  switch (state._tag) {
    case "lodged":
      return {
        _tag: "recordNoAnswer",
        at: day(addDays(state.answerBy, 1)).at,
        by: byScheduler,
      }
    case "referred":
      return afterReferral(state)
    case "answered":
    case "decided":
      return finalReport(state)
    case "unanswered":
    case "concluded":
      return undefined
    default:
      return state satisfies never
  }
}

const afterReferral = (state: AppealIn<"referred">): AppealCommand => {
  const { on } = state.opinion ?? state.referral
  if (state.opinion === undefined) {
    return { _tag: "recordOpinion", ...day(on), by: byService, text: "Avis défavorable." }
  }
  if (state.authority.id !== substitute) {
    const authority = { ...state.authority, id: substitute }
    const reason = Reason.make("Autorité absente.")
    return { _tag: "replaceAuthority", at: day(on).at, by: byService, authority, reason }
  }
  const by = { person: substitute, capacity: "authority" as const }
  return { _tag: "decide", ...day(on), by, agent: state.agent, outcome: "rejected" }
}

const finalReport = ({
  agent,
  final,
  superior,
}: AppealIn<"answered" | "decided">): AppealCommand | undefined => {
  if (final === undefined) return undefined
  if (final.notification !== undefined) {
    return {
      _tag: "recordAcknowledgementRefusal",
      ...day(final.notification.on),
      by: byService,
      witness: "Absence d'accusé de réception constatée par Mme Martin.",
    }
  }
  return {
    _tag: "notifyFinalReport",
    at: day(final.revisedOn).at,
    by: byService,
    agent,
    superior,
    notification: { means: "portal", fate: "opened", on: final.revisedOn },
  }
}
