/** Lists kept in memory: what is listed, in which order, on which page. */
import { searchedWords } from "./keyword.ts"
import { type Cursor, type Entry, type ListQuery, type Page, scopesOf, type Sort } from "./query.ts"

/** An entry beside the key of its aggregate, as stores keep it. */
export interface KeyedEntry<Row> extends Entry<Row> {
  readonly key: string
}

/** Tells whether a line is in the scope, passes all filters and holds every word of the keyword. */
export const isListed = <Row>(entry: Entry<Row>, query: ListQuery): boolean =>
  scopesOf(query).includes(entry.scope) &&
  Object.entries(query.filters).every(
    ([name, wanted]) =>
      wanted.length === 0 || wanted.some((value) => entry.filters[name]?.includes(value)),
  ) &&
  searchedWords(query).every(
    ({ word, values }) =>
      entry.search.includes(word) ||
      Object.entries(values).some(([name, among]) =>
        among.some((value) => entry.filters[name]?.includes(value)),
      ),
  )

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
    count: query.uncounted === true ? 0 : listed.length,
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
