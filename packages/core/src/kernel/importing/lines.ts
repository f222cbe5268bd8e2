/** Lines of a file turned into rows of a register, its faults gathered on the way. */
import * as Arr from "effect/Array"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import type { ArrivingRow, TableAbout } from "../ports.ts"
import {
  type CellFault,
  headerColumns,
  type LineValues,
  maskedCell,
  type Register,
  type RegisterRow,
  rowReader,
} from "../register.ts"
import type { ImportEmpty, ImportFault, ImportFaulty } from "./refusals.ts"
import type { ImportWarning } from "./report.ts"

/**
 * A line of any file: its number, its values by the label of their column and, when the file has a
 * header, the names in it.
 */
export interface ImportLine {
  readonly line: number
  readonly columns?: ReadonlyArray<string>
  readonly values: LineValues
}

/** What is learnt of a file while it is read; complete once its rows have ended. */
export interface Learnt {
  read: number
  faultCount: number
  isKeyConfidential: boolean
  readonly faults: Array<ImportFault>
  readonly warnings: Array<ImportWarning>
}

/** Gives a record of what is learnt of a file, empty. */
export const nothingLearnt = (): Learnt => ({
  read: 0,
  faultCount: 0,
  isKeyConfidential: false,
  faults: [],
  warnings: [],
})

/** What the lines of a file are read for. */
export interface Reading<Row extends RegisterRow> {
  readonly register: Register<Row>
  readonly part: string | undefined
  readonly learnt: Learnt
  readonly about?: (() => TableAbout | undefined) | undefined
}

/**
 * Gives the rows of a file, then fails if it was empty or had faults: all lines are read for that,
 * and no row follows the first fault. A header that lacks a column is told without reading further.
 */
export const rowsOf = <Row extends RegisterRow, E, R>(
  lines: Stream.Stream<ImportLine, E, R>,
  reading: Reading<Row>,
): Stream.Stream<ArrivingRow<Row>, E | ImportFaulty | ImportEmpty, R> => {
  const rowsFrom = rowsReader(reading)
  const { learnt } = reading
  const end = Stream.suspend((): Stream.Stream<never, ImportFaulty | ImportEmpty> => {
    const columns = learnt.read === 0 ? reading.about?.()?.columns : undefined
    if (columns !== undefined && learnt.faultCount === 0) learnHeader(reading, columns)
    if (learnt.faultCount > 0) return Stream.fail(faultyOf(reading))
    return learnt.read === 0
      ? Stream.fail({ _tag: "import.empty", register: reading.register.name })
      : Stream.empty
  })
  return lines.pipe(
    Stream.chunks,
    Stream.takeWhile(() => !lacksColumn(learnt)),
    Stream.map(rowsFrom),
    Stream.filter(Arr.isReadonlyArrayNonEmpty),
    Stream.flattenArray,
    Stream.concat(end),
  )
}

const rowsReader = <Row extends RegisterRow>({ register, part, learnt }: Reading<Row>) => {
  const read = rowReader(register)
  const secrets = Object.values<{ readonly label: string; readonly confidential: boolean }>(
    register.columns,
  ).flatMap(({ label, confidential }) => (confidential ? [label] : []))
  return (lines: ReadonlyArray<ImportLine>): ReadonlyArray<ArrivingRow<Row>> => {
    const rows: Array<ArrivingRow<Row>> = []
    for (const { line, columns, values } of lines) {
      if (learnt.read === 0 && columns !== undefined) learnHeader({ register, learnt }, columns)
      if (lacksColumn(learnt)) return []
      learnt.read += 1
      const result = read(values)
      if (Result.isFailure(result)) {
        learnFaults(learnt, line, result.failure)
        continue
      }
      const row = result.success
      const rowPart = part === undefined ? undefined : register.part(row)
      if (part !== undefined && rowPart !== part) {
        const fault = { column: null, code: "outside-part", expected: part } as const
        learnFaults(learnt, line, [{ ...fault, value: rowPart ?? "" }])
        continue
      }
      if (!learnt.isKeyConfidential && secrets.length > 0) {
        const key = register.key(row)
        learnt.isKeyConfidential = secrets.some((label) => holds(key, values[label]))
      }
      if (learnt.faultCount === 0) rows.push({ line, row })
    }
    return rows
  }
}

const holds = (key: string, value: string | undefined): boolean =>
  value !== undefined && value !== "" && key.includes(value)

const lacksColumn = ({ faults }: Learnt): boolean => faults[0]?.code === "missing-column"

const learnHeader = <Row extends RegisterRow>(
  { register, learnt }: Pick<Reading<Row>, "register" | "learnt">,
  header: ReadonlyArray<string>,
): void => {
  const { missing, absent, unknown } = headerColumns(register, header)
  learnFaults(
    learnt,
    1,
    missing.map((column) => ({ column, code: "missing-column", expected: column, value: "" })),
  )
  for (const name of unknown) {
    // A file without a header has the cells of somebody for names.
    const column = maskedCell({ confidential: false }, name)
    learnt.warnings.push({ code: "unknown-column", line: 1, column, value: "" })
  }
  for (const column of absent) {
    learnt.warnings.push({ code: "absent-column", line: 1, column, value: "" })
  }
}

const learnFaults = (
  learnt: Learnt,
  line: number,
  faults: ReadonlyArray<CellFault | Omit<ImportFault, "line">>,
): void => {
  learnt.faultCount += faults.length
  for (const fault of faults) {
    if (learnt.faults.length < faultsTold) learnt.faults.push({ line, ...fault })
  }
}

const faultsTold = 200

const faultyOf = <Row extends RegisterRow>({ register, learnt }: Reading<Row>): ImportFaulty => ({
  _tag: "import.faulty",
  register: register.name,
  faults: learnt.faults,
  count: learnt.faultCount,
})
