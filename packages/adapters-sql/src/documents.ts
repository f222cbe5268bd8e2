/** Kept files on a table, by tenant and key. */
import { DocumentStorage } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Database } from "./database/database.ts"

/** Gives the document storage on a database. */
export const documentStorageOn = (database: Database["Service"]): DocumentStorage["Service"] =>
  DocumentStorage.of({
    put: (tenant, key, { bytes, mediaType }) =>
      Effect.asVoid(database.write(putDocument, [tenant, key, mediaType, bytes])),
    get: (tenant, key) =>
      Effect.map(
        database.read<{ media_type: string; bytes: Uint8Array }>(getDocument, [tenant, key]),
        ([row]) =>
          row === undefined
            ? undefined
            : { bytes: Uint8Array.from(row.bytes), mediaType: row.media_type },
      ),
    remove: (tenant, key) => Effect.asVoid(database.write(removeDocument, [tenant, key])),
    removeUnder: (tenant, prefix) =>
      Effect.map(
        database.write<{ removed: number }>(removeDocuments, [tenant, prefix]),
        ([row]) => row?.removed ?? 0,
      ),
  })

const putDocument = `insert into convoque.document (tenant, key, media_type, bytes)
values ($1, $2, $3, $4::bytea)
on conflict (tenant, key) do update set media_type = excluded.media_type, bytes = excluded.bytes`

const getDocument = `select media_type, bytes from convoque.document where tenant = $1 and key = $2`

const removeDocument = `delete from convoque.document where tenant = $1 and key = $2`

// A range of the key, which its index finds: no character comes after the last one.
const removeDocuments = `with removed as (
  delete from convoque.document
  where tenant = $1 and key >= $2 and key < $2 || chr(1114111) and $2 <> '' returning 1)
select count(*)::int as removed from removed`
