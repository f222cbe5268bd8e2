/** Imported registers: their rows, how often each has changed, and where a file waits to be compared. */
import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

// Keys can be long: the indexes by owner and by part do without them, an owner has few rows to sort.
// Texts are compared by code point, as in memory. What waits is written nowhere but in its table:
// after a crash of the server it is gone, which the import that left it notices.
const statements: ReadonlyArray<string> = [
  `create table convoque.register (
    tenant text collate "C" not null,
    name text collate "C" not null,
    revision int not null,
    primary key (tenant, name))`,
  `create table convoque.register_row (
    tenant text collate "C" not null,
    register text collate "C" not null,
    key text collate "C" not null,
    part text collate "C" not null,
    owner text collate "C" not null,
    sort text collate "C" not null,
    search text collate "C" not null,
    row jsonb not null,
    primary key (tenant, register, key))`,
  `create index register_row_owner on convoque.register_row (tenant, register, owner)`,
  `create index register_row_part on convoque.register_row (tenant, register, part, owner)`,
  `create table convoque.register_import (
    id bigint generated always as identity primary key,
    tenant text not null,
    register text not null,
    began_at timestamptz not null)`,
  `create unlogged table convoque.register_staging (
    import bigint not null,
    line int not null,
    key text collate "C" not null,
    part text collate "C" not null,
    owner text collate "C" not null,
    sort text collate "C" not null,
    search text collate "C" not null,
    refs text[] collate "C",
    row jsonb not null)`,
  `create index register_staging_import on convoque.register_staging (import)`,
]

/** Makes the tables of imported registers. */
export const importedRegisters0007: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
