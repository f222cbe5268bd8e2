/** The two servers compared by `read.bench.ts`: the sample app, and bare Hono routes on the same data. */
import { pageOf } from "@convoque/core/kernel/listing"
import { serve } from "@hono/node-server"
import { Hono } from "hono"
import { notesView, sample } from "../test/support/sample.ts"

const running = sample()
const first = running.notes.get("n-1")
if (first !== undefined) {
  for (let n = 2; n <= 60; n++) running.notes.set(`n-${n}`, first)
}

const entries = () =>
  [...running.notes].flatMap(([key, { note }]) =>
    notesView.entries(note, key).map((entry) => ({ ...entry, key })),
  )

const bare = new Hono()
  .get("/notes/:note", (c) => c.json(running.notes.get(c.req.param("note"))?.note))
  .get("/notes", (c) =>
    c.json(
      pageOf(entries(), {
        scope: "all",
        filters: {},
        sort: { column: "title", direction: "ascending" },
        limit: Number(c.req.query("limit")),
      }),
    ),
  )

serve({ fetch: process.argv[2] === "bare" ? bare.fetch : running.app.fetch, port: 0 }, ({ port }) =>
  process.stdout.write(`${port}\n`),
)
process.on("SIGTERM", () => process.exit(0))
