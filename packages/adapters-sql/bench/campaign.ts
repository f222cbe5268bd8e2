/** One campaign of many interviews: as lines of a list, and as a plain typed table. */
import type { View } from "@convoque/core/kernel/listing"
import type pg from "pg"
import { countMark } from "../src/counted.ts"

/** The tenant and the campaign of all lines. */
export const tenant = "bench"
export const campaign = "c-2026"

/** The number of interviews, a million unless `BENCH_LINES` says another; 50 for each manager. */
export const lines = Number(process.env["BENCH_LINES"] ?? 1_000_000)
export const managers = Math.max(1, Math.ceil(lines / 50))

/** The list of a campaign as its statistics page needs it; its lines are written by `fill`. */
export const interviewsView: View<unknown, unknown> = {
  name: "interviews",
  sortColumns: ["manager", "agent", "date", "status"],
  filterNames: ["status", "manager", "manager-status", "held-on", "closed-on"],
  counted: ["status", "manager-status", "held-on", "closed-on", "manager"],
  entries: () => [],
}

// Interviews in the order of their opening, not of their managers: a page of a list is spread over
// the table, as in life.
const interviews = `select i, 'a-' || lpad(i::text, 7, '0') as agent,
  'Nom' || substr(md5(i::text), 1, 8) || ' Prénom' as agent_name,
  'm-' || i % ${managers} as manager,
  'Responsable ' || substr(md5((i % ${managers})::text), 1, 8) as manager_name,
  (array['to-schedule', 'proposed', 'held', 'in-circuit', 'closed', 'not-held'])[1 + (i / ${managers}) % 6] as status,
  date '2026-01-01' + i % 181 as held_on, date '2026-03-01' + i % 151 as closed_on
from generate_series(1, ${lines}) i offset 0`

const entries = `insert into convoque.view_entry
  (tenant, kind, key, view, scope, part, sorts, filters, search, "row",
   counted, count_1, count_2, count_3, count_4, count_5)
select '${tenant}', 'interview', '${campaign}/' || agent, 'interviews', '${campaign}', '',
  array[manager_name || ' ' || agent_name, agent_name, held_on::text, status],
  array['status=' || status, 'manager=' || manager, 'manager-status=' || manager || ':' || status,
    'held-on=' || held_on, 'closed-on=' || closed_on],
  lower(agent_name || ' ' || manager_name || ' ' || status),
  jsonb_build_object('agent', agent, 'agentName', agent_name, 'manager', manager,
    'managerName', manager_name, 'status', status, 'heldOn', held_on, 'closedOn', closed_on,
    'campaign', '${campaign}', 'next', repeat('x', 120), 'label', repeat('é', 40)),
  ${countMark(interviewsView) ?? 0}, status, manager || ':' || status, held_on::text,
  closed_on::text, manager
from (${interviews}) i`

const bare = [
  `create table bare_interview (campaign text not null, agent text not null,
    agent_name text not null, manager text not null, manager_name text not null,
    status text not null, held_on date, closed_on date, row jsonb not null)`,
  `insert into bare_interview select '${campaign}', agent, agent_name, manager, manager_name, status,
    held_on, closed_on, jsonb_build_object('next', repeat('x', 120), 'label', repeat('é', 40))
    from (${interviews}) i`,
  `create index on bare_interview (campaign, status)`,
  `create index on bare_interview (campaign, manager, status)`,
  `create index on bare_interview (campaign, held_on)`,
  `create index on bare_interview (campaign, manager_name, agent_name, agent)`,
]

/** Fills both tables; the indexes that hold the lines are made after them, the quicker way. */
export const fill = async (client: pg.Client): Promise<void> => {
  await client.query("set synchronous_commit = off")
  await client.query("set maintenance_work_mem = '512MB'")
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'convoque' and indexname ~ '^view_entry_(scope|sort_[1-4]|count_[1-5])$'`,
  )
  for (const { name } of rows) await client.query(`drop index convoque.${name}`)
  await client.query(entries)
  for (const { definition } of rows) await client.query(definition)
  for (const statement of bare) await client.query(statement)
  for (const table of ["convoque.view_entry", "bare_interview"]) {
    await client.query(`vacuum analyze ${table}`)
  }
}
