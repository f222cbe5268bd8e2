/** One campaign of many interviews: as lines of its real lists, and as a plain typed table. */
import { campaignInterviews, notHeldInterviews } from "@convoque/core/interviews"
import type { View } from "@convoque/core/kernel/listing"
import { personName } from "@convoque/core/kernel/ports"
import { foldedKey } from "@convoque/core/kernel/text"
import type pg from "pg"
import { countMark } from "../src/counted.ts"
import { campaign, peopleOf, tenant, terms } from "./portal.ts"

/** The number of interviews, a million unless `BENCH_LINES` says another; 50 for each manager. */
export const lines = Number(process.env["BENCH_LINES"] ?? 1_000_000)

/** The managers of the campaign, as the directory knows them. */
export const superiors = peopleOf(Math.max(1, Math.ceil(lines / 50)), "superior", "Chef de bureau")

// Interviews in the order of their opening, not of their managers: a page of a list is spread over
// the table, as in life. A sixth of them has each status; a quarter of those without a date had one
// on which they were not held.
const interviews = `select i, 'agent-' || lpad(i::text, 7, '0') as agent,
    'Prénom Nom' || substr(md5(i::text), 1, 8) as agent_name,
    'nom' || substr(md5(i::text), 1, 8) || ' prenom' as agent_key,
    m.id as manager, m.name as manager_name, m.sort as manager_key, status,
    case when status in ('planned', 'held', 'closing', 'closed') then date '2026-01-05' + i % 120 end as held_on,
    case when status = 'closed' then date '2026-03-02' + i % 151 end as closed_on,
    case when status = 'not-planned' and i % 4 = 0
      then (array['agent-absent', 'superior-absent'])[1 + i % 8 / 4] end as reason
  from (select i, i % ${superiors.length} as place, (array['not-planned', 'planned', 'held',
      'closing', 'closed', 'deleted'])[1 + (i / ${superiors.length}) % 6] as status
    from generate_series(1, ${lines}) i offset 0) i
  join bench_manager m using (place) order by i`

const row = `jsonb_build_object('campaign', '${campaign}', 'type', '${terms.procedure.type}',
  'year', ${terms.year}, 'agent', jsonb_build_object('id', agent, 'name', agent_name),
  'superior', jsonb_build_object('id', manager, 'name', manager_name),
  'state', case status when 'not-planned' then case when reason is null then 'to-schedule' else 'not-held' end
    when 'planned' then 'proposed' when 'closing' then 'in-circuit' else status end,
  'status', status, 'date', held_on, 'late', coalesce(held_on >= '${terms.interviewsBefore}', false),
  'lateReport', coalesce(closed_on > '${terms.reportsBy}', false), 'postponements', 0,
  'notHeld', reason, 'closedOn', closed_on, 'next', case when status = 'closing' then
    jsonb_build_object('step', 'notify', 'label', 'Notification', 'kind', 'notify') end)`

const datedOn = `case when status = 'planned' then 'planned:' else 'held:' end || held_on`
const kind = `'${tenant}', 'interview', '${terms.procedure.type}/${terms.year}/' || agent`
const columns = `tenant, kind, key, view, scope, part, sorts, filters, search, "row", counted`

const mark = <State, Row>(view: View<State, Row>): number => countMark(view) ?? 0

const listed = `insert into convoque.view_entry
  (${columns}, count_1, count_2, count_3, count_4, count_5)
select ${kind}, '${campaignInterviews.name}', '${campaign}', '',
  array[manager_key || ' ' || manager || ' ' || agent_key, agent_key,
    coalesce(held_on::text, ''), (array_position(array['not-planned', 'planned', 'held', 'closing',
    'closed', 'deleted'], status) - 1)::text],
  array_remove(array['status=' || status, 'manager=' || manager,
    'manager-status=' || manager || ':' || status, 'dated-on=' || ${datedOn},
    'closed-on=' || closed_on, 'not-held-reason=' || reason], null),
  agent_key || ' nom', ${row}, ${mark(campaignInterviews)},
  status, manager, manager || ':' || status, ${datedOn}, closed_on::text
from (${interviews}) i`

const notHeld = `insert into convoque.view_entry (${columns}, count_1)
select ${kind}, '${notHeldInterviews.name}', '${campaign}', '', array[agent_key],
  array['reason=' || reason], agent_key, ${row}, ${mark(notHeldInterviews)}, reason
from (${interviews}) i where reason is not null`

const bare = [
  `create table bare_interview (campaign text not null, agent text not null,
    agent_name text not null, manager text not null, manager_name text not null,
    status text not null, held_on date, closed_on date, reason text, row jsonb not null)`,
  `insert into bare_interview select '${campaign}', agent, agent_key, manager, manager_key, status,
    held_on, closed_on, reason, ${row} from (${interviews}) i`,
  `create index on bare_interview (campaign, status)`,
  `create index on bare_interview (campaign, manager, status)`,
  `create index on bare_interview (campaign, held_on, status)`,
  `create index on bare_interview (campaign, closed_on)`,
  `create index on bare_interview (campaign, reason)`,
  `create index on bare_interview (campaign, manager_name, manager, agent_name, agent)`,
]

const managerRows = superiors.map((person, place) => ({
  place,
  id: person.id,
  name: personName(person),
  sort: foldedKey(`${person.familyName} ${person.givenName}`),
}))

/**
 * Fills both tables; the indexes that hold the lines are made after them, the quicker way. Commits
 * are synchronous: vacuum marks no page visible while the commit of a line is not on the disk.
 */
export const fill = async (client: pg.Client): Promise<void> => {
  await client.query("set maintenance_work_mem = '512MB'")
  await client.query("create temp table bench_manager (place int, id text, name text, sort text)")
  await client.query(
    `insert into bench_manager
      select * from json_to_recordset($1) as r(place int, id text, name text, sort text)`,
    [JSON.stringify(managerRows)],
  )
  await client.query("analyze bench_manager")
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'convoque' and indexname ~ '^view_entry_(scope|sort_[1-4]|count_[1-5])$'`,
  )
  for (const { name } of rows) await client.query(`drop index convoque.${name}`)
  for (const statement of [listed, notHeld]) await client.query(statement)
  for (const { definition } of rows) await client.query(definition)
  for (const statement of bare) await client.query(statement)
  for (const table of ["convoque.view_entry", "bare_interview"]) {
    await client.query(`vacuum analyze ${table}`)
  }
}
