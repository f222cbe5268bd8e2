/** The reference pages of the machines of interviews and of what surrounds them. */
import {
  appealGrounds,
  appealMachine,
  applicationGrounds,
  campaignGrounds,
  campaignMachine,
  delegationGrounds,
  delegationMachine,
  exportGrounds,
  exportMachine,
  interviewGrounds,
  interviewMachine,
  wordingFr,
} from "@convoque/core/interviews"
import { interviewsSamples } from "./interview-samples.ts"
import { machinePage } from "./machine-page.ts"
import { sentenceFrom } from "./sentences.ts"

const sentence = sentenceFrom(wordingFr.refusals, interviewsSamples)

/** Outside of the circuit no step is named. */
const sentenceWithoutStep = sentenceFrom(wordingFr.refusals, {
  ...interviewsSamples,
  "delegation.not-allowed": { command: "grantDelegation" },
})

const examples = "In the sentences of the refusals, values are examples."

/** Gives the pages, by path from the root. */
export const interviewPages = (): Readonly<Record<string, string>> => ({
  "docs/reference/machines/interview.md": machinePage({
    title: "Interview (Interview)",
    about:
      "One aggregate per type, year and agent. After `held` the steps of the circuit are those of " +
      "the campaign's procedure ([shipped procedures](../procedures.md)). A pair of state and " +
      "command that is not in the table is refused with `interview.illegal-transition`, " +
      "`interview.duplicate` when it opens a second interview, `interview.deleted` when it is " +
      `deleted. The last refusals are those of the use cases, before any decision. ${examples}`,
    machine: interviewMachine,
    grounds: { ...interviewGrounds, ...applicationGrounds },
    sentence,
  }),
  "docs/reference/machines/appeal.md": machinePage({
    title: "Appeal against a report (Appeal)",
    about:
      "One aggregate per interview, fed by its notification. A pair of state and command that is " +
      `not in the table is refused with \`appeal.illegal-transition\`. ${examples}`,
    machine: appealMachine,
    grounds: appealGrounds,
    sentence: sentenceWithoutStep,
  }),
  "docs/reference/machines/delegation.md": machinePage({
    title: "Delegation (Delegation)",
    about:
      "One aggregate per delegator, delegate and capacity. What was never granted is " +
      `\`delegation.unknown\`. ${examples}`,
    machine: delegationMachine,
    grounds: delegationGrounds,
    sentence: sentenceWithoutStep,
  }),
  "docs/reference/machines/interview-campaign.md": machinePage({
    title: "Campaign of interviews (InterviewCampaign)",
    about:
      "Its status (`in-preparation`, `running`, `completed`) is derived, never stored. A pair of " +
      "state and command that is not in the table is refused with " +
      `\`campaign.illegal-transition\`. ${examples}`,
    machine: campaignMachine,
    grounds: campaignGrounds,
    sentence,
  }),
  "docs/reference/machines/interview-export.md": machinePage({
    title: "Export of interviews (InterviewExport)",
    about:
      "One aggregate per export asked for. A worker takes it by an event; of two workers one has a " +
      "stale version. A pair of state and command that is not in the table is refused with " +
      `\`export.illegal-transition\`. ${examples}`,
    machine: exportMachine,
    grounds: exportGrounds,
    sentence,
  }),
})
