/** Idempotency keys on a table: of requests at the same time, one takes the key. */
import {
  type IdempotencyKey,
  IdempotencyKeys,
  type IdempotencyState,
  type StorageUnavailable,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Database } from "./database/database.ts"

/** Gives the idempotency keys on a database. */
export const idempotencyKeysOn = (database: Database["Service"]): IdempotencyKeys["Service"] =>
  IdempotencyKeys.of({
    begin: (key, { now, until }) => begun(database, key, [now, until]),
    complete: (key, answer) =>
      Effect.asVoid(database.write(completeText, [...nameOf(key), answer])),
    abandon: (key) => Effect.asVoid(database.write(abandonText, nameOf(key))),
    purge: (before) =>
      Effect.map(
        database.write<{ purged: number }>(purgeText, [before]),
        ([row]) => row?.purged ?? 0,
      ),
  })

const nameOf = ({ tenant, owner, key, fingerprint }: IdempotencyKey): ReadonlyArray<string> => [
  tenant,
  owner,
  key,
  fingerprint,
]

interface KeyRow {
  readonly taken: boolean
  readonly fingerprint: string | null
  readonly answer: string | null
}

// A key that another request took a moment ago is not seen by a statement begun before; the next
// statement sees it.
const begun = (
  database: Database["Service"],
  key: IdempotencyKey,
  time: ReadonlyArray<string>,
): Effect.Effect<IdempotencyState, StorageUnavailable> =>
  Effect.gen(function* () {
    const [row] = yield* database.write<KeyRow>(beginText, [...nameOf(key), ...time])
    if (row?.taken === true) return { _tag: "new" }
    if (row === undefined || row.fingerprint === null) return yield* begun(database, key, time)
    if (row.fingerprint !== key.fingerprint) return { _tag: "other-request" }
    return row.answer === null ? { _tag: "in-progress" } : { _tag: "answered", answer: row.answer }
  })

const beginText = `/* begin key */ with taken as (
  insert into convoque.idempotency_key as k
    (tenant, owner, key, fingerprint, taken_at, until)
  values ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz)
  on conflict (tenant, owner, key) do update
  set fingerprint = excluded.fingerprint, taken_at = excluded.taken_at, until = excluded.until
  where k.answer is null and k.until <= excluded.taken_at
  returning 1)
select exists (select from taken) as taken, k.fingerprint, k.answer
from (select 1) one left join convoque.idempotency_key k
  on k.tenant = $1 and k.owner = $2 and k.key = $3`

const completeText = `update convoque.idempotency_key set answer = $5
where tenant = $1 and owner = $2 and key = $3 and fingerprint = $4`

const abandonText = `delete from convoque.idempotency_key
where tenant = $1 and owner = $2 and key = $3 and fingerprint = $4 and answer is null`

const purgeText = `with purged as (
  delete from convoque.idempotency_key where taken_at < $1::timestamptz returning 1)
select count(*)::int as purged from purged`
