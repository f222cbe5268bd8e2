/** What the routes of campaigns answer (réponses des campagnes). */
import {
  CampaignEvent,
  CampaignStatus,
  CampaignTerms,
  Creator,
  LeftOutReason,
  Status,
  TrainingPurpose,
} from "@convoque/core/interviews"
import { CivilDate } from "@convoque/core/kernel/calendar"
import { CampaignId, PersonId } from "@convoque/core/kernel/identity"
import { Mailbox } from "@convoque/core/kernel/message"
import * as Schema from "effect/Schema"

const counts = Schema.Struct({
  "not-planned": Schema.Int,
  planned: Schema.Int,
  held: Schema.Int,
  closing: Schema.Int,
  closed: Schema.Int,
  deleted: Schema.Int,
}).annotate({ identifier: "StatusCounts" })

const points = Schema.Array(Schema.Struct({ day: CivilDate, count: Schema.Int }))

const figures = Schema.Struct({
  counts,
  total: Schema.Int,
  completionPercent: Schema.Finite,
  notHeld: Schema.Struct({
    "agent-absent": Schema.Int,
    "agent-refused": Schema.Int,
    "superior-absent": Schema.Int,
  }),
  lateInterviews: Schema.Int,
  lateReports: Schema.Int,
  progress: Schema.Struct({ planned: points, held: points, closed: points }),
})

/** A campaign as it is followed; its charts are drawings of their own. */
export const CampaignFollowed = Schema.Struct({
  campaign: CampaignId,
  creator: Creator,
  terms: CampaignTerms,
  status: CampaignStatus,
  statusLabel: Schema.String,
  today: CivilDate,
  figures,
  statuses: Schema.Array(
    Schema.Struct({
      status: Status,
      label: Schema.String,
      count: Schema.Int,
      category: Schema.Literals(["yellow", "blue", "green", "red"]),
    }),
  ),
  managers: Schema.Array(
    Schema.Struct({
      manager: PersonId,
      name: Schema.String,
      counts,
      completionPercent: Schema.Finite,
    }),
  ),
  history: Schema.Array(CampaignEvent),
}).annotate({ identifier: "InterviewCampaignFollowed" })

/** Who would get which mail, and who is left out and why. */
export const ReminderPlan = Schema.Struct({
  recipients: Schema.Array(
    Schema.Struct({
      manager: PersonId,
      name: Schema.String,
      interviews: Schema.Int,
      mail: Schema.Struct({
        to: Mailbox,
        subject: Schema.String,
        paragraphs: Schema.Array(Schema.String),
      }),
    }),
  ),
  leftOut: Schema.Array(
    Schema.Struct({
      manager: PersonId,
      name: Schema.String,
      reason: LeftOutReason,
      reasonLabel: Schema.String,
    }),
  ),
}).annotate({ identifier: "ReminderPlan" })

/** Who was reminded, and who was left out and why. */
export const SentReminder = Schema.Struct({
  managers: Schema.Array(PersonId),
  leftOut: Schema.Array(Schema.Struct({ manager: PersonId, reason: LeftOutReason })),
}).annotate({ identifier: "SentReminder" })
export type SentReminder = typeof SentReminder.Type

const countedNeeds = Schema.Array(
  Schema.Struct({
    need: Schema.String,
    purpose: TrainingPurpose,
    superior: Schema.optionalKey(Schema.String),
    agents: Schema.Int,
  }),
)

/** The training needs of a campaign, all together, then by manager. */
export const TrainingNeedsSynthesis = Schema.Struct({
  agents: Schema.Int,
  needs: countedNeeds,
  byManager: countedNeeds,
}).annotate({ identifier: "TrainingNeedsSynthesis" })
