/** Lists on the table of entries: one statement gives the rows of a page and the count. */
import { type ListQuery, listRefusal, type Page } from "@convoque/core/kernel/listing"
import { Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { countsStatement } from "./counts-sql.ts"
import type { Database } from "./database/database.ts"
import { type PageRow, pageStatement } from "./page-sql.ts"

/** Gives the views port on a database. */
export const viewsOn = (database: Database["Service"]): Views["Service"] =>
  Views.of({
    page: (view, tenant, query) => {
      const refusal = listRefusal(view, query)
      if (refusal !== undefined) return Effect.fail(refusal)
      const { text, parameters } = pageStatement(view, tenant, query)
      return Effect.map(database.read<PageRow<RowOf<typeof view>>>(text, parameters), (rows) =>
        pageFrom(rows, query.limit),
      )
    },
    counts: (view, tenant, { scope, filter }) => {
      const known = view.filterNames
      if (!known.includes(filter)) {
        return Effect.fail({ _tag: "list.unknown-filter" as const, filter, known })
      }
      const { text, parameters } = countsStatement(view, [tenant, scope], filter)
      return Effect.map(database.read<{ value: string; count: number }>(text, parameters), summed)
    },
  })

type RowOf<V> = V extends { entries(state: never, key: string): ReadonlyArray<{ row: infer Row }> }
  ? Row
  : never

const pageFrom = <Row>(rows: ReadonlyArray<PageRow<Row>>, limit: ListQuery["limit"]): Page<Row> => {
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

// A value comes twice when lines of it were written under several declarations.
const summed = (
  rows: ReadonlyArray<{ readonly value: string; readonly count: number }>,
): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>()
  for (const { value, count } of rows) counts.set(value, (counts.get(value) ?? 0) + count)
  return Object.fromEntries(counts)
}
