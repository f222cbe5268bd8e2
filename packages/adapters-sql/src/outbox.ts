/** Outbox on the table of messages (boîte d'envoi); a lease moves `next_at` to its end. */
import type { Instant } from "@convoque/core/kernel/calendar"
import type { TenantId } from "@convoque/core/kernel/identity"
import type { MessageContent } from "@convoque/core/kernel/message"
import {
  type Fate,
  MessageNotResendable,
  Outbox,
  type OutboxEntry,
  superseded,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Database } from "./database/database.ts"

/** Gives the outbox port on a database. */
export const outboxOn = (database: Database["Service"]): Outbox["Service"] =>
  Outbox.of({
    lease: ({ now, until, limit }) =>
      Effect.map(database.write<MessageRow>(leaseText, [now, until, limit]), (rows) =>
        rows.map(entryOf),
      ),
    settle: (settlement) =>
      Effect.map(
        database.write<SettledRow>(settleText, settleParameters(settlement)),
        ([row]) => row?.settled ?? false,
      ),
    list: ({ tenant, fate, about, limit }) => {
      const parameters: Array<unknown> = [tenant, limit]
      const conditions = ["tenant = $1"]
      if (fate !== undefined) conditions.push(`fate = $${parameters.push(fate)}`)
      if (about !== undefined) {
        conditions.push(`kind = $${parameters.push(about.kind)}`)
        conditions.push(`key = $${parameters.push(about.key)}`)
      }
      const text = `select ${columns("m")} from convoque.message m
where ${conditions.join(" and ")} order by place desc limit $2::int`
      return Effect.map(database.read<MessageRow>(text, parameters), (rows) => rows.map(entryOf))
    },
    counts: (tenant) =>
      Effect.map(database.read<CountRow>(countsText, [tenant]), (rows) => ({
        ...noMessages,
        ...Object.fromEntries(rows.map(({ fate, count }) => [fate, count])),
      })),
    resend: (request) => resend(database, request),
    purge: ({ sentBefore, failedBefore }) =>
      Effect.map(
        database.write<PurgedRow>(purgeText, [sentBefore, failedBefore]),
        ([row]) => row?.purged ?? 0,
      ),
  })

const resend = (
  database: Database["Service"],
  { tenant, id, to, now }: Parameters<Outbox["Service"]["resend"]>[0],
) =>
  Effect.gen(function* () {
    const parameters = [tenant, id, JSON.stringify(to), now]
    const [row] = yield* database.write<ResentRow>(resendText, parameters)
    if (row?.resent !== true) {
      return yield* new MessageNotResendable({ id, fate: row?.fate ?? null })
    }
  })

const noMessages: Readonly<Record<Fate["_tag"], number>> = {
  waiting: 0,
  sent: 0,
  deferred: 0,
  refused: 0,
  "given-up": 0,
  dropped: 0,
}

interface MessageRow {
  readonly tenant: TenantId
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly content: MessageContent
  readonly written_at: Instant
  readonly attempts: number
  readonly fate: Fate["_tag"]
  readonly at: Instant | null
  readonly next_at: Instant | null
  readonly answer: string | null
}

interface CountRow {
  readonly fate: Fate["_tag"]
  readonly count: number
}

interface SettledRow {
  readonly settled: boolean
}

interface ResentRow {
  readonly fate: string
  readonly resent: boolean
}

interface PurgedRow {
  readonly purged: number
}

const columns = (table: string): string =>
  "tenant id kind key content written_at attempts fate at next_at answer"
    .split(" ")
    .map((name) => `${table}.${name}`)
    .join(", ")

// In a thread, one at a time and the oldest first; a superseded one may be on its way.
const mustWait = `exists (
    select from convoque.message o
    where o.tenant = m.tenant and o.kind = m.kind and o.key = m.key and o.thread = m.thread
      and o.place <> m.place and (o.leased_until > $1::timestamptz
        or (o.place < m.place and o.fate in ('waiting', 'deferred'))))`

const leaseText = `/* lease */ with due as materialized (
  select m.tenant, m.id from convoque.message m
  where m.fate in ('waiting', 'deferred') and m.next_at <= $1::timestamptz
    and (m.thread is null or not ${mustWait})
  order by m.place limit $3::int for update of m skip locked),
leased as (
  update convoque.message m set attempts = m.attempts + 1, next_at = $2::timestamptz,
    leased_until = $2::timestamptz
  from due where m.tenant = due.tenant and m.id = due.id
  returning m.place, ${columns("m")})
select * from leased order by place`

// What was superseded while it was being sent stays so, unless it left.
const unlessSuperseded = (column: string, value: string): string =>
  `${column} = case when fate = 'dropped' and $4 <> 'sent' then ${column} else ${value} end`

const settleText = `/* settle */ update convoque.message
set ${unlessSuperseded("fate", "$4")},
  ${unlessSuperseded("at", "$5::timestamptz")},
  ${unlessSuperseded("answer", "$7")},
  next_at = $6::timestamptz, leased_until = null
where tenant = $1 and id = $2 and attempts = $3::int and (fate in ('waiting', 'deferred')
  or (fate = 'dropped' and answer = '${superseded}' and leased_until is not null))
returning fate = $4 and answer = $7 as settled`

const settleParameters = (
  settlement: Parameters<Outbox["Service"]["settle"]>[0],
): ReadonlyArray<unknown> => {
  const { tenant, id, attempt, fate } = settlement
  const nextAt = fate._tag === "deferred" ? fate.nextAt : null
  const said = fate._tag === "dropped" ? fate.reason : fate.answer
  return [tenant, id, attempt, fate._tag, fate.at, nextAt, said]
}

const countsText = `select fate, count(*)::int as count from convoque.message
where tenant = $1 group by fate`

const resendText = `with known as (
  select fate from convoque.message where tenant = $1 and id = $2 for update),
resent as (
  update convoque.message m
  set fate = 'waiting', attempts = 0, at = null, answer = null, next_at = $4::timestamptz,
    content = jsonb_set(m.content, '{to}', $3::jsonb)
  from known
  where m.tenant = $1 and m.id = $2 and known.fate in ('refused', 'given-up')
  returning 1)
select known.fate, exists (select from resent) as resent from known`

const purgeText = `with purged as (
  delete from convoque.message
  where (fate = 'sent' and at < $1::timestamptz)
    or (fate in ('refused', 'given-up', 'dropped') and at < $2::timestamptz)
  returning 1)
select count(*)::int as purged from purged`

const entryOf = (row: MessageRow): OutboxEntry => ({
  tenant: row.tenant,
  message: { id: row.id, about: { kind: row.kind, key: row.key }, content: row.content },
  writtenAt: row.written_at,
  attempts: row.attempts,
  fate: fateOf(row),
})

// The columns of a fate were written together; a missing one takes the moment of the message.
const fateOf = (row: MessageRow): Fate => {
  const at = row.at ?? row.written_at
  const nextAt = row.next_at ?? row.written_at
  const answer = row.answer ?? ""
  switch (row.fate) {
    case "waiting":
      return { _tag: "waiting", nextAt }
    case "deferred":
      return { _tag: "deferred", at, nextAt, answer }
    case "dropped":
      return { _tag: "dropped", at, reason: answer }
    default:
      return { _tag: row.fate, at, answer }
  }
}
