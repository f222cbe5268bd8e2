/**
 * Why a campaign says no. The last two ask for an acknowledgement: the caller repeats the code with
 * the `subject`, or each of the `subjects`, as they are.
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { CampaignId, Capacity, PersonId } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { TermsFault } from "../terms/model/campaign-terms.ts"
import { InterviewType } from "../terms/model/procedure.ts"
import { InterviewRefusal } from "../interview/refusals.ts"
import { CampaignStateTag, LeftOut, PopulationFault } from "./model.ts"

/** Why a campaign says no, one variant per code, with the values that explain it. */
export const CampaignRefusal = Schema.TaggedUnion({
  "campaign.illegal-transition": { command: Schema.String, state: CampaignStateTag },
  "campaign.unknown": { campaign: CampaignId },
  "campaign.already-exists": { campaign: CampaignId },
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "campaign.incoherent-terms": { faults: Schema.NonEmptyArray(TermsFault) },
  "campaign.procedure-frozen": { proposed: Schema.Int },
  "campaign.type-fixed": { type: InterviewType, given: InterviewType },
  "campaign.nothing-circulated": {},
  "campaign.file-unknown": { key: Schema.String },
  "campaign.not-ones-agents": { agents: Schema.NonEmptyArray(PersonId) },
  "campaign.not-started": { startsOn: CivilDate, today: CivilDate },
  "reminder.status-not-remindable": {
    status: Schema.String,
    remindable: Schema.Array(Schema.String),
  },
  "reminder.nothing-to-remind": {},
  "reminder.no-recipient": { leftOut: Schema.Array(LeftOut) },
  "campaign.unknown-interview": { interview: Schema.String },
  "population.empty": {},
  "population.refused": { faults: Schema.NonEmptyArray(PopulationFault) },
  "interviews.refused": {
    refusals: Schema.NonEmptyArray(
      Schema.Struct({ interview: Schema.String, refusal: InterviewRefusal }),
    ),
  },
  "campaign.confirmation-required": { subject: CampaignId, interviews: Schema.Int },
  "campaign.appeals-open": { subjects: Schema.NonEmptyArray(Schema.String) },
})
export type CampaignRefusal = typeof CampaignRefusal.Type

const of = (...requirements: ReadonlyArray<string>): Grounds => ({ requirements })

/** The requirements behind each refusal. */
export const campaignGrounds: Readonly<Record<CampaignRefusal["_tag"], Grounds>> = {
  "campaign.illegal-transition": of("CAM-17"),
  "campaign.unknown": of("CAM-04", "CAM-17"),
  "campaign.already-exists": of("CAM-04"),
  "actor.not-allowed": of("CAM-01"),
  "campaign.incoherent-terms": of("ENT-01", "ENT-02", "ENT-03"),
  "campaign.procedure-frozen": of("ENT-04"),
  "campaign.type-fixed": of("ENT-04"),
  "campaign.nothing-circulated": of("ENT-05"),
  "campaign.file-unknown": of("ENT-05"),
  "campaign.not-ones-agents": of("ENT-05"),
  "campaign.not-started": of("CAM-13", "CAM-26"),
  "reminder.status-not-remindable": of("CAM-26"),
  "reminder.nothing-to-remind": of("CAM-30", "CAM-31"),
  "reminder.no-recipient": of("CAM-27", "CAM-30"),
  "campaign.unknown-interview": of("CAM-22", "CAM-23"),
  "population.empty": of("CAM-05"),
  "population.refused": of("CAM-05", "ENT-28"),
  "interviews.refused": of("CAM-19", "CAM-23"),
  "campaign.confirmation-required": of("CAM-18"),
  "campaign.appeals-open": of("CAM-17"),
}
