/**
 * The values of a campaign (campagne d'entretiens): what may be corrected in its terms, the
 * documents circulated, who is reminded of what and who is left out.
 *
 * @requirement ENT-05
 * @requirement CAM-26
 */
import * as Schema from "effect/Schema"
import { Capacity, PersonId } from "../../kernel/identity.ts"
import { AttachedFile } from "../../kernel/message.ts"
import { singleLine } from "../../kernel/text.ts"
import { CampaignTerms } from "../terms/model/campaign-terms.ts"

/** Who opened a campaign, and in which capacity (profil du créateur). */
export const Creator = Schema.Struct({ person: PersonId, profile: Capacity }).annotate({
  identifier: "CampaignCreator",
})
export type Creator = typeof Creator.Type

/** The name of a state of a campaign, as refusals carry it. */
export const CampaignStateTag = Schema.Literals(["none", "open", "deleted"])
export type CampaignStateTag = typeof CampaignStateTag.Type

/** A status of a campaign, derived from its start and its interviews, never stored (CAM-13). */
export const CampaignStatus = Schema.Literals(["in-preparation", "running", "completed"])
export type CampaignStatus = typeof CampaignStatus.Type

const terms = CampaignTerms.fields

/**
 * What may be corrected in the terms of a campaign: all but its year, which names interviews.
 * Procedure, template, zone and holidays change no more once an interview was proposed.
 */
export const CampaignChanges = Schema.Struct({
  label: Schema.optionalKey(terms.label),
  referencePeriod: Schema.optionalKey(terms.referencePeriod),
  startsOn: Schema.optionalKey(terms.startsOn),
  interviewsBefore: Schema.optionalKey(terms.interviewsBefore),
  reportsBy: Schema.optionalKey(terms.reportsBy),
  zone: Schema.optionalKey(terms.zone),
  holidays: Schema.optionalKey(terms.holidays),
  procedure: Schema.optionalKey(terms.procedure),
  template: Schema.optionalKey(terms.template),
  objectives: Schema.optionalKey(terms.objectives),
  letterhead: Schema.optionalKey(terms.letterhead),
  signature: Schema.optionalKey(terms.signature),
  organizer: Schema.optionalKey(terms.organizer),
}).annotate({ identifier: "CampaignChanges" })
export type CampaignChanges = typeof CampaignChanges.Type

/** A document circulated before the interviews; without a file it was handed out otherwise. */
export const CirculatedDocument = Schema.Struct({
  label: singleLine(200),
  file: Schema.optionalKey(AttachedFile),
}).annotate({ identifier: "CirculatedDocument" })
export type CirculatedDocument = typeof CirculatedDocument.Type

/** A status of which managers may be reminded: neither closed nor deleted. */
export const RemindableStatus = Schema.Literals(["not-planned", "planned", "held", "closing"])
export type RemindableStatus = typeof RemindableStatus.Type

/**
 * What a reminder is about: all the managers of interviews in one status (CAM-26), or all the open
 * interviews of one manager (CAM-31).
 */
export const ReminderTarget = Schema.TaggedUnion({
  status: { status: Schema.String },
  manager: { manager: PersonId },
}).annotate({ identifier: "ReminderTarget" })
export type ReminderTarget = typeof ReminderTarget.Type

/** How many interviews a manager has that a reminder would name, and whether a mail can reach him. */
export const ReminderCandidate = Schema.Struct({
  manager: PersonId,
  interviews: Schema.Int,
  reachable: Schema.Boolean,
})
export type ReminderCandidate = typeof ReminderCandidate.Type

/** How many reminders a manager gets of one campaign within so many days, at most. */
export const ReminderCap = Schema.Struct({ count: Schema.Int, days: Schema.Int })
export type ReminderCap = typeof ReminderCap.Type

/** Why a manager gets no reminder. */
export const LeftOutReason = Schema.Literals([
  "deselected",
  "nothing-in-status",
  "no-address",
  "cap-reached",
])
export type LeftOutReason = typeof LeftOutReason.Type

/** A manager who gets no reminder, and why. */
export const LeftOut = Schema.Struct({ manager: PersonId, reason: LeftOutReason }).annotate({
  identifier: "LeftOutManager",
})
export type LeftOut = typeof LeftOut.Type

/** What is wrong with a cell of a population file. */
export const PopulationFaultCode = Schema.Literals([
  "column-missing",
  "agent-missing",
  "agent-unknown",
  "agent-twice",
  "agent-already-has-interview",
  "superior-missing",
  "superior-unknown",
  "superior-is-agent",
  "authority-missing",
  "authority-unknown",
  "authority-is-agent",
  "authority-is-superior",
])
export type PopulationFaultCode = typeof PopulationFaultCode.Type

/** What is worth a look in a population file and keeps nothing from being opened. */
export const PopulationWarningCode = Schema.Literals([
  "agent-without-address",
  "superior-without-address",
  "circular-managers",
  "superior-with-many-agents",
])
export type PopulationWarningCode = typeof PopulationWarningCode.Type

const cell = { line: Schema.Int, column: Schema.String, value: Schema.String } as const

/** A fault with its line, counted from 1 with the header, its column and what was typed. */
export const PopulationFault = Schema.Struct({ ...cell, code: PopulationFaultCode }).annotate({
  identifier: "PopulationFault",
})
export type PopulationFault = typeof PopulationFault.Type

/** A warning with its line, its column and what was typed. */
export const PopulationWarning = Schema.Struct({ ...cell, code: PopulationWarningCode }).annotate({
  identifier: "PopulationWarning",
})
export type PopulationWarning = typeof PopulationWarning.Type

/** From how many agents on, in one file, a superior is worth a warning. */
export const manyAgents = 50
