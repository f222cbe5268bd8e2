/**
 * `Views` on the portal's tables. SQL chooses, sorts and counts by columns; what a line shows is
 * read from the files chosen, through the library's own view.
 */
import {
  agentFiles,
  appointmentSetType,
  campaignFiles,
  evaluatorBookings,
} from "@convoque/core/career-appointments"
import type { TenantId } from "@convoque/core/kernel/identity"
import {
  type Cursor,
  type ListQuery,
  listRefusal,
  scopesOf,
  type Page,
  searchedWords,
  type View,
} from "@convoque/core/kernel/listing"
import { Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { ask, type Database, type Query } from "./database.ts"
import { dossiers } from "./storage/dossier.ts"

/**
 * A list as SQL: its tables, what makes a line part of the scopes ($1 academy, $2 scopes); each filter
 * is a query of the values under which a line is found.
 */
interface ListSql {
  readonly tables: string
  readonly scope: string
  readonly part: string
  readonly search: string
  readonly sorts: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, string>>
}

const evaluators = `select e.personne from dossier_evaluateur e
  where e.academie = d.academie and e.dossier = d.cle`
const appointments = `from rendez_vous r where r.academie = d.academie and r.dossier = d.cle`
const text = (timestamp: string) =>
  `to_char(${timestamp} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

// The column « status » follows the life of a file, not the alphabet.
const stateRank = `(array_position(array['nothing-set', 'partially-set', 'convened',
  'postponement-requested', 'accepted', 'cancelled'], d.etat) - 1)::text`
const firstDate = `coalesce((select ${text("min(r.debut_utc)")} ${appointments}), '')`

const fileList = {
  tables: "dossier_rdvc d",
  part: "''",
  search: "d.recherche",
  sorts: {
    agent: "d.tri_agent",
    status: stateRank,
    "first-date": firstDate,
    quality: "d.tri_qualite",
    evaluators: "d.tri_evaluateurs",
  },
  filters: {
    status: "select d.etat",
    evaluator: evaluators,
    "late-evaluator": `${evaluators} and e.en_retard`,
    modified: `select case when exists (
      select 1 ${appointments} and r.rang_modification is not null) then 'yes' else 'no' end`,
  },
}

const lists: ReadonlyMap<string, ListSql> = new Map([
  [campaignFiles.name, { ...fileList, scope: "d.academie = $1 and d.campagne = any($2::text[])" }],
  [
    agentFiles.name,
    {
      ...fileList,
      scope: "d.academie = $1 and d.agent = any($2::text[])",
      search: "d.recherche_portail",
      // Nothing that was not issued is told to the agent, not even by the order of the lines.
      sorts: {
        status: stateRank,
        "first-date": `case when d.edition > 0 then ${firstDate} else '' end`,
        evaluators: "d.tri_evaluateurs",
      },
    },
  ],
  [
    evaluatorBookings.name,
    {
      tables: `rendez_vous r
        join dossier_rdvc d on d.academie = r.academie and d.cle = r.dossier
        join dossier_evaluateur e
          on e.academie = r.academie and e.dossier = r.dossier and e.role = r.role`,
      scope: "r.academie = $1 and e.personne = any($2::text[]) and d.etat <> 'cancelled'",
      part: "r.creneau",
      search: "d.tri_agent",
      sorts: { start: text("r.debut_utc") },
      filters: {
        day: `select to_char(unnest(array[r.debut_utc, r.fin_utc]) at time zone 'UTC', 'YYYY-MM-DD')`,
      },
    },
  ],
])

const listOf = ({ name }: { readonly name: string }): ListSql => {
  const list = lists.get(name)
  if (list === undefined) throw new Error(`no table feeds the list ${name}`)
  return list
}

/** Gives the lists on a database. */
export const viewsOn = (database: Database): Views["Service"] =>
  Views.of({
    page: (view, tenant, query) => {
      const refusal = listRefusal(view, query)
      if (refusal !== undefined) return Effect.fail(refusal)
      return ask(() =>
        database.transaction(async (run) => {
          // Lines and files must be of the same moment.
          await run("set transaction isolation level repeatable read, read only")
          const found = await chosen(run, { list: listOf(view), tenant, query })
          return pageOf(run, { view, tenant, query, ...found })
        }),
      )
    },
    counts: (view, tenant, { scope, filter }) => {
      const { tables, scope: inScope, filters } = listOf(view)
      const values = filters[filter]
      if (values === undefined || !view.filterNames.includes(filter)) {
        const known = view.filterNames
        return Effect.fail({ _tag: "list.unknown-filter" as const, filter, known })
      }
      return Effect.map(
        ask(() =>
          database.query<{ readonly valeur: string; readonly nombre: number }>(
            `select valeur, count(*)::int as nombre
             from ${tables} cross join lateral (select distinct * from (${values}) v) v (valeur)
             where ${inScope} group by valeur`,
            [tenant, [scope]],
          ),
        ),
        (rows) => Object.fromEntries(rows.map(({ valeur, nombre }) => [valeur, nombre])),
      )
    },
  })

interface Asked {
  readonly tenant: TenantId
  readonly query: ListQuery
}

interface Chosen {
  readonly total: number
  readonly lines: ReadonlyArray<Cursor>
}

const chosen = async (run: Query, { list, tenant, query }: Asked & { readonly list: ListSql }) => {
  const values: Array<unknown> = [tenant, scopesOf(query)]
  const value = (one: unknown) => `$${values.push(one)}`
  const { column, direction } = query.sort
  const among = ([name, wanted]: readonly [string, ReadonlyArray<string>]) =>
    `exists (select 1 from (${list.filters[name]}) v (x) where x = any(${value(wanted)}::text[]))`
  const conditions = [
    ...Object.entries(query.filters)
      .filter(([, wanted]) => wanted.length > 0)
      .map(among),
    // In the texts of a line, or in the label of one of its values.
    ...searchedWords(query).map(
      ({ word, values: labelled }) =>
        `(${[
          `strpos(${list.search}, ${value(word)}) > 0`,
          ...Object.entries(labelled).map(among),
        ].join(" or ")})`,
    ),
  ]
  const [after, order] = direction === "ascending" ? [">", "asc"] : ["<", "desc"]
  const { sort, key, part } = query.after ?? { sort: "", key: "", part: "" }
  const following =
    query.after === undefined
      ? "true"
      : `(sort, key, part) ${after} (${value(sort)}, ${value(key)}, ${value(part)})`
  const [found] = await run<Chosen>(
    `with line as (
       select (${list.sorts[column]}) collate "C" as sort, d.cle collate "C" as key,
         ${list.part} collate "C" as part
       from ${list.tables} where ${[list.scope, ...conditions].join(" and ")}
     ), page as (
       select * from line where ${following}
       order by sort ${order}, key ${order}, part ${order} limit ${value(query.limit + 1)}
     )
     select ${query.uncounted === true ? "0" : "(select count(*)::int from line)"} as total, coalesce((
       select jsonb_agg(to_jsonb(page) order by sort ${order}, key ${order}, part ${order}) from page
     ), '[]') as lines`,
    values,
  )
  return found ?? { total: 0, lines: [] }
}

const pageOf = async <State, Row>(
  run: Query,
  asked: Asked & Chosen & { readonly view: View<State, Row> },
): Promise<Page<Row>> => {
  const { view, tenant, query, total, lines } = asked
  const shown = lines.slice(0, query.limit)
  const keys = [...new Set(shown.map(({ key }) => key))]
  const files = await dossiers.load(
    run,
    keys.map((key) => ({ tenant, type: appointmentSetType, key })),
  )
  // The state of a list known by its name is the one that its view reads.
  const entries = new Map(files.map(({ cle, state }) => [cle, view.entries(state as State, cle)]))
  const last = shown.at(-1)
  return {
    rows: shown.flatMap(({ key, part }) =>
      (entries.get(key) ?? [])
        .filter((entry) => entry.part === part && scopesOf(query).includes(entry.scope))
        .map(({ row }) => ({ key, row })),
    ),
    count: total,
    ...(lines.length > shown.length && last !== undefined ? { next: last } : {}),
  }
}
