/** The statement of a page of a list: its rows, one more than asked, and the count. */
import {
  type Cursor,
  type ListQuery,
  scopesOf,
  searchedWords,
  type View,
} from "@convoque/core/kernel/listing"
import { countColumnOf, countMark } from "./counted.ts"
import { isOlder } from "./counts-sql.ts"
import type { Statement } from "./database/database.ts"

/** A row of the statement; the only one of an empty page bears the count alone. */
export interface PageRow<Row> extends Cursor {
  readonly count: number
  readonly row: Row
}

/** What of a view its statement needs. */
export type Listed = Pick<View<never, unknown>, "name" | "sortColumns" | "counted">

/**
 * Gives the statement of a page: one row more than asked tells whether another page follows. One
 * scope is read in the order of an index; several are read whole, then sorted. Filters that the
 * view counts are looked up in their indexes.
 * Without any row on the page, one row bears the count alone.
 */
export const pageStatement = (view: Listed, tenant: string, query: ListQuery): Statement => {
  const [scope, ...others] = scopesOf(query)
  const isOneScope = scope !== undefined && others.length === 0
  const parameters: Array<unknown> = [tenant, view.name, isOneScope ? scope : scopesOf(query)]
  const bound: Bound = (value, type) => `$${parameters.push(value)}::${type}`
  const inScope = `tenant = $1 and view = $2 and scope ${isOneScope ? "= $3" : "= any ($3::text[])"}`
  const sources = sourcesOf(view, query, {
    bound,
    hasOlder: (mark) => (isOneScope ? [hasOlder(inScope, mark)] : []),
  }).map((conditions) => [inScope, ...conditions].join(" and "))
  const sorted = sortedOf(view, query, bound)
  const limit = bound(query.limit + 1, "int")
  const counts =
    query.uncounted === true
      ? ["0"]
      : sources.map((listed) => `(select count(*) from convoque.view_entry where ${listed})`)
  const rows = sources.map(
    (listed) => `select ${sorted.column} as sort, key, part, "row" from convoque.view_entry
  where ${listed} and ${sorted.following}
  order by ${sorted.order} limit ${limit}`,
  )
  const page =
    rows.length === 1
      ? rows[0]
      : `(${rows.join(") union all (")}) order by ${sorted.named} limit ${limit}`
  return {
    text: `select c.count, p.sort, p.key, p.part, p."row"
from (select (${counts.join(" + ")})::int as count) c
left join (${page}) p on true
order by ${sorted.named}`,
    parameters,
  }
}

type Bound = (value: unknown, type: string) => string

const sortedOf = ({ sortColumns }: Listed, { sort, after }: ListQuery, bound: Bound) => {
  const place = sortColumns.indexOf(sort.column) + 1
  const column = `sorts[${place}]`
  const isUp = sort.direction === "ascending"
  const order = (first: string): string =>
    [first, "key", "part"].map((name) => `${name} ${isUp ? "asc" : "desc"}`).join(", ")
  const last = after === undefined ? [] : [after.sort, after.key, after.part]
  const beyond = last.map((text) => bound(text, "text")).join(", ")
  return {
    column,
    order: order(column),
    named: order("sort"),
    following: `cardinality(sorts) >= ${place}${
      after === undefined ? "" : ` and (${column}, key, part) ${isUp ? ">" : "<"} (${beyond})`
    }`,
  }
}

// The conditions of a query on lines. With filters that the view counts, those of the lines whose
// values stand in columns come first, then those of lines written under another declaration.
const sourcesOf = (
  view: Listed,
  query: ListQuery,
  {
    bound,
    hasOlder: olderThan,
  }: { readonly bound: Bound; readonly hasOlder: (mark: string) => ReadonlyArray<string> },
): ReadonlyArray<ReadonlyArray<string>> => {
  const filters = Object.entries(query.filters).filter(([, values]) => values.length > 0)
  const words = wordsCondition(query, bound)
  const among = filters.map(([name, values]) => {
    const wanted = values.map((value) => `${name}=${value}`)
    return `filters && ${bound(wanted, "text[]")}`
  })
  const columns = filters.map(([name]) => countColumnOf(view, name))
  if (columns.every((column) => column === undefined)) return [[...among, ...words]]
  const mark = bound(countMark(view), "int")
  const counted = filters.map(([, values], index) =>
    columns[index] === undefined
      ? (among[index] ?? "")
      : `${columns[index]} = any (${bound(values, "text[]")})`,
  )
  return [
    [`counted = ${mark}`, ...counted, ...words],
    [...olderThan(mark), isOlder(mark), ...among, ...words],
  ]
}

// Asked of both ends of an index, once: without it a list that has no such lines is read to its end
// in search of one, since the server expects some.
const hasOlder = (inScope: string, mark: string): string => {
  const end = (order: string): string =>
    `(select counted from convoque.view_entry where ${inScope} order by counted ${order} limit 1)`
  return `(select bool_or(counted is distinct from ${mark})
    from (${end("asc")} union all ${end("desc")}) ends)`
}

// A word is found in the texts of a line, or in the label of one of its values.
const wordsCondition = (query: ListQuery, bound: Bound): ReadonlyArray<string> => {
  const searched = searchedWords(query).map(({ word, values }) => ({
    pattern: `%${word.replace(/[\\%_]/gu, "\\$&")}%`,
    among: Object.entries(values).flatMap(([name, found]) =>
      found.map((value) => `${name}=${value}`),
    ),
  }))
  const plain = searched.filter(({ among }) => among.length === 0)
  return [
    ...(plain.length === 0
      ? []
      : [
          `search like all (${bound(
            plain.map(({ pattern }) => pattern),
            "text[]",
          )})`,
        ]),
    ...searched
      .filter(({ among }) => among.length > 0)
      .map(
        ({ pattern, among }) =>
          `(search like ${bound(pattern, "text")} or filters && ${bound(among, "text[]")})`,
      ),
  ]
}
