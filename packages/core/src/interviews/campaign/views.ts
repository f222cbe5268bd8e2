/**
 * The campaigns of a tenant as a list. A line holds what a campaign says of itself: its status
 * depends on its interviews and on the day, and is added by whoever reads.
 *
 * @requirement CAM-03
 */
import * as Schema from "effect/Schema"
import { CivilDate, Zone } from "../../kernel/calendar.ts"
import { CampaignId } from "../../kernel/identity.ts"
import type { View } from "../../kernel/listing.ts"
import { foldedKey } from "../../kernel/text.ts"
import { InterviewYear } from "../terms/model/campaign-terms.ts"
import { InterviewType } from "../terms/model/procedure.ts"
import { Creator } from "./model.ts"
import type { Campaign } from "./state.ts"

/** One campaign's line. */
export const CampaignRow = Schema.Struct({
  campaign: CampaignId,
  name: Schema.String,
  type: InterviewType,
  typeLabel: Schema.String,
  year: InterviewYear,
  creator: Creator,
  startsOn: CivilDate,
  zone: Zone,
  interviews: Schema.Int,
}).annotate({ identifier: "InterviewCampaignRow" })
export type CampaignRow = typeof CampaignRow.Type

/** The scope of the list of campaigns: there is one list a tenant. */
export const allCampaigns = "all"

/** The campaigns of a tenant; its scope is `allCampaigns`. */
export const campaigns: View<Campaign, CampaignRow> = {
  name: "interviews.campaigns",
  sortColumns: ["name", "type", "creator-profile"],
  filterNames: ["type", "year"],
  entries: (state) => {
    if (state._tag !== "open") return []
    const { campaign, creator, terms, interviews } = state
    const { label: name, year, startsOn, zone, procedure } = terms
    const { type, label: typeLabel } = procedure
    return [
      {
        scope: allCampaigns,
        part: "",
        sorts: {
          name: foldedKey(name),
          type: foldedKey(typeLabel),
          "creator-profile": creator.profile,
        },
        filters: { type: [type], year: [String(year)] },
        search: foldedKey(`${name} ${typeLabel} ${year}`),
        row: { campaign, name, type, typeLabel, year, creator, startsOn, zone, interviews },
      },
    ]
  },
}

/** The scope of the deletions that are decided and whose erasure is not ended. */
export const allDeletions = "all"

/** The campaigns that are deleted and not erased yet; its scope is `allDeletions`. */
export const unfinishedDeletions: View<Campaign, { readonly campaign: CampaignId }> = {
  name: "interviews.unfinished-deletions",
  sortColumns: ["campaign"],
  filterNames: [],
  entries: (state) =>
    state._tag === "deleted"
      ? [
          {
            scope: allDeletions,
            part: "",
            sorts: { campaign: state.campaign },
            filters: {},
            search: "",
            row: { campaign: state.campaign },
          },
        ]
      : [],
}

/** The lists that a campaign feeds. */
export const campaignViews: ReadonlyArray<View<Campaign, unknown>> = [
  campaigns,
  unfinishedDeletions,
]
