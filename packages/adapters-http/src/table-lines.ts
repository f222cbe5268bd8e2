/** The lines of a table sent as a text in JSON (tableau dans une demande), held within bounds. */
import { type TableLine, type TableMalformed, TableReader } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

const mostLines = 200_000
const mostValues = 2_000_000

/** Reads a table; refuses more than 200,000 lines, or 2,000,000 values with those left empty. */
export const tableLines = (
  text: string,
): Effect.Effect<ReadonlyArray<TableLine>, TableMalformed, TableReader> =>
  Effect.flatMap(TableReader, (reader) => {
    let held = 0
    return reader.csv(Stream.succeed(new TextEncoder().encode(text))).pipe(
      Stream.mapArrayEffect((lines) => {
        const { columns } = lines[0]
        const left = Math.min(mostLines, Math.floor(mostValues / columns.length)) - held
        held += lines.length
        const beyond = lines[left]
        return beyond === undefined
          ? Effect.succeed(lines)
          : Effect.fail<TableMalformed>({
              _tag: "table.malformed",
              line: beyond.line,
              column: 1,
              reason: "too-many-lines",
            })
      }),
      Stream.runCollect,
    )
  })
