/**
 * The entry windows of a school year, for the management service: which schools have validated, and
 * which have not.
 *
 * @requirement CMP-23, CMP-25
 */
import * as Schema from "effect/Schema"
import { Instant, type SchoolYear } from "../../kernel/calendar.ts"
import type { View } from "../../kernel/listing.ts"
import { foldedKey } from "../../kernel/text.ts"
import { entryNameFields, EntryStatus } from "./model.ts"
import type { CompetenceEntry } from "./state.ts"

/** One window; `since` is the moment of its last act. */
export const EntryRow = Schema.Struct({
  ...entryNameFields,
  status: EntryStatus,
  since: Instant,
}).annotate({ identifier: "CompetenceEntryRow" })
export type EntryRow = typeof EntryRow.Type

/** Gives the scope of the windows of a school year. */
export const entriesOf = (year: SchoolYear): string => `year:${year}`

/** The windows that were opened at least once, by school; counted by status. */
export const competenceEntries: View<CompetenceEntry, EntryRow> = {
  name: "exam-missions.competence-entries",
  sortColumns: ["school", "since"],
  filterNames: ["status"],
  counted: ["status"],
  entries: (state) => {
    const last = state.acts.at(-1)
    if (last === undefined) return []
    const { school, year, at: since } = last
    return [
      {
        scope: entriesOf(year),
        part: "",
        sorts: { school, since },
        filters: { status: [state._tag] },
        search: foldedKey(school),
        row: { school, year, status: state._tag, since },
      },
    ]
  },
}
