/** The lines of the register that a division or a group of an export of STS-WEB yields. */
import type { ImportLine } from "../../../../kernel/importing.ts"
import type { StsWebRefusal } from "../../refusals.ts"
import { teachings } from "../../registers.ts"
import { malformed } from "./attributes.ts"
import { most, type Reading, remarkOnce, type Structure, type Taught } from "./reading.ts"

/**
 * Adds the lines of a structure that is read whole: one for each teacher, service and training
 * module, once in a file. A group has the modules of its divisions unless it names its own; one that
 * comes before a division of its is held until the file ends. Gives a refusal when there are too many.
 */
export const closedStructure = (
  reading: Reading,
  structure: Structure,
  lines: Array<ImportLine>,
): StsWebRefusal | undefined => {
  if (structure.kind === "division") reading.divisions.set(structure.code, structure.modules)
  if (structure.kind === "division" || structure.modules.size > 0) {
    return addLines(reading, { structure, modules: structure.modules }, lines)
  }
  if ([...structure.divisions].every((code) => reading.divisions.has(code))) {
    return addInherited(reading, structure, lines)
  }
  reading.held.push(structure)
  return undefined
}

/** Adds the lines of the groups that were held, with the modules of the divisions there are. */
export const addHeld = (reading: Reading, lines: Array<ImportLine>): StsWebRefusal | undefined => {
  for (const structure of reading.held) {
    for (const value of structure.divisions) {
      if (reading.divisions.has(value)) continue
      const { line } = structure
      remarkOnce(reading, { code: "division-not-listed", line, column: "GROUPE", value })
    }
    const refusal = addInherited(reading, structure, lines)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/**
 * The long labels of course modalities, from the national nomenclature (Base académique des
 * nomenclatures); another code stays as it is.
 */
const modalities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CG: "COURS GENERAL",
    EC: "ENSEIGNEMENT COMPLEMENTAIRE",
    AT: "ATELIER",
    TD: "TRAVAUX DIRIGES",
    AP: "ATELIER DE PRATIQUE",
    TP: "TRAVAUX PRATIQUES",
    AI: "AIDE INDIVIDUALISEE - SOUTIEN",
    PL: "PLURIDISCIPLINAIRE",
    MO: "MODULE MONO-DISCIPLINAIRE",
  }),
)

const structureWords = { division: "DIVISION", group: "GROUPE" } as const

const addInherited = (
  reading: Reading,
  structure: Structure,
  lines: Array<ImportLine>,
): StsWebRefusal | undefined => {
  const modules = new Set<string>()
  for (const division of structure.divisions) {
    for (const module of reading.divisions.get(division) ?? []) modules.add(module)
    if (modules.size > most.modules) return tooLarge(structure)
  }
  return addLines(reading, { structure, modules }, lines)
}

const addLines = (
  reading: Reading,
  { structure, modules }: { readonly structure: Structure; readonly modules: ReadonlySet<string> },
  lines: Array<ImportLine>,
): StsWebRefusal | undefined => {
  // Without a module there is still one teaching.
  const all = modules.size === 0 ? [""] : [...modules]
  for (const taught of structure.taught) {
    for (const module of all) {
      reading.tried += 1
      if (reading.tried > most.teachings) return tooLarge(structure)
      const once = onceOf(structure, taught, module)
      if (reading.told.has(once)) continue
      reading.told.add(once)
      lines.push({ line: taught.line, values: valuesOf(reading, structure, { taught, module }) })
    }
  }
  return undefined
}

const tooLarge = (structure: Structure): StsWebRefusal =>
  malformed(structure, "too-large", structureWords[structure.kind])

// Tells teachings apart as the key of their register does: by the modality, not by its code.
const onceOf = ({ kind, code }: Structure, taught: Taught, module: string): string =>
  [kind, code, taught.person, taught.subjectCode, modalityOf(taught), module]
    .join("\t")
    .normalize("NFC")

const modalityOf = ({ modalityCode }: Taught): string =>
  modalities.get(modalityCode) ?? modalityCode

const valuesOf = (
  reading: Reading,
  structure: Structure,
  { taught, module }: { readonly taught: Taught; readonly module: string },
): ImportLine["values"] => {
  const { columns } = teachings
  const at = { line: taught.line }
  const subject = reading.subjects.get(taught.subjectCode)
  if (subject === undefined) {
    const value = taught.subjectCode
    remarkOnce(reading, { ...at, code: "subject-not-listed", column: "SERVICE", value })
  }
  const moduleLabel = reading.modules.get(module)
  if (module !== "" && moduleLabel === undefined) {
    remarkOnce(reading, { ...at, code: "module-not-listed", column: "MEF", value: module })
  }
  return {
    [columns.person.label]: taught.person,
    [columns.school.label]: reading.file.school,
    [columns.subjectCode.label]: taught.subjectCode,
    [columns.subject.label]: subject ?? taught.subjectCode,
    [columns.modality.label]: modalityOf(taught),
    [columns.trainingModuleCode.label]: module,
    [columns.trainingModule.label]: moduleLabel ?? "",
    [columns.structureKind.label]: structureWords[structure.kind],
    [columns.structure.label]: structure.code,
  }
}
