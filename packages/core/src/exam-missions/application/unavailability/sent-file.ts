/**
 * The lines of a source's file read into periods: all its faults gathered, or all its periods.
 *
 * @requirement IND-02, IND-03, IND-09, PER-25
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type {
  ImportFault,
  ImportRefusal,
  ImportRepeatedKeys,
  ImportWarning,
} from "../../../kernel/importing.ts"
import type { TableLine, TableMalformed } from "../../../kernel/ports.ts"
import {
  type CellFault,
  headerColumns,
  type LineValues,
  type Register,
  type RegisterRow,
  rowReader,
} from "../../../kernel/register.ts"
import { type ImportSource, localMinute } from "../../unavailability/model.ts"
import {
  importName,
  type IncomingPeriod,
  periodOfLine,
  type SentBounds,
  sentConvocations,
  sentPeriods,
} from "../../unavailability/registers.ts"
import { academyName, isForwards, otherAcademyReason } from "../../unavailability/rules.ts"

/**
 * How many lines a file may have after its header; a larger one is `table.malformed`. A file is held
 * whole, to be compared with what its source said before: 100,000 convocations take some 70 megabytes
 * as they are read.
 */
export const sentLinesAtMost = 100_000

/** A period with the number of its line. */
export interface SentLine {
  readonly line: number
  readonly incoming: IncomingPeriod
}

/** A file without faults. */
export interface SentFile {
  readonly lines: ReadonlyArray<SentLine>
  readonly warnings: ReadonlyArray<ImportWarning>
}

/**
 * Reads a file to its end. Refuses a file that is empty, lacks a column, has a cell that cannot be
 * read, a period that ends before it starts, or one period of a person twice.
 */
export const readSentFile = <E, R>(
  source: ImportSource,
  lines: Stream.Stream<TableLine, E, R>,
): Effect.Effect<SentFile, E | ImportRefusal | TableMalformed, R> =>
  Effect.gen(function* () {
    const gathered: Gathered = { read: [], faults: [], faultCount: 0, warnings: [], seen: false }
    const form = formOf(source)
    yield* lines.pipe(
      Stream.chunks,
      Stream.takeWhile(() => gathered.faults[0]?.code !== "missing-column"),
      Stream.mapEffect((chunk) => Effect.fromResult(gather(form, gathered, chunk))),
      Stream.runDrain,
    )
    const { read, faults, faultCount: count, warnings, seen } = gathered
    if (count > 0)
      return yield* refuse({ _tag: "import.faulty", register: importName, faults, count })
    if (!seen) return yield* refuse({ _tag: "import.empty", register: importName })
    const repeated = repeatedIn(read)
    if (repeated.length > 0) {
      return yield* refuse({ _tag: "import.repeated-keys", register: importName, repeated })
    }
    return { lines: read, warnings }
  })

const refuse = (refusal: ImportRefusal): Effect.Effect<never, ImportRefusal> => Effect.fail(refusal)

interface Gathered {
  readonly read: Array<SentLine>
  readonly faults: Array<ImportFault>
  readonly warnings: Array<ImportWarning>
  faultCount: number
  seen: boolean
}

/** How the lines of a source are read, whatever the columns of its file. */
interface Form {
  readonly header: (columns: ReadonlyArray<string>) => {
    readonly missing: ReadonlyArray<string>
    readonly unknown: ReadonlyArray<string>
  }
  readonly read: (values: LineValues) => Result.Result<IncomingPeriod, ReadonlyArray<CellFault>>
}

const formOf = (source: ImportSource): Form => {
  if (source._tag !== "academy") {
    return formFor(sentPeriods, ({ person, reason, ...bounds }) => ({
      person,
      period: periodOfLine({ person, ...bounds }),
      reason,
      convocation: null,
    }))
  }
  const academy = academyName(source.code)
  const reason = otherAcademyReason(source)
  return formFor(sentConvocations, (row) => ({
    person: row.person,
    period: periodOfLine(row),
    reason,
    convocation: {
      academy,
      mission: row.mission,
      missionType: row.missionType,
      exam: row.exam,
      centre: row.centre,
      place: row.place,
      capacity: row.capacity,
    },
  }))
}

const formFor = <Row extends RegisterRow & SentBounds>(
  register: Register<Row>,
  incomingOf: (row: Row) => IncomingPeriod,
): Form => {
  const read = rowReader(register)
  return {
    header: (columns) => headerColumns(register, columns),
    read: (values) =>
      Result.flatMap(read(values), (row) => {
        const incoming = incomingOf(row)
        return isForwards(incoming.period)
          ? Result.succeed(incoming)
          : Result.fail([backwards(incoming)])
      }),
  }
}

const backwards = ({ period: { end } }: IncomingPeriod): CellFault => ({
  column: "DATE_FIN",
  code: "format",
  expected: "une fin après le début",
  value: `${end.date} ${end.time}`,
})

const gather = (
  { header, read }: Form,
  gathered: Gathered,
  lines: ReadonlyArray<TableLine>,
): Result.Result<void, TableMalformed> => {
  for (const { line, columns, values } of lines) {
    if (!gathered.seen) learnHeader(header(columns), gathered)
    if (gathered.faults[0]?.code === "missing-column") break
    if (gathered.read.length >= sentLinesAtMost) {
      return Result.fail({ _tag: "table.malformed", line, column: 1, reason: "too-many-lines" })
    }
    const result = read(values)
    if (Result.isFailure(result)) learnFaults(gathered, line, result.failure)
    else gathered.read.push({ line, incoming: result.success })
  }
  return Result.void
}

const learnHeader = (
  { missing, unknown }: ReturnType<Form["header"]>,
  gathered: Gathered,
): void => {
  gathered.seen = true
  const faults = missing.map(
    (column) => ({ column, code: "missing-column", expected: column, value: "" }) as const,
  )
  learnFaults(gathered, 1, faults)
  for (const column of unknown) {
    gathered.warnings.push({ code: "unknown-column", line: 1, column, value: "" })
  }
}

const faultsTold = 200

const learnFaults = (
  gathered: Gathered,
  line: number,
  faults: ReadonlyArray<Omit<ImportFault, "line">>,
): void => {
  gathered.faultCount += faults.length
  for (const fault of faults) {
    if (gathered.faults.length < faultsTold) gathered.faults.push({ line, ...fault })
  }
}

const repeatedIn = (lines: ReadonlyArray<SentLine>): ImportRepeatedKeys["repeated"] => {
  const byKey = Map.groupBy(lines, ({ incoming: { person, period } }) =>
    [person, localMinute(period.start), localMinute(period.end)].join("/"),
  )
  if (byKey.size === lines.length) return []
  return [...byKey]
    .filter(([, same]) => same.length > 1)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, 100)
    .map(([key, same]) => ({ key, lines: same.slice(0, 20).map(({ line }) => line) }))
}
