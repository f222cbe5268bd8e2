/** The lines of the register that a division or a group of an export of STS-WEB yields. */
import type { ImportLine } from "../../../../kernel/importing.ts"
import { teachings } from "../../registers.ts"
import { type Reading, remarkOnce, type Structure, type Taught } from "./elements.ts"

/**
 * Gives the lines of a structure that is read whole: one for each teacher, service and training
 * module. A group has the modules of its divisions unless it names its own; one that comes before a
 * division of its is held until the file ends.
 */
export const closedStructure = (
  reading: Reading,
  structure: Structure,
): ReadonlyArray<ImportLine> => {
  if (structure.kind === "division") {
    reading.divisions.set(structure.code, structure.modules)
    return linesOf(reading, structure, structure.modules)
  }
  if (structure.modules.size > 0) return linesOf(reading, structure, structure.modules)
  const codes = [...structure.divisions]
  if (codes.every((code) => reading.divisions.has(code))) {
    return linesOf(reading, structure, modulesOf(reading, codes))
  }
  reading.held.push(structure)
  return []
}

/** Gives the lines of the groups that were held, with the modules of the divisions there are. */
export const heldLines = (reading: Reading): ReadonlyArray<ImportLine> =>
  reading.held.flatMap((structure) => {
    const codes = [...structure.divisions]
    for (const value of codes.filter((code) => !reading.divisions.has(code))) {
      const { line } = structure
      remarkOnce(reading, { code: "division-not-listed", line, column: "GROUPE", value })
    }
    return linesOf(reading, structure, modulesOf(reading, codes))
  })

/**
 * The long labels of course modalities, from the national nomenclature (Base académique des
 * nomenclatures); another code stays as it is.
 */
export const modalities: Readonly<Record<string, string>> = {
  CG: "COURS GENERAL",
  EC: "ENSEIGNEMENT COMPLEMENTAIRE",
  AT: "ATELIER",
  TD: "TRAVAUX DIRIGES",
  AP: "ATELIER DE PRATIQUE",
  TP: "TRAVAUX PRATIQUES",
  AI: "AIDE INDIVIDUALISEE - SOUTIEN",
  PL: "PLURIDISCIPLINAIRE",
  MO: "MODULE MONO-DISCIPLINAIRE",
}

const structureWords = { division: "DIVISION", group: "GROUPE" } as const

const modulesOf = ({ divisions }: Reading, codes: ReadonlyArray<string>): ReadonlySet<string> =>
  new Set(codes.flatMap((code) => [...(divisions.get(code) ?? [])]))

const linesOf = (
  reading: Reading,
  structure: Structure,
  modules: ReadonlySet<string>,
): ReadonlyArray<ImportLine> => {
  const told = new Set<string>()
  const lines: Array<ImportLine> = []
  for (const taught of structure.taught) {
    const service = [taught.person, taught.subjectCode, taught.modalityCode].join("\t")
    if (told.has(service)) continue
    told.add(service)
    // Without a module there is still one teaching.
    for (const module of modules.size === 0 ? [""] : modules) {
      lines.push({ line: taught.line, values: valuesOf(reading, structure, { taught, module }) })
    }
  }
  return lines
}

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
    [columns.modality.label]: modalities[taught.modalityCode] ?? taught.modalityCode,
    [columns.trainingModuleCode.label]: module,
    [columns.trainingModule.label]: moduleLabel ?? "",
    [columns.structureKind.label]: structureWords[structure.kind],
    [columns.structure.label]: structure.code,
  }
}
