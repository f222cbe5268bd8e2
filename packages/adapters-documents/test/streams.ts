/** Helpers of the tests: the ports run to their end. */
import type { ArchivedFile, SheetCell, SheetColumn } from "@convoque/core/kernel/ports"
import { Archiver, SheetWriter } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import ExcelJs from "exceljs"
import { layerArchiver, layerSheets } from "../src/index.ts"

/** A sheet whose rows are at hand. */
export interface SmallSheet {
  readonly name?: string
  readonly columns: ReadonlyArray<SheetColumn>
  readonly rows: ReadonlyArray<ReadonlyArray<SheetCell>>
}

/** The bytes of a stream in one piece. */
export const joined = <E>(stream: Stream.Stream<Uint8Array, E>): Promise<Uint8Array> =>
  Effect.runPromise(
    Effect.map(Stream.runCollect(stream), (parts) => new Uint8Array(Buffer.concat(parts))),
  )

/** The bytes of a sheet. */
export const sheetBytes = async (kind: "xlsx" | "csv", sheet: SmallSheet): Promise<Uint8Array> => {
  const writer = await Effect.runPromise(Effect.provide(SheetWriter, layerSheets))
  const { name = "Liste", columns, rows } = sheet
  return joined(writer[kind]({ name, columns, rows: Stream.fromIterable(rows) }))
}

/** The bytes of an archive. */
export const zipBytes = async (files: ReadonlyArray<ArchivedFile>): Promise<Uint8Array> => {
  const archiver = await Effect.runPromise(Effect.provide(Archiver, layerArchiver))
  return joined(archiver.zip(Stream.fromIterable(files)))
}

/** A workbook read by exceljs. */
export const readWorkbook = async (bytes: Uint8Array): Promise<ExcelJs.Workbook> => {
  const workbook = new ExcelJs.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

/** The first sheet of a workbook read by exceljs. */
export const readSheet = async (bytes: Uint8Array): Promise<ExcelJs.Worksheet> => {
  const [sheet] = (await readWorkbook(bytes)).worksheets
  if (sheet === undefined) throw new Error("no sheet")
  return sheet
}

/** A text column. */
export const textColumn = (label = "Texte"): SheetColumn => ({ label, kind: "text", width: 20 })
