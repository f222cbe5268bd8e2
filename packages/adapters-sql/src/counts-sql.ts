/** The statement that counts the lines of a scope under each value of a filter. */
import { type Counting, countColumnOf, countMark } from "./counted.ts"
import type { Statement } from "./database/database.ts"

/** Gives the condition on lines written under another declaration than the one of a mark. */
export const isOlder = (mark: string): string =>
  `(counted is null or counted < ${mark} or counted > ${mark})`

/**
 * Gives the statement of counts. A counted filter is grouped from its index alone; lines written
 * under another declaration are counted from their filters, so that a value may come twice.
 */
export const countsStatement = (
  view: Counting & { readonly name: string },
  [tenant, scope]: readonly [string, string],
  filter: string,
): Statement => {
  const parameters = [tenant, view.name, scope, `${filter}=`]
  const column = countColumnOf(view, filter)
  if (column === undefined) return { text: `/* counts */ ${fromFilters("")}`, parameters }
  const text = `select ${column} as value, count(*)::int as count from convoque.view_entry
where ${inScope} and counted = $5 and ${column} is not null group by ${column}
union all
${fromFilters(`and ${isOlder("$5")}`)}`
  return { text, parameters: [...parameters, countMark(view)] }
}

const inScope = "tenant = $1 and view = $2 and scope = $3"

const fromFilters = (older: string): string =>
  `select substr(f, length($4) + 1) as value, count(*)::int as count
from convoque.view_entry, unnest(filters) f
where ${inScope} ${older} and starts_with(f, $4)
group by f`
