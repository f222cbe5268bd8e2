/** A page of 50 among 100,000 entries of one scope: the time of its statement alone. */
import { layerPostgres, pageStatement } from "@convoque/adapters-sql"
import type { Cursor, ListQuery } from "@convoque/core/kernel/listing"
import { TenantId } from "@convoque/core/kernel/identity"
import { linesView } from "@convoque/testing"
import { Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { startPostgres } from "../test/support/postgres.ts"
import { type BenchRow, median, print } from "./rows.ts"

const tenant = TenantId.make("bench")
const rounds = 15

/** Fills a table of entries: 100,000 lines of one scope, a tenth of them open. */
export const fillEntries = `insert into convoque.view_entry
  (tenant, kind, key, view, scope, part, sorts, filters, search, "row")
select '${tenant}', 'notebook', 'k' || n, 'notebook-lines', 'all', '',
  array[md5(n::text), lpad((n % 1000)::text, 4, '0')],
  array['tag=' || case when n % 10 = 0 then 'open' else 'closed' end, 'part='],
  'agent ' || md5(n::text) || ' corps des professeurs certifies ' || n % 1000,
  jsonb_build_object('title', md5(n::text), 'tags', jsonb_build_array('closed'))
from generate_series(1, 100000) n`

/** Gives the query of a page of 50, with changes. */
const asked = (changes: Partial<ListQuery> = {}): ListQuery => ({
  scope: "all",
  filters: {},
  sort: { column: "title", direction: "ascending" },
  limit: 50,
  ...changes,
})

const middle: Cursor = { sort: "8", key: "k1", part: "" }

const queries: ReadonlyArray<readonly [string, ListQuery]> = [
  ["first page", asked()],
  ["by another column, descending", asked({ sort: { column: "rank", direction: "descending" } })],
  ["page in the middle", asked({ after: middle })],
  ["one filter", asked({ filters: { tag: ["open"] } })],
  ["a keyword", asked({ keyword: "certifies 999" })],
  ["a filter and a keyword", asked({ filters: { tag: ["open"] }, keyword: "certifies 990" })],
]

/** Measures on a server of its own, or on the one of a URL whose tables are empty. */
export const run = async (serverUrl?: string): Promise<ReadonlyArray<BenchRow>> => {
  const server = serverUrl === undefined ? await startPostgres() : undefined
  const url = serverUrl ?? server?.url ?? ""
  const runtime = ManagedRuntime.make(layerPostgres({ url, poolSize: 1 }))
  const client = new pg.Client({ connectionString: url })
  try {
    const views = await runtime.runPromise(Views)
    await client.connect()
    await client.query(fillEntries)
    await client.query("vacuum analyze convoque.view_entry")
    const rows: Array<BenchRow> = []
    for (const [name, query] of queries) {
      const { text, parameters } = pageStatement(linesView, tenant, query)
      const page = views.page(linesView, tenant, query).pipe(Effect.orDie)
      const alone: Array<number> = []
      const port: Array<number> = []
      for (let round = 0; round < rounds; round++) {
        alone.push(await timed(() => client.query(text, [...parameters])))
        port.push(await timed(() => runtime.runPromise(page)))
      }
      const [reference, value] = [median(alone), median(port)]
      rows.push({
        name: `list of 50 among 100,000, ${name}`,
        value,
        unit: "ms",
        reference,
        ratio: reference / value,
      })
    }
    const counting = views
      .counts(linesView, tenant, { scope: "all", filter: "tag" })
      .pipe(Effect.orDie)
    const counts: Array<number> = []
    for (let round = 0; round < rounds; round++) {
      counts.push(await timed(() => runtime.runPromise(counting)))
    }
    return [...rows, { name: "counts by a filter", value: median(counts), unit: "ms" }]
  } finally {
    await client.end()
    await runtime.dispose()
    await server?.stop()
  }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

if (import.meta.main) print(await run())
