/**
 * One way of writing in a process of its own; tells its parent the rows or files a second and by how
 * much the peak of resident memory exceeds what it was before.
 *
 *   node --conditions=@convoque/source packages/adapters-documents/bench/sheets-child.ts xlsx
 */
import type { SheetCell } from "@convoque/core/kernel/ports"
import { Archiver, SheetWriter } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import ExcelJs from "exceljs"
import { Zip, ZipPassThrough } from "fflate"
import { Writable } from "node:stream"
import { layerArchiver, layerSheets } from "../src/index.ts"
import { batches, COLUMNS } from "./sheet-rows.ts"

/** What a child tells: rows or files a second, bytes written, peak of memory above the start in bytes. */
export interface Figures {
  readonly rate: number
  readonly written: number
  readonly peak: number
}

const XLSX_COLUMNS = 10
const CSV_COLUMNS = 8

const rowsOf = (rows: number, columns: 8 | 10) =>
  Stream.flattenArray(
    Stream.map(
      Stream.fromIterable(batches(rows, columns), { chunkSize: 1 }),
      ([first, ...others]) => [first ?? [], ...others] as const,
    ),
  )

const streamed = (kind: "xlsx" | "csv", columns: 8 | 10) => (rows: number) =>
  Effect.gen(function* () {
    const writer = yield* SheetWriter
    const content = {
      name: "Entretiens",
      columns: COLUMNS.slice(0, columns),
      rows: rowsOf(rows, columns),
    }
    return yield* Stream.runFold(
      writer[kind](content),
      () => 0,
      (sum, bytes) => sum + bytes.length,
    )
  }).pipe(Effect.provide(layerSheets), Effect.runPromise)

const sink = () => {
  let written = 0
  const stream = new Writable({
    write: (bytes: Uint8Array, _encoding, done) => {
      written += bytes.length
      done()
    },
  })
  return { stream, written: () => written }
}

const byExcelJs = async (rows: number): Promise<number> => {
  const { stream, written } = sink()
  const workbook = new ExcelJs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  })
  const sheet = workbook.addWorksheet("Entretiens", { views: [{ state: "frozen", ySplit: 1 }] })
  sheet.columns = COLUMNS.map(({ label, width, kind }) => ({
    header: label,
    width,
    style: kind === "date" ? { numFmt: "dd/mm/yyyy" } : {},
  }))
  const cellOf = (cell: SheetCell, index: number) =>
    COLUMNS[index]?.kind === "date" && typeof cell === "string" ? new Date(cell) : cell
  for (const batch of batches(rows, XLSX_COLUMNS)) {
    for (const row of batch) sheet.addRow(row.map(cellOf)).commit()
    await new Promise(setImmediate)
  }
  sheet.commit()
  await workbook.commit()
  return written()
}

const quoted = (cell: SheetCell): string | number => {
  if (typeof cell !== "string") return cell ?? ""
  return /[;"\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

const byJoin = async (rows: number): Promise<number> => {
  let written = 0
  for (const batch of batches(rows, CSV_COLUMNS)) {
    const lines = batch.map((row) => row.map(quoted).join(";"))
    written += Buffer.from(`${lines.join("\r\n")}\r\n`).length
  }
  return written
}

/** The size of a convocation. */
const FILE = new Uint8Array(28_500).map((_, index) => (index * 7919) % 251)

const filesOf = (count: number) =>
  Stream.map(
    Stream.fromIterable(
      Array.from({ length: count }, (_, index) => index),
      { chunkSize: 16 },
    ),
    (index) => ({ fileName: `convocation ${index}.pdf`, bytes: FILE }),
  )

const archived = (count: number): Promise<number> =>
  Effect.gen(function* () {
    const archiver = yield* Archiver
    return yield* Stream.runFold(
      archiver.zip(filesOf(count)),
      () => 0,
      (sum, bytes) => sum + bytes.length,
    )
  }).pipe(Effect.provide(layerArchiver), Effect.runPromise)

const byFflate = async (count: number): Promise<number> => {
  let written = 0
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error
    written += bytes.length
  })
  for (let index = 0; index < count; index++) {
    const file = new ZipPassThrough(`convocation ${index}.pdf`)
    zip.add(file)
    file.push(FILE, true)
  }
  zip.end()
  return written
}

const WAYS: Readonly<Record<string, (rows: number) => Promise<number>>> = {
  xlsx: streamed("xlsx", XLSX_COLUMNS),
  exceljs: byExcelJs,
  csv: streamed("csv", CSV_COLUMNS),
  join: byJoin,
  zip: archived,
  fflate: byFflate,
}

const [way = "", count = "100000"] = process.argv.slice(2)
const write = WAYS[way]
if (write === undefined) throw new Error(`no way of writing: ${way}`)
const rows = Number(count)
globalThis.gc?.()
const before = process.memoryUsage().rss
await write(rows / 10)
const start = performance.now()
const written = await write(rows)
const rate = (rows * 1000) / (performance.now() - start)
const peak = process.resourceUsage().maxRSS * 1024 - before
const figures: Figures = { rate, written, peak }
if (process.send === undefined) console.log(figures)
else process.send(figures)
