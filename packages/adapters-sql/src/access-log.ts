/** Traces of consultation on a table of their own. */
import type { Instant } from "@convoque/core/kernel/calendar"
import type { Actor } from "@convoque/core/kernel/identity"
import { AccessLog } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Database } from "./database/database.ts"

/** Gives the log of consultations on a database. */
export const accessLogOn = (database: Database["Service"]): AccessLog["Service"] =>
  AccessLog.of({
    record: ({ tenant, at, by, what, kind, key, concerns }) =>
      Effect.asVoid(
        database.write(recordText, [tenant, concerns, at, JSON.stringify(by), what, kind, key]),
      ),
    list: ({ tenant, concerns, limit }) =>
      Effect.map(database.read<TraceRow>(listText, [tenant, concerns, limit]), (rows) =>
        rows.map(({ acting, ...rest }) => ({ tenant, concerns, by: acting, ...rest })),
      ),
    purge: (before) =>
      Effect.map(
        database.write<{ purged: number }>(purgeText, [before]),
        ([row]) => row?.purged ?? 0,
      ),
  })

interface TraceRow {
  readonly at: Instant
  readonly acting: Actor
  readonly what: string
  readonly kind: string
  readonly key: string
}

const recordText = `/* consultation */ insert into convoque.consultation
  (tenant, concerns, at, acting, what, kind, key)
values ($1, $2, $3::timestamptz, $4::jsonb, $5, $6, $7)`

const listText = `select at, acting, what, kind, key from convoque.consultation
where tenant = $1 and concerns = $2 order by at desc, place desc limit $3::int`

const purgeText = `with purged as (
  delete from convoque.consultation where at < $1::timestamptz returning 1)
select count(*)::int as purged from purged`
