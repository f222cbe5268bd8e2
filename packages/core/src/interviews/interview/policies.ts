/**
 * Which mails leave when something happened to an interview: the e-mails of the catalogue's table,
 * and the notification that is made by mail. Whoever has no possible address gets none.
 *
 * Decision: a notification by mail that was sent carries the endorsed report itself, for the mail is
 * the act; no other step of the circuit writes to anybody but the communication.
 *
 * @requirement ENT-06
 * @requirement ENT-07
 * @requirement ENT-22
 * @requirement ENT-25
 * @requirement CAM-19
 */
import * as Result from "effect/Result"
import { addDays, type CivilDate, type CivilTime, instantAt } from "../../kernel/calendar.ts"
import { isMailAddress } from "../../kernel/mail-address.ts"
import type { AttachedDocument, AttachedFile, MessageContent } from "../../kernel/message.ts"
import { type Person, personName } from "../../kernel/ports.ts"
import type { CampaignTerms } from "../terms/model/campaign-terms.ts"
import type { Wording } from "../wording.ts"
import {
  blankReportDocument,
  enclosureLabels,
  proposalDocument,
  type ProposedInterview,
  reportDocument,
} from "./documents.ts"
import { authorName, meetingRows } from "./documents/paper.ts"
import type { InterviewEvent } from "./events.ts"
import {
  type Interview,
  isReported,
  type OpenedInterview,
  type ReportedInterview,
} from "./state.ts"

/**
 * What messages are made with; with `managersTold` false, the managers of a replacement are told
 * by one mail for all their interviews, which the campaign writes.
 */
export interface Correspondence {
  readonly wording: Wording
  readonly terms: CampaignTerms
  readonly managersTold?: boolean
}

/** Gives the messages that some events cause, in the order in which they should leave. */
export const messagesOf = (
  state: Interview,
  events: ReadonlyArray<InterviewEvent>,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> =>
  state._tag === "none" ? [] : events.flatMap((event) => reaction(state, event, correspondence))

type EventOf<Tag extends InterviewEvent["_tag"]> = Extract<InterviewEvent, { readonly _tag: Tag }>

const reaction = (
  state: OpenedInterview,
  event: InterviewEvent,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  switch (event._tag) {
    case "InterviewProposed":
    case "InterviewPostponed":
      return state._tag === "proposed" ? proposal(state, event, correspondence) : []
    case "InterviewUnplanned":
      return unplanned(state, event, correspondence)
    case "ValidationStepCompleted":
      return event.done.kind === "communicate" && isReported(state)
        ? communicated(state, event, correspondence)
        : []
    case "NotificationTried":
      return event.notification.means === "mail" &&
        event.notification.fate === "sent" &&
        isReported(state)
        ? notified(state, correspondence)
        : []
    case "ReportReturned":
      return returned(state, event, correspondence)
    case "ReportCorrected":
      return isReported(state) ? corrected(state, event, correspondence) : []
    case "InterviewClosed":
      return isReported(state) ? closed(state, event, correspondence) : []
    case "SuperiorReplaced":
      return superiorReplaced(state, event, correspondence)
    default:
      return []
  }
}

/** Something to say to somebody, before it is a letter. */
interface Saying {
  readonly kind: string
  readonly subject: string
  readonly body: ReadonlyArray<string>
  readonly documents?: ReadonlyArray<AttachedDocument>
  readonly files?: ReadonlyArray<AttachedFile>
  readonly rest?: Pick<MessageContent, "thread" | "uselessAfter">
}

const letterTo = (
  person: Person,
  { wording, terms }: Correspondence,
  { kind, subject, body, documents = [], files = [], rest = {} }: Saying,
): ReadonlyArray<MessageContent> =>
  person.email === undefined || !isMailAddress(person.email)
    ? []
    : [
        {
          kind,
          to: { name: personName(person), address: person.email },
          language: wording.language,
          subject,
          paragraphs: [
            wording.mails.greeting(personName(person)),
            ...body,
            wording.mails.closing(terms.organizer.name),
          ],
          documents,
          ...(files.length === 0 ? {} : { files }),
          calendar: [],
          ...rest,
        },
      ]

// A date replaces the one before, and its withdrawal the last one, while it has not left: so the
// letter of a new date carries the enclosures again.
const meetingThread = "meeting"

const proposal = (
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

const unplanned = (
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
    rest: { thread: meetingThread },
  })
}

