/** What the divisions and groups of an export of STS-WEB say: their modules, services and teachers. */
import type { StsWebRefusal } from "../../refusals.ts"
import { attribute, fits, malformed, missing, wrong } from "./attributes.ts"
import { most, type OpenPart, type Reading, remarkOnce, type Structure } from "./reading.ts"

/** Begins a division or a group. */
export const structureOpened = (
  reading: Reading,
  part: OpenPart,
  kind: Structure["kind"],
): StsWebRefusal | undefined => {
  const code = attribute(part, "CODE")
  if (code === "") return missing(part, "CODE")
  if (!fits.structure(code)) return wrong(part, "CODE")
  reading.structure = {
    kind,
    code,
    line: part.line,
    column: part.column,
    depth: reading.path.length,
    modules: new Set(),
    divisions: new Set(),
    taught: [],
  }
  return undefined
}

/** Takes what an element within a division or a group says as it opens. */
export const inStructure = (
  reading: Reading,
  structure: Structure,
  part: OpenPart,
): StsWebRefusal | undefined => {
  switch (reading.path.slice(structure.depth).join("/")) {
    case "MEFS_APPARTENANCE/MEF_APPARTENANCE":
    case "MEFS_APPARTENANCE/MEF":
      return fits.trainingModuleCode(attribute(part, "CODE") || "-")
        ? codeRead(part, structure.modules, most.modules)
        : wrong(part, "CODE")
    case "DIVISIONS_APPARTENANCE/DIVISION_APPARTENANCE":
      return codeRead(part, structure.divisions, most.divisions)
    case "SERVICES/SERVICE":
      return serviceOpened(reading, part)
    case "SERVICES/SERVICE/ENSEIGNANTS/ENSEIGNANT":
      return teacherRead(reading, structure, part)
    default:
      return undefined
  }
}

const codeRead = (part: OpenPart, into: Set<string>, bound: number): StsWebRefusal | undefined => {
  const code = attribute(part, "CODE")
  if (code === "") return missing(part, "CODE")
  into.add(code)
  return into.size > bound ? malformed(part, "too-large", part.name) : undefined
}

const serviceOpened = (reading: Reading, part: OpenPart): StsWebRefusal | undefined => {
  const subjectCode = attribute(part, "CODE_MATIERE")
  const modalityCode = attribute(part, "CODE_MOD_COURS")
  if (subjectCode === "") return missing(part, "CODE_MATIERE")
  if (!fits.subjectCode(subjectCode)) return wrong(part, "CODE_MATIERE")
  if (modalityCode !== "" && !fits.modality(modalityCode)) return wrong(part, "CODE_MOD_COURS")
  reading.service = { subjectCode, modalityCode }
  return undefined
}

const teacherRead = (
  reading: Reading,
  structure: Structure,
  part: OpenPart,
): StsWebRefusal | undefined => {
  const id = attribute(part, "ID")
  if (id === "") return missing(part, "ID")
  const told = reading.individuals.get(id)
  const type = attribute(part, "TYPE") || (told ?? "")
  const remark = { line: part.line, column: part.name, value: id }
  if (type === "local") {
    remarkOnce(reading, { ...remark, code: "local-teacher" })
    return undefined
  }
  if (reading.service === undefined) return undefined
  const person = `epp-${id}`
  if (!fits.person(person)) return wrong(part, "ID")
  reading.named += 1
  if (reading.named > most.teachings) return malformed(part, "too-large", part.name)
  if (told === undefined) remarkOnce(reading, { ...remark, code: "teacher-not-listed" })
  structure.taught.push({ line: part.line, person, ...reading.service })
  return undefined
}
