/**
 * The statistics and the list of one campaign of a million interviews, or as many as `BENCH_LINES`
 * says: the use cases that a portal calls, then the calls of the port under them.
 *
 * The references are bare statements on a typed table of the same interviews, one row each, with
 * the indexes that they would have, through `pg` alone, in turns:
 * - following the campaign: its groups by manager and status, by status and day of the interview,
 *   by day of closing and by reason, in four statements, their rows read and no more; the use case
 *   loads the campaign, names its managers and makes the figures and charts besides;
 * - a count by a filter: `group by` the same columns;
 * - a page of a list: `order by ... limit 50`, then `count(*)` under the same conditions.
 */
import { layerPostgres, type SqlPorts } from "@convoque/adapters-sql"
import {
  campaignInterviews,
  followCampaign,
  type InterviewsSetup,
  listInterviews,
  openCampaign,
} from "@convoque/core/interviews"
import type { Cursor, ListQuery } from "@convoque/core/kernel/listing"
import { type PeopleDirectory, Views } from "@convoque/core/kernel/ports"
import type * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { startPostgres } from "../test/support/postgres.ts"
import { fill, lines, superiors } from "./campaign.ts"
import { byAdministrator, campaign, layerPortal, tenant, terms } from "./portal.ts"
import { type BenchRow, median, print } from "./rows.ts"

const rounds = 7

type Work = () => Promise<unknown>

/** Measures on a server of its own, or on the one of a URL whose tables are empty. */
export const run = async (serverUrl?: string): Promise<ReadonlyArray<BenchRow>> => {
  const server = serverUrl === undefined ? await startPostgres() : undefined
  const url = serverUrl ?? server?.url ?? ""
  const runtime = ManagedRuntime.make(
    Layer.merge(layerPostgres({ url, poolSize: 1 }), layerPortal(superiors)),
  )
  const client = new pg.Client({ connectionString: url })
  try {
    const views = await runtime.runPromise(Views)
    await client.connect()
    await runtime.runPromise(openCampaign({ by: byAdministrator, tenant, campaign, terms }))
    const loading = await timed(() => fill(client))
    const port: Port = (effect) => () => runtime.runPromise(effect)
    const rows: Array<BenchRow> = []
    for (const [name, ours, bare] of [
      ...useCases(port, client),
      ...(await scenes(views, port, client)),
    ]) {
      rows.push(await compared(name, ours, bare))
    }
    return [{ name: `loading ${lines} lines`, value: loading / 1000, unit: "s" }, ...rows]
  } finally {
    await client.end()
    await runtime.dispose()
    await server?.stop()
  }
}

type Needs = SqlPorts | PeopleDirectory | InterviewsSetup
type Scene = readonly [name: string, ours: Work, bare: Work]
type Port = <A>(effect: Effect.Effect<A, unknown, Needs>) => Work

const bareOn =
  (client: pg.Client) =>
  (text: string, ...more: ReadonlyArray<unknown>): Work =>
  () =>
    client.query(text, [campaign, ...more])

const inTurn =
  (...works: ReadonlyArray<Work>): Work =>
  async () => {
    for (const work of works) await work()
  }

const useCases = (port: Port, client: pg.Client): ReadonlyArray<Scene> => {
  const reader = { by: byAdministrator, tenant }
  const bare = bareOn(client)
  const list = (filters: ListQuery["filters"] = {}): Work =>
    port(listInterviews(reader, campaign, { filters, limit: 50 }))
  return [
    [
      "following the campaign",
      port(followCampaign({ ...reader, campaign })),
      inTurn(
        ...["manager, status", "held_on, status", "closed_on", "reason"].map((columns) =>
          bare(grouped(columns)),
        ),
      ),
    ],
    [
      "the list grouped by manager, first page of 50",
      list(),
      inTurn(bare(`${barePage} ${bareOrder}`), bare(bareCount)),
    ],
    [
      "the list of a status, first page of 50",
      list({ status: ["held"] }),
      inTurn(
        bare(`${barePage} and status = $2 ${bareOrder}`, "held"),
        bare(`${bareCount} and status = $2`, "held"),
      ),
    ],
  ]
}

const scenes = async (
  views: Views["Service"],
  port: Port,
  client: pg.Client,
): Promise<ReadonlyArray<Scene>> => {
  const counts = (filter: string, view = campaignInterviews): Work =>
    port(views.counts(view, tenant, { scope: campaign, filter }))
  const page = (changes: Partial<ListQuery>): Work =>
    port(views.page(campaignInterviews, tenant, { ...asked, ...changes }))
  const bare = bareOn(client)
  const { after, names } = await middleOf(client)
  const manager = superiors[7 % superiors.length]?.id ?? ""
  return [
    ["counts by status", counts("status"), bare(grouped("status"))],
    ["counts by manager and status", counts("manager-status"), bare(grouped("manager, status"))],
    ["counts by day", counts("dated-on"), bare(grouped("held_on, status"))],
    ["first page of 50", page({}), inTurn(bare(`${barePage} ${bareOrder}`), bare(bareCount))],
    [
      "page of 50 in the middle",
      page({ after }),
      inTurn(
        bare(
          `${barePage} and (manager_name, manager, agent_name, agent) > ($2, $3, $4, $5) ${bareOrder}`,
          ...names,
        ),
        bare(bareCount),
      ),
    ],
    [
      "first page of 50 of a status",
      page({ filters: { status: ["held"] } }),
      inTurn(
        bare(`${barePage} and status = $2 ${bareOrder}`, "held"),
        bare(`${bareCount} and status = $2`, "held"),
      ),
    ],
    [
      "page of one manager",
      page({ filters: { manager: [manager] } }),
      inTurn(
        bare(`${barePage} and manager = $2 ${bareOrder}`, manager),
        bare(`${bareCount} and manager = $2`, manager),
      ),
    ],
    [
      "first page of 50 with a keyword",
      page({ keyword: "nom0a" }),
      inTurn(
        bare(`${barePage} and agent_name ilike '%nom0a%' ${bareOrder}`),
        bare(`${bareCount} and agent_name ilike '%nom0a%'`),
      ),
    ],
    [
      "counts by a filter that is not counted",
      counts("status", plainView),
      bare(grouped("status")),
    ],
  ]
}

const plainView = { ...campaignInterviews, counted: [] }

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
const bareCount = "select count(*)::int from bare_interview where campaign = $1"
const bareOrder = "order by manager_name, manager, agent_name, agent limit 50"

// The line in the middle of the list sorted by manager, and the same interview in the bare table.
const middleOf = async (client: pg.Client) => {
  const { rows } = await client.query<{ sort: string; key: string; names: Array<string> }>(
    `select sorts[1] as sort, key, b.names
    from convoque.view_entry v cross join lateral (
      select array[manager_name, manager, agent_name, agent] as names from bare_interview b
      where b.campaign = $2 and b.manager = v."row"->'superior'->>'id'
        and b.agent = v."row"->'agent'->>'id') b
    where tenant = $1 and view = $3 and scope = $2 and cardinality(sorts) >= 1
    order by sorts[1], key, part offset $4 limit 1`,
    [tenant, campaign, campaignInterviews.name, Math.floor(lines / 2)],
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
    name: `${name}, ${lines} interviews of ${superiors.length} managers`,
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
