/**
 * `npm run bench [-- name]`: runs the benches of packages and examples, each in its own process,
 * and prints one table. A bench is a file that exports `run`; `name` keeps the paths that hold it.
 */
import { fork } from "node:child_process"
import { globSync } from "node:fs"
import { join } from "node:path"
import { environment, root } from "./check/run.ts"

/** One line of the table; `ratio` is the value over that of `reference`. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference?: string
  readonly ratio?: number
  readonly goal?: string
}

interface Bench {
  readonly run: () => Promise<ReadonlyArray<Measure>>
}

const benches = (wanted: string | undefined): ReadonlyArray<string> =>
  globSync(["packages/*/bench/*.bench.ts", "examples/*/bench/*.bench.ts"], { cwd: root })
    .filter((path) => wanted === undefined || path.includes(wanted))
    .toSorted()

const measure = (path: string): Promise<ReadonlyArray<Measure> | undefined> =>
  new Promise((resolve) => {
    let measures: ReadonlyArray<Measure> | undefined
    const child = fork(import.meta.filename, ["--one", path], {
      cwd: root,
      env: environment,
      execArgv: ["--conditions=@convoque/source", "--expose-gc"],
    })
    child.on("message", (message) => {
      measures = message as ReadonlyArray<Measure>
    })
    child.on("close", (code) => resolve(code === 0 ? measures : undefined))
  })

const row = ({ name, value, unit, reference, ratio, goal }: Measure) => ({
  name,
  value: Number(value.toPrecision(4)),
  unit,
  reference: reference ?? "",
  ratio: ratio === undefined ? "" : Number(ratio.toPrecision(3)),
  goal: goal ?? "",
})

const runAll = async (wanted: string | undefined): Promise<void> => {
  const paths = benches(wanted)
  if (paths.length === 0) throw new Error(`no bench${wanted === undefined ? "" : ` for ${wanted}`}`)
  const rows: Array<ReturnType<typeof row>> = []
  for (const path of paths) {
    console.log(`... ${path}`)
    const measures = await measure(path)
    if (measures === undefined) {
      console.log(`FAILED: ${path}`)
      process.exitCode = 1
    } else rows.push(...measures.map(row))
  }
  console.table(rows)
}

const runOne = async (path: string): Promise<void> => {
  const bench = (await import(join(root, path))) as Bench
  const measures = await bench.run()
  process.send?.(measures)
  process.disconnect()
}

const [first, second] = process.argv.slice(2)
if (first === "--one" && second !== undefined) await runOne(second)
else await runAll(first)
