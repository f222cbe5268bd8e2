/** What the people of an appeal do next to bring it to an end, however far it has gone. */
import { addDays, type CivilDate, type Instant } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import type { AppealCommand } from "../../../src/interviews/appeal/commands.ts"
import type { Appeal } from "../../../src/interviews/appeal/state.ts"

const day = (date: CivilDate) => ({ date, at: `${date}T12:00:00.000Z` as Instant })

/** Gives a command that the state accepts and that goes on, or nothing at an end. */
export const wayOut = (state: Appeal): AppealCommand | undefined => {
  if (state._tag === "none" || state._tag === "concluded") return undefined
  const byAgent = { person: state.agent.id, capacity: "agent" as const }
  const byAuthority = { person: state.authority.id, capacity: "authority" as const }
  const byService = { person: PersonId.make("hr-1"), capacity: "hr-service" as const }
  switch (state._tag) {
    case "lodged":
      return {
        _tag: "recordNoAnswer",
        at: day(addDays(state.answerBy, 1)).at,
        by: { person: PersonId.make("scheduler"), capacity: "system" },
      }
    case "unanswered":
      return state.rules.committee === undefined
        ? undefined
        : { _tag: "referToCommittee", ...day(addDays(state.answerBy, 1)), by: byAgent }
    case "referred": {
      const { on } = state.opinion ?? state.referral
      return state.opinion === undefined
        ? { _tag: "recordOpinion", ...day(on), by: byService, text: "Avis défavorable." }
        : {
            _tag: "decide",
            ...day(on),
            by: byAuthority,
            agent: state.agent,
            outcome: "rejected",
          }
    }
    case "answered":
    case "decided": {
      const { final } = state
      if (final === undefined) {
        return state._tag === "decided" || state.rules.committee === undefined
          ? undefined
          : { _tag: "referToCommittee", ...day(state.answer.on), by: byAgent }
      }
      if (final.notification !== undefined) {
        return { _tag: "acknowledgeFinalReport", ...day(final.notification.on), by: byAgent }
      }
      return {
        _tag: "notifyFinalReport",
        at: day(final.revisedOn).at,
        by: byService,
        agent: state.agent,
        notification: { means: "portal", fate: "opened", on: final.revisedOn },
      }
    }
    default:
      return state satisfies never
  }
}
