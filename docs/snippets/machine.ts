/** Given/when/then on the machine of campaigns. */
import { campaignMachine } from "@convoque/core/career-appointments"
import type { Instant } from "@convoque/core/kernel/calendar"
import { given } from "@convoque/testing"
import { campaign, manager, schoolYear, terms } from "./sample.ts"

const at = "2026-11-22T09:00:00.000Z" as Instant
const facts = { at, campaign, schoolYear, managers: [manager.person] as const, terms }
const create = { _tag: "createCampaign" as const, by: manager, ...facts }
const created = { _tag: "CampaignCreated" as const, by: manager, ...facts }
const agent = { ...manager, capacity: "agent" as const }

// #region machine
given(campaignMachine, []).when(create).then([created])
given(campaignMachine, [])
  .when({ ...create, by: agent })
  .refused({ _tag: "actor.not-allowed", command: "createCampaign", capacity: "agent" })
given(campaignMachine, [created])
  .when(create)
  .refused({ _tag: "campaign.already-exists", campaign })
// #endregion

console.log("ok")
