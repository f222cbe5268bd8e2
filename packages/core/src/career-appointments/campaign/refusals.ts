/** Why a campaign says no. */
import * as Schema from "effect/Schema"
import type { Grounds } from "../../kernel/refusal.ts"
import { Capacity } from "../../kernel/identity.ts"
import { CampaignId, TemplateFault } from "./model.ts"

/** Why a campaign is not created, with the values that explain it. */
export const CampaignRefusal = Schema.TaggedUnion({
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "campaign.already-exists": { campaign: CampaignId },
  "campaign.incoherent-template": { faults: Schema.NonEmptyArray(TemplateFault) },
  "campaign.unknown": { campaign: CampaignId },
})
export type CampaignRefusal = typeof CampaignRefusal.Type

/** The requirements behind each refusal. */
export const campaignGrounds: Readonly<Record<CampaignRefusal["_tag"], Grounds>> = {
  "actor.not-allowed": { requirements: ["RDC-03"] },
  "campaign.already-exists": { requirements: ["RDC-01"] },
  "campaign.incoherent-template": { requirements: ["RDC-01"] },
  "campaign.unknown": { requirements: ["RDC-01"] },
}
