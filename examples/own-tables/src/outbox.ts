/** `Outbox` on the portal's own mail queue, `file_mail`. */
import { instantFromMillis } from "@convoque/core/kernel/calendar"
import type { TenantId } from "@convoque/core/kernel/identity"
import type { Message } from "@convoque/core/kernel/message"
import {
  type Fate,
  MessageNotResendable,
  Outbox,
  OutboxEntry,
  superseded,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { instantOf } from "./columns.ts"
import { ask, type Database, put, type Query } from "./database.ts"

/** The words of the column `statut`. */
const statuts: Readonly<Record<Fate["_tag"], string>> = {
  waiting: "en-attente",
  sent: "envoye",
  deferred: "reporte",
  refused: "refuse",
  "given-up": "abandonne",
  dropped: "perime",
}

/** Gives the row of a message that enters the queue; every message comes in through a commit. */
export const mailRow = (tenant: TenantId, { id, about, content }: Message, now: number) => {
  const { to, subject, ...rest } = content
  const at = instantFromMillis(now)
  return {
    academie: tenant,
    message: id,
    sujet_type: about.kind,
    sujet_cle: about.key,
    destinataire: to.name,
    adresse: to.address,
    objet: subject,
    contenu: rest,
    depose_le: at,
    statut: statuts.waiting,
    tentatives: 0,
    prochain_essai: at,
    fil: content.thread ?? null,
  }
}

/**
 * Puts messages into the queue, in a transaction. Mails of the same threads that have not left go
 * out of date; those put in together do not replace each other. The rows of their subjects must be
 * locked.
 */
export const putMails = async (
  query: Query,
  rows: ReadonlyArray<ReturnType<typeof mailRow>>,
): Promise<void> => {
  const isThreaded = rows.some(({ fil }) => fil !== null)
  const [last] = isThreaded ? await query<{ readonly numero: number }>(lastSql) : []
  await put(query, { table: "file_mail", key: "academie, message", existing: "keep" }, rows)
  const [first] = rows
  if (last === undefined || first === undefined) return
  const names = rows.map(({ message }) => message)
  await query(supersedeSql, [first.academie, names, last.numero, first.depose_le, superseded])
}

interface MailRow extends Omit<ReturnType<typeof mailRow>, "prochain_essai"> {
  readonly numero: number
  readonly prochain_essai: string
  readonly regle_le: string | null
  readonly reponse: string | null
}

/** Gives the outbox port on a database. */
export const outboxOn = (database: Database): Outbox["Service"] =>
  Outbox.of({
    lease: ({ now, until, limit }) => entriesOf(database, leaseSql, [now, until, limit]),
    settle: ({ tenant, id, attempt, fate }) => {
      const answer = fate._tag === "dropped" ? fate.reason : fate.answer
      const next = fate._tag === "deferred" ? fate.nextAt : null
      const values = [tenant, id, attempt, statuts[fate._tag], fate.at, next, answer]
      return Effect.map(
        rowsOf<{ readonly regle: boolean }>(database, settleSql, values),
        ([row]) => row?.regle ?? false,
      )
    },
    list: ({ tenant, fate, about, limit }) => {
      const statut = fate === undefined ? null : statuts[fate]
      const values = [tenant, statut, about?.kind ?? null, about?.key ?? null, limit]
      return entriesOf(database, listSql, values)
    },
    counts: (tenant) => countsOf(database, tenant),
    resend: (request) => resend(database, request),
    purge: ({ sentBefore, failedBefore }) =>
      Effect.map(rowsOf(database, purgeSql, [sentBefore, failedBefore]), (rows) => rows.length),
  })

const rowsOf = <Row>(database: Database, text: string, values: ReadonlyArray<unknown>) =>
  ask(() => database.query<Row>(text, values))

const entriesOf = (database: Database, text: string, values: ReadonlyArray<unknown>) =>
  Effect.map(rowsOf<{ readonly f: MailRow }>(database, text, values), (rows) =>
    rows.map(({ f }) => entryOf(f)),
  )

const countsOf = (database: Database, tenant: TenantId) =>
  Effect.map(
    rowsOf<{ readonly statut: string; readonly nombre: number }>(database, countsSql, [tenant]),
    (rows) => {
      const of = (fate: Fate["_tag"]) =>
        rows.find(({ statut }) => statut === statuts[fate])?.nombre ?? 0
      return {
        waiting: of("waiting"),
        sent: of("sent"),
        deferred: of("deferred"),
        refused: of("refused"),
        "given-up": of("given-up"),
        dropped: of("dropped"),
      }
    },
  )

const resend = (database: Database, request: Parameters<Outbox["Service"]["resend"]>[0]) =>
  Effect.gen(function* () {
    const { tenant, id, to, now } = request
    const [row] = yield* rowsOf<{ readonly ancien: string; readonly repris: boolean }>(
      database,
      resendSql,
      [tenant, id, to.name, to.address, now],
    )
    if (row?.repris === true) return
    return yield* new MessageNotResendable({ id, fate: fateOf(row?.ancien) ?? null })
  })

const lastSql = `select coalesce(max(numero), 0)::int as numero from file_mail`

// A mail whose name was there already was not put in, and replaces nothing.
const supersedeSql = `
  update file_mail f set statut = 'perime', regle_le = $4::timestamptz, reponse = $5
  from file_mail n
  where n.academie = $1 and n.message = any($2::text[]) and n.numero > $3
    and f.academie = n.academie and f.sujet_type = n.sujet_type and f.sujet_cle = n.sujet_cle
    and f.fil = n.fil and f.numero <= $3
    and f.statut in ('en-attente', 'reporte', 'refuse', 'abandonne')`

// In a thread, one at a time and the oldest first; one out of date may be on its way.
const leaseSql = `
  with dus as (
    select numero from file_mail m
    where statut in ('en-attente', 'reporte') and prochain_essai <= $1::timestamptz
      and (fil is null or not exists (
        select from file_mail o
        where o.academie = m.academie and o.sujet_type = m.sujet_type
          and o.sujet_cle = m.sujet_cle and o.fil = m.fil and o.numero <> m.numero
          and (o.pris_jusqu_a > $1::timestamptz
            or (o.numero < m.numero and o.statut in ('en-attente', 'reporte')))))
    order by numero limit $3 for update of m skip locked
  ), pris as (
    update file_mail f set tentatives = tentatives + 1, prochain_essai = $2::timestamptz,
      pris_jusqu_a = $2::timestamptz
    from dus where f.numero = dus.numero returning f.*
  )
  select to_jsonb(pris) as f from pris order by numero`

// What went out of date while it was being sent stays so, unless it left.
const unlessSuperseded = (column: string, value: string) =>
  `${column} = case when statut = 'perime' and $4 <> 'envoye' then ${column} else ${value} end`

const settleSql = `
  update file_mail set pris_jusqu_a = null,
    ${unlessSuperseded("statut", "$4")},
    ${unlessSuperseded("regle_le", "$5::timestamptz")},
    ${unlessSuperseded("reponse", "$7")},
    prochain_essai = coalesce($6::timestamptz, prochain_essai)
  where academie = $1 and message = $2 and tentatives = $3 and (
    statut in ('en-attente', 'reporte')
    or (statut = 'perime' and reponse = '${superseded}' and pris_jusqu_a is not null))
  returning statut = $4 and reponse = $7 as regle`

const listSql = `
  select to_jsonb(f) as f from file_mail f
  where academie = $1 and statut = coalesce($2, statut)
    and sujet_type = coalesce($3, sujet_type) and sujet_cle = coalesce($4, sujet_cle)
  order by numero desc limit $5`

const countsSql = `
  select statut, count(*)::int as nombre from file_mail where academie = $1 group by statut`

// The row is locked first: what it said is told when it could not be taken up again.
const resendSql = `
  with connu as (
    select numero, statut from file_mail where academie = $1 and message = $2 for update
  ), repris as (
    update file_mail f set destinataire = $3, adresse = $4, statut = 'en-attente',
      tentatives = 0, prochain_essai = $5::timestamptz, regle_le = null, reponse = null
    from connu where f.numero = connu.numero and connu.statut in ('refuse', 'abandonne')
    returning f.numero
  )
  select connu.statut as ancien, repris.numero is not null as repris
  from connu left join repris on repris.numero = connu.numero`

const purgeSql = `
  delete from file_mail
  where (statut = 'envoye' and regle_le < $1::timestamptz)
    or (statut in ('refuse', 'abandonne', 'perime') and regle_le < $2::timestamptz)
  returning 1`

const fateOf = (statut: string | undefined): string | undefined =>
  Object.entries(statuts).find(([, word]) => word === statut)?.[0]

const readEntry = Schema.decodeUnknownSync(OutboxEntry)

// The schema of each fate takes the fields that it has.
const entryOf = (row: MailRow): OutboxEntry =>
  readEntry({
    tenant: row.academie,
    message: {
      id: row.message,
      about: { kind: row.sujet_type, key: row.sujet_cle },
      content: {
        ...row.contenu,
        to: { name: row.destinataire, address: row.adresse },
        subject: row.objet,
      },
    },
    writtenAt: instantOf(row.depose_le),
    attempts: row.tentatives,
    fate: {
      _tag: fateOf(row.statut),
      nextAt: instantOf(row.prochain_essai),
      ...(row.regle_le === null ? {} : { at: instantOf(row.regle_le) }),
      answer: row.reponse,
      reason: row.reponse,
    },
  })
