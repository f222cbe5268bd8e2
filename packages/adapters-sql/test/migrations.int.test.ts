/** A database that stopped at an earlier version, brought up to date with its lines. */
import { Database, layerPostgres } from "@convoque/adapters-sql"
import { TenantId } from "@convoque/core/kernel/identity"
import type { ListQuery, View } from "@convoque/core/kernel/listing"
import { Storage, Views } from "@convoque/core/kernel/ports"
import {
  commitOf,
  lineOf,
  type LineRow,
  linesView,
  newNotebook,
  type Notebook,
  notebookType,
} from "@convoque/testing"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { Kysely, PostgresDialect } from "kysely"
import { Migrator } from "kysely/migration"
import pg from "pg"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { tables0001 } from "../src/migrations/0001-tables.ts"
import { threads0002 } from "../src/migrations/0002-threads.ts"
import { createDatabase } from "./support/postgres.ts"

const tenant = TenantId.make("t")
const view: View<Notebook, LineRow> = { ...linesView, counted: ["tag", "part"] }
const query: ListQuery = {
  scope: "all",
  filters: {},
  sort: { column: "title", direction: "ascending" },
  limit: 40,
}

// Lines as they were written before 0004: 100 of them, a third under each tag.
const lines = `insert into convoque.view_entry
  (tenant, kind, key, view, scope, part, sorts, filters, search, "row")
select 't', 'notebook', 'n-' || i, 'notebook-lines', 'all', '',
  array['title ' || lpad(i::text, 3, '0'), ''], array['tag=t' || i % 3, 'part='], 'title ' || i,
  jsonb_build_object('title', 'title ' || lpad(i::text, 3, '0'), 'tags', array['t' || i % 3])
from generate_series(0, 99) i`

const stoppedAt0002 = async (url: string): Promise<void> => {
  const pool = new pg.Pool({ connectionString: url })
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const migrations = { "0001-tables": tables0001, "0002-threads": threads0002 }
  const { error } = await new Migrator({
    db: kysely,
    migrationTableSchema: "convoque",
    provider: { getMigrations: () => Promise.resolve(migrations) },
  }).migrateToLatest()
  expect(error).toBeUndefined()
  await pool.query(lines)
  await kysely.destroy()
}

const url = await createDatabase(inject("postgresUrl"))
const runtime = ManagedRuntime.make(layerPostgres({ url }))
beforeAll(() => stoppedAt0002(url))
afterAll(() => runtime.dispose())

const counted = (filter: string) =>
  runtime.runPromise(Views.use((views) => views.counts(view, tenant, { scope: "all", filter })))

const paged = async (asked: Partial<ListQuery>): Promise<ReadonlyArray<string>> => {
  const given = { ...query, ...asked }
  const page = await runtime.runPromise(Views.use((views) => views.page(view, tenant, given)))
  const titles = page.rows.map(({ row }) => row.title)
  if (page.next === undefined) return titles
  return [...titles, ...(await paged({ ...asked, after: page.next }))]
}

const titlesOf = (isOne: (index: number) => boolean): ReadonlyArray<string> =>
  Array.from({ length: 100 }, (_, index) => index)
    .filter(isOne)
    .map((index) => `title ${String(index).padStart(3, "0")}`)

test("lines written before 0004 are counted, filtered and paged", async () => {
  expect(await counted("tag")).toEqual({ t0: 34, t1: 33, t2: 33 })
  expect(await counted("part")).toEqual({ "": 100 })
  expect(await paged({})).toEqual(titlesOf(() => true))
  const some = { filters: { tag: ["t0", "t2"] }, limit: 20 }
  expect(await paged(some)).toEqual(titlesOf((index) => index % 3 !== 1))
  const page = await runtime.runPromise(
    Views.use((views) => views.page(view, tenant, { ...query, ...some })),
  )
  expect(page.count).toBe(67)
})

test("lines written since are counted, filtered and paged among them", async () => {
  const { id, ...change } = newNotebook(tenant, "new", [
    lineOf("title 050 b", { tags: ["t2"] }),
    lineOf("title 999", { part: "2", tags: ["t3"] }),
  ])
  const written = { ...change, id: { ...id, type: { ...notebookType, views: [view] } } }
  await runtime.runPromise(
    Storage.use((storage) => storage.commit(commitOf(tenant, { changes: [written] }))),
  )
  const marked = await runtime.runPromise(
    Database.use(({ read }) =>
      read("select key from convoque.view_entry where counted is not null", []),
    ),
  )
  expect(marked).toHaveLength(2)
  expect(await counted("tag")).toEqual({ t0: 34, t1: 33, t2: 34, t3: 1 })
  const expected = [...titlesOf((index) => index % 3 === 2), "title 050 b"].toSorted()
  expect(await paged({ filters: { tag: ["t2"] }, limit: 7 })).toEqual(expected)
  const all = await paged({})
  expect([all.length, all[51], all.at(-1)]).toEqual([102, "title 050 b", "title 999"])
})
