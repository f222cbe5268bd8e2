/**
 * The conventions of every list (UI-16 to UI-25): filters, a keyword over the labels shown, one
 * sort column with its direction, the number of elements after filters, pages by key.
 *
 * A view turns a state into entries; the stores answer queries on entries alone, so that memory
 * and every database give the same pages.
 */
import * as Schema from "effect/Schema"
import { foldedKey } from "./text.ts"

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
 * any of them.
 *
 * A page begins after the sort text, key and part of a line, without its scope: when several scopes
 * are read as one list, the lines that one aggregate has in them must differ by `part`, or those
 * that tie at the end of a page are passed over.
 */
export interface ListQuery {
  readonly scope: string | ReadonlyArray<string>
  readonly filters: Readonly<Record<string, ReadonlyArray<string>>>
  readonly keyword?: string
  readonly sort: Sort
  readonly after?: Cursor
  readonly limit: number
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

/**
 * Gives the words of a keyword search, folded; a line matches when its labels hold every word.
 * @example searchWords("  Éloïse  D'Arc ") // => ["eloise", "d'arc"]
 */
export const searchWords = (keyword: string): ReadonlyArray<string> =>
  foldedKey(keyword)
    .split(" ")
    .filter((word) => word !== "")

/** An entry beside the key of its aggregate, as stores keep it. */
export interface KeyedEntry<Row> extends Entry<Row> {
  readonly key: string
}

/** Gives the scopes of a query. */
export const scopesOf = ({ scope }: Pick<ListQuery, "scope">): ReadonlyArray<string> =>
  typeof scope === "string" ? [scope] : scope

/** Tells whether a line is in the scope, passes all filters and holds every word of the keyword. */
export const isListed = <Row>(entry: Entry<Row>, query: ListQuery): boolean =>
  scopesOf(query).includes(entry.scope) &&
  Object.entries(query.filters).every(
    ([name, wanted]) =>
      wanted.length === 0 || wanted.some((value) => entry.filters[name]?.includes(value)),
  ) &&
  searchWords(query.keyword ?? "").every((word) => entry.search.includes(word))

/**
 * Gives the page of a list kept in memory; what every store's pages are compared with.
 */
export const pageOf = <Row>(
  entries: ReadonlyArray<KeyedEntry<Row>>,
  query: ListQuery,
): Page<Row> => {
  const sign = query.sort.direction === "ascending" ? 1 : -1
  const listed = entries
    .filter((entry) => isListed(entry, query))
    .map((entry) => ({ entry, cursor: cursorOf(entry, query.sort) }))
    .toSorted((left, right) => sign * compareCursors(left.cursor, right.cursor))
  const after = query.after
  const rest =
    after === undefined
      ? listed
      : listed.filter(({ cursor }) => sign * compareCursors(cursor, after) > 0)
  const page = rest.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ entry }) => ({ key: entry.key, row: entry.row })),
    count: listed.length,
    ...(rest.length > page.length && last !== undefined ? { next: last.cursor } : {}),
  }
}

const cursorOf = <Row>(entry: KeyedEntry<Row>, sort: Sort): Cursor => ({
  sort: entry.sorts[sort.column] ?? "",
  key: entry.key,
  part: entry.part,
})

const compareCursors = (left: Cursor, right: Cursor): number =>
  compareTexts(left.sort, right.sort) ||
  compareTexts(left.key, right.key) ||
  compareTexts(left.part, right.part)

// By code point, as PostgreSQL's collation "C" does on UTF-8.
const compareTexts = (left: string, right: string): number => {
  if (left === right) return 0
  const a = Array.from(left)
  const b = Array.from(right)
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i]?.codePointAt(0) ?? 0) - (b[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
