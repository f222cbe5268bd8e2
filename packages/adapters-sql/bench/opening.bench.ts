/**
 * Opening the interviews of a campaign through its use case, 50,000 unless `BENCH_OPENINGS` says
 * another number: a population file of that many good lines, checked against a directory, decided
 * and committed at once.
 *
 * The reference is what a program without any domain would do at best: bare inserts of the very
 * same rows (heads, events, lines of lists), read back beforehand, into empty tables with the same
 * columns and indexes, in one transaction on one connection; a thousand rows a statement, prepared,
 * which of the ways that `pg` has was as fast as any (arrays by column, one JSON). Both in turns.
 */
import { layerPostgres } from "@convoque/adapters-sql"
import { addInterviews, openCampaign } from "@convoque/core/interviews"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { startPostgres } from "../test/support/postgres.ts"
import { empty, insertBare, makeTables, writtenRows } from "./bare-inserts.ts"
import { byAdministrator, campaign, layerPortal, peopleOf, tenant, terms } from "./portal.ts"
import { type BenchRow, median, print } from "./rows.ts"

const openings = Number(process.env["BENCH_OPENINGS"] ?? 50_000)
const managers = Math.max(1, Math.ceil(openings / 12.5))
const rounds = 3

const agents = peopleOf(openings, "agent", "Adjointe administrative")
const superiors = peopleOf(managers, "superior", "Chef de bureau")
const authorities = peopleOf(40, "authority", "Secrétaire général")
const people = [...agents, ...superiors, ...authorities]

// Agents of one manager do not follow each other, as in a file sorted by name.
const lines = agents.map(({ id }, index) => ({
  line: index + 2,
  values: {
    agent: id,
    superior: superiors[index % managers]?.id ?? "",
    authority: authorities[(index % managers) % 40]?.id ?? "",
  },
}))

const request = { by: byAdministrator, tenant, campaign }
const adding = { ...request, lines, dryRun: false, acceptPartial: false }

/** Measures on a server of its own, or on the one of a URL whose tables are empty. */
export const run = async (serverUrl?: string): Promise<ReadonlyArray<BenchRow>> => {
  const server = serverUrl === undefined ? await startPostgres() : undefined
  const url = serverUrl ?? server?.url ?? ""
  const runtime = ManagedRuntime.make(
    Layer.merge(layerPostgres({ url, poolSize: 1 }), layerPortal(people)),
  )
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await runtime.runPromise(Effect.void)
    await makeTables(client)
    const times: Times = { ours: [], bare: [] }
    let peak = 0
    for (let round = -1; round < rounds; round++) {
      for (const schema of ["convoque", "bare"]) await empty(client, schema)
      await runtime.runPromise(openCampaign({ ...request, terms }))
      const ours = await timed(() => runtime.runPromise(addInterviews(adding)))
      // Of the use case alone: nothing was read back yet.
      if (round < 0) peak = process.resourceUsage().maxRSS
      const rows = await writtenRows(client)
      const bare = await timed(() => insertBare(client, rows))
      if (round < 0) continue
      times.ours.push(ours)
      times.bare.push(bare)
    }
    return rowsOf(times, peak)
  } finally {
    await client.end()
    await runtime.dispose()
    await server?.stop()
  }
}

type Times = Readonly<Record<"ours" | "bare", Array<number>>>

const rowsOf = ({ ours, bare }: Times, peak: number): ReadonlyArray<BenchRow> => {
  const perSecond = (times: ReadonlyArray<number>): number => (openings / median(times)) * 1000
  return [
    {
      name: `opening a campaign of ${openings} interviews`,
      value: perSecond(ours),
      unit: "interviews/s",
      reference: perSecond(bare),
      ratio: median(bare) / median(ours),
      goal: 0.6,
    },
    { name: "memory of the process after the first opening", value: peak / 1024, unit: "MB" },
  ]
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

if (import.meta.main) print(await run())
