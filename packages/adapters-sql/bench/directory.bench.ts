/**
 * The personnel of an academy of 100,000 people, or as many as `BENCH_PEOPLE` says, on PostgreSQL:
 * the use cases that a portal calls, for a school of a hundred people and for the whole academy.
 *
 * The references answer the same questions on plain typed tables of the same people (person, post,
 * assignment, unavailability, each with the indexes that it would have), through `pg` alone, in
 * turns: a page, then its count. Both must give the same people and count. The export is compared
 * with one statement that reads all the lines. A ratio of 2 says twice as fast as the reference.
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
import { deepStrictEqual } from "node:assert/strict"
import pg from "pg"
import { startPostgres } from "../test/support/postgres.ts"
import { fillAcademy, peopleCount } from "./academy.ts"
import {
  available,
  convened,
  fillPlain,
  named,
  plainPage,
  type PlainAsked,
  wholeText,
} from "./plain-academy.ts"
import { type BenchRow, median, print } from "./rows.ts"

const rounds = 7

type Work = () => Promise<unknown>
type Asked = () => Promise<{ readonly people: ReadonlyArray<string>; readonly count: number }>

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

const compared = async ([name, ours, bare]: Scene): Promise<BenchRow> => {
  deepStrictEqual(await ours(), await bare(), name)
  const times: { ours: Array<number>; bare: Array<number> } = { ours: [], bare: [] }
  for (let round = -5; round < rounds; round++) {
    const [mine, theirs] = [await timed(ours), await timed(bare)]
    if (round >= 0) {
      times.ours.push(mine)
      times.bare.push(theirs)
    }
  }
  const [value, reference] = [median(times.ours), median(times.bare)]
  return { name, value, unit: "ms", reference, ratio: reference / value }
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
    await fillPlain(client, tenant)
    const list = (asked: Partial<StaffAsked>, uai?: Uai): Asked => {
      const listing = { by, tenant, list: "staff", ...(uai === undefined ? {} : { school: uai }) }
      const sort = { column: "family-name", direction: "ascending" } as const
      return () =>
        runtime.runPromise(
          Effect.map(
            listStaff({ ...listing, list: "staff" }, { filters: {}, sort, limit: 50, ...asked }),
            ({ rows, count }) => ({ people: rows.map(({ key }) => key), count }),
          ),
        )
    }
    const rows: Array<BenchRow> = []
    for (const scene of await scenes(list, client)) rows.push(await compared(scene))
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
      await timed(() => client.query(wholeText)),
    ]
    const ratio = reference / value
    rows.push({ name: "all with their teachings, as rows", value, unit: "ms", reference, ratio })
    return [{ name: `loading ${peopleCount} people`, value: loading / 1000, unit: "s" }, ...rows]
  } finally {
    await client.end()
    await runtime.dispose()
    await server.stop()
  }
}

type Scene = readonly [name: string, ours: Asked, bare: Asked]

const scenes = async (
  list: (asked: Partial<StaffAsked>, uai?: Uai) => Asked,
  client: pg.Client,
): Promise<ReadonlyArray<Scene>> => {
  const bare =
    (asked: PlainAsked): Asked =>
    () =>
      plainPage(client, asked)
  const middle = await client.query<{ family: string; given: string; id: string }>(
    `select family_key as family, given_key as given, id from person
      order by family_key, given_key, id limit 1 offset $1`,
    [Math.floor(peopleCount / 2)],
  )
  const { family = "", given = "", id = "" } = middle.rows[0] ?? {}
  const after = { sort: `${family}\t${given}`, key: id, part: "" }
  const beyond = `(p.family_key, p.given_key, p.id) > ('${family}', '${given}', '${id}')`
  const days = { from: "2026-06-08" as CivilDate, until: "2026-06-12" as CivilDate }
  const isAvailable = available(days.from, days.until)
  const isConvened = convened(days.from, days.until)
  const math = named("math")
  const both = `${named("name12")} and ${named("angl")}`
  return [
    ["a school, first page", list({}, school), bare({ school })],
    [
      "a school, keyword",
      list({ keyword: "angl" }, school),
      bare({ school, where: named("angl") }),
    ],
    [
      "a school, available",
      list({ periods: { available: days } }, school),
      bare({ school, where: isAvailable }),
    ],
    [
      "a school, convened",
      list({ periods: { convened: days } }, school),
      bare({ school, where: isConvened }),
    ],
    ["the academy, first page", list({}), bare({})],
    ["the academy, a page in the middle", list({ after }), bare({ beyond })],
    ["the academy, keyword", list({ keyword: "math" }), bare({ where: math, ofPost: true })],
    [
      "the academy, two words",
      list({ keyword: "name12 angl" }),
      bare({ where: both, ofPost: true }),
    ],
    [
      "the academy, available",
      list({ periods: { available: days } }),
      bare({ where: isAvailable }),
    ],
    [
      "the academy, available, keyword",
      list({ periods: { available: days }, keyword: "math" }),
      bare({ where: `${isAvailable} and ${math}`, ofPost: true }),
    ],
    ["the academy, convened", list({ periods: { convened: days } }), bare({ where: isConvened })],
    [
      "the academy, by last convocation",
      list({ sort: { column: "last-convened-on", direction: "descending" } }),
      bare({ byConvened: true }),
    ],
  ]
}

if (import.meta.main) print(await run())
