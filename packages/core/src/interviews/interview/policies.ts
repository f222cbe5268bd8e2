/**
 * Which mails leave when something happened to an interview: the e-mails of the catalogue's table,
 * and the notification that is made by mail. Whoever has no possible address gets none.
 *
 * Decision: a notification by mail that was sent carries the endorsed report itself, for the mail is
 * the act; no other step of the circuit writes to anybody but the communication. A request of
 * revision, which stops a period, is told to the superior, and its refusal to the agent.
 *
 * @requirement ENT-06
 * @requirement ENT-07
 * @requirement ENT-22
 * @requirement ENT-23
 * @requirement ENT-25
 * @requirement CAM-19
 */
import type { AttachedDocument, MessageContent } from "../../kernel/message.ts"
import { personName } from "../../kernel/ports.ts"
import { reportDocument } from "./documents.ts"
import { authorName } from "./documents/paper.ts"
import type { InterviewEvent } from "./events.ts"
import { authorityReplaced } from "./policies/authority.ts"
import { type Correspondence, type EventOf, letterTo } from "./policies/letter.ts"
import { deleted, proposal, unplanned } from "./policies/meeting.ts"
import { revisionDeclined, revisionGranted, revisionRequested } from "./policies/revision.ts"
import {
  type Interview,
  isReported,
  type OpenedInterview,
  type ReportedInterview,
} from "./state.ts"

export { type Correspondence, letterTo } from "./policies/letter.ts"

/** Gives the messages that some events cause, in the order in which they should leave. */
export const messagesOf = (
  state: Interview,
  events: ReadonlyArray<InterviewEvent>,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> =>
  state._tag === "none" ? [] : events.flatMap((event) => reaction(state, event, correspondence))

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
    case "RevisionRequested":
      return revisionRequested(state, event, correspondence)
    case "RevisionDeclined":
      return revisionDeclined(state, event, correspondence)
    case "InterviewDeleted":
      return state._tag === "deleted" ? deleted(state, event, correspondence) : []
    case "SuperiorReplaced":
    case "AuthorityReplaced":
      return replaced(state, event, correspondence)
    default:
      return []
  }
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
  if (event.revision !== undefined) return revisionGranted(state, event, correspondence)
  // Who takes his own report back needs no word of it.
  if (event.by.person === state.superior.id) return []
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

const replaced = (
  state: OpenedInterview,
  event: EventOf<"SuperiorReplaced" | "AuthorityReplaced">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> =>
  event._tag === "SuperiorReplaced"
    ? superiorReplaced(state, event, correspondence)
    : authorityReplaced(state, event, correspondence)

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
