/** The one way in of registers: a file is read, compared, and replaces what an earlier one said. */
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { TenantId } from "../identity.ts"
import { type Comparison, Registers, type StorageUnavailable, type TableAbout } from "../ports.ts"
import { type Acknowledgement, isAcknowledged } from "../refusal.ts"
import { maskedCell, type Register, type RegisterRow } from "../register.ts"
import { type ImportLine, type Learnt, nothingLearnt, rowsOf } from "./lines.ts"
import type { ImportRefusal, ImportRemovalsToConfirm } from "./refusals.ts"
import type { ImportReport, ImportWarning } from "./report.ts"
import { samplesOf } from "./samples.ts"

/**
 * A file to import.
 *
 * - `part`: replaces that part alone, such as a school; every line must belong to it;
 * - `lines`: of a table (`TableReader.csv`), or of any other reader; they are read once;
 * - `about`: what is known of a table once its lines have ended;
 * - `dryRun`: only tells what the file would change;
 * - `lostAtMost`: the bound of an acknowledged loss, in rows removed or emptied; none when absent.
 */
export interface Import<Row extends RegisterRow, E, R> {
  readonly tenant: TenantId
  readonly register: Register<Row>
  readonly part?: string
  readonly lines: Stream.Stream<ImportLine, E, R>
  readonly about?: (() => TableAbout | undefined) | undefined
  readonly dryRun: boolean
  readonly acknowledged: ReadonlyArray<Acknowledgement>
  readonly lostAtMost?: number | undefined
}

/** The report of a file, and the rows and the revision of the whole register as it left them. */
export interface Imported extends ImportReport {
  readonly rows: number
  readonly revision: number
}

/**
 * Imports a file into a register, all of it or nothing; the same file again changes nothing.
 *
 * Refuses a file that is empty, has a cell that cannot be read, a line of another part or a key
 * twice, and one by which more than a tenth of the rows kept and more than twenty would disappear or
 * lose a value, unless that was acknowledged. A trial refuses for the same reasons but the last one. References
 * to rows that are not known yet are warnings: files come in any order.
 *
 * Does not say who may import: the use case has seen to it.
 */
export const importTable: <Row extends RegisterRow, E, R>(
  request: Import<Row, E, R>,
) => Effect.Effect<Imported, ImportRefusal | E | StorageUnavailable, Registers | R> = Effect.fn(
  "kernel.importTable",
)(function* <Row extends RegisterRow, E, R>(request: Import<Row, E, R>) {
  const { tenant, register, part, lines, dryRun } = request
  const registers = yield* Registers
  const learnt = nothingLearnt()
  const { comparison, written, rows, revision } = yield* registers.replace({
    tenant,
    register,
    ...(part === undefined ? {} : { part }),
    rows: rowsOf(lines, { register, part, learnt, about: request.about }),
    accept: (compared) => !dryRun && removalsRefusal(request, compared) === undefined,
  })
  if (request.about?.()?.isEncodingAssumed === true) learnt.warnings.push(encodingAssumed)
  const refusal =
    repeatedRefusal(register, comparison, learnt) ??
    (dryRun || written ? undefined : removalsRefusal(request, comparison))
  return refusal === undefined
    ? { ...reportOf(request, { comparison, learnt, written }), rows, revision }
    : yield* Effect.fail(refusal)
})

const encodingAssumed: ImportWarning = {
  code: "encoding-assumed",
  line: 1,
  column: "",
  value: "Windows-1252",
}

const repeatedRefusal = <Row extends RegisterRow>(
  register: Register<Row>,
  { repeated }: Comparison<unknown>,
  { isKeyConfidential }: Learnt,
): ImportRefusal | undefined =>
  repeated.length === 0
    ? undefined
    : {
        _tag: "import.repeated-keys",
        register: register.name,
        ...(register.keyFields === undefined
          ? {}
          : { columns: register.keyFields.map((field) => columnOf(register, field).label) }),
        repeated: repeated.map(({ key, lines }) => ({
          key: maskedCell({ confidential: isKeyConfidential }, key),
          lines,
        })),
      }

const removalsRefusal = (
  {
    register: { name },
    acknowledged,
    lostAtMost = Number.POSITIVE_INFINITY,
  }: {
    readonly register: { readonly name: string }
    readonly acknowledged: ReadonlyArray<Acknowledgement>
    readonly lostAtMost?: number | undefined
  },
  { removed, emptied, kept }: Comparison<unknown>,
): ImportRemovalsToConfirm | undefined => {
  const lost = Math.max(removed, emptied)
  if (lost <= lostQuietly || lost * 10 <= kept) return undefined
  const code = "import.removals-to-confirm"
  if (isAcknowledged(acknowledged, code, name) && lost <= lostAtMost) return undefined
  return { _tag: code, register: name, removed, kept, ...emptiedOf(emptied) }
}

const lostQuietly = 20

const emptiedOf = (emptied: number): { readonly emptied?: number } =>
  emptied === 0 ? {} : { emptied }

const reportOf = <Row extends RegisterRow>(
  { register, part }: Pick<Import<Row, never, never>, "register" | "part">,
  told: {
    readonly comparison: Comparison<Row>
    readonly learnt: Learnt
    readonly written: boolean
  },
): ImportReport => {
  const { read, kept, added, changed, unchanged, removed, emptied, unresolved } = told.comparison
  return {
    register: register.name,
    part: part ?? null,
    read,
    kept,
    added,
    changed,
    unchanged,
    removed,
    ...emptiedOf(emptied),
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
