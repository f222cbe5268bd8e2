/** Differences written for people: the cells of a row before and after, secrets masked. */
import type { Difference } from "../ports.ts"
import { type Register, type RegisterRow, shownRow } from "../register.ts"
import type { ImportSample, SampleCell } from "./report.ts"

/** Gives the samples of a report from the differences of a comparison, in their order. */
export const samplesOf = <Row extends RegisterRow>(
  register: Register<Row>,
  differences: ReadonlyArray<Difference<Row>>,
): ReadonlyArray<ImportSample> =>
  differences.map(({ line, before, after }) => ({
    change: before === null ? "added" : after === null ? "removed" : "changed",
    line,
    cells: cellsOf(register, before, after),
  }))

const cellsOf = <Row extends RegisterRow>(
  register: Register<Row>,
  before: Row | null,
  after: Row | null,
): ReadonlyArray<SampleCell> => {
  const old = before === null ? [] : shownRow(register, before)
  const now = after === null ? [] : shownRow(register, after)
  return (now.length === 0 ? old : now).map(({ field, column }, index) => ({
    column,
    before: old[index]?.text ?? null,
    after: now[index]?.text ?? null,
    differs: !isSameValue(valueOf(before, field), valueOf(after, field)),
  }))
}

const valueOf = (row: RegisterRow | null, field: string): unknown =>
  row === null ? undefined : (row as Readonly<Record<string, unknown>>)[field]

// Flat values of JSON: a text, a number, a truth, a list of those, or nothing.
const isSameValue = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right)
