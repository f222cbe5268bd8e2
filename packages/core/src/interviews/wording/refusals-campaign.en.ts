/** The English sentences of the refusals of a campaign. */
import { dayEn as day } from "../../kernel/calendar.ts"
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { CampaignRefusal } from "../campaign/refusals.ts"
import type { InterviewRefusal } from "../interview/refusals.ts"
import type { SentencesOf } from "../wording.ts"
import { termsFaultEn } from "./faults.en.ts"
import { exportsEn } from "./exports.en.ts"
import { statusesEn } from "./labels.en.ts"
import { interviewRefusalsEn } from "./refusals.en.ts"

/** The refusals that only campaigns have. */
type OwnRefusal = Exclude<CampaignRefusal, { readonly _tag: "actor.not-allowed" }>

const states = { none: "never opened", open: "open", deleted: "deleted" } as const

const statusEn = (status: string): string =>
  quoted(Object.entries(statusesEn).find(([tag]) => tag === status)?.[1] ?? status)

/** Why a manager gets no reminder, in English. */
export const leftOutEn = {
  deselected: "deselected",
  "nothing-in-status": "no interview concerned",
  "no-address": "without a possible e-mail address",
  "cap-reached": "already reminded as often as the campaign admits",
} as const

/** The English sentence of each refusal of a campaign, a function of its values. */
export const campaignRefusalsEn: SentencesOf<OwnRefusal> = {
  "campaign.illegal-transition": ({ state }) =>
    `This cannot be done with a campaign that is ${states[state]}.`,
  "campaign.unknown": ({ campaign }) => `There is no campaign ${quoted(campaign)}.`,
  "campaign.already-exists": ({ campaign }) => `The campaign ${quoted(campaign)} already exists.`,
  "campaign.incoherent-terms": ({ faults }) =>
    `The terms of the campaign are incoherent: ${faults.map(termsFaultEn).join("; ")}.`,
  "campaign.procedure-frozen": ({ proposed }) =>
    `Procedure, report template, time zone and public holidays do not change any more once an interview is proposed (interviews proposed: ${proposed}).`,
  "campaign.type-fixed": ({ type, given }) =>
    `The campaign is about interviews of type ${quoted(type)} and cannot take the type ${quoted(given)}.`,
  "campaign.nothing-circulated": () => "Give at least one document and at least one recipient.",
  "campaign.file-unknown": ({ key }) =>
    `The file ${quoted(key)} is not among the documents of the campaign.`,
  "campaign.unknown-interview": ({ interview }) =>
    `The campaign has no interview ${quoted(interview)}.`,
  "campaign.not-ones-agents": ({ agents }) =>
    `These agents are not yours in this campaign: ${agents.map(quoted).join(", ")}.`,
  "campaign.not-started": ({ startsOn, today }) =>
    `The campaign starts on ${day(startsOn)}; today is ${day(today)}.`,
  "reminder.status-not-remindable": ({ status, remindable }) =>
    `There is no reminder about the status ${statusEn(status)}; possible: ${remindable.map(statusEn).join(", ")}.`,
  "reminder.nothing-to-remind": () => "There is no interview to remind of.",
  "reminder.no-recipient": ({ leftOut }) =>
    leftOut.length === 0
      ? "The reminder has no recipient."
      : `The reminder has no recipient: ${leftOut.map(({ manager, reason }) => `${quoted(manager)} (${leftOutEn[reason]})`).join(", ")}.`,
  "population.empty": () => "The file holds nothing but its header: give one line at least.",
  "population.refused": ({ faults }) =>
    `No interview is opened. ${faults.map(exportsEn.population.sentence).join(" ")}`,
  "interviews.refused": ({ refusals }) =>
    `Nothing is done. ${refusals.map(({ interview, refusal }) => `${quoted(interview)}: ${sentence(refusal)}`).join(" ")}`,
  "campaign.confirmation-required": ({ interviews }) =>
    `The deletion of the campaign is irreversible and definitive: it also deletes all its interviews (number: ${interviews}). Confirm it; without it nothing is deleted.`,
  "campaign.appeals-open": ({ subjects }) =>
    `Appeals are open in the campaign: ${subjects.map(quoted).join(", ")}. Confirm the deletion despite each of them.`,
}

// The tag chooses the function, which the compiler cannot follow.
const sentence = (refusal: InterviewRefusal): string =>
  (interviewRefusalsEn[refusal._tag] as (value: InterviewRefusal) => string)(refusal)
