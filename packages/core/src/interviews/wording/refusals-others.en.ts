/** The English sentences of the refusals of delegations and use cases. */
import { dayEn as day } from "../../kernel/calendar.ts"
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { ApplicationRefusal } from "../application/refusals.ts"
import type { DelegationRefusal } from "../delegation/refusals.ts"
import type { SentencesOf } from "../wording.ts"

/** The refusals that only delegations have. */
type OwnDelegationRefusal = Exclude<
  DelegationRefusal,
  { readonly _tag: "actor.not-allowed" | "delegation.not-allowed" | "delegation.not-in-force" }
>

/** The English sentence of each refusal of a delegation. */
export const delegationRefusalsEn: SentencesOf<OwnDelegationRefusal> = {
  "delegation.to-oneself": () => "A delegation is given to somebody else than oneself.",
  "delegation.dates-reversed": ({ from, until }) =>
    `The delegation ends (${day(until)}) before it begins (${day(from)}).`,
  "delegation.too-long": ({ days, maximum }) =>
    `The delegation lasts ${days} days; at most ${maximum} are accepted.`,
  "delegation.unknown": ({ delegator, delegate }) =>
    `${quoted(delegator)} has given no delegation to ${quoted(delegate)} in this capacity.`,
}

/** The English sentence of each refusal of a use case. */
export const applicationRefusalsEn: SentencesOf<ApplicationRefusal> = {
  "interview.unknown": ({ agent, year }) =>
    `The agent ${quoted(agent)} has no interview of this type for the year ${year}.`,
  "appeal.unknown": ({ agent, year }) =>
    `No appeal is lodged against the report ${year} of the agent ${quoted(agent)}.`,
  "report.not-available": ({ agent, year }) =>
    `The report ${year} of the agent ${quoted(agent)} is not communicated yet.`,
  "report.not-handed-over": ({ agent, year }) =>
    `The personnel file does not have the report ${year} of the agent ${quoted(agent)} yet: delete the interview once it has.`,
  "file.unknown": ({ agent, year }) =>
    `This file does not belong to the interview ${year} of the agent ${quoted(agent)}.`,
  "deadline.unknown-act": ({ act, known }) =>
    `No period bears on the act ${quoted(act)}; known acts: ${known.length === 0 ? "none" : known.join(", ")}.`,
  "person.unknown": ({ person }) => `The directory does not know the person ${quoted(person)}.`,
  "person.without-address": () =>
    "This person has no valid e-mail address: choose another means of notification.",
  "document.unprintable": ({ characters }) =>
    `The document cannot be printed: the fonts have no shape for some characters (${characters.join(" ")}).`,
}
