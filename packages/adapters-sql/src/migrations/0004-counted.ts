/** The values of counted filters beside their lines, so that a list is counted from an index. */
import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

const places: ReadonlyArray<number> = [1, 2, 3, 4, 5]

// A table of some size is not written again: lines are counted from their filters until they are
// next written. Lines of views that count nothing are in none of these indexes but the first.
const statements: ReadonlyArray<string> = [
  `alter table convoque.view_entry add column counted int,
    ${places.map((place) => `add column count_${place} text collate "C"`).join(", ")}`,
  `drop index convoque.view_entry_scope`,
  `create index view_entry_scope on convoque.view_entry (tenant, view, scope, counted)`,
  ...places.map(
    (place) =>
      `create index view_entry_count_${place} on convoque.view_entry
        (tenant, view, scope, counted, count_${place}) where count_${place} is not null`,
  ),
]

/** Adds the columns and indexes of counted filters to the lines of lists. */
export const counted0004: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
