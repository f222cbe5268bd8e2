/** Traces of consultation and personnel files. */
import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

const statements: ReadonlyArray<string> = [
  `create table convoque.consultation (
    tenant text collate "C" not null,
    concerns text collate "C" not null,
    at timestamptz not null,
    place bigint generated always as identity,
    acting jsonb not null,
    what text not null,
    kind text collate "C" not null,
    key text collate "C" not null,
    primary key (tenant, concerns, at, place)
  )`,
  `create index consultation_age on convoque.consultation (at)`,
  `create table convoque.personnel_document (
    tenant text collate "C" not null,
    person text collate "C" not null,
    key text collate "C" not null,
    file_name text not null,
    filed_at timestamptz not null,
    content jsonb not null,
    primary key (tenant, person, key)
  )`,
]

/** Makes the tables of traces and of personnel files. */
export const personnel0003: Migration = {
  up: async (db: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}
