/** Lists made of registers and sheets, read whole, then sorted, searched and cut into pages. */
import * as Effect from "effect/Effect"
import {
  type KeyedEntry,
  type ListQuery,
  type ListRefusal,
  type Page,
  pageOf,
} from "../../../kernel/listing.ts"
import { foldedKey } from "../../../kernel/text.ts"

/** What a list is sorted and filtered by; its usual order is that of its first column. */
export interface Listing<Column extends string = string, Filter extends string = string> {
  readonly sortColumns: readonly [Column, ...ReadonlyArray<Column>]
  readonly filterNames: ReadonlyArray<Filter>
}

/** What is asked of such a list: a page of it. */
export type AskedPage = Omit<ListQuery, "scope">

/** A line: its key, the text of each sort column, its filters, the labels it shows. */
export interface Line<Row, Column extends string, Filter extends string> {
  readonly key: string
  readonly sorts: Readonly<Record<Column, string>>
  readonly filters: Readonly<Record<Filter, string>>
  readonly labels: ReadonlyArray<string>
  readonly row: Row
}

/** Gives the page asked of a list, or refuses a column or a filter that it does not have. */
export const pageAsked = <Row, Column extends string, Filter extends string>(
  { sortColumns, filterNames }: Listing<Column, Filter>,
  lines: ReadonlyArray<Line<Row, Column, Filter>>,
  asked: AskedPage,
): Effect.Effect<Page<Row>, ListRefusal> => {
  const { column } = asked.sort
  const columns: ReadonlyArray<string> = sortColumns
  const filters: ReadonlyArray<string> = filterNames
  if (!columns.includes(column)) {
    return Effect.fail({ _tag: "list.unknown-sort-key", key: column, known: columns })
  }
  const filter = Object.keys(asked.filters).find((name) => !filters.includes(name))
  return filter === undefined
    ? Effect.succeed(pageOf(lines.map(entryOf), { ...asked, scope: "" }))
    : Effect.fail({ _tag: "list.unknown-filter", filter, known: filters })
}

const entryOf = <Row>({
  key,
  sorts,
  filters,
  labels,
  row,
}: Line<Row, string, string>): KeyedEntry<Row> => ({
  scope: "",
  part: "",
  key,
  sorts,
  filters: Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, [value]])),
  search: labels.map(foldedKey).join("\n"),
  row,
})
