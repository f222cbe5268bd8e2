/**
 * The statistics and the list of one campaign of a million interviews, against the bare statements
 * on a typed table of the same interviews with the indexes that they would have, in turns.
 */
import { layerPostgres } from "@convoque/adapters-sql"
import { TenantId } from "@convoque/core/kernel/identity"
import type { Cursor, ListQuery } from "@convoque/core/kernel/listing"
import { Views } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { startPostgres } from "../test/support/postgres.ts"
import { campaign, fill, interviewsView, lines, managers, tenant } from "./campaign.ts"
import { type BenchRow, median, print } from "./rows.ts"

const rounds = 11

type Work = () => Promise<unknown>

/** Measures on a server of its own, or on the one of a URL whose tables are empty. */
export const run = async (serverUrl?: string): Promise<ReadonlyArray<BenchRow>> => {
  const server = serverUrl === undefined ? await startPostgres() : undefined
  const url = serverUrl ?? server?.url ?? ""
  const runtime = ManagedRuntime.make(layerPostgres({ url, poolSize: 1 }))
  const client = new pg.Client({ connectionString: url })
  try {
    const views = await runtime.runPromise(Views)
    await client.connect()
    const loading = await timed(() => fill(client))
    const port =
      <A>(effect: Effect.Effect<A, unknown>): Work =>
      () =>
        runtime.runPromise(effect)
    const rows: Array<BenchRow> = []
    for (const [name, ours, bare] of await scenes(views, port, client)) {
      rows.push(await compared(name, ours, bare))
    }
    return [{ name: `loading ${lines} lines`, value: loading / 1000, unit: "s" }, ...rows]
  } finally {
    await client.end()
    await runtime.dispose()
    await server?.stop()
  }
}

const scenes = async (
  views: Views["Service"],
  port: <A>(effect: Effect.Effect<A, unknown>) => Work,
  client: pg.Client,
): Promise<ReadonlyArray<readonly [string, Work, Work]>> => {
  const own = TenantId.make(tenant)
  const counts = (filter: string, view = interviewsView): Work =>
    port(views.counts(view, own, { scope: campaign, filter }))
  const page = (changes: Partial<ListQuery>): Work =>
    port(views.page(interviewsView, own, { ...asked, ...changes }))
  const bare =
    (text: string, ...more: ReadonlyArray<unknown>): Work =>
    () =>
      client.query(text, [campaign, ...more])
  const bareCount = bare("select count(*)::int from bare_interview where campaign = $1")
  const withCount =
    (rows: Work, count: Work): Work =>
    async () => [await rows(), await count()]
  const { after, names } = await middleOf(client)
  const of = (column: string) => `from bare_interview where campaign = $1 and ${column} = $2`
  return [
    ["counts by status", counts("status"), bare(grouped("status"))],
    ["counts by manager and status", counts("manager-status"), bare(grouped("manager, status"))],
    ["counts by day", counts("held-on"), bare(grouped("held_on"))],
    ["first page of 50", page({}), withCount(bare(`${barePage} ${bareOrder}`), bareCount)],
    [
      "page of 50 in the middle",
      page({ after }),
      withCount(
        bare(
          `${barePage} and (manager_name, agent_name, agent) > ($2, $3, $4) ${bareOrder}`,
          ...names,
        ),
        bareCount,
      ),
    ],
    [
      "first page of 50 of a status",
      page({ filters: { status: ["held"] } }),
      withCount(
        bare(`${barePage} and status = $2 ${bareOrder}`, "held"),
        bare(`select count(*)::int ${of("status")}`, "held"),
      ),
    ],
    [
      "page of one manager",
      page({ filters: { manager: ["m-7"] } }),
      withCount(
        bare(`${barePage} and manager = $2 ${bareOrder}`, "m-7"),
        bare(`select count(*)::int ${of("manager")}`, "m-7"),
      ),
    ],
    [
      "first page of 50 with a keyword",
      page({ keyword: "nom0a" }),
      withCount(
        bare(`${barePage} and agent_name ilike '%nom0a%' ${bareOrder}`),
        bare(`select count(*)::int ${found}`),
      ),
    ],
    [
      "counts by a filter that is not counted",
      counts("status", plainView),
      bare(grouped("status")),
    ],
  ]
}

const found = `from bare_interview where campaign = $1 and agent_name ilike '%nom0a%'`
const plainView = { ...interviewsView, counted: [] }

const asked: ListQuery = {
  scope: campaign,
  filters: {},
  sort: { column: "manager", direction: "ascending" },
  limit: 50,
}

const grouped = (columns: string): string =>
  `select ${columns}, count(*)::int from bare_interview where campaign = $1 group by ${columns}`
const barePage = `select agent, agent_name, manager, manager_name, status, held_on, closed_on, row
from bare_interview where campaign = $1`
const bareOrder = "order by manager_name, agent_name, agent limit 50"

// The line in the middle of the list sorted by manager, and the same interview in the bare table.
const middleOf = async (client: pg.Client) => {
  const { rows } = await client.query<{ sort: string; key: string; names: Array<string> }>(
    `select sorts[1] as sort, key, array[row->>'managerName', row->>'agentName', row->>'agent'] as names
    from convoque.view_entry where tenant = $1 and view = 'interviews' and scope = $2
      and cardinality(sorts) >= 1
    order by sorts[1], key, part offset $3 limit 1`,
    [tenant, campaign, Math.floor(lines / 2)],
  )
  const [found] = rows
  const after: Cursor = { sort: found?.sort ?? "", key: found?.key ?? "", part: "" }
  return { after, names: found?.names ?? [] }
}

const compared = async (name: string, ours: Work, bare: Work): Promise<BenchRow> => {
  const own: Array<number> = []
  const reference: Array<number> = []
  for (let round = -2; round < rounds; round++) {
    const mine = await timed(ours)
    const plain = await timed(bare)
    if (round < 0) continue
    own.push(mine)
    reference.push(plain)
  }
  return {
    name: `${name}, ${lines} interviews of ${managers} managers`,
    value: median(own),
    unit: "ms",
    reference: median(reference),
    ratio: median(reference) / median(own),
  }
}

const timed = async (work: Work): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

if (import.meta.main) print(await run())
