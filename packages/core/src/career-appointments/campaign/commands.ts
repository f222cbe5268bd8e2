/** What can be asked of a campaign. */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import { campaignFields } from "./model.ts"

/** What may be asked of a campaign. */
export const CampaignCommand = Schema.TaggedUnion({
  /** Creates the campaign; its author must be one of its managers. */
  createCampaign: { ...actFields, ...campaignFields },
})
export type CampaignCommand = typeof CampaignCommand.Type
