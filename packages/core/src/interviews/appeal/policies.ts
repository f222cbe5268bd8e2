/**
 * Which mails leave when something happened to an appeal: word of it to the authority, its answer
 * and its decision to the agent, and the final report. Whoever has no possible address gets none.
 *
 * @requirement ENT-27
 */
import type { MessageContent } from "../../kernel/message.ts"
import { type Person, personName } from "../../kernel/ports.ts"
import { type Correspondence as Full, letterTo } from "../interview/policies.ts"
import { finalReportDocument } from "./documents.ts"
import type { AppealEvent } from "./events.ts"
import { isRevised } from "./rules/final-reports.ts"
import type { Appeal, LodgedAppeal } from "./state.ts"

type Correspondence = Pick<Full, "wording" | "terms">
type EventOf<Tag extends AppealEvent["_tag"]> = Extract<AppealEvent, { readonly _tag: Tag }>

/** Gives the messages that some events cause, in the order in which they should leave. */
export const appealMessages = (
  state: Appeal,
  events: ReadonlyArray<AppealEvent>,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> =>
  state._tag === "none" ? [] : events.flatMap((event) => reaction(state, event, correspondence))

const reaction = (
  state: LodgedAppeal,
  event: AppealEvent,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  switch (event._tag) {
    case "AppealLodged":
      return lodged(event, correspondence)
    case "AppealAnswered":
      return answered(state, event, correspondence)
    case "AppealDecided":
      return decided(event, correspondence)
    case "AppealAuthorityReplaced":
      return authorityReplaced(state, event, correspondence)
    case "FinalReportNotificationTried":
      return isSentByMail(event) ? finalReport(state, event.agent, correspondence) : []
    case "FinalReportNotified":
      return wasMailed(state) ? [] : finalReport(state, event.agent, correspondence)
    default:
      return []
  }
}

const isSentByMail = (event: AppealEvent): boolean =>
  event._tag === "FinalReportNotificationTried" &&
  event.notification.means === "mail" &&
  event.notification.fate === "sent"

// A notification by mail has sent the final report already; another one sends the same as a copy.
const wasMailed = ({ acts }: LodgedAppeal): boolean => {
  const decision = acts.findLastIndex(
    ({ _tag }) => _tag === "AppealAnswered" || _tag === "AppealDecided",
  )
  return acts.slice(decision + 1).some(isSentByMail)
}

const lodged = (
  { agent, authority, on, lastDay, late, answerBy }: EventOf<"AppealLodged">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { appeal, dates } = correspondence.wording
  const words = appeal.mails.lodged
  const name = personName(agent)
  return letterTo(authority, correspondence, {
    kind: "appeal-lodged",
    subject: words.subject(name),
    body: [
      words.body(name, dates.long(on)),
      ...(late ? [words.late(dates.long(lastDay))] : []),
      words.answerBy(dates.long(answerBy)),
    ],
  })
}

const answered = (
  { rules }: LodgedAppeal,
  { agent, on, outcome, reasons, committeeBy }: EventOf<"AppealAnswered">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { appeal, appealOutcomes, dates } = correspondence.wording
  const words = appeal.mails.answered
  return letterTo(agent, correspondence, {
    kind: "appeal-answered",
    subject: words.subject,
    body: [
      words.body(dates.long(on), appealOutcomes[outcome]),
      words.reasons(reasons),
      ...(committeeBy === undefined || rules.committee === undefined
        ? []
        : [words.committeeBy(rules.committee.label, dates.long(committeeBy))]),
    ],
  })
}

const decided = (
  { agent, on, outcome }: EventOf<"AppealDecided">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { appeal, appealOutcomes, dates } = correspondence.wording
  const words = appeal.mails.decided
  return letterTo(agent, correspondence, {
    kind: "appeal-decided",
    subject: words.subject,
    body: [words.body(dates.long(on), appealOutcomes[outcome])],
  })
}

const authorityReplaced = (
  state: LodgedAppeal,
  { former, authority, reason }: EventOf<"AppealAuthorityReplaced">,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { appeal, dates, mails } = correspondence.wording
  const { toAuthority, toFormer } = appeal.mails.authorityReplaced
  const kind = "appeal-authority-replaced"
  const agent = personName(state.agent)
  const why = mails.reason(reason)
  const { answerBy, lodging, _tag } = state
  return [
    ...letterTo(former, correspondence, {
      kind,
      subject: toFormer.subject(agent),
      body: [toFormer.body(agent, personName(authority)), why],
    }),
    ...letterTo(authority, correspondence, {
      kind,
      subject: toAuthority.subject(agent),
      body: [
        toAuthority.body(agent, dates.long(lodging.on), personName(former)),
        why,
        ...(_tag === "lodged" ? [appeal.mails.lodged.answerBy(dates.long(answerBy))] : []),
      ],
    }),
  ]
}

const finalReport = (
  state: LodgedAppeal,
  agent: Person,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  if (!isRevised(state)) return []
  const { terms, wording } = correspondence
  const words = wording.appeal.mails.finalReport
  return letterTo(agent, correspondence, {
    kind: "final-report-notified",
    subject: words.subject,
    body: [words.body],
    documents: [
      {
        fileName: wording.documents.report.finalFileName(state.agent.id, state.year),
        content: finalReportDocument(state, terms, wording),
      },
    ],
  })
}
