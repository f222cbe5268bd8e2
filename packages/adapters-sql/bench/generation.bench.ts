/**
 * Generating the competences of 100,000 people from 500,000 teachings (`BENCH_PEOPLE` says another
 * number of people, five teachings each), against a bare SQL join that inserts the same pairs of
 * people and exam options into a table of two columns. Then run again with nothing changed, and with
 * the teachings of one person in a hundred changed.
 *
 * The join keeps no event, no list and no grounds: its ratio tells what history and lists cost. The
 * second reference copies the rows that the generation wrote, server side, into tables with the same
 * indexes: that ratio tells what deciding and sending cost.
 */
import { layerPostgres, type SqlPorts } from "@convoque/adapters-sql"
import { generateCompetences } from "@convoque/core/exam-missions"
import { type Actor, PersonId, TenantId } from "@convoque/core/kernel/identity"
import type { StorageUnavailable } from "@convoque/core/kernel/ports"
import * as ManagedRuntime from "effect/ManagedRuntime"
import pg from "pg"
import { startPostgres } from "../test/support/postgres.ts"
import { makeTables, tables } from "./bare-inserts.ts"
import { type BenchRow, print } from "./rows.ts"

const people = Number(process.env["BENCH_PEOPLE"] ?? 100_000)
const teachings = people * 5
const tenant = TenantId.make("bench")
const by: Actor = { person: PersonId.make("scheduler"), capacity: "system" }

/** Measures on a server of its own, or on the one of a URL. */
export const run = async (serverUrl?: string): Promise<ReadonlyArray<BenchRow>> => {
  const server = serverUrl === undefined ? await startPostgres() : undefined
  const url = serverUrl ?? server?.url ?? ""
  const runtime = ManagedRuntime.make(layerPostgres({ url, poolSize: 3 }))
  const client = new pg.Client({ connectionString: url })
  try {
    await runtime.runPromise(runtime.contextEffect)
    await client.connect()
    for (const text of filling) await client.query(text, [tenant, people])
    await client.query("analyze convoque.register_row")
    return await measured(runtime, client)
  } finally {
    await client.end()
    await runtime.dispose()
    await server?.stop()
  }
}

const insert = `insert into convoque.register_row
  (tenant, register, key, part, owner, sort, search, row)`
const revise = `insert into convoque.register (tenant, name, revision)
  select $1::text, name, 1 from unnest(array['teachings', 'correspondences']) name
  where $2::int > 0
  on conflict (tenant, name) do update set revision = convoque.register.revision + 1`

const filling: ReadonlyArray<string> = [
  // Forty subjects, two exam options each, one of them in training modules of 2nde alone.
  `${insert} select $1::text, 'correspondences', 'L-' || n, '', 'S' || n % 40, 'L-' || n, '',
    jsonb_build_object('line', 'L-' || n, 'option', 'BCG.GEN.O' || n, 'subjectCode', 'S' || n % 40,
      'trainingModulePrefix', case when n >= 40 then '200' end)
  from generate_series(0, 79) n where $2::int > 0`,
  `${insert} select $1::text, 'teachings', 'epp-' || n || '/' || time, '0310001H', 'epp-' || n,
    'subject' || chr(9) || time, 'subject',
    jsonb_build_object('person', 'epp-' || n, 'school', '0310001H',
      'subjectCode', 'S' || (n * 7 + time * 3) % 40, 'subject', 'SUBJECT ' || time,
      'modality', 'CG', 'trainingModuleCode', (array['2001', '3001'])[1 + (n + time) % 2],
      'trainingModule', '2NDE GENERALE', 'trainingModuleType', null,
      'structureKind', 'division', 'structure', 'D' || time)
  from generate_series(1, $2::int) n, generate_series(1, 5) time`,
  revise,
]

const changing = `update convoque.register_row
  set row = row || jsonb_build_object('subjectCode', 'S' || (length(key) * 11) % 40)
  where tenant = $1::text and register = 'teachings'
    and substring(owner from 5)::int % 100 = 0 and substring(owner from 5)::int <= $2::int`

const joining = `insert into bare_pair
  select distinct t.owner, c.row ->> 'option'
  from convoque.register_row t
  join convoque.register_row c on c.tenant = t.tenant and c.register = 'correspondences'
    and c.row ->> 'subjectCode' = t.row ->> 'subjectCode'
    and (c.row ->> 'trainingModulePrefix' is null
      or starts_with(t.row ->> 'trainingModuleCode', c.row ->> 'trainingModulePrefix'))
  where t.tenant = $1::text and t.register = 'teachings'`

const measured = async (
  runtime: ManagedRuntime.ManagedRuntime<SqlPorts, StorageUnavailable>,
  client: pg.Client,
): Promise<ReadonlyArray<BenchRow>> => {
  await client.query(
    "create table bare_pair (agent text, option text, primary key (agent, option))",
  )
  const join = await timed(() => client.query(joining, [tenant]))
  const pairs = join.result.rowCount ?? 0
  const generates = () => timed(() => runtime.runPromise(generateCompetences({ by, tenant })))
  const first = await generates()
  if (first.result.marked !== pairs) throw new Error(`${first.result.marked} marks, ${pairs} pairs`)
  const copy = await timed(() => copyWritten(client))
  const idle = await generates()
  await client.query(revise, [tenant, people])
  const same = await generates()
  if (same.result.sheets !== 0) throw new Error("a run with nothing new wrote sheets")
  await client.query(changing, [tenant, people])
  await client.query(revise, [tenant, people])
  const changed = await generates()
  return [
    {
      name: `generating ${pairs} competences from ${teachings} teachings`,
      value: perSecond(teachings, first.ms),
      unit: "teachings/s",
      reference: perSecond(teachings, join.ms),
      ratio: join.ms / first.ms,
    },
    {
      name: "pairs written, with events and lists",
      value: perSecond(pairs, first.ms),
      unit: "pairs/s",
      reference: perSecond(pairs, copy.ms),
      ratio: copy.ms / first.ms,
    },
    { name: "run again, registers unmoved", value: idle.ms, unit: "ms" },
    {
      name: "run again, registers moved and nothing new",
      value: perSecond(teachings, same.ms),
      unit: "teachings/s",
    },
    {
      name: `run again, ${changed.result.sheets} sheets changed`,
      value: perSecond(teachings, changed.ms),
      unit: "teachings/s",
    },
    {
      name: "memory of the process at most",
      value: process.resourceUsage().maxRSS / 1024,
      unit: "MB",
    },
  ]
}

const copyWritten = async (client: pg.Client): Promise<void> => {
  await makeTables(client)
  await client.query("begin")
  for (const { name } of tables) {
    await client.query(`insert into bare.${name} overriding system value
      select * from convoque.${name}`)
  }
  await client.query("commit")
}

const perSecond = (count: number, ms: number): number => (count / ms) * 1000

const timed = async <Result>(
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly ms: number }> => {
  const start = performance.now()
  const result = await work()
  return { result, ms: performance.now() - start }
}

if (import.meta.main) print(await run())
