/** A mail to one person about an interview: greeting, body, closing; none without an address. */
import { isMailAddress } from "../../../kernel/mail-address.ts"
import type {
  AttachedDocument,
  AttachedFile,
  CalendarPart,
  MessageContent,
} from "../../../kernel/message.ts"
import { type Person, personName } from "../../../kernel/ports.ts"
import type { CampaignTerms } from "../../terms/model/campaign-terms.ts"
import type { Wording } from "../../wording.ts"
import type { InterviewEvent } from "../events.ts"

/**
 * What messages are made with.
 *
 * - `fileUid`: names the interview in every system, as the calendar of its agent does;
 * - `managersTold`: false when the campaign tells the managers of a replacement by one mail for all
 *   their interviews.
 */
export interface Correspondence {
  readonly wording: Wording
  readonly terms: CampaignTerms
  readonly fileUid: string
  readonly managersTold?: boolean
}

/** An event of one kind. */
export type EventOf<Tag extends InterviewEvent["_tag"]> = Extract<
  InterviewEvent,
  { readonly _tag: Tag }
>

/** The words of a letter and who signs it. */
export interface LetterSetting {
  readonly wording: Wording
  readonly terms: Pick<CampaignTerms, "organizer">
}

/** Something to say to somebody, before it is a letter. */
export interface Saying {
  readonly kind: string
  readonly subject: string
  readonly body: ReadonlyArray<string>
  readonly documents?: ReadonlyArray<AttachedDocument>
  readonly files?: ReadonlyArray<AttachedFile>
  readonly calendar?: ReadonlyArray<CalendarPart>
  readonly rest?: Pick<MessageContent, "thread" | "uselessAfter">
}

/** Gives the mail that says it to somebody; nothing when no mail can reach that person. */
export const letterTo = (
  person: Person,
  { wording, terms }: LetterSetting,
  { kind, subject, body, documents = [], files = [], calendar = [], rest = {} }: Saying,
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
          calendar,
          ...rest,
        },
      ]
