/** The two kinds of aggregates of the context, as stores keep them. */
import type { PersonId, TenantId } from "../kernel/identity.ts"
import type { AggregateId, AggregateType } from "../kernel/ports.ts"
import { appointmentSetMachine } from "./appointment-set/decider.ts"
import type { AppointmentSetEvent } from "./appointment-set/events.ts"
import type { AppointmentSet } from "./appointment-set/state.ts"
import { agentFiles, campaignFiles, evaluatorBookings } from "./appointment-set/views.ts"
import { campaignMachine } from "./campaign/decider.ts"
import type { CampaignEvent } from "./campaign/events.ts"
import type { Campaign, CampaignId } from "./campaign/model.ts"

/** A campaign; its key is its id. */
export const campaignType: AggregateType<Campaign, CampaignEvent> = {
  kind: "career-campaign",
  initial: campaignMachine.initial,
  eventVersion: 1,
  views: [],
  evolve: campaignMachine.evolve,
  upgrade: (event) => event as CampaignEvent,
}

/** The appointments of one agent in one campaign; its key is `campaign/agent`, so unique. */
export const appointmentSetType: AggregateType<AppointmentSet, AppointmentSetEvent> = {
  kind: "career-appointment-set",
  initial: appointmentSetMachine.initial,
  eventVersion: 1,
  views: [campaignFiles, agentFiles, evaluatorBookings],
  evolve: appointmentSetMachine.evolve,
  upgrade: (event) => event as AppointmentSetEvent,
}

/** The name of a campaign in storage. */
export const campaignRef = (
  tenant: TenantId,
  campaign: CampaignId,
): AggregateId<Campaign, CampaignEvent> => ({ tenant, type: campaignType, key: campaign })

/** A file, by campaign and agent. */
export interface FileName {
  readonly tenant: TenantId
  readonly campaign: CampaignId
  readonly agent: PersonId
}

/** The name of a file in storage. */
export const fileRef = ({
  tenant,
  campaign,
  agent,
}: FileName): AggregateId<AppointmentSet, AppointmentSetEvent> => ({
  tenant,
  type: appointmentSetType,
  key: `${campaign}/${agent}`,
})
