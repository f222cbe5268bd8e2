/**
 * The personnel of an academy of 100,000 people, or as many as `BENCH_PEOPLE` says, on PostgreSQL:
 * the use cases that a portal calls, for a school of a hundred people and for the whole academy.
 *
 * The references are statements written by hand for the same question on the same tables, through
 * `pg` alone, in turns: a page, then its count where that is a statement of its own. The export is
 * compared with one statement that reads all the lines.
 */
import { layerPostgres, layerStaffDirectory } from "@convoque/adapters-sql"
import {
  ExamMissionsSetup,
  exportTeachings,
  listStaff,
  type StaffAsked,
  usualExamOffer,
  wordingFr,
} from "@convoque/core/exam-missions"
import { type CivilDate, Zone } from "@convoque/core/kernel/calendar"
import { PersonId, TenantId, type Uai } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import pg from "pg"
import { startPostgres } from "../test/support/postgres.ts"
import { fillAcademy, peopleCount } from "./academy.ts"
import { type BenchRow, median, print } from "./rows.ts"

const rounds = 7

type Work = () => Promise<unknown>

const tenant = TenantId.make("toulouse")
const school = "0310007A" as Uai
const by = { person: PersonId.make("dec-1"), capacity: "exams-division" } as const

const layerSetup = Layer.succeed(ExamMissionsSetup, {
  wording: wordingFr,
  zone: Zone.make("Europe/Paris"),
  academy: "Toulouse",
  managementService: { name: "DEC", address: "dec@academie.example" },
  examOffer: usualExamOffer,
})

const timed = async (work: Work): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const compared = async (name: string, ours: Work, bare: Work): Promise<BenchRow> => {
  const times: { ours: Array<number>; bare: Array<number> } = { ours: [], bare: [] }
  for (let round = 0; round <= rounds; round++) {
    const [mine, theirs] = [await timed(ours), await timed(bare)]
    if (round > 0) {
      times.ours.push(mine)
      times.bare.push(theirs)
    }
  }
  const [value, reference] = [median(times.ours), median(times.bare)]
  return { name, value, unit: "ms", reference, ratio: value / reference }
}

/** Measures on a server of its own. */
export const run = async (): Promise<ReadonlyArray<BenchRow>> => {
  const server = await startPostgres()
  const { url } = server
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(
      Layer.provideMerge(layerStaffDirectory, layerPostgres({ url, poolSize: 1 })),
      layerSetup,
    ),
  )
  const client = new pg.Client({ connectionString: url })
  try {
    await runtime.runPromise(Effect.void)
    await client.connect()
    const loading = await timed(() => fillAcademy(client, tenant))
    const list = (asked: Partial<StaffAsked>, uai?: Uai): Work => {
      const listing = { by, tenant, list: "staff", ...(uai === undefined ? {} : { school: uai }) }
      const sort = { column: "family-name", direction: "ascending" } as const
      return () =>
        runtime.runPromise(
          listStaff({ ...listing, list: "staff" }, { filters: {}, sort, limit: 50, ...asked }),
        )
    }
    const rows: Array<BenchRow> = []
    for (const [name, ours, bare] of await scenes(list, client)) {
      rows.push(await compared(name, ours, bare))
    }
    const all = Effect.flatMap(
      exportTeachings({
        by,
        tenant,
        asked: { filters: {}, sort: { column: "family-name", direction: "ascending" } },
      }),
      ({ sheet }) => Stream.runDrain(sheet.rows),
    )
    const [value, reference] = [
      await timed(() => runtime.runPromise(all)),
      await timed(() => client.query(wholeText, [tenant])),
    ]
    const ratio = value / reference
    rows.push({ name: "all with their teachings, as rows", value, unit: "ms", reference, ratio })
    return [{ name: `loading ${peopleCount} people`, value: loading / 1000, unit: "s" }, ...rows]
  } finally {
    await client.end()
    await runtime.dispose()
    await server.stop()
  }
}

const register = "select from convoque.register_row"
const shown = `pe.row->>'familyName', pe.row->>'givenName', po.row->>'discipline',
  (select max(a.row->>'convenedOn') from convoque.register_row a where a.tenant = $1
    and a.register = 'assignments' and a.owner = pe.key and a.row->>'situation' <> 'assigned')`
const ofSchool = `from convoque.register_row po join convoque.register_row pe on pe.tenant = $1
  and pe.register = 'people' and pe.key = po.owner
  where po.tenant = $1 and po.register = 'posts' and po.part = $2`
