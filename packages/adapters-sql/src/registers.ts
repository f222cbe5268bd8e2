/** Small ports on tables of their own: documents, settings, sessions. */
import type { Instant } from "@convoque/core/kernel/calendar"
import type { Capacity, PersonId, TenantId } from "@convoque/core/kernel/identity"
import { DocumentStorage, Sessions, Settings } from "@convoque/core/kernel/ports"
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

/** Gives the settings on a database. */
export const settingsOn = (database: Database["Service"]): Settings["Service"] =>
  Settings.of({
    get: (tenant, name) =>
      Effect.map(
        database.read<{ value: unknown }>(getSetting, [tenant, name]),
        ([row]) => row?.value,
      ),
    put: (tenant, name, value) =>
      Effect.asVoid(database.write(putSetting, [tenant, name, JSON.stringify(value)])),
  })

const getSetting = `select value from convoque.setting where tenant = $1 and name = $2`

const putSetting = `insert into convoque.setting (tenant, name, value) values ($1, $2, $3::jsonb)
on conflict (tenant, name) do update set value = excluded.value`

/** Gives the sessions on a database. */
export const sessionsOn = (database: Database["Service"]): Sessions["Service"] =>
  Sessions.of({
    open: ({ id, tenant, person, capacities, expiresAt }) =>
      Effect.asVoid(database.write(openSession, [id, tenant, person, capacities, expiresAt])),
    find: (id, now) =>
      Effect.map(database.read<SessionRow>(findSession, [id, now]), ([row]) =>
        row === undefined
          ? undefined
          : {
              id,
              tenant: row.tenant,
              person: row.person,
              capacities: row.capacities,
              expiresAt: row.expires_at,
            },
      ),
    extend: (id, expiresAt) => Effect.asVoid(database.write(extendSession, [id, expiresAt])),
    close: (id) => Effect.asVoid(database.write(closeSession, [id])),
    purge: (before) =>
      Effect.map(
        database.write<{ purged: number }>(purgeSessions, [before]),
        ([row]) => row?.purged ?? 0,
      ),
  })

interface SessionRow {
  readonly tenant: TenantId
  readonly person: PersonId
  readonly capacities: ReadonlyArray<Capacity>
  readonly expires_at: Instant
}

const openSession = `insert into convoque.session (id, tenant, person, capacities, expires_at)
values ($1, $2, $3, $4::text[], $5::timestamptz)`

const findSession = `/* session */ select tenant, person, capacities, expires_at
from convoque.session where id = $1 and expires_at > $2::timestamptz`

const extendSession = `update convoque.session set expires_at = $2::timestamptz where id = $1`

const closeSession = `delete from convoque.session where id = $1`

const purgeSessions = `with purged as (
  delete from convoque.session where expires_at < $1::timestamptz returning 1)
select count(*)::int as purged from purged`
