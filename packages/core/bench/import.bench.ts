/**
 * What importing a door costs: the size of `@convoque/core/career-appointments` bundled and
 * minified by rolldown, and the start of a process that imports it, bundled and not, above an
 * empty process.
 */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { rolldown } from "rolldown"

const rounds = 9
const source = join(import.meta.dirname, "..", "src", "career-appointments", "index.ts")

/** Measures in a folder of its own. */
export const run = async () => {
  const folder = mkdtempSync(join(tmpdir(), "convoque-import-"))
  try {
    const entry = join(folder, "entry.ts")
    const used = "appointmentSetMachine, AppointmentSetCommand, setAppointments, messagesOf"
    writeFileSync(
      entry,
      `import { ${used} } from ${JSON.stringify(source)}\nconsole.log(${used})\n`,
    )
    const bundle = await rolldown({ input: entry, platform: "node", logLevel: "silent" })
    const file = join(folder, "bundle.mjs")
    await bundle.write({ file, minify: true, format: "esm", codeSplitting: false })
    await bundle.close()
    const empty = join(folder, "empty.mjs")
    writeFileSync(empty, "")
    const [nothing, bundled, unbundled] = startTimes([empty, file, entry])
    return [
      { name: "import: bundled and minified", value: statSync(file).size / 1000, unit: "kB" },
      {
        name: "import: the same, gzip",
        value: gzipSync(readFileSync(file)).length / 1000,
        unit: "kB",
      },
      { name: "import: empty process", value: nothing ?? 0, unit: "ms" },
      started("import: bundled", bundled ?? 0, nothing ?? 0),
      started("import: sources, not bundled", unbundled ?? 0, nothing ?? 0),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const started = (name: string, value: number, reference: number) => ({
  name,
  value,
  unit: "ms",
  reference: "empty process",
  ratio: value / reference,
})

const startTimes = (files: ReadonlyArray<string>): ReadonlyArray<number> => {
  const times = files.map((): Array<number> => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, file] of files.entries()) {
      const start = performance.now()
      execFileSync(process.execPath, ["--conditions=@convoque/source", file], { stdio: "pipe" })
      if (round >= 0) times[index]?.push(performance.now() - start)
    }
  }
  return times.map(
    (one) => one.toSorted((left, right) => left - right)[Math.floor(one.length / 2)] ?? 0,
  )
}

if (import.meta.main) console.table(await run())
