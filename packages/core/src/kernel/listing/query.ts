/**
 * What is asked of a list and what it answers (UI-16 to UI-25): filters, a keyword, one sort column
 * with its direction, pages by key, the number of elements after filters.
 *
 * A view turns a state into entries; the stores answer queries on entries alone, so that memory
 * and every database give the same pages.
 */
import * as Schema from "effect/Schema"
import type { ShownLabel } from "./keyword.ts"

/**
 * One line of a list.
 *
 * - `scope`: the list it belongs to, such as a campaign;
 * - `part`: tells apart the lines of one aggregate, empty when there is only one;
 * - `sorts`: for each sort column a text whose order by code unit is the order wanted;
 * - `filters`: for each filter the values under which the line is found;
 * - `search`: the labels shown, folded;
 * - `row`: what the reader gets.
 */
export interface Entry<Row> {
  readonly scope: string
  readonly part: string
  readonly sorts: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, ReadonlyArray<string>>>
  readonly search: string
  readonly row: Row
}

/**
 * A list that states feed: its name, its sort columns (at most eight) and its entries.
 *
 * `counted` names the filters, at most five, by which lists of many lines are counted, each with at
 * most one value a line. Every filter can be counted; a store makes haste with these.
 */
export interface View<State, Row> {
  readonly name: string
  readonly sortColumns: readonly [string, ...ReadonlyArray<string>]
  readonly filterNames: ReadonlyArray<string>
  readonly counted?: ReadonlyArray<string>
  entries(state: State, key: string): ReadonlyArray<Entry<Row>>
}

/** A sort column and its direction; lines that are equal there follow their key, same direction. */
export interface Sort {
  readonly column: string
  readonly direction: "ascending" | "descending"
}

/** The place after which a page begins: the last line of the page before. */
export const Cursor = Schema.Struct({
  sort: Schema.String,
  key: Schema.String,
  part: Schema.String,
})
export type Cursor = typeof Cursor.Type

/**
 * What is asked of a list; several scopes are read as one list, several values of one filter mean
 * any of them. `shown` are the labels by which lines show the values of filters: a keyword bears on
 * them as well.
 *
 * A page begins after the sort text, key and part of a line, without its scope: when several scopes
 * are read as one list, the lines that one aggregate has in them must differ by `part`, or those
 * that tie at the end of a page are passed over.
 */
export interface ListQuery {
  readonly scope: string | ReadonlyArray<string>
  readonly filters: Readonly<Record<string, ReadonlyArray<string>>>
  readonly keyword?: string
  readonly shown?: ReadonlyArray<ShownLabel>
  readonly sort: Sort
  readonly after?: Cursor
  readonly limit: number
  /** Whoever reads a list to its end may spare counting it: the count is then 0. */
  readonly uncounted?: true
}

/** One page: its rows with the keys of their aggregates, the count after filters, what follows. */
export interface Page<Row> {
  readonly rows: ReadonlyArray<{ readonly key: string; readonly row: Row }>
  readonly count: number
  readonly next?: Cursor
}

/** A query that names a column or filter which the view does not have. */
export type ListRefusal =
  | {
      readonly _tag: "list.unknown-sort-key"
      readonly key: string
      readonly known: ReadonlyArray<string>
    }
  | {
      readonly _tag: "list.unknown-filter"
      readonly filter: string
      readonly known: ReadonlyArray<string>
    }

/** Gives the first thing wrong with a query on a view, if any. */
export const listRefusal = <State, Row>(
  view: View<State, Row>,
  query: ListQuery,
): ListRefusal | undefined => {
  if (!view.sortColumns.includes(query.sort.column)) {
    return { _tag: "list.unknown-sort-key", key: query.sort.column, known: view.sortColumns }
  }
  const filter = Object.keys(query.filters).find((name) => !view.filterNames.includes(name))
  return filter === undefined
    ? undefined
    : { _tag: "list.unknown-filter", filter, known: view.filterNames }
}

/** Gives the scopes of a query. */
export const scopesOf = ({ scope }: Pick<ListQuery, "scope">): ReadonlyArray<string> =>
  typeof scope === "string" ? [scope] : scope
