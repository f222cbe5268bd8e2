/**
 * The states of a campaign. They stand apart from `model.ts` because a state keeps its acts, which
 * are events. Its status is derived in `rules/status.ts`.
 */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import { CampaignId } from "../../kernel/identity.ts"
import { CampaignTerms } from "../terms/model/campaign-terms.ts"
import { CampaignEvent, erasedFields } from "./events.ts"
import { Creator } from "./model.ts"

/** The states of a campaign, one variant each with exactly its fields. */
export const Campaign = Schema.TaggedUnion({
  /** It was never opened. */
  none: {},
  /** It was opened; `interviews` counts those opened in it, whatever became of them. */
  open: {
    campaign: CampaignId,
    creator: Creator,
    terms: CampaignTerms,
    interviews: Schema.Int,
    acts: Schema.NonEmptyArray(CampaignEvent),
  },
  /**
   * It was deleted; only who, when and how many is left (CAM-16). Its `terms` are there until it is
   * erased: what must go to the personnel file first is printed with them.
   */
  deleted: {
    campaign: CampaignId,
    deletion: Schema.Struct(actFields),
    ...erasedFields,
    terms: Schema.optionalKey(CampaignTerms),
  },
})
export type Campaign = typeof Campaign.Type

/** A campaign that was opened and not deleted. */
export type OpenCampaign = Extract<Campaign, { readonly _tag: "open" }>

/** What is left of a campaign that was deleted. */
export type DeletedCampaign = Extract<Campaign, { readonly _tag: "deleted" }>
