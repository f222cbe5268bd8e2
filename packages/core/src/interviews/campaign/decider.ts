/**
 * The machine of a campaign. A deletion happens in two commits: the first decides it, after which
 * nothing can be asked of the campaign, the second erases all that belongs to it.
 */
import type { Machine } from "../../kernel/machine.ts"
import { termsFaults } from "../terms/rules/coherence.ts"
import type { CampaignCommand } from "./commands.ts"
import { decisionsWith } from "./decider/decisions.ts"
import { evolve } from "./decider/evolve.ts"
import { transitions } from "./decider/transitions.ts"
import type { CampaignEvent } from "./events.ts"
import type { CampaignRefusal } from "./refusals.ts"
import type { Campaign } from "./state.ts"

/** The machine of a campaign; a pair that the table does not hold is `campaign.illegal-transition`. */
export const campaignMachine: Machine<Campaign, CampaignCommand, CampaignEvent, CampaignRefusal> = {
  name: "InterviewCampaign",
  initial: { _tag: "none" },
  decisions: decisionsWith(termsFaults),
  transitions,
  illegal: ({ _tag: command }, { _tag: state }) => ({
    _tag: "campaign.illegal-transition",
    command,
    state,
  }),
  evolve,
}
