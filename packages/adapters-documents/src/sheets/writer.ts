/** The `SheetWriter` port: XLSX and CSV as streams. */
import { SheetWriter } from "@convoque/core/kernel/ports"
import type { SheetContent } from "@convoque/core/kernel/ports"
import * as Arr from "effect/Array"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { csvHead, csvLines } from "./csv.ts"
import { workbookWriter } from "./workbook.ts"

const MAX_COLUMNS = 16_384

/** Rows taken at once: a large array of rows is written and given on in pieces. */
const ROWS_AT_ONCE = 1000

const xlsx = <E, R>(sheet: SheetContent<E, R>): Stream.Stream<Uint8Array, E, R> =>
  sheet.columns.length > MAX_COLUMNS
    ? Stream.die(new Error(`a sheet has ${MAX_COLUMNS} columns at most`))
    : Stream.suspend(() => {
        const writer = workbookWriter(sheet)
        return sheet.rows.pipe(
          Stream.rechunk(ROWS_AT_ONCE),
          Stream.mapAccumArrayEffect(
            () => writer,
            (state, rows) =>
              Effect.map(
                Effect.promise(() => state.take(rows)),
                (bytes) => [state, bytes] as const,
              ),
          ),
          Stream.concat(
            Stream.suspend(() =>
              Stream.unwrap(Effect.map(Effect.promise(writer.end), Stream.fromIterable)),
            ),
          ),
        )
      })

// The header leaves with the first rows: rows that cannot be read give no byte at all.
const csv = <E, R>({ columns, rows }: SheetContent<E, R>): Stream.Stream<Uint8Array, E, R> =>
  Stream.suspend(() => {
    const lines = csvLines(columns)
    let head = csvHead(columns)
    const headed = (text: string): Uint8Array => {
      const whole = Buffer.from(head + text)
      head = ""
      return whole
    }
    return Stream.concat(
      rows.pipe(
        Stream.rechunk(ROWS_AT_ONCE),
        Stream.mapArray((some) => Arr.map(lines(some), headed)),
      ),
      Stream.suspend(() => (head === "" ? Stream.empty : Stream.succeed(headed("")))),
    )
  })

/**
 * Gives the writer of sheets. An XLSX continues in a second sheet beyond 1,048,576 rows, and in the
 * rows below for a text that exceeds a cell; more than 16,384 columns is a defect.
 */
export const layerSheets: Layer.Layer<SheetWriter> = Layer.succeed(SheetWriter, { xlsx, csv })
