/** What happens to an entry window. */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import { entryNameFields } from "./model.ts"

const named = { ...actFields, ...entryNameFields } as const

/** What happened to an entry window; a validation is told to the management service. */
export const EntryEvent = Schema.TaggedUnion({
  CompetenceEntryOpened: named,
  CompetenceEntryValidated: named,
  CompetenceEntryReopened: named,
  CompetenceEntryClosed: named,
})
export type EntryEvent = typeof EntryEvent.Type
