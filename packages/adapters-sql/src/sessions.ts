/**
 * Open sessions on a table, where a unique index keeps one seat for a school (UI-03): of servers that
 * open a session for it at one instant, the database lets one win.
 */
import type { Instant } from "@convoque/core/kernel/calendar"
import type { Capacity, ManagerCode, PersonId, TenantId, Uai } from "@convoque/core/kernel/identity"
import {
  type SchoolSession,
  type Session,
  type SessionAlreadyOpen,
  Sessions,
  type StorageUnavailable,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Database } from "./database/database.ts"

/** Gives the sessions on a database. */
export const sessionsOn = (database: Database["Service"]): Sessions["Service"] =>
  Sessions.of({
    open: (session) => opened(database, session),
    find: (id, now) =>
      Effect.map(database.read<SessionRow>(findSession, [id, now]), ([row]) =>
        row === undefined ? undefined : sessionOf(id, row),
      ),
    extend: (id, expiresAt) => Effect.asVoid(database.write(extendSession, [id, expiresAt])),
    close: (id) => Effect.asVoid(database.write(closeSession, [id])),
    schools: (tenant, now) =>
      Effect.map(database.read<SeatRow>(listSeats, [tenant, now]), (rows) => rows.map(seatOf)),
    release: ({ tenant, school }, now) =>
      Effect.map(
        database.write<{ released: boolean }>(releaseSeat, [tenant, school, now]),
        ([row]) => row?.released === true,
      ),
    purge: (before) =>
      Effect.map(
        database.write<{ purged: number }>(purgeSessions, [before]),
        ([row]) => row?.purged ?? 0,
      ),
  })

interface OpenedRow {
  readonly taken: boolean
  readonly expires_at: Instant | null
}

// A seat that was taken a moment ago is not seen by a statement begun before; the next one sees it.
const opened = (
  database: Database["Service"],
  session: Session,
): Effect.Effect<void, SessionAlreadyOpen | StorageUnavailable> =>
  Effect.gen(function* () {
    const { id, tenant, person, capacities, managerCode, openedAt, school } = session
    const [row] = yield* database.write<OpenedRow>(openSession, [
      id,
      tenant,
      person,
      capacities,
      school ?? null,
      managerCode ?? null,
      openedAt,
      session.expiresAt,
    ])
    if (row?.taken === true || school === undefined) return
    const expiresAt = row?.expires_at ?? openedAt
    if (expiresAt <= openedAt) return yield* opened(database, session)
    return yield* Effect.fail({ _tag: "session.already-open", school, expiresAt } as const)
  })

interface SessionRow {
  readonly tenant: TenantId
  readonly person: PersonId
  readonly capacities: ReadonlyArray<Capacity>
  readonly school: Uai | null
  readonly manager_code: ManagerCode | null
  readonly opened_at: Instant
  readonly expires_at: Instant
}

const sessionOf = (id: string, row: SessionRow): Session => ({
  id,
  tenant: row.tenant,
  person: row.person,
  capacities: row.capacities,
  ...(row.school === null ? {} : { school: row.school }),
  ...(row.manager_code === null ? {} : { managerCode: row.manager_code }),
  openedAt: row.opened_at,
  expiresAt: row.expires_at,
})

interface SeatRow {
  readonly school: Uai
  readonly opened_at: Instant
  readonly expires_at: Instant
}

const seatOf = ({ school, opened_at, expires_at }: SeatRow): SchoolSession => ({
  school,
  openedAt: opened_at,
  expiresAt: expires_at,
})

// The row of a seat passes from the session that has expired to the new one, which so ends the other.
const openSession = `/* open session */ with taken as (
  insert into convoque.session as s
    (id, tenant, person, capacities, school, manager_code, opened_at, expires_at)
  values ($1, $2, $3, $4::text[], $5, $6, $7::timestamptz, $8::timestamptz)
  on conflict (tenant, school) where school is not null do update
  set id = excluded.id, person = excluded.person, capacities = excluded.capacities,
    manager_code = excluded.manager_code, opened_at = excluded.opened_at,
    expires_at = excluded.expires_at
  where s.expires_at <= excluded.opened_at
  returning 1)
select exists (select from taken) as taken, s.expires_at
from (select 1) one left join convoque.session s on s.tenant = $2 and s.school = $5`

const findSession = `/* session */ select
  tenant, person, capacities, school, manager_code, opened_at, expires_at
from convoque.session where id = $1 and expires_at > $2::timestamptz`

const extendSession = `/* extend session */ update convoque.session set expires_at = $2::timestamptz
where id = $1 and expires_at < $2::timestamptz`

const closeSession = `delete from convoque.session where id = $1`

const listSeats = `select school, opened_at, expires_at from convoque.session
where tenant = $1 and school is not null and expires_at > $2::timestamptz order by school`

const releaseSeat = `with released as (
  delete from convoque.session
  where tenant = $1 and school = $2 and expires_at > $3::timestamptz returning 1)
select exists (select from released) as released`

const purgeSessions = `with purged as (
  delete from convoque.session where expires_at < $1::timestamptz returning 1)
select count(*)::int as purged from purged`
