/** How PostgreSQL reads large lists: what is counted comes from an index alone. */
import { layerPostgres, pageStatement, type Statement } from "@convoque/adapters-sql"
import type { View } from "@convoque/core/kernel/listing"
import { Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import pg from "pg"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { countMark } from "../src/counted.ts"
import { countsStatement } from "../src/counts-sql.ts"
import { createDatabase } from "./support/postgres.ts"

const view: View<unknown, unknown> = {
  name: "plans",
  sortColumns: ["name"],
  filterNames: ["status", "manager"],
  counted: ["status", "manager"],
  entries: () => [],
}
const lines = `insert into convoque.view_entry (tenant, kind, key, view, scope, part, sorts, filters,
  search, "row", counted, count_1, count_2)
select 't', 'k', 'a-' || i, 'plans', 'all', '', array[md5(i::text)],
  array['status=s' || i % 6, 'manager=m' || i % 400], '', jsonb_build_object('x', repeat('x', 300)),
  ${countMark(view) ?? 0}, 's' || i % 6, 'm' || i % 400
from generate_series(1, 20000) i`

let client: pg.Client
beforeAll(async () => {
  const url = await createDatabase(inject("postgresUrl"))
  await Effect.runPromise(
    Effect.provide(
      Views.use(() => Effect.void),
      layerPostgres({ url }),
    ),
  )
  client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(lines)
  await client.query("vacuum analyze convoque.view_entry")
})
afterAll(() => client.end())

const planOf = async ({ text, parameters }: Statement): Promise<string> => {
  const { rows } = await client.query<Record<string, string>>(`explain ${text}`, [...parameters])
  return rows.map((row) => row["QUERY PLAN"]).join("\n")
}

const page = (filters: Readonly<Record<string, ReadonlyArray<string>>>): Statement =>
  pageStatement(view, "t", {
    scope: "all",
    filters,
    sort: { column: "name", direction: "ascending" },
    limit: 50,
  })

test("counts by a counted filter read its index alone", async () => {
  const plan = await planOf(countsStatement(view, ["t", "all"], "manager"))
  expect(plan).toContain("Index Only Scan using view_entry_count_2")
  expect(plan).not.toContain("Seq Scan")
})

test("a page without filter counts from an index and reads its lines in order", async () => {
  const plan = await planOf(page({}))
  expect(plan).toContain("Index Only Scan using view_entry_scope")
  expect(plan).toContain("Index Scan using view_entry_sort_1")
  expect(plan).not.toContain("Seq Scan")
})

test("a page of one value of a counted filter is found and counted by its index", async () => {
  const plan = await planOf(page({ manager: ["m7"] }))
  expect(plan).toContain("Index Only Scan using view_entry_count_2")
  expect(plan).toMatch(/Index Scan (using|on) view_entry_count_2/u)
  // Lines written under another declaration are not looked for where there are none.
  expect(plan).toContain("One-Time Filter")
  expect(plan).not.toContain("Seq Scan")
})