const communicated = (
  state: ReportedInterview,
  { agent, done, next }: EventOf<"ValidationStepCompleted">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { mails } = correspondence.wording
  return letterTo(agent ?? state.agent, correspondence, {
    kind: "report-communicated",
    subject: mails.communicated.subject,
    body: [
      mails.communicated.body(done.name ?? personName(state.superior)),
      ...(next?.kind === "complete" ? [completion(next, correspondence)] : []),
    ],
    documents: [report(state, correspondence)],
    rest: { thread: "report-communicated" },
  })
}

const completion = (
  { due, step }: NonNullable<EventOf<"ValidationStepCompleted">["next"]>,
  { terms, wording: { dates, mails } }: Correspondence,
): string => {
  if (due === undefined) return mails.completionOpen
  const period = terms.procedure.steps.find((one) => one.step === step)?.period?.period
  return mails.completion({
    period: period === undefined ? undefined : dates.period(period),
    lastDay: dates.long(due),
  })
}

const notified = (
  state: ReportedInterview,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const words = correspondence.wording.mails.notified
  return letterTo(state.agent, correspondence, {
    kind: "report-notified",
    subject: words.subject,
    body: [words.body(personName(state.authority))],
    documents: [report(state, correspondence)],
  })
}

const returned = (
  state: OpenedInterview,
  event: EventOf<"ReportReturned">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { mails } = correspondence.wording
  const agent = personName(state.agent)
  const by = authorName(event.by, { state, wording: correspondence.wording })
  return letterTo(state.superior, correspondence, {
    kind: "report-returned",
    subject: mails.returned.subject(agent),
    body: [mails.returned.body(agent, by), mails.reason(event.reason)],
  })
}

const corrected = (
  state: ReportedInterview,
  event: EventOf<"ReportCorrected">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { terms, wording } = correspondence
  const section = terms.template.sections.find((one) => one.section === event.section)
  return letterTo(event.agent, correspondence, {
    kind: "report-corrected",
    subject: wording.mails.corrected.subject,
    body: [
      wording.mails.corrected.body(section?.label ?? event.section),
      wording.mails.reason(event.reason),
    ],
    documents: [report(state, correspondence)],
  })
}

const closed = (
  state: ReportedInterview,
  event: EventOf<"InterviewClosed">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { dates, mails } = correspondence.wording
  return letterTo(event.agent, correspondence, {
    kind: "interview-closed",
    subject: mails.closed.subject,
    body: [mails.closed.body(dates.long(event.on))],
    documents: [report(state, correspondence)],
  })
}

const superiorReplaced = (
  state: OpenedInterview,
  { former, superior, reason }: EventOf<"SuperiorReplaced">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { mails } = correspondence.wording
  const { toAgent, toFormer, toSuperior } = mails.superiorReplaced
  const kind = "superior-replaced"
  const agent = personName(state.agent)
  const why = mails.reason(reason)
  const formerName = personName(former)
  const name = personName(superior)
  return [
    ...letterTo(state.agent, correspondence, {
      kind,
      subject: toAgent.subject,
      body: [toAgent.body(name)],
    }),
    ...(correspondence.managersTold === false
      ? []
      : [
          ...letterTo(former, correspondence, {
            kind,
            subject: toFormer.subject(agent),
            body: [toFormer.body(agent, name), why],
          }),
          ...letterTo(superior, correspondence, {
            kind,
            subject: toSuperior.subject(agent),
            body: [toSuperior.body(agent, formerName), why],
          }),
        ]),
  ]
}

const report = (
  state: ReportedInterview,
  { terms, wording }: Correspondence,
): AttachedDocument => ({
  fileName: wording.documents.report.fileName(state.agent.id, state.year),
  content: reportDocument(state, terms, wording),
})
