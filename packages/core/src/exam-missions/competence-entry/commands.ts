/** What can be asked of an entry window. */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import { entryNameFields } from "./model.ts"

const named = { ...actFields, ...entryNameFields } as const

/**
 * What may be asked of an entry window, complete with actor and instant. `statement` is the box
 * « J'ai terminé la saisie des compétences. »; `validationOpen` tells whether the activity of
 * validation is open, which is another one than that of entry (CMP-27).
 */
export const EntryCommand = Schema.TaggedUnion({
  openEntry: named,
  validateEntry: { ...named, statement: Schema.Boolean, validationOpen: Schema.Boolean },
  reopenEntry: named,
  closeEntry: named,
})
export type EntryCommand = typeof EntryCommand.Type
