/** The first tables: events, lists, messages and registers. All are keyed by the tenant first. */
import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

// Rows that change often leave room beside them, so that an update that touches no indexed column
// stays on its page and writes to no index.
const tables: ReadonlyArray<string> = [
  `create table convoque.head (
    tenant text collate "C" not null,
    kind text collate "C" not null,
    key text collate "C" not null,
    version int not null,
    primary key (tenant, kind, key)
  ) with (fillfactor = 70)`,
  `create table convoque.event (
    tenant text collate "C" not null,
    kind text collate "C" not null,
    key text collate "C" not null,
    version int not null,
    event_version int not null,
    at timestamptz not null default now(),
    event jsonb not null,
    primary key (tenant, kind, key, version)
  )`,
  `create table convoque.view_entry (
    tenant text collate "C" not null,
    kind text collate "C" not null,
    key text collate "C" not null,
    view text collate "C" not null,
    scope text collate "C" not null,
    part text collate "C" not null,
    sorts text[] collate "C" not null,
    filters text[] collate "C" not null,
    search text collate "C" not null,
    "row" jsonb not null,
    primary key (tenant, kind, key, view, scope, part)
  ) with (fillfactor = 80)`,
  `create table convoque.message (
    tenant text collate "C" not null,
    id text collate "C" not null,
    place bigint generated always as identity,
    kind text collate "C" not null,
    key text collate "C" not null,
    content jsonb not null,
    written_at timestamptz not null,
    attempts int not null default 0,
    fate text collate "C" not null default 'waiting',
    at timestamptz,
    next_at timestamptz,
    answer text,
    primary key (tenant, id)
  ) with (fillfactor = 80)`,
  `create table convoque.document (
    tenant text collate "C" not null,
    key text collate "C" not null,
    media_type text not null,
    bytes bytea not null,
    primary key (tenant, key)
  )`,
  `create table convoque.setting (
    tenant text collate "C" not null,
    name text collate "C" not null,
    value jsonb not null,
    primary key (tenant, name)
  )`,
  `create table convoque.session (
    id text collate "C" primary key,
    tenant text collate "C" not null,
    person text collate "C" not null,
    capacities text[] collate "C" not null,
    expires_at timestamptz not null
  )`,
  `create table convoque.idempotency_key (
    tenant text collate "C" not null,
    owner text collate "C" not null,
    key text collate "C" not null,
    fingerprint text not null,
    taken_at timestamptz not null,
    until timestamptz not null,
    answer text,
    primary key (tenant, owner, key)
  )`,
]

// A view has at most eight sort columns; an entry is only in the indexes of those it has.
const sortIndexes: ReadonlyArray<string> = [1, 2, 3, 4, 5, 6, 7, 8].map(
  (column) =>
    `create index view_entry_sort_${column} on convoque.view_entry
      (tenant, view, scope, (sorts[${column}]), key, part) where cardinality(sorts) >= ${column}`,
)

// The counts of lists read the first of these alone; it is small, since all lines of a list share
// one entry of it.
const otherIndexes: ReadonlyArray<string> = [
  `create index view_entry_scope on convoque.view_entry (tenant, view, scope)`,
  `create index message_due on convoque.message (place) where fate in ('waiting', 'deferred')`,
  `create index message_fate on convoque.message (tenant, fate, place)`,
  `create index message_about on convoque.message (tenant, kind, key)`,
  `create index session_expiry on convoque.session (expires_at)`,
  `create index idempotency_key_age on convoque.idempotency_key (taken_at)`,
]

/** Makes the tables and their indexes. */
export const tables0001: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of [...tables, ...sortIndexes, ...otherIndexes]) {
      await sql.raw(statement).execute(db)
    }
  },
}
