/**
 * Refreshing the periods of a source from its file: EPP, SIRHEN, or the convocations of another
 * academy. A file is the whole of what its source says: what it no longer gives is withdrawn.
 *
 * All is written in one commit or nothing is; the same file again changes nothing.
 *
 * @requirement IND-02, IND-03, IND-05, IND-12, PER-25
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Stream from "effect/Stream"
import type { StaleConflict } from "../../../kernel/handle.ts"
import type { Actor, TenantId } from "../../../kernel/identity.ts"
import {
  type ImportRefusal,
  type ImportRemovalsToConfirm,
  ImportReport,
} from "../../../kernel/importing.ts"
import {
  type Change,
  type Registers,
  Storage,
  type StorageUnavailable,
  type TableMalformed,
  TableReader,
  type Views,
} from "../../../kernel/ports.ts"
import { type Acknowledgement, isAcknowledged } from "../../../kernel/refusal.ts"
import { unavailabilitySourceRef, unavailabilitySourceType } from "../../aggregates.ts"
import type { ExamMissionsSetup } from "../../ports.ts"
import { people } from "../../staff-directory/registers.ts"
import type { SourceEvent } from "../../unavailability/events.ts"
import { type ImportSource, originCode, UntoldManager } from "../../unavailability/model.ts"
import { importName } from "../../unavailability/registers.ts"
import type { UnavailabilityRefusal } from "../../unavailability/refusals.ts"
import { isImporter } from "../../unavailability/rules.ts"
import { sourceScope } from "../../unavailability/views.ts"
import { now } from "../act.ts"
import { byKeys } from "../rows.ts"
import { type Compared, compare, samplesOf, unresolvedWarnings } from "./comparing.ts"
import { decideAll, type DecidedAll } from "./deciding.ts"
import { allPeriods } from "./periods.ts"
import { readSentFile, type SentFile } from "./sent-file.ts"

/**
 * A file of a source.
 *
 * - `bytes`: read once; at most `sentLinesAtMost` lines after the header;
 * - `dryRun`: only tells what the file would change;
 * - `acknowledged`: `import.removals-to-confirm` for the subject `unavailability`.
 */
export interface SourceFile<E, R> {
  readonly by: Actor
  readonly tenant: TenantId
  readonly source: ImportSource
  readonly bytes: Stream.Stream<Uint8Array, E, R>
  readonly dryRun: boolean
  readonly acknowledged?: ReadonlyArray<Acknowledgement>
}

/**
 * What an import of periods did or would do: as imports of registers tell it, the code of the source
 * being the part, and besides
 *
 * - `mails`: how many leave, or would; none for a period that is over;
 * - `untold`: the first hundred whom no mail reaches; `untoldCount` counts all of them.
 */
export const UnavailabilityImportReport = Schema.Struct({
  ...ImportReport.fields,
  mails: Schema.Int,
  untold: Schema.Array(UntoldManager),
  untoldCount: Schema.Int,
}).annotate({ identifier: "UnavailabilityImportReport" })
export type UnavailabilityImportReport = typeof UnavailabilityImportReport.Type

type Failure = ImportRefusal | UnavailabilityRefusal | StaleConflict | StorageUnavailable
type Needs = Storage | Views | Registers | ExamMissionsSetup

/**
 * Imports a file of a source. Lines of unknown people are left out and told as warnings.
 *
 * Refuses what the pipeline of registers refuses, for the same reasons and in the same shapes: a
 * fault at its line and column, a period twice, no line at all, many withdrawals unless they were
 * acknowledged. Of two imports of one source at once, the second compares with what the first left.
 */
export const importUnavailabilities: <E, R>(
  file: SourceFile<E, R>,
) => Effect.Effect<
  UnavailabilityImportReport,
  Failure | TableMalformed | E,
  Needs | TableReader | R
