/**
 * Population files (CSV): semicolons, a header line, values by column with the number of their
 * line, as people see it in a spreadsheet.
 */
import { CsvError, parse } from "csv-parse/sync"
import * as Result from "effect/Result"

/** The text is not a CSV with a header: an open quote, a line with too many values. */
export interface CsvMalformed {
  readonly _tag: "csv.malformed"
  readonly line: number
  readonly reason: string
}

/** One line of values by column name; the header is line 1. */
export interface CsvLine {
  readonly line: number
  readonly values: Readonly<Record<string, string>>
}

/** Reads a whole text; blank lines are passed over, spaces around values dropped. */
export const csvLines = (text: string): Result.Result<ReadonlyArray<CsvLine>, CsvMalformed> => {
  try {
    const rows: ReadonlyArray<{ info: { lines: number }; record: Record<string, string> }> = parse(
      text,
      { bom: true, columns: true, delimiter: ";", info: true, skip_empty_lines: true, trim: true },
    )
    return Result.succeed(rows.map(({ info, record }) => ({ line: info.lines, values: record })))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error["lines"] === "number" ? error["lines"] : 1
    return Result.fail({ _tag: "csv.malformed", line, reason: error.code })
  }
}
