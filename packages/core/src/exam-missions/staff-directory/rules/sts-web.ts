/**
 * Reading of the export that STS-WEB gives to timetable programs (`sts_emp_<UAI>_<année>.xml`), as
 * lines of the register of teachings of one school, for the pipeline that CSV files go through.
 *
 * Nobody publishes this format; the structure read here is what importers in public use rely on:
 * `STS_EDT` with `PARAMETRES` (`UAJ`, `ANNEE_SCOLAIRE`), `NOMENCLATURES` (`MATIERES`, `MEFS`) and
 * `DONNEES` (`INDIVIDUS`, `STRUCTURE`: divisions and groups, with services and their teachers).
 * Elements it does not know are passed over. It says nothing of the type of a training module.
 *
 * Held while reading: the labels of both nomenclatures, the ids of individuals, the modules of each
 * division, the services of the structure at hand, groups met before one of their divisions, and what
 * tells apart the teachings given. Names, birth dates and grades of individuals are not.
 *
 * @requirement PER-02, PER-26, PER-27, CMP-22
 */
import * as Result from "effect/Result"
import { withoutNumens } from "../../../kernel/identity.ts"
import type { ImportLine } from "../../../kernel/importing.ts"
import type { XmlPart } from "../../../kernel/ports.ts"
import type { GatheredRemarks } from "../model/remarks.ts"
import type { StsWebRefusal } from "../refusals.ts"
import { malformed } from "./sts-web/attributes.ts"
import { opened, textRead } from "./sts-web/elements.ts"
import { type OpenPart, type Reading, startOf, type StsWebFile } from "./sts-web/reading.ts"
import { addHeld, closedStructure } from "./sts-web/structures.ts"

export type { StsWebFile } from "./sts-web/reading.ts"

/** What the parts of a file yield, or why it is not taken. */
export type StsWebLines = Result.Result<ReadonlyArray<ImportLine>, StsWebRefusal>

/** Reads the parts of one file in their order, then its end; not to be used again after a refusal. */
export interface StsWebReader {
  readonly read: (parts: ReadonlyArray<XmlPart>) => StsWebLines
  readonly end: () => StsWebLines
}

/** Prepares the reading of one file; `remarks` gathers what deserves a look. */
export const stsWebReader = (file: StsWebFile, remarks: GatheredRemarks): StsWebReader => {
  const reading = startOf(file, remarks)
  return {
    read: (parts) => {
      const lines: Array<ImportLine> = []
      for (const part of parts) {
        const refusal = onPart(reading, part, lines)
        if (refusal !== undefined) return Result.fail(refusal)
      }
      return Result.succeed(lines)
    },
    end: () => {
      if (!reading.hasStructure) return Result.fail(malformed(reading.place, "no-structure", ""))
      const lines: Array<ImportLine> = []
      const refusal = addHeld(reading, lines)
      return refusal === undefined ? Result.succeed(lines) : Result.fail(refusal)
    },
  }
}

const namePattern = /^sts_emp_(\d{7}[A-Z])_(\d{4})\.xml$/iu

/**
 * Tells why the name of a file is not that of the export of a school and year; folders before it
 * are dropped.
 * @example fileNameRefusal({ school: "0312267W", year: "2026-2027" }, "sts_emp_0312267W_2026.xml") // => undefined
 */
export const fileNameRefusal = (
  { school, year }: StsWebFile,
  fileName: string,
): StsWebRefusal | undefined => {
  const name = fileName.split(/[\\/]/u).at(-1) ?? ""
  const [, uai, start] = namePattern.exec(name) ?? []
  return uai?.toUpperCase() === school && start === year.slice(0, 4)
    ? undefined
    : {
        _tag: "sts-web.file-name",
        fileName: withoutNumens(name).slice(0, 100),
        expected: `sts_emp_${school}_${year.slice(0, 4)}.xml`,
      }
}

const onPart = (
  reading: Reading,
  part: XmlPart,
  lines: Array<ImportLine>,
): StsWebRefusal | undefined => {
  if (part._tag === "text") return textRead(reading, part)
  if (part._tag === "open") return onOpen(reading, part)
  const { structure, path } = reading
  if (path.length === entryDepth) reading.entry = undefined
  if (structure === undefined || path.length !== structure.depth) {
    path.pop()
    return undefined
  }
  path.pop()
  reading.structure = undefined
  return closedStructure(reading, structure, lines)
}

// STS_EDT / NOMENCLATURES / MATIERES / MATIERE
const entryDepth = 4

const onOpen = (reading: Reading, part: OpenPart): StsWebRefusal | undefined => {
  reading.path.push(part.name)
  reading.place = { line: part.line, column: part.column }
  return opened(reading, part)
}
