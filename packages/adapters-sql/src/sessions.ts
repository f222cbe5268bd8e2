/** Open sessions on a table. */
import type { Instant } from "@convoque/core/kernel/calendar"
import type { Capacity, PersonId, TenantId } from "@convoque/core/kernel/identity"
import { Sessions } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Database } from "./database/database.ts"

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
