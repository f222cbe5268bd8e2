/** The one way in of registers: a file is read, compared, and replaces what an earlier one said. */
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { TenantId } from "../identity.ts"
import { type Comparison, Registers, type StorageUnavailable } from "../ports.ts"
import { type Acknowledgement, isAcknowledged } from "../refusal.ts"
import { maskedCell, type Register, type RegisterRow } from "../register.ts"
import { type ImportLine, type Learnt, nothingLearnt, rowsOf } from "./lines.ts"
import type { ImportRefusal, ImportRemovalsToConfirm } from "./refusals.ts"
import type { ImportReport } from "./report.ts"
import { samplesOf } from "./samples.ts"

/**
 * A file to import.
 *
 * - `part`: replaces that part alone, such as a school; every line must belong to it;
 * - `lines`: of a table (`TableReader.csv`), or of any other reader; they are read once;
 * - `dryRun`: only tells what the file would change.
 */
export interface Import<Row extends RegisterRow, E, R> {
  readonly tenant: TenantId
  readonly register: Register<Row>
  readonly part?: string
  readonly lines: Stream.Stream<ImportLine, E, R>
  readonly dryRun: boolean
  readonly acknowledged: ReadonlyArray<Acknowledgement>
}

/**
 * Imports a file into a register, all of it or nothing; the same file again changes nothing.
 *
 * Refuses a file that is empty, has a cell that cannot be read, a line of another part or a key
 * twice, and one by which more than a tenth of the rows kept and more than twenty would disappear,
 * unless that was acknowledged. A trial refuses for the same reasons but the last one. References
 * to rows that are not known yet are warnings: files come in any order.
 *
 * Does not say who may import: the use case has seen to it.
 */
export const importTable: <Row extends RegisterRow, E, R>(
  request: Import<Row, E, R>,
) => Effect.Effect<ImportReport, ImportRefusal | E | StorageUnavailable, Registers | R> = Effect.fn(
  "kernel.importTable",
)(function* <Row extends RegisterRow, E, R>(request: Import<Row, E, R>) {
  const { tenant, register, part, lines, dryRun } = request
  const registers = yield* Registers
  const learnt = nothingLearnt()
  const { comparison, written } = yield* registers.replace({
    tenant,
    register,
    ...(part === undefined ? {} : { part }),
    rows: rowsOf(lines, { register, part, learnt }),
    accept: (compared) => !dryRun && removalsRefusal(request, compared) === undefined,
  })
  const refusal =
    repeatedRefusal(register.name, comparison, learnt) ??
    (dryRun || written ? undefined : removalsRefusal(request, comparison))
  return refusal === undefined
    ? reportOf(request, { comparison, learnt, written })
    : yield* Effect.fail(refusal)
})

const repeatedRefusal = (
  register: string,
  { repeated }: Comparison<unknown>,
  { isKeyConfidential }: Learnt,
): ImportRefusal | undefined =>
  repeated.length === 0
    ? undefined
    : {
        _tag: "import.repeated-keys",
        register,
        repeated: repeated.map(({ key, lines }) => ({
          key: maskedCell({ confidential: isKeyConfidential }, key),
          lines,
        })),
      }

const removalsRefusal = (
  {
    register: { name },
    acknowledged,
  }: {
    readonly register: { readonly name: string }
    readonly acknowledged: ReadonlyArray<Acknowledgement>
  },
  { removed, kept }: Comparison<unknown>,
): ImportRemovalsToConfirm | undefined =>
  removed <= removedQuietly ||
  removed * 10 <= kept ||
  isAcknowledged(acknowledged, "import.removals-to-confirm", name)
    ? undefined
    : { _tag: "import.removals-to-confirm", register: name, removed, kept }

const removedQuietly = 20

const reportOf = <Row extends RegisterRow>(
  { register, part }: Pick<Import<Row, never, never>, "register" | "part">,
  told: {
    readonly comparison: Comparison<Row>
    readonly learnt: Learnt
    readonly written: boolean
  },
): ImportReport => {
  const { read, kept, added, changed, unchanged, removed, unresolved } = told.comparison
  return {
    register: register.name,
    part: part ?? null,
    read,
    kept,
    added,
    changed,
    unchanged,
    removed,
    samples: samplesOf(register, told.comparison.samples),
    warnings: [
      ...told.learnt.warnings,
      ...unresolved.first.map(({ line, field, value }) => {
        const column = columnOf(register, field)
        return {
          code: "unresolved-reference" as const,
          line,
          column: column.label,
          value: maskedCell(column, value),
        }
      }),
    ],
    unresolved: unresolved.count,
    written: told.written,
  }
}

const columnOf = <Row extends RegisterRow>(
  { columns }: Register<Row>,
  field: string,
): { readonly label: string; readonly confidential: boolean } =>
  Object.entries<{ readonly label: string; readonly confidential: boolean }>(columns).find(
    ([name]) => name === field,
  )?.[1] ?? { label: field, confidential: true }
