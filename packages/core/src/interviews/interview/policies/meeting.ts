/**
 * The mails about the date of an interview: proposed, changed, withdrawn, deleted with its interview.
 *
 * @requirement CAM-06
 * @requirement ENT-06
 * @requirement ENT-07
 */
import * as Result from "effect/Result"
import { addDays, type CivilDate, type CivilTime, instantAt } from "../../../kernel/calendar.ts"
import type { AttachedDocument, MessageContent } from "../../../kernel/message.ts"
import { personName } from "../../../kernel/ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import {
  blankReportDocument,
  enclosureLabels,
  proposalDocument,
  type ProposedInterview,
} from "../documents.ts"
import { meetingRows } from "../documents/paper.ts"
import type { OpenedInterview } from "../state.ts"
import { calendarParts, lastMeeting } from "./calendar.ts"
import { type Correspondence, type EventOf, letterTo } from "./letter.ts"

// A date replaces the one before, and its withdrawal the last one, while it has not left: so the
// letter of a new date carries the enclosures again.
const meetingThread = "meeting"

/** Gives the mail that proposes a date to the agent, with the letter and its enclosures. */
export const proposal = (
  state: ProposedInterview,
  event: EventOf<"InterviewProposed" | "InterviewPostponed">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { wording, terms } = correspondence
  const { documents, mails } = wording
  const isNew = event._tag === "InterviewProposed"
  const words = isNew ? mails.proposed : mails.postponed
  const labels = enclosureLabels(state, wording)
  return letterTo(event.agent, correspondence, {
    kind: isNew ? "interview-proposed" : "interview-postponed",
    subject: words.subject,
    body: [
      words.body(terms.label, personName(state.superior)),
      meetingRows(event.meeting, wording)
        .map(({ label, value }) => mails.meetingLine(label, value))
        .join("\n"),
      ...(isNew
        ? []
        : [mails.formerDate(wording.dates.long(event.former.date)), mails.reason(event.reason)]),
      ...(labels.length === 0 ? [] : [mails.enclosed(labels)]),
    ],
    documents: [
      {
        fileName: documents.proposal.fileName(state.agent.id, state.year),
        content: proposalDocument(state, terms, wording),
      },
      ...blankReport(state, correspondence),
    ],
    files: state.enclosures.flatMap(({ file }) => (file === undefined ? [] : [file])),
    calendar: calendarParts(state, correspondence),
    rest: { thread: meetingThread, ...uselessAfter(event.meeting.date, terms) },
  })
}

const blankReport = (
  state: ProposedInterview,
  { wording, terms }: Correspondence,
): ReadonlyArray<AttachedDocument> =>
  state.enclosures.some(({ kind, file }) => kind === "report-template" && file === undefined)
    ? [
        {
          fileName: wording.documents.report.blankFileName(state.year),
          content: blankReportDocument(state, terms, wording),
        },
      ]
    : []

// The day after the interview; where its midnight does not exist the mail has no such limit.
const uselessAfter = (
  date: CivilDate,
  { zone }: CampaignTerms,
): Pick<MessageContent, "uselessAfter"> => {
  const midnight = instantAt({ date: addDays(date, 1), time: "00:00" as CivilTime, zone })
  return Result.isSuccess(midnight) ? { uselessAfter: midnight.success } : {}
}

/** Gives the mail that withdraws a date. */
export const unplanned = (
  state: OpenedInterview,
  event: EventOf<"InterviewUnplanned">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { dates, mails } = correspondence.wording
  return letterTo(event.agent, correspondence, {
    kind: "interview-unplanned",
    subject: mails.unplanned.subject,
    body: [
      mails.unplanned.body(dates.long(event.former.date), personName(state.superior)),
      mails.reason(event.reason),
    ],
    calendar: calendarParts(state, correspondence),
    rest: { thread: meetingThread },
  })
}

/** Gives the mail that tells the agent of the deletion of an interview that was proposed. */
export const deleted = (
  state: Extract<OpenedInterview, { readonly _tag: "deleted" }>,
  { reason }: EventOf<"InterviewDeleted">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { dates, mails } = correspondence.wording
  const meeting = lastMeeting(state)
  if (state.was !== "proposed" || meeting === undefined) return []
  return letterTo(state.agent, correspondence, {
    kind: "interview-deleted",
    subject: mails.deleted.subject,
    body: [
      mails.deleted.body(dates.long(meeting.date), personName(state.superior)),
      ...(reason === undefined ? [] : [mails.reason(reason)]),
    ],
    calendar: calendarParts(state, correspondence),
    rest: { thread: meetingThread },
  })
}
