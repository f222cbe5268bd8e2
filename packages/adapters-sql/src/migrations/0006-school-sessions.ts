/** The seat of a school among sessions (UI-03): one row for a tenant and a school. */
import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

// The end of a session moves at most requests. In no index, it moves within its page; the purge
// reads the whole table, which holds the people of some hours.
const statements: ReadonlyArray<string> = [
  `alter table convoque.session
    add column school text collate "C",
    add column manager_code text collate "C",
    add column opened_at timestamptz not null default now()`,
  `create unique index session_seat on convoque.session (tenant, school)
    where school is not null`,
  `drop index convoque.session_expiry`,
  `alter table convoque.session set (fillfactor = 70)`,
]

/** Adds who acts for a school, and since when, to the table of sessions. */
export const schoolSessions0006: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
