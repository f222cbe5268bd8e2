/** What can be asked of an export, with the facts that deciding needs. */
import * as Schema from "effect/Schema"
import { Instant } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { PersonId } from "../../kernel/identity.ts"
import { exportFields, progressFields } from "./events.ts"
import { ExportedFile } from "./model.ts"

const { format: _, ...asked } = exportFields

/** What may be asked of an export. */
export const ExportCommand = Schema.TaggedUnion({
  /**
   * Asks for it; `interviews` tells how many it would hold, `superiors` are those of the interviews
   * to print, one each.
   */
  requestExport: {
    ...actFields,
    ...asked,
    format: Schema.String,
    interviews: Schema.Int,
    superiors: Schema.Array(PersonId),
  },
  /** Takes it for a worker, who makes it until `until` or tells how far he is. */
  takeExport: { ...actFields, until: Instant },
  /** Tells how far it is. */
  progressExport: { ...actFields, ...progressFields },
  /** Hands its files over. */
  deliverExport: {
    ...actFields,
    files: Schema.NonEmptyArray(ExportedFile),
    attached: Schema.Boolean,
    until: Instant,
  },
  /** Says that it could not be made. */
  failExport: { ...actFields, reason: Schema.String },
  /** Removes its files once their time is over. */
  expireExport: actFields,
})
export type ExportCommand = typeof ExportCommand.Type
