/** Helpers of the tests: tables read to their end, however their bytes are cut. */
import { type TableLine, type TableMalformed, TableReader } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { layerTableReader } from "../../src/index.ts"
import { makeTable } from "../../src/reading/table-reader.ts"

/** A text in UTF-8. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A text in ISO-8859-1. */
export const latin = (text: string): Uint8Array => Buffer.from(text, "latin1")

/** A text in UTF-16 with its mark. */
export const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, "utf16le")

/** What a stream of bytes reads as. */
export const tableOf = (
  chunks: Iterable<Uint8Array>,
): Promise<Result.Result<ReadonlyArray<TableLine>, TableMalformed>> =>
  Effect.runPromise(
    Effect.provide(
      Effect.flatMap(TableReader, (reader) =>
        Effect.result(Stream.runCollect(reader.csv(Stream.fromIterable(chunks, { chunkSize: 1 })))),
      ),
      layerTableReader,
    ),
  )

/** What a text, or bytes in one piece, reads as. */
export const readTable = (text: string | Uint8Array) =>
  tableOf([typeof text === "string" ? utf8(text) : text])

/** The lines of a sound table, without the names of its columns. */
export const linesOf = async (text: string | Uint8Array) =>
  Result.getOrThrow(await readTable(text)).map(({ line, values }) => ({ line, values }))

/** The place and the fault of a table, in short. */
export const toldOf = (read: Result.Result<unknown, TableMalformed>): string => {
  if (Result.isSuccess(read)) return "read"
  const { line, column, reason } = read.failure
  return `${line}:${column} ${reason}`
}

/** Bytes cut at places. */
export const cutAt = (
  bytes: Uint8Array,
  places: ReadonlyArray<number>,
): ReadonlyArray<Uint8Array> => {
  const sorted = places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b)
  return [0, ...sorted].map((from, index) => bytes.subarray(from, sorted[index] ?? bytes.length))
}

/** What pieces read as, given to the reader as they are. */
export const tableOfPieces = (
  pieces: ReadonlyArray<Uint8Array>,
): Result.Result<ReadonlyArray<TableLine>, TableMalformed> => {
  const reader = makeTable()
  const lines: Array<TableLine> = []
  for (const step of [...pieces, undefined].map(
    (piece) => () => (piece === undefined ? reader.end() : reader.take(piece)),
  )) {
    const { values, fault } = step()
    if (values === undefined) return Result.fail(fault)
    lines.push(...values)
  }
  return Result.succeed(lines)
}
