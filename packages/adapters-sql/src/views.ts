/** Lists on the table of entries: one statement gives the rows of a page and the count. */
import {
  type Cursor,
  type ListQuery,
  listRefusal,
  type Page,
  scopesOf,
  searchWords,
} from "@convoque/core/kernel/listing"
import { Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Database, Statement } from "./database/database.ts"

/** Gives the views port on a database. */
export const viewsOn = (database: Database["Service"]): Views["Service"] =>
  Views.of({
    page: (view, tenant, query) => {
      const refusal = listRefusal(view, query)
      if (refusal !== undefined) return Effect.fail(refusal)
      const { text, parameters } = pageStatement(view, tenant, query)
      return Effect.map(database.read<EntryRow<RowOf<typeof view>>>(text, parameters), (rows) =>
        pageFrom(rows, query.limit),
      )
    },
    counts: (view, tenant, { scope, filter }) => {
      const known = view.filterNames
      if (!known.includes(filter)) {
        return Effect.fail({ _tag: "list.unknown-filter" as const, filter, known })
      }
      const parameters = [tenant, view.name, scope, `${filter}=`]
      return Effect.map(
        database.read<{ value: string; count: number }>(countsText, parameters),
        (rows) => Object.fromEntries(rows.map(({ value, count }) => [value, count])),
      )
    },
  })

type RowOf<V> = V extends { entries(state: never, key: string): ReadonlyArray<{ row: infer Row }> }
  ? Row
  : never

interface EntryRow<Row> extends Cursor {
  readonly count: number
  readonly row: Row
}

/** What of a view its statement needs. */
interface Listed {
  readonly name: string
  readonly sortColumns: ReadonlyArray<string>
}

/**
 * Gives the statement of a page: one row more than asked tells whether another page follows. One
 * scope is read in the order of an index; several are read whole, then sorted.
 * Without any row on the page, one row bears the count alone.
 */
export const pageStatement = (view: Listed, tenant: string, query: ListQuery): Statement => {
  const [scope, ...others] = scopesOf(query)
  const isOneScope = scope !== undefined && others.length === 0
  const parameters: Array<unknown> = [tenant, view.name, isOneScope ? scope : scopesOf(query)]
  const bound = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`
  const column = view.sortColumns.indexOf(query.sort.column) + 1
  const sort = `sorts[${column}]`
  const isUp = query.sort.direction === "ascending"
  const order = (from: string, first: string): string =>
    [first, `${from}key`, `${from}part`]
      .map((name) => `${name} ${isUp ? "asc" : "desc"}`)
      .join(", ")
  const listed = [
    `tenant = $1 and view = $2 and scope ${isOneScope ? "= $3" : "= any ($3::text[])"}`,
    ...Object.entries(query.filters)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => {
        const wanted = values.map((value) => `${name}=${value}`)
        return `filters && ${bound(wanted, "text[]")}`
      }),
    ...wordsCondition(query, bound),
  ].join(" and ")
  const after = query.after
  const place = after === undefined ? [] : [after.sort, after.key, after.part]
  const beyond = place.map((text) => bound(text, "text")).join(", ")
  const following =
    after === undefined ? "" : `and (${sort}, key, part) ${isUp ? ">" : "<"} (${beyond})`
  return {
    text: `select c.count, p.sort, p.key, p.part, p."row"
from (select count(*)::int as count from convoque.view_entry where ${listed}) c
left join (
  select ${sort} as sort, key, part, "row" from convoque.view_entry
  where ${listed} and cardinality(sorts) >= ${column} ${following}
  order by ${order("", sort)} limit ${bound(query.limit + 1, "int")}) p on true
order by ${order("p.", "p.sort")}`,
    parameters,
  }
}

const wordsCondition = (
  query: ListQuery,
  bound: (value: unknown, type: string) => string,
): ReadonlyArray<string> => {
  const words = searchWords(query.keyword ?? "")
  if (words.length === 0) return []
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/gu, "\\$&")}%`)
  return [`search like all (${bound(patterns, "text[]")})`]
}

const pageFrom = <Row>(rows: ReadonlyArray<EntryRow<Row>>, limit: number): Page<Row> => {
  const found = rows.filter(({ key }) => key !== null)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ key, row }) => ({ key, row })),
    count: rows[0]?.count ?? 0,
    ...(found.length > limit && last !== undefined
      ? { next: { sort: last.sort, key: last.key, part: last.part } }
      : {}),
  }
}

const countsText = `/* counts */ select substr(f, length($4) + 1) as value, count(*)::int as count
from convoque.view_entry, unnest(filters) f
where tenant = $1 and view = $2 and scope = $3 and starts_with(f, $4)
group by f`
