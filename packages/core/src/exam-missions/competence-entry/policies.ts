/**
 * The mail that tells the management service that a school has finished its entry.
 *
 * @requirement CMP-23
 */
import type { Zone } from "../../kernel/calendar.ts"
import type { Mailbox, MessageContent } from "../../kernel/message.ts"
import type { Wording } from "../wording.ts"
import { type EntryName, entryKey } from "./model.ts"
import type { EntryEvent } from "./events.ts"

/** What the mail is made with; `schoolName` is the UAI when the register has no name. */
export interface EntryCorrespondence {
  readonly to: Mailbox
  readonly schoolName: string
  readonly wording: Wording
  readonly zone: Zone
}

/**
 * Gives the mails that events of a window cause: one for each validation. A later one of the same
 * window drops the earlier one if it has not left.
 */
export const entryMails = (
  events: ReadonlyArray<EntryEvent>,
  { to, schoolName, wording, zone }: EntryCorrespondence,
): ReadonlyArray<MessageContent> =>
  events.flatMap((event) => {
    if (event._tag !== "CompetenceEntryValidated") return []
    const { at, school, year } = event
    const { subject, body } = wording.competence.validated
    const named = { school, schoolName, year }
    return [
      {
        kind: "competence-entry-validated",
        to,
        language: wording.language,
        subject: subject(named),
        paragraphs: [body({ ...named, at, zone })],
        documents: [],
        calendar: [],
        thread: threadOf(event),
      },
    ]
  })

const threadOf = (name: EntryName): string => `competence-entry/${entryKey(name)}`
