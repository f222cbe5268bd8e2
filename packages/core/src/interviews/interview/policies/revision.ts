/**
 * The mails about a request of revision: the agent's to the superior, and its answer to the agent.
 *
 * @requirement ENT-23
 */
import { addDays, type CivilDate } from "../../../kernel/calendar.ts"
import type { MessageContent } from "../../../kernel/message.ts"
import { personName } from "../../../kernel/ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import { authorName } from "../documents/paper.ts"
import { stoppedDays } from "../rules/periods.ts"
import type { OpenedInterview } from "../state.ts"
import { type Correspondence, type EventOf, letterTo } from "./letter.ts"

/** Gives the mail that asks the superior for a revision, with the day that ends the stop. */
export const revisionRequested = (
  state: OpenedInterview,
  event: EventOf<"RevisionRequested">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { dates, mails } = correspondence.wording
  const words = mails.revisionRequested
  const agent = personName(state.agent)
  const until = stoppedUntil(event, correspondence.terms)
  return letterTo(state.superior, correspondence, {
    kind: "revision-requested",
    subject: words.subject(agent),
    body: [
      words.body(agent),
      mails.reason(event.reason),
      ...(until === undefined ? [] : [words.stopped(dates.long(until))]),
    ],
  })
}

/** Gives the mail that tells the agent that the report stands, with the new last day. */
export const revisionDeclined = (
  state: OpenedInterview,
  { by, reason, next: { due } }: EventOf<"RevisionDeclined">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { wording } = correspondence
  const { dates, mails } = wording
  return letterTo(state.agent, correspondence, {
    kind: "revision-declined",
    subject: mails.revisionDeclined.subject,
    body: [
      mails.revisionDeclined.body(authorName(by, { state, wording })),
      mails.reason(reason),
      due === undefined
        ? mails.completionOpen
        : mails.completion({ period: undefined, lastDay: dates.long(due) }),
    ],
  })
}

/** Gives the mail that tells the agent that his report is revised and will come again. */
export const revisionGranted = (
  state: OpenedInterview,
  { by, reason }: EventOf<"ReportReturned">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { wording } = correspondence
  const { mails } = wording
  return letterTo(state.agent, correspondence, {
    kind: "revision-granted",
    subject: mails.revisionGranted.subject,
    body: [mails.revisionGranted.body(authorName(by, { state, wording })), mails.reason(reason)],
  })
}

const stoppedUntil = (
  { on, next }: EventOf<"RevisionRequested">,
  terms: CampaignTerms,
): CivilDate | undefined => {
  const step = terms.procedure.steps.find((one) => one.step === next.step)
  return step === undefined ? undefined : addDays(on, stoppedDays(step, { requestedOn: on }, terms))
}
