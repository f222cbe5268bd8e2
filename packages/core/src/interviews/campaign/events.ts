/**
 * What happened to a campaign, in the order of the catalogue; an event is also the act that its
 * history shows.
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { CampaignId, PersonId } from "../../kernel/identity.ts"
import { CampaignTerms } from "../terms/model/campaign-terms.ts"
import { CampaignChanges, CirculatedDocument, LeftOut, ReminderTarget } from "./model.ts"

/** How much of a campaign there is to erase, or was erased. */
export const erasedFields = { interviews: Schema.Int, appeals: Schema.Int } as const

/** What happened to a campaign, with who, when and on whose behalf. */
export const CampaignEvent = Schema.TaggedUnion({
  /** It was opened; its author is its creator. */
  CampaignOpened: { ...actFields, campaign: CampaignId, terms: CampaignTerms },
  /** Its terms were corrected. */
  CampaignCorrected: { ...actFields, changes: CampaignChanges },
  /** That many interviews were opened in it. */
  InterviewsAdded: { ...actFields, count: Schema.Int },
  /** Documents were circulated to agents before their interviews (ENT-05). */
  DocumentsCirculated: {
    ...actFields,
    documents: Schema.NonEmptyArray(CirculatedDocument),
    to: Schema.NonEmptyArray(PersonId),
  },
  /** Managers were reminded; `day` is that of the place. */
  ReminderSent: {
    ...actFields,
    target: ReminderTarget,
    day: CivilDate,
    managers: Schema.NonEmptyArray(PersonId),
    leftOut: Schema.Array(LeftOut),
  },
  /** It was deleted with all that belongs to it; this event alone is kept. */
  CampaignDeleted: { ...actFields, campaign: CampaignId, ...erasedFields },
})
export type CampaignEvent = typeof CampaignEvent.Type
