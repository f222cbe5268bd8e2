/** The mail server, as the sender of the outbox sees it. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Instant } from "../calendar.ts"
import type { MessageContent } from "../message.ts"
import type { RenderedFile } from "./documents.ts"

/** A message whose documents are bytes; `messageId` stays the same at every attempt. */
export interface OutgoingMail {
  readonly messageId: string
  readonly date: Instant
  readonly content: MessageContent
  readonly attachments: ReadonlyArray<{ readonly fileName: string; readonly file: RenderedFile }>
}

/** The server will never take this mail: an unknown recipient, a refused content. */
export class MailRefused extends Schema.TaggedError<MailRefused>()("MailRefused", {
  answer: Schema.String,
}) {}

/** The mail may leave later: no server, a time-out, a full mailbox, a lost connection. */
export class MailDeferred extends Schema.TaggedError<MailDeferred>()("MailDeferred", {
  answer: Schema.String,
}) {}

/** Hands one mail to a mail server and tells what it answered. */
export class MailTransport extends Context.Service<
  MailTransport,
  {
    /** Hands a mail to the server and gives its answer. */
    readonly send: (mail: OutgoingMail) => Effect.Effect<string, MailRefused | MailDeferred>
  }
>()("core/kernel/MailTransport") {}
