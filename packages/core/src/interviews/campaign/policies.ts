/**
 * The mails of a campaign: reminders, one digest a manager; documents circulated to agents;
 * interviews that change hands.
 *
 * @requirement CAM-28
 * @requirement CAM-29
 * @requirement ENT-05
 */
import type { PersonId } from "../../kernel/identity.ts"
import { isMailAddress } from "../../kernel/mail-address.ts"
import type { MessageContent } from "../../kernel/message.ts"
import { type Person, personName } from "../../kernel/ports.ts"
import type { Interview } from "../interview/state.ts"
import { type InterviewRow, interviewRow } from "../interview/views.ts"
import type { CampaignTerms } from "../terms/model/campaign-terms.ts"
import type { Wording } from "../wording.ts"
import type { CirculatedDocument, ReminderTarget } from "./model.ts"
import { remindableStatuses } from "./rules/reminders.ts"

/** What the mails of a campaign are made with. */
export interface Correspondence {
  readonly wording: Wording
  readonly terms: Pick<CampaignTerms, "label" | "organizer">
}

/** A manager with the interviews that a mail names. */
export interface ManagerInterviews {
  readonly manager: Person
  readonly interviews: ReadonlyArray<InterviewRow>
}

/**
 * Gives the digest of a manager: his interviews in the status concerned, or all his open ones
 * grouped by status; nothing when there is none or no mail can reach him.
 */
export const reminderMail = (
  { manager, interviews }: ManagerInterviews,
  target: ReminderTarget,
  { wording, terms }: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { subject, opening, task } = wording.campaign.reminder
  const groups = remindableStatuses
    .filter((status) => target._tag === "manager" || target.status === status)
    .map((status) => ({ status, rows: interviews.filter((row) => row.status === status) }))
    .filter(({ rows }) => rows.length > 0)
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  if (count === 0) return []
  return mailTo(
    manager,
    { wording, terms },
    {
      kind: "interview-reminder",
      subject: subject(terms.label),
      body: [
        opening(count, terms.label),
        ...groups.flatMap(({ status, rows }) => [
          task[status],
          ...rows.map((row) => reminderLine(row, wording)),
        ]),
      ],
      // A later digest about the same says all that one which has not left said.
      thread: `reminder/${manager.id}/${target._tag === "status" ? target.status : "all"}`,
    },
  )
}

const reminderLine = ({ agent, date, next }: InterviewRow, wording: Wording): string =>
  wording.campaign.reminder.line({
    agent: agent.name,
    date: date === null ? undefined : wording.dates.long(date),
    nextStep: next?.label,
    due: next?.due === undefined ? undefined : wording.dates.long(next.due),
  })

/** Gives the mail that circulates documents to an agent, with those that are files. */
export const circulationMail = (
  agent: Person,
  documents: ReadonlyArray<CirculatedDocument>,
  { wording, terms }: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { subject, body } = wording.exports.circulated
  return mailTo(
    agent,
    { wording, terms },
    {
      kind: "interview-documents",
      subject: subject(terms.label),
      body: [body(documents.length), ...documents.map(({ label }) => `- ${label}`)],
      files: documents.flatMap(({ file }) => (file === undefined ? [] : [file])),
    },
  )
}

/**
 * Gives the mails when interviews change hands, as they were before: one to each manager who had
 * some, one to the manager who has them from now on, which names who had them.
 */
export const movedMails = (
  moved: ReadonlyArray<Interview>,
  superior: Person,
  correspondence: Correspondence,
): ReadonlyArray<MessageContent> => {
  const byFormer = new Map<PersonId, { manager: Person; interviews: Array<InterviewRow> }>()
  for (const state of moved) {
    if (state._tag === "none") continue
    const { superior: manager } = state
    const former = byFormer.get(manager.id) ?? { manager, interviews: [] }
    former.interviews.push(interviewRow(state))
    byFormer.set(manager.id, former)
  }
  const formers = [...byFormer.values()]
  return [
    ...formers.flatMap((former) => movedFromMail(former, superior, correspondence)),
    ...movedToMail(superior, formers, correspondence),
  ]
}

const movedFromMail = (
  { manager, interviews }: ManagerInterviews,
  superior: Person,
  { wording, terms }: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { subject, toFormer } = wording.campaign.moved
  return mailTo(
    manager,
    { wording, terms },
    {
      kind: "interviews-moved-away",
      subject: subject(terms.label),
      body: [toFormer(interviews.length, personName(superior)), ...agentsOf(interviews)],
    },
  )
}

const movedToMail = (
  superior: Person,
  formers: ReadonlyArray<ManagerInterviews>,
  { wording, terms }: Correspondence,
): ReadonlyArray<MessageContent> => {
  const { subject, toSuperior } = wording.campaign.moved
  return mailTo(
    superior,
    { wording, terms },
    {
      kind: "interviews-moved-here",
      subject: subject(terms.label),
      body: formers.flatMap(({ manager, interviews }) => [
        toSuperior(interviews.length, personName(manager)),
        ...agentsOf(interviews),
      ]),
    },
  )
}

const agentsOf = (interviews: ReadonlyArray<InterviewRow>): ReadonlyArray<string> =>
  interviews.map(({ agent }) => `- ${agent.name}`)

const mailTo = (
  person: Person,
  { wording, terms }: Correspondence,
  mail: Pick<MessageContent, "kind" | "subject" | "files" | "thread"> & {
    readonly body: ReadonlyArray<string>
  },
): ReadonlyArray<MessageContent> => {
  const address = person.email ?? ""
  if (!isMailAddress(address)) return []
  const { kind, subject, files = [], thread, body } = mail
  const name = personName(person)
  return [
    {
      kind,
      to: { name, address },
      language: wording.language,
      subject,
      paragraphs: [
        wording.mails.greeting(name),
        ...body,
        wording.mails.closing(terms.organizer.name),
      ],
      documents: [],
      ...(files.length === 0 ? {} : { files }),
      calendar: [],
      ...(thread === undefined ? {} : { thread }),
    },
  ]
}
