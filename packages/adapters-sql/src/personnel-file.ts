/** Personnel files on a table of their own (dossiers administratifs). */
import type { DocumentContent } from "@convoque/core/kernel/document"
import type { Instant } from "@convoque/core/kernel/calendar"
import { type FiledAttachment, PersonnelFile } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Database } from "./database/database.ts"

/** Gives the personnel files on a database; no erasure of aggregates touches their table. */
export const personnelFileOn = (database: Database["Service"]): PersonnelFile["Service"] =>
  PersonnelFile.of({
    file: ({ tenant, person, key, fileName, filedAt, content, attachments }) =>
      Effect.asVoid(
        database.write(fileText, [
          tenant,
          person,
          key,
          fileName,
          filedAt,
          JSON.stringify(content),
          JSON.stringify(attachments.map(keptFile)),
        ]),
      ),
    list: (tenant, person) =>
      Effect.map(database.read<FiledRow>(listText, [tenant, person]), (rows) =>
        rows.map(({ key, file_name, filed_at, content, attachments }) => ({
          tenant,
          person,
          key,
          fileName: file_name,
          filedAt: filed_at,
          content,
          attachments: attachments.map(readFile),
        })),
      ),
  })

interface FiledRow {
  readonly key: string
  readonly file_name: string
  readonly filed_at: Instant
  readonly content: DocumentContent
  readonly attachments: ReadonlyArray<KeptFile>
}

interface KeptFile {
  readonly fileName: string
  readonly mediaType: string
  readonly base64: string
}

const keptFile = ({ fileName, mediaType, bytes }: FiledAttachment): KeptFile => ({
  fileName,
  mediaType,
  base64: Buffer.from(bytes).toString("base64"),
})

const readFile = ({ fileName, mediaType, base64 }: KeptFile): FiledAttachment => ({
  fileName,
  mediaType,
  bytes: Uint8Array.from(Buffer.from(base64, "base64")),
})

const fileText = `insert into convoque.personnel_document
  (tenant, person, key, file_name, filed_at, content, attachments)
values ($1, $2, $3, $4, $5::timestamptz, $6::jsonb, $7::jsonb)
on conflict (tenant, person, key) do update set file_name = excluded.file_name,
  filed_at = excluded.filed_at, content = excluded.content,
  attachments = excluded.attachments`

const listText = `select key, file_name, filed_at, content, attachments from convoque.personnel_document
where tenant = $1 and person = $2 order by filed_at, key`
