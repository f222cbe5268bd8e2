/**
 * Importing registers into PostgreSQL: 100,000 people of ten columns, then 500,000 teachings of six,
 * as CSV bytes through the reader and the pipeline, against bare `COPY` of the very same rows into
 * the same table with its indexes; in turns, each on an empty register. Then the same file again,
 * and one that changes a row in a hundred. The bytes are made while they are read, which our time
 * holds; those of `COPY` are ready in a file.
 */
import { layerTableReader } from "@convoque/adapters-documents"
import { layerPostgres } from "@convoque/adapters-sql"
import { schools } from "@convoque/core/exam-missions"
import { TenantId } from "@convoque/core/kernel/identity"
import { importTable, type ImportReport } from "@convoque/core/kernel/importing"
import { TableReader } from "@convoque/core/kernel/ports"
import type { RegisterRow } from "@convoque/core/kernel/register"
import { foldedKey } from "@convoque/core/kernel/text"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { startPostgres } from "../../../packages/adapters-sql/test/support/postgres.ts"
import { bareCopy } from "./bare-copy.ts"
import { type BenchFile, bytesOf, copyOf, peopleFile, teachingsFile } from "./import-files.ts"

const scale = Number(process.env["BENCH_IMPORT_SCALE"] ?? 1)
const rounds = Number(process.env["BENCH_IMPORT_ROUNDS"] ?? 3)
const ours = TenantId.make("ours")
const theirs = "theirs"
const peopleLines = 100_000 * scale
const teachingsLines = 500_000 * scale

const runtimeOn = (url: string) =>
  ManagedRuntime.make(Layer.mergeAll(layerPostgres({ url, poolSize: 4 }), layerTableReader))

type Runtime = ReturnType<typeof runtimeOn>

/** Measures on a server of its own; each value is a median over the rounds. */
export const run = async () => {
  const server = await startPostgres()
  const folder = await mkdtemp(join(tmpdir(), "convoque-import-"))
  const runtime = runtimeOn(server.url)
  const client = new pg.Client({ connectionString: server.url })
  try {
    await client.connect()
    await runtime.runPromise(importSchools)
    const sides = { runtime, client, folder }
    return [
      ...(await measured(sides, "people", (each) => peopleFile(peopleLines, each))),
      ...(await measured(sides, "teachings", (each) => teachingsFile(teachingsLines, each))),
    ]
  } finally {
    await client.end()
    await runtime.dispose()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Sides {
  readonly runtime: Runtime
  readonly client: pg.Client
  readonly folder: string
}

const measured = async <Row extends RegisterRow>(
  { runtime, client, folder }: Sides,
  name: string,
  fileOf: (changedEach: number) => BenchFile<Row>,
) => {
  const path = join(folder, name)
  await writeFile(
    path,
    copyOf(fileOf(0), theirs, (all) => all.map(foldedKey).join("\n")),
  )
  const times: Record<"first" | "copy" | "again" | "changed", Array<number>> = {
    first: [],
    copy: [],
    again: [],
    changed: [],
  }
  const before = process.memoryUsage.rss()
  let peak = 0
  const { register, lines } = fileOf(0)
  const imported = async (changedEach: number, expected: Partial<ImportReport>) => {
    const start = performance.now()
    const report = await runtime.runPromise(
      imports(fileOf(changedEach), () => (peak = Math.max(peak, process.memoryUsage.rss()))),
    )
    const took = performance.now() - start
    for (const [key, value] of Object.entries(expected)) {
      if (report[key as keyof ImportReport] !== value) throw new Error(JSON.stringify(report))
    }
    return took
  }
  for (let round = 0; round < rounds; round++) {
    await emptied(client, register.name)
    times.copy.push(await timed(() => bareCopy(client, copyText, path)))
    await emptied(client, register.name)
    times.first.push(await imported(0, { added: lines, written: true, unresolved: 0 }))
    await client.query("analyze convoque.register_row")
    times.again.push(await imported(0, { unchanged: lines, changed: 0 }))
    times.changed.push(await imported(100, { changed: lines / 100 }))
  }
  const perSecond = (all: ReadonlyArray<number>): number => (lines / median(all)) * 1000
  const against = (all: ReadonlyArray<number>) => ({
    unit: "rows/s",
    reference: `COPY, ${perSecond(times.copy).toFixed(0)} rows/s`,
    ratio: median(all.map((one, index) => (times.copy[index] ?? one) / one)),
  })
  const title = `import: ${lines} ${name}`
  return [
    {
      name: `${title}, first`,
      value: perSecond(times.first),
      ...against(times.first),
      goal: ">= 0.3",
    },
    { name: `${title}, again`, value: perSecond(times.again), ...against(times.again) },
    { name: `${title}, 1 % changed`, value: perSecond(times.changed), ...against(times.changed) },
    { name: `${title}, memory before`, value: before / 1e6, unit: "MB" },
    { name: `${title}, memory at most`, value: peak / 1e6, unit: "MB" },
  ]
}

const imports = <Row extends RegisterRow>(file: BenchFile<Row>, onPiece: () => void) =>
  Effect.gen(function* () {
    const reader = yield* TableReader
    const bytes = Stream.fromIterable(bytesOf(file), { chunkSize: 1 }).pipe(
      Stream.tap(() => Effect.sync(onPiece)),
    )
    return yield* importTable({
      tenant: ours,
      register: file.register,
      lines: reader.csv(bytes),
      dryRun: false,
      acknowledged: [],
    })
  })

const importSchools = importTable({
  tenant: ours,
  register: schools,
  lines: Stream.range(0, 799).pipe(
    Stream.map((index) => ({
      line: index + 2,
      values: {
        UAI: `${`${310_000 + index}`.padStart(7, "0")}A`,
        DENOMINATION: `Lycée ${index}`,
        CATEGORIE: "LGT",
        COMMUNE: "Toulouse",
      },
    })),
  ),
  dryRun: false,
  acknowledged: [],
})

const copyText = `copy convoque.register_row
  (tenant, register, key, part, owner, sort, search, row) from stdin`

const emptied = async (client: pg.Client, register: string): Promise<void> => {
  await client.query("delete from convoque.register_row where register = $1", [register])
  await client.query("vacuum convoque.register_row")
  await client.query("checkpoint")
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const median = (numbers: ReadonlyArray<number>): number =>
  numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0

if (import.meta.main) console.table(await run())
