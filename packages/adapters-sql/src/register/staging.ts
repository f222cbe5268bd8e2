/**
 * Where a file waits before it is compared: rows arrive in batches, each a statement by itself, so
 * that an upload holds no transaction and no connection.
 */
import type { ArrivingRow, Replacement, StorageUnavailable } from "@convoque/core/kernel/ports"
import { type Register, type RegisterRow, rowSearchText } from "@convoque/core/kernel/register"
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { Database } from "../database/database.ts"

/** The number of an import, as text. */
export type ImportId = string

/** Begins an import, uses its number, and clears what it has staged, however it ends. */
export const withImport = <A, E, R>(
  database: Database["Service"],
  {
    tenant,
    register: { name },
  }: { readonly tenant: string; readonly register: { readonly name: string } },
  use: (id: ImportId) => Effect.Effect<A, E, R>,
): Effect.Effect<A, E | StorageUnavailable, R> =>
  Effect.acquireUseRelease(
    Effect.gen(function* () {
      const now = DateTime.formatIso(DateTime.makeUnsafe(yield* Clock.currentTimeMillis))
      const [begun] = yield* database.write<{ id: ImportId }>(beginText, [tenant, name, now])
      return begun?.id ?? ""
    }),
    use,
    // What cannot be cleared now is cleared by the purge.
    (id) => Effect.ignore(cleared(database, id)),
  )

/** Stages the rows of a file and gives their number; two batches are under way at most. */
export const staged = <Row extends RegisterRow, E, R>(
  database: Database["Service"],
  id: ImportId,
  { register, rows }: Pick<Replacement<Row, E, R>, "register" | "rows">,
): Effect.Effect<number, E | StorageUnavailable, R> =>
  rows.pipe(
    Stream.grouped(batch),
    Stream.mapEffect(
      (some) =>
        Effect.as(database.write(stageText, [id, ...parametersOf(register, some)]), some.length),
      { concurrency: 2 },
    ),
    Stream.runFold(
      () => 0,
      (sum, length) => sum + length,
    ),
  )

/** Clears what imports that began before an instant have left; gives the number of rows. */
export const purged = (
  database: Database["Service"],
  before: string,
): Effect.Effect<number, StorageUnavailable> =>
  Effect.map(database.write<{ purged: number }>(purgeText, [before]), ([row]) => row?.purged ?? 0)

const batch = 2000

const cleared = (
  database: Database["Service"],
  id: ImportId,
): Effect.Effect<void, StorageUnavailable> =>
  Effect.gen(function* () {
    yield* database.write(endText, [id])
    yield* database.write(emptyText, [])
    yield* database.write(clearText, [id])
  })

const parametersOf = <Row extends RegisterRow>(
  register: Register<Row>,
  arriving: ReadonlyArray<ArrivingRow<Row>>,
): ReadonlyArray<string> => {
  const rows = arriving.map(({ row }) => row)
  const { references } = register
  const refs = rows.map((row) => textArray(references.map((one) => one.keyOf(row))))
  return [
    `{${arriving.map(({ line }) => line).join(",")}}`,
    textArray(rows.map((row) => register.key(row))),
    textArray(rows.map((row) => register.part(row))),
    textArray(rows.map((row) => register.owner(row))),
    textArray(rows.map((row) => register.sort(row))),
    textArray(rows.map((row) => rowSearchText(register, row))),
    references.length === 0 ? "{}" : textArray(refs),
    JSON.stringify(rows),
  ]
}

// The drivers write arrays too, at several times the cost.
const textArray = (texts: ReadonlyArray<string | null>): string =>
  `{${texts.map((text) => (text === null ? "null" : quoted(text))).join(",")}}`

const quoted = (text: string): string =>
  `"${special.test(text) ? text.replaceAll("\\", "\\\\").replaceAll('"', '\\"') : text}"`

const special = /["\\]/u

const beginText = `insert into convoque.register_import (tenant, register, began_at)
values ($1, $2, $3::timestamptz) returning id`

const stageText = `/* register stage */ insert into convoque.register_staging
  (import, line, key, part, owner, sort, search, refs, row)
select $1::bigint, r.line, r.key, r.part, r.owner, r.sort, r.search, r.refs::text[], r.row
from rows from (unnest($2::int[]), unnest($3::text[]), unnest($4::text[]), unnest($5::text[]),
  unnest($6::text[]), unnest($7::text[]), unnest($8::text[]), jsonb_array_elements($9::jsonb))
  as r (line, key, part, owner, sort, search, refs, row)`

const endText = `delete from convoque.register_import where id = $1::bigint`

// An empty table is quicker than deleted rows and leaves nothing to sweep. An import is known before
// it stages its first row, and none can stage while the table is locked.
const emptyText = `do $$ begin
  if exists (select from convoque.register_import) then return; end if;
  perform set_config('lock_timeout', '100ms', true);
  lock table convoque.register_staging in access exclusive mode;
  if exists (select from convoque.register_import) then return; end if;
  truncate convoque.register_staging;
exception when lock_not_available then null;
end $$`

const clearText = `delete from convoque.register_staging where import = $1::bigint`

const purgeText = `with old as (
  delete from convoque.register_import where began_at < $1::timestamptz returning id),
gone as (
  delete from convoque.register_staging s where s.import in (select id from old)
    or not exists (select from convoque.register_import i where i.id = s.import)
  returning s.import)
select count(*)::int as purged from gone`
