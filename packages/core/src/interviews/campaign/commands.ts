/**
 * What can be asked of a campaign, in the order of the catalogue. A command carries the facts that
 * deciding needs: how many interviews were proposed, whose agents are whose, who can be reached.
 */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import { CampaignId, PersonId } from "../../kernel/identity.ts"
import { Acknowledgement } from "../../kernel/refusal.ts"
import { CampaignTerms } from "../terms/model/campaign-terms.ts"
import { erasedFields } from "./events.ts"
import {
  CampaignChanges,
  CirculatedDocument,
  ReminderCandidate,
  ReminderCap,
  ReminderTarget,
} from "./model.ts"

/** What may be asked of a campaign, complete with actor, instant and facts read. */
export const CampaignCommand = Schema.TaggedUnion({
  /** Opens the campaign. */
  openCampaign: { ...actFields, campaign: CampaignId, terms: CampaignTerms },
  /** Corrects its terms; `proposed` counts its interviews that had a date or more. */
  correctCampaign: { ...actFields, changes: CampaignChanges, proposed: Schema.Int },
  /** Says that interviews are opened in it by the same commit. */
  addInterviews: { ...actFields, count: Schema.Int },
  /** Circulates documents; `agents` are those of the campaign whom the author may inform. */
  circulateDocuments: {
    ...actFields,
    documents: Schema.Array(CirculatedDocument),
    to: Schema.Array(PersonId),
    agents: Schema.Array(PersonId),
  },
  /** Reminds managers: the `managers` selected, all of them when absent. */
  remind: {
    ...actFields,
    target: ReminderTarget,
    managers: Schema.optionalKey(Schema.Array(PersonId)),
    candidates: Schema.Array(ReminderCandidate),
    cap: ReminderCap,
  },
  /** Deletes the campaign with all that belongs to it; `openAppeals` are the keys of appeals. */
  delete: {
    ...actFields,
    ...erasedFields,
    openAppeals: Schema.Array(Schema.String),
    acknowledged: Schema.Array(Acknowledgement),
  },
})
export type CampaignCommand = typeof CampaignCommand.Type
