/** The files of the documents of personnel files, in base64 beside the document. */
import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

/** Adds the column of attachments to the documents of personnel files. */
export const attachments0005: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql
      .raw(
        `alter table convoque.personnel_document
          add column attachments jsonb not null default '[]'::jsonb`,
      )
      .execute(db)
  },
}
