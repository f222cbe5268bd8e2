/**
 * Opening a campaign.
 *
 * @requirement ENT-01
 * @requirement ENT-02
 * @requirement ENT-03
 */
import * as Effect from "effect/Effect"
import { handle } from "../../../kernel/handle.ts"
import { Storage } from "../../../kernel/ports.ts"
import { campaignRef, campaignTombstoneRef } from "../../aggregates.ts"
import type { CampaignCommand } from "../../campaign/commands.ts"
import { campaignMachine } from "../../campaign/decider.ts"
import type { CampaignEvent } from "../../campaign/events.ts"
import type { CampaignRefusal } from "../../campaign/refusals.ts"
import type { Campaign } from "../../campaign/state.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { now, todayIn } from "../act.ts"
import type { CampaignFailure, OnCampaign } from "./act.ts"
import { withDelegation } from "../delegated.ts"

/** Opens a campaign under a name that no campaign has or had. */
export const openCampaign = Effect.fn("interviews.openCampaign")(function* (
  request: OnCampaign & { readonly terms: CampaignTerms },
) {
  const { by, tenant, campaign, terms } = request
  return yield* handle<
    Campaign,
    CampaignCommand,
    CampaignEvent,
    CampaignRefusal,
    CampaignFailure,
    Storage
  >({
    id: campaignRef(tenant, campaign),
    machine: campaignMachine,
    complete: () =>
      Effect.gen(function* () {
        const storage = yield* Storage
        const author = yield* withDelegation(tenant, by, yield* todayIn(terms))
        const tombstone = campaignTombstoneRef(tenant, campaign)
        const [{ version }] = yield* storage.load([tombstone])
        if (version > 0) {
          return yield* Effect.fail<CampaignRefusal>({ _tag: "campaign.already-exists", campaign })
        }
        const command = {
          _tag: "openCampaign" as const,
          at: yield* now,
          by: author.by,
          campaign,
          terms,
        }
        return { command, unchanged: [{ id: tombstone, expected: 0 }] }
      }),
    react: () => Effect.succeed([]),
  })
})
