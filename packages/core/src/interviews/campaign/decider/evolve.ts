/** What each event makes of a campaign; it computes and never judges. */
import { responsiblePerson } from "../../../kernel/identity.ts"
import type { CampaignEvent } from "../events.ts"
import type { Campaign, OpenCampaign } from "../state.ts"

/** Gives the state after an event. */
export const evolve = (state: Campaign, event: CampaignEvent): Campaign => {
  switch (event._tag) {
    case "CampaignOpened": {
      const { by, campaign, terms } = event
      const creator = { person: responsiblePerson(by), profile: by.capacity }
      return { _tag: "open", campaign, creator, terms, interviews: 0, acts: [event] }
    }
    case "CampaignCorrected":
      return whileOpen(state, event, ({ terms }) => ({ terms: { ...terms, ...event.changes } }))
    case "InterviewsAdded":
      return whileOpen(state, event, ({ interviews }) => ({ interviews: interviews + event.count }))
    case "DocumentsCirculated":
    case "ReminderSent":
      return whileOpen(state, event, () => ({}))
    case "CampaignDeleted": {
      const { at, by, campaign, interviews, appeals } = event
      const terms = state._tag === "open" ? { terms: state.terms } : {}
      return { _tag: "deleted", campaign, deletion: { at, by }, interviews, appeals, ...terms }
    }
    default:
      return event satisfies never
  }
}

const whileOpen = (
  state: Campaign,
  event: CampaignEvent,
  change: (state: OpenCampaign) => Partial<OpenCampaign>,
): Campaign =>
  state._tag === "open" ? { ...state, ...change(state), acts: [...state.acts, event] } : state