const ofAcademy = `from convoque.register_row pe join convoque.register_row po on po.tenant = $1
  and po.register = 'posts' and po.owner = pe.key and po.row->>'kind' = 'main'
  where pe.tenant = $1 and pe.register = 'people'`
const ordered = "order by pe.sort, pe.key limit 50"
const named = (word: string) => `(pe.search like '${word}' or po.search like '${word}')`
const available = (from: string, until: string) => `not exists (select from convoque.view_entry v
  where v.tenant = $1 and v.view = 'exam-missions.unavailabilities' and v.scope = 'person:' || pe.key
  and v.sorts[1] <= '${until}T23:59' and v.sorts[2] >= '${from}T00:00')`
const convened = (from: string, until: string) => `exists (${register} a
  where a.tenant = $1 and a.register = 'assignments' and a.owner = pe.key
  and a.row->>'situation' <> 'assigned' and exists (select from jsonb_array_elements(a.row->'dates') d
    where d->>'date' between '${from}' and '${until}'))`

const wholeText = `select pe.row->>'familyName', pe.row->>'givenName', t.row ${ofAcademy.replace(
  "where",
  `left join convoque.register_row t on t.tenant = $1 and t.register = 'teachings'
  and t.owner = pe.key where`,
)} order by pe.sort, pe.key, t.sort`

type Scene = readonly [name: string, ours: Work, bare: Work]

const scenes = async (
  list: (asked: Partial<StaffAsked>, uai?: Uai) => Work,
  client: pg.Client,
): Promise<ReadonlyArray<Scene>> => {
  const ask =
    (text: string, uai?: Uai): Work =>
    async () => {
      await client.query(text, uai === undefined ? [tenant] : [tenant, uai])
    }
  const both =
    (from: string, condition = "", uai?: Uai): Work =>
    async () => {
      await ask(`select ${shown} ${from} ${condition} ${ordered}`, uai)()
      await ask(`select count(*) ${from} ${condition}`, uai)()
    }
  const middle = await client.query<{ sort: string; key: string }>(
    `select sort, key from convoque.register_row where tenant = $1 and register = 'people'
      order by sort, key limit 1 offset $2`,
    [tenant, Math.floor(peopleCount / 2)],
  )
  const { sort = "", key = "" } = middle.rows[0] ?? {}
  const beyond = `and (pe.sort, pe.key) > ('${sort}', '${key}')`
  const days = { from: "2026-06-08" as CivilDate, until: "2026-06-12" as CivilDate }
  return [
    ["a school, first page", list({}, school), both(ofSchool, "", school)],
    [
      "a school, keyword",
      list({ keyword: "math" }, school),
      both(ofSchool, `and ${named("%math%")}`, school),
    ],
    [
      "a school, available",
      list({ periods: { available: days } }, school),
      both(ofSchool, `and ${available(days.from, days.until)}`, school),
    ],
    [
      "a school, convened",
      list({ periods: { convened: days } }, school),
      both(ofSchool, `and ${convened(days.from, days.until)}`, school),
    ],
    ["the academy, first page", list({}), both(ofAcademy)],
    [
      "the academy, a page in the middle",
      list({ after: { sort, key, part: "" } }),
      async () => {
        await ask(`select ${shown} ${ofAcademy} ${beyond} ${ordered}`)()
        await ask(`select count(*) ${ofAcademy}`)()
      },
    ],
    ["the academy, keyword", list({ keyword: "math" }), both(ofAcademy, `and ${named("%math%")}`)],
    [
      "the academy, two words",
      list({ keyword: "name12 angl" }),
      both(ofAcademy, `and ${named("%name12%")} and ${named("%angl%")}`),
    ],
    [
      "the academy, available",
      list({ periods: { available: days } }),
      both(ofAcademy, `and ${available(days.from, days.until)}`),
    ],
    [
      "the academy, convened",
      list({ periods: { convened: days } }),
      both(ofAcademy, `and ${convened(days.from, days.until)}`),
    ],
    [
      "the academy, by last convocation",
      list({ sort: { column: "last-convened-on", direction: "descending" } }),
      async () => {
        await ask(`select ${shown} ${ofAcademy} order by 4 desc nulls last, pe.key desc limit 50`)()
        await ask(`select count(*) ${ofAcademy}`)()
      },
    ],
  ]
}

if (import.meta.main) print(await run())
