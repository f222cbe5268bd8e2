/** Personnel files on a table of their own (dossiers administratifs). */
import type { DocumentContent } from "@convoque/core/kernel/document"
import type { Instant } from "@convoque/core/kernel/calendar"
import { PersonnelFile } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Database } from "./database/database.ts"

/** Gives the personnel files on a database; no erasure of aggregates touches their table. */
export const personnelFileOn = (database: Database["Service"]): PersonnelFile["Service"] =>
  PersonnelFile.of({
    file: ({ tenant, person, key, fileName, filedAt, content }) =>
      Effect.asVoid(
        database.write(fileText, [tenant, person, key, fileName, filedAt, JSON.stringify(content)]),
      ),
    list: (tenant, person) =>
      Effect.map(database.read<FiledRow>(listText, [tenant, person]), (rows) =>
        rows.map(({ key, file_name, filed_at, content }) => ({
          tenant,
          person,
          key,
          fileName: file_name,
          filedAt: filed_at,
          content,
        })),
      ),
  })

interface FiledRow {
  readonly key: string
  readonly file_name: string
  readonly filed_at: Instant
  readonly content: DocumentContent
}

const fileText = `insert into convoque.personnel_document
  (tenant, person, key, file_name, filed_at, content)
values ($1, $2, $3, $4, $5::timestamptz, $6::jsonb)
on conflict (tenant, person, key) do update set file_name = excluded.file_name,
  filed_at = excluded.filed_at, content = excluded.content`

const listText = `select key, file_name, filed_at, content from convoque.personnel_document
where tenant = $1 and person = $2 order by filed_at, key`
