/**
 * Messages as data: what a person receives, frozen at the moment of the act that causes it.
 *
 * Bytes (mail, PDF, calendar) are rendered from it later and as often as needed; whether it was
 * delivered never changes a state.
 */
import * as Schema from "effect/Schema"
import { Instant, Zone } from "./calendar.ts"
import { DocumentContent } from "./document.ts"

/** A person's name and e-mail address. */
export const Mailbox = Schema.Struct({
  name: Schema.String,
  address: Schema.String,
}).annotate({ identifier: "Mailbox" })
export type Mailbox = typeof Mailbox.Type

/**
 * One entry of a calendar; the same `uid` with a higher `sequence` replaces the earlier one.
 * `zone` is that of the place, in which the recipient reads the hours.
 */
export const CalendarEntry = Schema.Struct({
  uid: Schema.String,
  sequence: Schema.Int,
  startsAt: Instant,
  endsAt: Instant,
  zone: Zone,
  summary: Schema.String,
  description: Schema.String,
  location: Schema.String,
  organizer: Mailbox,
}).annotate({ identifier: "CalendarEntry" })
export type CalendarEntry = typeof CalendarEntry.Type

/**
 * A calendar object (iTIP, RFC 5546): a request or a cancellation holds the entries of one
 * `uid` only, so an appointment is a part of its own.
 */
export const CalendarPart = Schema.Struct({
  fileName: Schema.String,
  method: Schema.Literals(["REQUEST", "CANCEL"]),
  entry: CalendarEntry,
}).annotate({ identifier: "CalendarPart" })
export type CalendarPart = typeof CalendarPart.Type

/** A document that goes with a message, under the file name that the recipient sees. */
export const AttachedDocument = Schema.Struct({
  fileName: Schema.String,
  content: DocumentContent,
}).annotate({ identifier: "AttachedDocument" })
export type AttachedDocument = typeof AttachedDocument.Type

/**
 * A file that goes with a message and is kept in the document storage under `key`, such as an
 * export. It is read when the message leaves.
 */
export const AttachedFile = Schema.Struct({
  fileName: Schema.String,
  key: Schema.String,
}).annotate({ identifier: "AttachedFile" })
export type AttachedFile = typeof AttachedFile.Type

/**
 * What is sent.
 *
 * - `kind`: what the message is for, such as `convocation-issued`;
 * - `paragraphs`: the body, in the reader's language;
 * - `uselessAfter`: the instant from which sending it would only confuse;
 * - `thread`: names messages that replace each other, such as the editions of one convocation and
 *   its cancellation. A commit that writes a message of a thread drops the earlier ones about the
 *   same aggregate that have not left; those of one commit do not replace each other.
 */
export const MessageContent = Schema.Struct({
  kind: Schema.String,
  to: Mailbox,
  language: Schema.String,
  subject: Schema.String,
  paragraphs: Schema.Array(Schema.String),
  documents: Schema.Array(AttachedDocument),
  files: Schema.optionalKey(Schema.Array(AttachedFile)),
  calendar: Schema.Array(CalendarPart),
  uselessAfter: Schema.optionalKey(Instant),
  thread: Schema.optionalKey(Schema.String),
}).annotate({ identifier: "MessageContent" })
export type MessageContent = typeof MessageContent.Type

/**
 * A message with its identity: the aggregate whose act caused it, and an `id` unique in the
 * tenant, made from the aggregate's version, so that one act never makes two messages.
 */
export const Message = Schema.Struct({
  id: Schema.String,
  about: Schema.Struct({ kind: Schema.String, key: Schema.String }),
  content: MessageContent,
}).annotate({ identifier: "Message" })
export type Message = typeof Message.Type
