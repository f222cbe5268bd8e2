/** Texts that arrays, quotes and JSON write in their own ways come back as they were. */
import { layerPostgres } from "@convoque/adapters-sql"
import { TenantId } from "@convoque/core/kernel/identity"
import { Storage, Views } from "@convoque/core/kernel/ports"
import { commitOf, lineOf, linesView, newNotebook, notebookId } from "@convoque/testing"
import * as Effect from "effect/Effect"
import { expect, inject, test } from "vitest"
import { createDatabase } from "./support/postgres.ts"

const tenant = TenantId.make("texts")
const texts = [
  String.raw`a "quote", a back\slash, {braces}, \"both\"`,
  'two\nlines\tand "quotes"',
  "NULL",
  "",
  " spaces ",
  "'\u{1F600}' \"\u{1F600}\"",
  "Éloïse œ \u2028 \u007F",
  ",;{}()",
]
const keys = texts.map((_, index) => `k-${index}`)

test("many rows keep every character of their texts", async () => {
  const url = await createDatabase(inject("postgresUrl"))
  const lines = texts.map((text, index) =>
    lineOf(text, { rank: String(index), tags: [text], search: text }),
  )
  const program = Effect.gen(function* () {
    const storage = yield* Storage
    const views = yield* Views
    const changes = lines.map((line, index) => newNotebook(tenant, keys[index] ?? "", [line]))
    yield* storage.commit(commitOf(tenant, { changes }))
    const loaded = yield* storage.load(keys.map((key) => notebookId(tenant, key)))
    const page = yield* views.page(linesView, tenant, {
      scope: "all",
      filters: {},
      sort: { column: "rank", direction: "ascending" },
      limit: 50,
    })
    const counts = yield* views.counts(linesView, tenant, { scope: "all", filter: "tag" })
    return { states: loaded.map(({ state }) => state), rows: page.rows, counts }
  })
  const { states, rows, counts } = await Effect.runPromise(
    Effect.provide(program, layerPostgres({ url, poolSize: 1 })),
  )
  expect(states).toStrictEqual(lines.map((line) => ({ lines: [line] })))
  expect(rows.map(({ row }) => row.title)).toStrictEqual(texts)
  expect(counts).toStrictEqual(Object.fromEntries(texts.map((text) => [text, 1])))
})
