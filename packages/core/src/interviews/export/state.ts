/** The states of an export. */
import * as Schema from "effect/Schema"
import { Instant } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { exportFields } from "./events.ts"
import { ExportedFile } from "./model.ts"

/** `request` is who asked and when, `attempts` how often a worker took it. */
const requestFields = {
  ...exportFields,
  request: Schema.Struct(actFields),
  attempts: Schema.Int,
} as const

/** The states of an export, one variant each with exactly its fields. */
export const Export = Schema.TaggedUnion({
  /** Nobody asked for it. */
  none: {},
  /** It waits for a worker, the first time or again. */
  requested: requestFields,
  /** A worker makes it: `done` parts of `total`, 0 of 0 while they are not counted. */
  running: { ...requestFields, until: Instant, done: Schema.Int, total: Schema.Int },
  /** Its mail is written; the files are kept until `until`, `attached` to the mail or not. */
  delivered: {
    ...requestFields,
    deliveredAt: Instant,
    files: Schema.NonEmptyArray(ExportedFile),
    attached: Schema.Boolean,
    until: Instant,
  },
  /** Its files are removed. */
  expired: { ...requestFields, deliveredAt: Instant, until: Instant },
  /** It is given up. */
  failed: { ...requestFields, reason: Schema.String },
})
export type Export = typeof Export.Type

/** An export that somebody asked for, whatever became of it. */
export type RequestedExport = Exclude<Export, { readonly _tag: "none" }>
