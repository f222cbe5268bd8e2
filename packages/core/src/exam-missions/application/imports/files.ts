/**
 * Import of files into registers, by the management service: tables (CSV) into any of them, exports
 * of STS-WEB into the teachings of one school.
 *
 * @requirement PER-02, PER-27, CMP-22
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { SchoolYear } from "../../../kernel/calendar.ts"
import type { Uai } from "../../../kernel/identity.ts"
import type { ImportLine } from "../../../kernel/importing.ts"
import { type TableAbout, TableReader, type XmlPart, XmlReader } from "../../../kernel/ports.ts"
import { noRemarks } from "../../staff-directory/model/remarks.ts"
import type { RegisterRefusal, StsWebRefusal } from "../../staff-directory/refusals.ts"
import {
  fileNameRefusal,
  type StsWebReader,
  stsWebReader,
} from "../../staff-directory/rules/sts-web.ts"
import type { ApplicationRefusal } from "../refusals.ts"
import { type KnownRegister, knownRegisters, knownTeachings, registerNamed } from "./known.ts"
import { requireManagement } from "../act.ts"
import { runImport, type SentFile } from "./run.ts"

/** A table for a register; `part` replaces one school alone, in registers that have parts. */
export interface RegisterFile<E, R> extends SentFile<E, R> {
  readonly register: string
  readonly part?: Uai | undefined
}

/**
 * Imports a table into a register, all of it or nothing, or tells what it would change.
 *
 * Refuses whoever may not (`actor.not-allowed`), an unknown register, a part of a register without
 * parts, a file that is no table, and whatever the pipeline of imports refuses.
 */
export const importRegister = Effect.fn("exam-missions.importRegister")(function* <E, R>(
  file: RegisterFile<E, R>,
) {
  yield* requireManagement(file.by, "importRegister")
  const register = yield* requireRegister(file.register)
  const { part } = file
  if (part !== undefined && !register.hasParts) {
    return yield* Effect.fail<RegisterRefusal>({
      _tag: "register.without-parts",
      register: register.name,
    })
  }
  const tables = yield* TableReader
  let known: TableAbout | undefined
  const lines = tables.csv(file.bytes, (about) => {
    known = about
  })
  const about = () => known
  return yield* runImport(file, { register, part, lines, about, remarks: noRemarks() })
})

/**
 * An export of STS-WEB, of which school and school year; `fileName` as the caller has it, to be
 * compared with both when there is one.
 */
export interface SentStsWebFile<E, R> extends SentFile<E, R> {
  readonly school: Uai
  readonly year: SchoolYear
  readonly fileName?: string | undefined
}

/**
 * Imports the teachings of one school from its export of STS-WEB, as `importRegister` does of a
 * table; the other schools keep theirs.
 */
export const importStsWeb = Effect.fn("exam-missions.importStsWeb")(function* <E, R>(
  file: SentStsWebFile<E, R>,
) {
  yield* requireManagement(file.by, "importStsWeb")
  const { school, year, fileName } = file
  const refusal = fileName === undefined ? undefined : fileNameRefusal({ school, year }, fileName)
  if (refusal !== undefined) return yield* Effect.fail(refusal)
  const documents = yield* XmlReader
  const remarks = noRemarks()
  const lines = teachingLines(documents.parts(file.bytes), stsWebReader({ school, year }, remarks))
  return yield* runImport(file, { register: knownTeachings, part: school, lines, remarks })
})

/** Gives a register by its name, or refuses by `register.unknown`. */
export const requireRegister = (name: string): Effect.Effect<KnownRegister, ApplicationRefusal> => {
  const register = registerNamed(name)
  return register === undefined
    ? Effect.fail({
        _tag: "register.unknown",
        register: name,
        known: knownRegisters.map((one) => one.name),
      })
    : Effect.succeed(register)
}

const teachingLines = <E, R>(
  parts: Stream.Stream<XmlPart, E, R>,
  reader: StsWebReader,
): Stream.Stream<ImportLine, E | StsWebRefusal, R> =>
  parts.pipe(
    Stream.chunks,
    Stream.mapEffect((chunk) => Effect.fromResult(reader.read(chunk))),
    Stream.flattenIterable,
    Stream.concat(Stream.fromIterableEffect(Effect.suspend(() => Effect.fromResult(reader.end())))),
  )
