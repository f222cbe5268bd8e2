/** What happened to a campaign. */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import { campaignFields } from "./model.ts"

/** What happened to a campaign. */
export const CampaignEvent = Schema.TaggedUnion({
  CampaignCreated: { ...actFields, ...campaignFields },
})
export type CampaignEvent = typeof CampaignEvent.Type