> = Effect.fn("exam-missions.importUnavailabilities")(function* <E, R>(file: SourceFile<E, R>) {
  const { by, source, bytes } = file
  if (!isImporter(by)) {
    const capacity = by.capacity
    return yield* Effect.fail<Failure>({
      _tag: "actor.not-allowed",
      command: "importUnavailabilities",
      capacity,
    })
  }
  const tables = yield* TableReader
  const sent = yield* readSentFile(source, tables.csv(bytes))
  return yield* attempt(file, sent, 1)
})

type Asked = Omit<SourceFile<never, never>, "bytes">

const attempts = 3

const attempt = (
  file: Asked,
  sent: SentFile,
  nth: number,
): Effect.Effect<UnavailabilityImportReport, Failure, Needs> =>
  Effect.gen(function* () {
    const { tenant, source, dryRun } = file
    const storage = yield* Storage
    const [{ version }] = yield* storage.load([unavailabilitySourceRef(tenant, source)])
    const found = yield* byKeys(
      tenant,
      people,
      sent.lines.map(({ incoming }) => incoming.person),
    )
    const known = new Map(found.map((one) => [one.person, one]))
    const compared = compare({
      source,
      lines: sent.lines,
      kept: yield* allPeriods(tenant, sourceScope(source)),
      isKnown: (person) => known.has(person),
    })
    const refusal = dryRun ? undefined : removalsRefusal(file, compared)
    if (refusal !== undefined) return yield* Effect.fail<Failure>(refusal)
    const decided = yield* decideAll({ ...file, compared, known })
    if (!dryRun && decided.changes.length > 0) {
      const refreshed = yield* refreshing(file, compared, version)
      const changes = [...decided.changes, refreshed]
      const { messages } = decided
      yield* storage.commit({ tenant, changes, unchanged: [], erase: [], messages })
    }
    return reportOf(file, { sent, compared, decided })
  }).pipe(
    Effect.catchTag("StaleVersion", () =>
      nth < attempts ? attempt(file, sent, nth + 1) : gaveUp(file),
    ),
  )

const gaveUp = ({ tenant, source }: Asked): Effect.Effect<never, Failure, Storage> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const [{ version: current }] = yield* storage.load([unavailabilitySourceRef(tenant, source)])
    return yield* Effect.fail<Failure>({ _tag: "conflict.stale-version", current })
  })

const refreshing = (
  { by, tenant, source }: Asked,
  { added, changed, removed }: Compared,
  expected: number,
): Effect.Effect<Change> =>
  Effect.map(now, (at): Change => {
    const event: SourceEvent = {
      _tag: "SourceRefreshed",
      at,
      by,
      source,
      added: added.length,
      changed: changed.length,
      removed: removed.length,
    }
    return {
      id: unavailabilitySourceRef(tenant, source),
      expected,
      events: [event],
      state: unavailabilitySourceType.evolve(unavailabilitySourceType.initial, event),
    }
  })

const removedQuietly = 20

const removalsRefusal = (
  { acknowledged = [] }: Asked,
  { removed, kept }: Compared,
): ImportRemovalsToConfirm | undefined =>
  removed.length <= removedQuietly ||
  removed.length * 10 <= kept ||
  isAcknowledged(acknowledged, "import.removals-to-confirm", importName)
    ? undefined
    : {
        _tag: "import.removals-to-confirm",
        register: importName,
        removed: removed.length,
        kept,
      }

const reportOf = (
  { source, dryRun }: Asked,
  told: { readonly sent: SentFile; readonly compared: Compared; readonly decided: DecidedAll },
): UnavailabilityImportReport => {
  const { sent, compared, decided } = told
  return {
    register: importName,
    part: originCode(source),
    read: sent.lines.length,
    kept: compared.kept,
    added: compared.added.length,
    changed: compared.changed.length,
    unchanged: compared.unchanged,
    removed: compared.removed.length,
    samples: samplesOf(compared),
    warnings: [...sent.warnings, ...unresolvedWarnings(compared)],
    unresolved: compared.unresolved.length,
    written: !dryRun,
    mails: decided.messages.length,
    untold: decided.untold.slice(0, 100),
    untoldCount: decided.untold.length,
  }
}
