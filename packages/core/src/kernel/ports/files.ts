/**
 * Files made of data as it flows: sheets for spreadsheets, archives of documents (exports).
 *
 * A sheet is described as data; its rows arrive as a stream, so that a file of any length is
 * written without being held in memory.
 */
import * as Context from "effect/Context"
import type * as Stream from "effect/Stream"

/**
 * A column of a sheet: its label in the header row, what its cells hold, its width in characters.
 * A `date` cell holds a civil date, `YYYY-MM-DD`.
 */
export interface SheetColumn {
  readonly label: string
  readonly kind: "text" | "integer" | "date"
  readonly width: number
}

/** The value of a cell in the kind of its column; `null` leaves it empty. */
export type SheetCell = string | number | null

/** A sheet: its name, its columns, its rows in order, each with one cell a column. */
export interface SheetContent<E = never, R = never> {
  readonly name: string
  readonly columns: ReadonlyArray<SheetColumn>
  readonly rows: Stream.Stream<ReadonlyArray<SheetCell>, E, R>
}

/**
 * Writes sheets. A text that a spreadsheet would take for a formula is neutralised in CSV and is
 * typed as text in XLSX.
 */
export class SheetWriter extends Context.Service<
  SheetWriter,
  {
    /** Gives the bytes of a workbook of one sheet, its header row frozen. */
    readonly xlsx: <E, R>(sheet: SheetContent<E, R>) => Stream.Stream<Uint8Array, E, R>
    /**
     * Gives the bytes of a CSV: UTF-8 with a byte order mark, semicolons, CRLF; none before the
     * first rows are read, so that what cannot be read is no file.
     */
    readonly csv: <E, R>(sheet: SheetContent<E, R>) => Stream.Stream<Uint8Array, E, R>
  }
>()("core/kernel/SheetWriter") {}

/** A file of an archive. */
export interface ArchivedFile {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** Puts files in one archive. */
export class Archiver extends Context.Service<
  Archiver,
  {
    /** Gives the bytes of a ZIP of files, in their order, without compressing them. */
    readonly zip: <E, R>(
      files: Stream.Stream<ArchivedFile, E, R>,
    ) => Stream.Stream<Uint8Array, E, R>
  }
>()("core/kernel/Archiver") {}
