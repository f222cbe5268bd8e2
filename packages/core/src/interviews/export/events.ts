/** What happened to an export. */
import * as Schema from "effect/Schema"
import { Instant } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { Mailbox } from "../../kernel/message.ts"
import { ExportedFile, ExportFormat, ExportId, ExportSubject } from "./model.ts"

/** What an export is: its name, what it holds, in which format, for whom. */
export const exportFields = {
  export: ExportId,
  subject: ExportSubject,
  label: Schema.String,
  format: ExportFormat,
  requester: Mailbox,
} as const

/** How far a worker is. */
export const progressFields = {
  done: Schema.Int,
  total: Schema.Int,
  until: Instant,
} as const

/** What happened to an export, with who and when. */
export const ExportEvent = Schema.TaggedUnion({
  /** Somebody asked for it. */
  ExportRequested: { ...actFields, ...exportFields },
  /** A worker took it; from `until` on another one may. */
  ExportTaken: { ...actFields, until: Instant },
  /** So many of its parts are made. */
  ExportProgressed: { ...actFields, ...progressFields },
  /** Its files are made and the mail is written; they are kept until `until`. */
  ExportDelivered: {
    ...actFields,
    files: Schema.NonEmptyArray(ExportedFile),
    attached: Schema.Boolean,
    until: Instant,
  },
  /** It could not be made; `again` tells whether it is tried once more. */
  ExportFailed: { ...actFields, reason: Schema.String, again: Schema.Boolean },
  /** Its files are removed. */
  ExportExpired: actFields,
})
export type ExportEvent = typeof ExportEvent.Type
