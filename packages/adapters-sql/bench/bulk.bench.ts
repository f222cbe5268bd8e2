/**
 * Opening many aggregates in one commit, 50,000 unless `BENCH_OPENINGS` says another number,
 * against bare inserts of the same rows into the same tables, a thousand rows a statement, in one
 * transaction; in turns, each on a connection of its own. Then loading and erasing them all.
 */
import { layerPostgres, type SqlPorts } from "@convoque/adapters-sql"
import { TenantId } from "@convoque/core/kernel/identity"
import { type Commit, Storage, type StorageUnavailable } from "@convoque/core/kernel/ports"
import { commitOf, lineOf, messageAbout, notebookId } from "@convoque/testing"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { startPostgres } from "../test/support/postgres.ts"
import { entryRows, eventRows, messageRows, versionRow } from "../src/storage/commit-rows.ts"
import { type BenchRow, median, print } from "./rows.ts"

const openings = Number(process.env["BENCH_OPENINGS"] ?? 50_000)
const rounds = 3

/** Measures on a server of its own, or on the one of a URL. */
export const run = async (serverUrl?: string): Promise<ReadonlyArray<BenchRow>> => {
  const server = serverUrl === undefined ? await startPostgres() : undefined
  const url = serverUrl ?? server?.url ?? ""
  const runtime = ManagedRuntime.make(layerPostgres({ url, poolSize: 1 }))
  const client = new pg.Client({ connectionString: url })
  try {
    const storage = await runtime.runPromise(Storage)
    await client.connect()
    const times: Times = { ours: [], bare: [], load: [], erase: [] }
    for (let round = 0; round < rounds; round++) {
      await measured({ runtime, storage, client }, round, times)
    }
    return rowsOf(times)
  } finally {
    await client.end()
    await runtime.dispose()
    await server?.stop()
  }
}

type Times = Readonly<Record<"ours" | "bare" | "load" | "erase", Array<number>>>

interface Sides {
  readonly runtime: ManagedRuntime.ManagedRuntime<SqlPorts, StorageUnavailable>
  readonly storage: Storage["Service"]
  readonly client: pg.Client
}

const measured = async (
  { runtime, storage, client }: Sides,
  round: number,
  times: Times,
): Promise<void> => {
  const ours = openingOf(TenantId.make(`ours-${round}`))
  const plain = openingOf(TenantId.make(`bare-${round}`))
  const ids = ours.changes.map(({ id }) => id)
  times.ours.push(await timed(() => runtime.runPromise(storage.commit(ours))))
  times.bare.push(await timed(() => bareInserts(client, plain)))
  times.load.push(await timed(() => runtime.runPromise(storage.load(ids))))
  const erasure = commitOf(ours.tenant, { erase: ids })
  times.erase.push(await timed(() => runtime.runPromise(storage.commit(erasure))))
}

const rowsOf = ({ ours, bare, load, erase }: Times): ReadonlyArray<BenchRow> => {
  const perSecond = (times: ReadonlyArray<number>): number => (openings / median(times)) * 1000
  return [
    {
      name: `opening ${openings} aggregates in one commit`,
      value: perSecond(ours),
      unit: "aggregates/s",
      reference: perSecond(bare),
      ratio: median(bare) / median(ours),
    },
    { name: `loading ${openings} in one call`, value: perSecond(load), unit: "aggregates/s" },
    { name: `erasing ${openings} in one commit`, value: perSecond(erase), unit: "aggregates/s" },
    {
      name: "memory of the process at most",
      value: process.resourceUsage().maxRSS / 1024,
      unit: "MB",
    },
  ]
}

// An event of some 1,000 bytes, three lines of lists and a message for each.
const openingOf = (tenant: TenantId): Commit => {
  const changes = Array.from({ length: openings }, (_, index) => {
    const id = notebookId(tenant, `c-2026/a-${index}`)
    const lines = ["agent", "superior", "authority"].map((part) =>
      lineOf(`Agent ${index}`, { part, scope: "c-2026", rank: `${index % 100}`, tags: ["open"] }),
    )
    const line = lineOf(`Agent ${index}`, { search: "Un entretien professionnel ".repeat(33) })
    return { id, expected: 0, events: [{ _tag: "LinePut", line } as const], state: { lines } }
  })
  const messages = changes.map(({ id }) => messageAbout(id, `opened/${id.key}`))
  return commitOf(tenant, { changes, messages })
}

type Row = Readonly<Record<string, unknown>>

const bareInserts = async (client: pg.Client, commit: Commit): Promise<void> => {
  await client.query("begin")
  for (let from = 0; from < openings; from += 1000) {
    const changes = commit.changes.slice(from, from + 1000)
    const messages = commit.messages.slice(from, from + 1000)
    const heads = changes.map(versionRow).map(({ next, expected: _, ...row }) => ({
      ...row,
      version: next,
    }))
    await insertRows(client, "head", heads)
    await insertRows(client, "event", changes.flatMap(eventRows))
    await insertRows(client, "view_entry", changes.flatMap(entryRows))
    const rows = messageRows({ ...commit, messages }, "2100-01-01T00:00:00.000Z")
    await insertRows(client, "message", rows)
  }
  await client.query("commit")
}

const json = new Set(["event", "row", "content"])

const insertRows = async (
  client: pg.Client,
  table: string,
  rows: ReadonlyArray<Row>,
): Promise<void> => {
  const columns = Object.keys(rows[0] ?? {})
  const marks = rows.map(
    (_, row) => `(${columns.map((_column, at) => `$${row * columns.length + at + 1}`).join(", ")})`,
  )
  const names = columns.map((column) => `"${column}"`).join(", ")
  await client.query(
    `insert into convoque.${table} (${names}) values ${marks.join(", ")}`,
    rows.flatMap((row) =>
      columns.map((column) => (json.has(column) ? JSON.stringify(row[column]) : row[column])),
    ),
  )
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

if (import.meta.main) print(await run())
