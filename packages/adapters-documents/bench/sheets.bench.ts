/**
 * Sheets on the fly: XLSX of 100,000 rows of 10 columns against the stream writer of exceljs, CSV
 * of 1,000,000 rows of 8 columns against a plain join, ZIP of 10,000 files against fflate. Every run has a process of its own, in turns,
 * so that speeds and peaks of memory are those of one writer.
 *
 *   node --conditions=@convoque/source packages/adapters-documents/bench/sheets.bench.ts
 */
import { fork } from "node:child_process"
import { join } from "node:path"
import type { Figures } from "./sheets-child.ts"

/** A figure; `ratio` is against `reference`. */
export interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference?: string
  readonly ratio?: number
  readonly goal?: string
}

const ROUNDS = 5
const XLSX_ROWS = 100_000
const CSV_ROWS = 1_000_000
const FILES = 10_000

const median = (values: ReadonlyArray<number>): number => {
  const value = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
  if (value === undefined) throw new Error("no value")
  return value
}

const megabytes = (bytes: number): number => bytes / 1_048_576

const figuresOf = (way: string, rows: number): Promise<Figures> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "sheets-child.ts"), [way, String(rows)], {
      execArgv: ["--conditions=@convoque/source", "--expose-gc"],
    })
    let figures: Figures | undefined
    child.on("message", (message) => {
      figures = message as Figures
    })
    child.on("error", reject)
    child.on("close", () =>
      figures === undefined ? reject(new Error(`${way} failed`)) : resolve(figures),
    )
  })

/** The figures of a way and of its reference, in turns. */
const inTurns = async (way: string, reference: string, rows: number) => {
  const ours: Array<Figures> = []
  const theirs: Array<Figures> = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await figuresOf(way, rows))
    theirs.push(await figuresOf(reference, rows))
  }
  const ratios = ours.map(({ rate }, index) => rate / (theirs[index]?.rate ?? Number.NaN))
  return {
    rate: median(ours.map(({ rate }) => rate)),
    referenceRate: median(theirs.map(({ rate }) => rate)),
    ratio: median(ratios),
    peak: megabytes(Math.max(...ours.map(({ peak }) => peak))),
    referencePeak: megabytes(Math.max(...theirs.map(({ peak }) => peak))),
    size: median(ours.map(({ written }) => written)) / 1e6,
  }
}

/** Measures the archive; 285 MB of files. */
const zipMeasures = async (): Promise<ReadonlyArray<Measure>> => {
  const zip = await inTurns("zip", "fflate", FILES)
  const megabytesOfFile = zip.size / FILES
  return [
    {
      name: "ZIP: stored, through a stream",
      value: zip.rate * megabytesOfFile,
      unit: "MB/s",
      goal: ">= 600",
    },
    {
      name: "ZIP: fflate, stored",
      value: zip.referenceRate * megabytesOfFile,
      unit: "MB/s",
      reference: "stream / this",
      ratio: zip.ratio,
    },
    { name: "ZIP: peak memory", value: zip.peak, unit: "MB above start", goal: "<= 64" },
  ]
}

/** Measures both kinds of sheets, then the archive. */
export const run = async (): Promise<ReadonlyArray<Measure>> => {
  const xlsx = await inTurns("xlsx", "exceljs", XLSX_ROWS)
  const csv = await inTurns("csv", "join", CSV_ROWS)
  const unit = "rows/s"
  const above = "MB above start"
  return [
    { name: "XLSX: sheet stream", value: xlsx.rate, unit, goal: ">= 50000" },
    {
      name: "XLSX: exceljs, stream writer",
      value: xlsx.referenceRate,
      unit,
      reference: "sheet stream / this",
      ratio: xlsx.ratio,
      goal: ">= 1.0",
    },
    { name: "XLSX: size", value: xlsx.size, unit: "MB" },
    { name: "XLSX: peak memory", value: xlsx.peak, unit: above, goal: "<= 128" },
    { name: "XLSX: peak memory of exceljs", value: xlsx.referencePeak, unit: above },
    { name: "CSV: lines through a stream", value: csv.rate, unit },
    {
      name: "CSV: plain join, no guard",
      value: csv.referenceRate,
      unit,
      reference: "stream / this",
      ratio: csv.ratio,
      goal: ">= 0.7",
    },
    { name: "CSV: peak memory", value: csv.peak, unit: above, goal: "<= 160" },
    ...(await zipMeasures()),
  ]
}

if (import.meta.main) console.table(await run())
