/** Threads of messages that replace each other, and until when a message is lent. */
import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

// A table of some size is not written again: the columns begin empty.
const statements: ReadonlyArray<string> = [
  `alter table convoque.message
    add column thread text collate "C",
    add column leased_until timestamptz`,
  `create index message_thread on convoque.message (tenant, kind, key, thread)
    where thread is not null`,
]

/** Adds the columns of threads and leases to the table of messages. */
export const threads0002: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
