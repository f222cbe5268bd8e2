/**
 * Which filters of a view have a column of their own, so that lists are counted from an index.
 *
 * A line bears the mark of the declaration under which it was written. Lines with another mark, or
 * with none, are counted from their filters: a view may declare other filters at any time, and only
 * lines written since are counted fast.
 */
import type { Entry, View } from "@convoque/core/kernel/listing"

/** What of a view tells which filters are counted. */
export type Counting = Pick<View<never, unknown>, "counted">

/** The columns that lines have for counted filters. */
export const countColumns: ReadonlyArray<string> = [1, 2, 3, 4, 5].map((place) => `count_${place}`)

/** Gives the column of a filter, or nothing when its values only stand among the filters. */
export const countColumnOf = ({ counted = [] }: Counting, filter: string): string | undefined =>
  countColumns[counted.indexOf(filter)]

/** Gives the mark of what a view counts, 31 bits of FNV-1a; nothing when it counts nothing. */
export const countMark = ({ counted = [] }: Counting): number | undefined => {
  if (counted.length === 0) return undefined
  let hash = 2_166_136_261
  for (const unit of JSON.stringify(counted)) {
    hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 16_777_619)
  }
  return hash >>> 1
}

// Longer values would not fit into an entry of an index beside scope and tenant.
const longest = 200

/**
 * Gives what a line has in the columns of counted filters. A line with several values of one of
 * them, or with a long one, has nothing there and is counted from its filters.
 */
export const countsOf = (
  view: Counting,
  { filters }: Pick<Entry<unknown>, "filters">,
): { readonly counted: number | null; readonly counts: ReadonlyArray<string | null> } => {
  const { counted = [] } = view
  const values = counted
    .slice(0, countColumns.length)
    .map((filter) => [...new Set(filters[filter] ?? [])])
  const isPlain = values.every((some) => some.length < 2 && (some[0] ?? "").length <= longest)
  return isPlain && values.length > 0
    ? { counted: countMark(view) ?? null, counts: values.map(([value]) => value ?? null) }
    : { counted: null, counts: [] }
}
