/** What every import of a file does: the right to it, its lines watched, what is kept of it. */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import {
  type Actor,
  type PersonId,
  type TenantId,
  Uai,
  uaiCheck,
} from "../../../kernel/identity.ts"
import type { ImportLine, ImportRefusal } from "../../../kernel/importing.ts"
import {
  Registers,
  Settings,
  type Storage,
  type StorageUnavailable,
  type TableAbout,
  type Views,
} from "../../../kernel/ports.ts"
import type { Acknowledgement } from "../../../kernel/refusal.ts"
import { addRemark, type GatheredRemarks } from "../../staff-directory/model/remarks.ts"
import { teachings } from "../../staff-directory/registers.ts"
import { now } from "../act.ts"
import { generateCompetences } from "../competence/generation.ts"
import type { KnownRegister } from "./known.ts"
import { type FileReport, LastImport } from "./report.ts"

/**
 * A file that somebody sends.
 *
 * - `bytes`: read once;
 * - `dryRun`: only tells what the file would change;
 * - `acknowledged`: `import.removals-to-confirm` for the name of the register;
 * - `lostAtMost`: how many rows the loss so acknowledged may bear on; any number when absent.
 */
export interface SentFile<E, R> {
  readonly by: Actor
  readonly tenant: TenantId
  readonly bytes: Stream.Stream<Uint8Array, E, R>
  readonly dryRun: boolean
  readonly acknowledged?: ReadonlyArray<Acknowledgement>
  readonly lostAtMost?: number | undefined
}

/** Lines to be imported into a register, of which part, and the remarks gathered on the way. */
export interface FileLines<E, R> {
  readonly register: KnownRegister
  readonly part: Uai | undefined
  readonly lines: Stream.Stream<ImportLine, E, R>
  readonly about?: () => TableAbout | undefined
  readonly remarks: GatheredRemarks
}

/** What an import needs. */
export type ImportServices = Registers | Settings | Storage | Views

// From more teachings, whoever sends a file would wait for the generation rather than for his file.
const teachingsAtOnce = 50_000

/**
 * Imports lines, keeps when, by whom and with which figures, and generates the competences again
 * when the register yields them. The rows are written in one transaction; the others follow. A
 * generation from more than `teachingsAtOnce` is left to the scheduler, and so is one that fails.
 */
export const runImport = <E, R>(
  { by, tenant, dryRun, acknowledged = [], lostAtMost }: Omit<SentFile<never, never>, "bytes">,
  { register, part, lines, about, remarks }: FileLines<E, R>,
): Effect.Effect<FileReport, ImportRefusal | E | StorageUnavailable, ImportServices | R> =>
  Effect.gen(function* () {
    const { rows, revision, ...report } = yield* register.importLines({
      tenant,
      ...(part === undefined ? {} : { part }),
      lines: lettersWatched(register, lines, remarks),
      about,
      dryRun,
      acknowledged,
      lostAtMost,
    })
    const told = { ...report, remarks: remarks.first, remarkCount: remarks.count }
    const alone = { ...told, competences: null, competencesFollow: false }
    if (!report.written) return alone
    yield* keepLast({ by, tenant, part, register, rows, revision }, told)
    if (!register.yieldsCompetences) return alone
    const generated = yield* Effect.option(generatedAtOnce(tenant))
    return {
      ...told,
      competences: Option.getOrNull(generated),
      competencesFollow: Option.isNone(generated),
    }
  })

const generatedAtOnce = (tenant: TenantId) =>
  Effect.gen(function* () {
    const registers = yield* Registers
    const some = Stream.take(registers.all(tenant, teachings), teachingsAtOnce + 1)
    if ((yield* Stream.runCount(some)) > teachingsAtOnce) return yield* Effect.fail(tooMany)
    return yield* generateCompetences({ by: system, tenant })
  })

const tooMany = { _tag: "teachings.too-many" } as const

const system: Actor = { person: "system" as PersonId, capacity: "system" }

/** Gives what is kept of the last import of a register, or nothing. */
export const lastImportOf = (
  tenant: TenantId,
  register: string,
): Effect.Effect<LastImport | null, StorageUnavailable, Settings> =>
  Effect.gen(function* () {
    const settings = yield* Settings
    const kept = yield* settings.get(tenant, settingOf(register))
    return Option.getOrNull(decodeLast(kept))
  })

const decodeLast = Schema.decodeUnknownOption(LastImport)

const settingOf = (register: string): string => `exam-missions.import.${register}`

interface Written {
  readonly by: Actor
  readonly tenant: TenantId
  readonly part: Uai | undefined
  readonly register: KnownRegister
  readonly rows: number
  readonly revision: number
}

// Of two imports at once, the one that the register followed last is kept.
const keepLast = (
  { by, tenant, part, register, rows, revision }: Written,
  report: Omit<FileReport, "competences" | "competencesFollow">,
): Effect.Effect<void, StorageUnavailable, Settings> =>
  Effect.gen(function* () {
    const settings = yield* Settings
    const last = yield* lastImportOf(tenant, register.name)
    if (last !== null && last.revision > revision) return
    const { read, added, changed, unchanged, removed, unresolved, remarkCount } = report
    const kept: LastImport = {
      at: yield* now,
      by: by.person,
      capacity: by.capacity,
      part: part ?? null,
      read,
      added,
      changed,
      unchanged,
      removed,
      unresolved,
      remarkCount,
      rows,
      revision,
    }
    yield* settings.put(tenant, settingOf(register.name), kept)
  })

const isUai = Schema.is(Uai)
const uaiLength = 8

const lettersWatched = <E, R>(
  { schoolColumns }: KnownRegister,
  lines: Stream.Stream<ImportLine, E, R>,
  remarks: GatheredRemarks,
): Stream.Stream<ImportLine, E, R> => {
  if (schoolColumns.length === 0) return lines
  const seen = new Set<string>()
  // A chunk at a time: a stream of half a million lines shows each step that is taken for one.
  return Stream.mapArray(lines, (some) => {
    for (const { line, values } of some) {
      for (const column of schoolColumns) {
        const value = values[column] ?? ""
        // Only what is a UAI is held: anything else is a fault of its own, and files are long.
        if (value.length !== uaiLength || seen.has(value) || !isUai(value)) continue
        seen.add(value)
        if (!uaiCheck(value).valid) addRemark(remarks, { code: "uai-letter", line, column, value })
      }
    }
    return some
  })
}
