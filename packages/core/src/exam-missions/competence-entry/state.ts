/** The states of an entry window; they stand apart from `model.ts` because a state keeps its acts. */
import * as Schema from "effect/Schema"
import { EntryEvent } from "./events.ts"

const keptFields = { acts: Schema.Array(EntryEvent) } as const

/** A window is closed until the management service opens it; a new school year starts closed. */
export const CompetenceEntry = Schema.TaggedUnion({
  closed: keptFields,
  open: keptFields,
  validated: keptFields,
})
export type CompetenceEntry = typeof CompetenceEntry.Type
