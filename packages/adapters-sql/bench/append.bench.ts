/**
 * Append of one event with its entries and its message, against a bare BEGIN, INSERT, COMMIT on
 * one connection each, in turns.
 */
import { Database, layerPostgres } from "@convoque/adapters-sql"
import { TenantId } from "@convoque/core/kernel/identity"
import { Storage } from "@convoque/core/kernel/ports"
import { type Line, lineOf, notebookId } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { startPostgres } from "../test/support/postgres.ts"
import { type BenchRow, median, print } from "./rows.ts"

const rounds = 31
const perRound = 40
const tenant = TenantId.make("bench")

/** Measures on a server of its own, or on the one of a URL. */
export const run = async (serverUrl?: string): Promise<ReadonlyArray<BenchRow>> => {
  const server = serverUrl === undefined ? await startPostgres() : undefined
  const statements: Array<string> = []
  const url = serverUrl ?? server?.url ?? ""
  const runtime = ManagedRuntime.make(
    layerPostgres({ url, poolSize: 1, onStatement: (text) => statements.push(text) }),
  )
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.query(bareTable)
    const { storage, database } = await runtime.runPromise(ports)
    const rows: Array<BenchRow> = []
    for (const [index, durability] of ["on", "off"].entries()) {
      const set = `set synchronous_commit = ${durability}`
      await client.query(set)
      await runtime.runPromise(database.write(set, []))
      const ours: Array<number> = []
      const bare: Array<number> = []
      for (let round = -5; round < rounds; round++) {
        // What autovacuum does within a minute: plans made for empty tables are made anew.
        if (round === 0) await client.query("analyze")
        const first = (index * 2 * rounds + round + 5) * perRound
        const mine = await timed(() => runtime.runPromise(appendSome(storage, first)))
        const plain = await timed(() => bareInserts(client, first))
        if (round < 0) continue
        ours.push(mine / perRound)
        bare.push(plain / perRound)
      }
      rows.push(rowOf(durability, median(ours), median(bare)))
    }
    const before = statements.length
    await runtime.runPromise(appendSome(storage, 1_000_000))
    const value = (statements.length - before) / perRound
    return [...rows, { name: "append: statements per command", value, unit: "statements" }]
  } finally {
    await client.end()
    await runtime.dispose()
    await server?.stop()
  }
}

const ports = Effect.gen(function* () {
  return { storage: yield* Storage, database: yield* Database }
})

// With every commit flushed to the disk, the disk is most of the time of both.
const rowOf = (durability: string, ours: number, bare: number): BenchRow => ({
  name: `append: event, entries and message, synchronous_commit ${durability}`,
  value: 1000 / ours,
  unit: "commits/s",
  reference: 1000 / bare,
  ratio: bare / ours,
  ...(durability === "on" ? { goal: 0.6 } : {}),
})

// Each notebook gets a first event, then a second one that changes its entries.
const appendSome = (storage: Storage["Service"], first: number) =>
  Effect.forEach(
    Array.from({ length: perRound }, (_, index) => first + index),
    (number) => {
      const key = `notebook-${Math.floor(number / 2)}`
      const id = notebookId(tenant, key)
      const expected = number % 2
      const line = lineOf(`Éloïse ${number}`, { tags: ["open"], rank: `${number}` })
      return storage.commit({
        tenant,
        changes: [{ id, expected, events: [{ _tag: "LinePut", line }], state: { lines: [line] } }],
        unchanged: [],
        erase: [],
        messages: [message(key, number, line)],
      })
    },
    { discard: true },
  )

const message = (key: string, number: number, line: Line) => ({
  id: `notebook/${key}/${number}`,
  about: { kind: "notebook", key },
  content: {
    kind: "bench",
    to: { name: "Zoé", address: "zoe@example.org" },
    language: "fr",
    subject: line.title,
    paragraphs: ["Un paragraphe de la longueur d’une phrase ordinaire, ou peu s’en faut."],
    documents: [],
    calendar: [],
  },
})

const bareTable = `create table bare_event (
  stream text not null, version int not null, event jsonb not null, primary key (stream, version))`

const bareInserts = async (client: pg.Client, first: number): Promise<void> => {
  for (let number = first; number < first + perRound; number++) {
    const line = lineOf(`Éloïse ${number}`, { tags: ["open"], rank: `${number}` })
    await client.query("begin")
    await client.query({
      name: "bare",
      text: "insert into bare_event (stream, version, event) values ($1, $2, $3)",
      values: [`notebook-${number}`, 1, JSON.stringify({ _tag: "LinePut", line })],
    })
    await client.query("commit")
  }
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

if (import.meta.main) print(await run())
