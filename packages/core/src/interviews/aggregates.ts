/** The kinds of aggregates of the context, as stores keep them, and their names. */
import type { CampaignId, PersonId, TenantId } from "../kernel/identity.ts"
import type { AggregateId, AggregateType } from "../kernel/ports.ts"
import { appealMachine } from "./appeal/decider.ts"
import type { AppealEvent } from "./appeal/events.ts"
import type { Appeal } from "./appeal/state.ts"
import { appeals } from "./appeal/views.ts"
import { campaignMachine } from "./campaign/decider.ts"
import type { CampaignEvent } from "./campaign/events.ts"
import type { Campaign } from "./campaign/state.ts"
import { campaignViews } from "./campaign/views.ts"
import { delegationMachine } from "./delegation/decider.ts"
import { delegationKey, type DelegationName } from "./delegation/model.ts"
import type { DelegationEvent } from "./delegation/events.ts"
import type { Delegation } from "./delegation/state.ts"
import { delegations } from "./delegation/views.ts"
import { exportMachine } from "./export/decider.ts"
import type { ExportEvent } from "./export/events.ts"
import type { ExportId } from "./export/model.ts"
import type { Export } from "./export/state.ts"
import { exportViews } from "./export/views.ts"
import { interviewMachine } from "./interview/decider.ts"
import type { InterviewEvent } from "./interview/events.ts"
import type { Interview } from "./interview/state.ts"
import {
  agentInterviews,
  campaignInterviews,
  interviewTasks,
  notHeldInterviews,
  trainingNeeds,
} from "./interview/views.ts"
import type { InterviewYear } from "./terms/model/campaign-terms.ts"
import type { InterviewType } from "./terms/model/procedure.ts"

/** An interview, by what it is for, its year and its agent: so there is one, never two. */
export interface InterviewName {
  readonly tenant: TenantId
  readonly type: InterviewType
  readonly year: InterviewYear
  readonly agent: PersonId
}

/** A campaign of interviews; its key is its id. */
export const campaignType: AggregateType<Campaign, CampaignEvent> = {
  kind: "interview-campaign",
  initial: campaignMachine.initial,
  eventVersion: 1,
  views: campaignViews,
  evolve: campaignMachine.evolve,
  upgrade: (event) => event as CampaignEvent,
}

/**
 * What is left of a campaign that was deleted: who, when, how many; its key is the campaign's id,
 * which is never used again.
 */
export const campaignTombstoneType: AggregateType<Campaign, CampaignEvent> = {
  ...campaignType,
  kind: "campaign-tombstone",
  views: [],
}

/** An interview; its key is `type/year/agent`, so unique. */
export const interviewType: AggregateType<Interview, InterviewEvent> = {
  kind: "interview",
  initial: interviewMachine.initial,
  eventVersion: 1,
  views: [campaignInterviews, notHeldInterviews, agentInterviews, trainingNeeds, interviewTasks],
  evolve: interviewMachine.evolve,
  upgrade: (event) => event as InterviewEvent,
}

/** The appeal against a report; its key is that of the interview. */
export const appealType: AggregateType<Appeal, AppealEvent> = {
  kind: "interview-appeal",
  initial: appealMachine.initial,
  eventVersion: 1,
  views: [appeals],
  evolve: appealMachine.evolve,
  upgrade: (event) => event as AppealEvent,
}

/** What one person delegates to another; its key is `delegator/delegate/capacity`. */
export const delegationType: AggregateType<Delegation, DelegationEvent> = {
  kind: "delegation",
  initial: delegationMachine.initial,
  eventVersion: 1,
  views: [delegations],
  evolve: delegationMachine.evolve,
  upgrade: (event) => event as DelegationEvent,
}

/** An export that runs in the background; its key is its id. */
export const exportType: AggregateType<Export, ExportEvent> = {
  kind: "interview-export",
  initial: exportMachine.initial,
  eventVersion: 1,
  views: exportViews,
  evolve: exportMachine.evolve,
  upgrade: (event) => event as ExportEvent,
}

/** The name of a campaign in storage. */
export const campaignRef = (
  tenant: TenantId,
  campaign: CampaignId,
): AggregateId<Campaign, CampaignEvent> => ({ tenant, type: campaignType, key: campaign })

/** The name of what is left of a deleted campaign in storage. */
export const campaignTombstoneRef = (
  tenant: TenantId,
  campaign: CampaignId,
): AggregateId<Campaign, CampaignEvent> => ({
  tenant,
  type: campaignTombstoneType,
  key: campaign,
})

/** The key of an interview, of its appeal and of its report in the personnel file. */
export const interviewKey = ({ type, year, agent }: Omit<InterviewName, "tenant">): string =>
  `${type}/${year}/${agent}`

/** The name of an interview in storage. */
export const interviewRef = (name: InterviewName): AggregateId<Interview, InterviewEvent> => ({
  tenant: name.tenant,
  type: interviewType,
  key: interviewKey(name),
})

/** The name of the appeal against the report of an interview in storage. */
export const appealRef = (name: InterviewName): AggregateId<Appeal, AppealEvent> => ({
  tenant: name.tenant,
  type: appealType,
  key: interviewKey(name),
})

/** The name of a delegation in storage. */
export const delegationRef = (
  tenant: TenantId,
  name: DelegationName,
): AggregateId<Delegation, DelegationEvent> => ({
  tenant,
  type: delegationType,
  key: delegationKey(name),
})

/** The name of an export in storage. */
export const exportRef = (tenant: TenantId, id: ExportId): AggregateId<Export, ExportEvent> => ({
  tenant,
  type: exportType,
  key: id,
})
