/** What each element of an export of STS-WEB says, and what is kept of it while the file is read. */
import type { SchoolYear } from "../../../../kernel/calendar.ts"
import type { Uai } from "../../../../kernel/identity.ts"
import type { XmlPart } from "../../../../kernel/ports.ts"
import { addRemark, type GatheredRemarks } from "../../model/remarks.ts"
import type { StsWebRefusal } from "../../refusals.ts"

/** The school and the school year that the caller says the file is of. */
export interface StsWebFile {
  readonly school: Uai
  readonly year: SchoolYear
}

/** An element that opens. */
export type OpenPart = Extract<XmlPart, { readonly _tag: "open" }>

/** A line of the file where somebody teaches: who, in which service. */
export interface Taught {
  readonly line: number
  readonly person: string
  readonly subjectCode: string
  readonly modalityCode: string
}

/** A division or a group, as far as it is read; `depth` is that of its element. */
export interface Structure {
  readonly kind: "division" | "group"
  readonly code: string
  readonly line: number
  readonly depth: number
  readonly modules: Set<string>
  readonly divisions: Set<string>
  readonly taught: Array<Taught>
}

/** What is held of a file while it is read. */
export interface Reading {
  readonly file: StsWebFile
  readonly remarks: GatheredRemarks
  readonly path: Array<string>
  place: { readonly line: number; readonly column: number }
  isSchoolTold: boolean
  isYearTold: boolean
  hasStructure: boolean
  readonly subjects: Map<string, string>
  readonly modules: Map<string, string>
  entry: { readonly labels: Map<string, string>; readonly code: string; rank: number } | undefined
  readonly individuals: Map<string, string>
  readonly divisions: Map<string, ReadonlySet<string>>
  readonly remarked: Set<string>
  structure: Structure | undefined
  service: { readonly subjectCode: string; readonly modalityCode: string } | undefined
  readonly held: Array<Structure>
}

/** Gives what is held of a file before it is read. */
export const startOf = (file: StsWebFile, remarks: GatheredRemarks): Reading => ({
  file,
  remarks,
  path: [],
  place: { line: 1, column: 1 },
  isSchoolTold: false,
  isYearTold: false,
  hasStructure: false,
  subjects: new Map(),
  modules: new Map(),
  entry: undefined,
  individuals: new Map(),
  divisions: new Map(),
  remarked: new Set(),
  structure: undefined,
  service: undefined,
  held: [],
})

/** Takes what an element says as it opens; gives why the file is not taken, if so. */
export const opened = (reading: Reading, part: OpenPart): StsWebRefusal | undefined => {
  if (reading.path.length === 1) return rootRefusal(reading, part)
  if (reading.structure !== undefined) return inStructure(reading, reading.structure, part)
  switch (reading.path.slice(1).join("/")) {
    case "PARAMETRES/UAJ":
      return schoolRead(reading, part)
    case "PARAMETRES/ANNEE_SCOLAIRE":
      return yearRead(reading, part)
    case "NOMENCLATURES/MATIERES/MATIERE":
      return entryOpened(reading, part, reading.subjects)
    case "NOMENCLATURES/MEFS/MEF":
      return entryOpened(reading, part, reading.modules)
    case "DONNEES":
      return parametersRefusal(reading, part)
    case "DONNEES/INDIVIDUS/INDIVIDU":
      reading.individuals.set(attribute(part, "ID"), attribute(part, "TYPE"))
      return undefined
    case "DONNEES/STRUCTURE":
      reading.hasStructure = true
      return undefined
    case "DONNEES/STRUCTURE/DIVISIONS/DIVISION":
      return structureOpened(reading, part, "division")
    case "DONNEES/STRUCTURE/GROUPES/GROUPE":
      return structureOpened(reading, part, "group")
    default:
      return undefined
  }
}

/**
 * Takes a text: the label of the entry at hand of a nomenclature, the best of those it has. Lists of
 * teachings print the short label of subjects and the long one of training modules.
 */
export const textRead = ({ entry, path, subjects }: Reading, text: string): void => {
  if (entry === undefined || path.length !== 5) return
  const ranks = entry.labels === subjects ? subjectLabels : moduleLabels
  const rank = ranks.indexOf(path[4] ?? "")
  if (rank < 0 || rank >= entry.rank) return
  entry.rank = rank
  entry.labels.set(entry.code, text)
}

/** Gives an attribute without the spaces around it; an absent one is empty. */
export const attribute = ({ attributes }: OpenPart, name: string): string =>
  (attributes[name] ?? "").trim()

/** Tells something that deserves a look, once for each value. */
export const remarkOnce = (
  { remarks, remarked }: Pick<Reading, "remarks" | "remarked">,
  remark: GatheredRemarks["first"][number],
): void => {
  const once = `${remark.code} ${remark.value}`
  if (remarked.has(once)) return
  remarked.add(once)
  addRemark(remarks, remark)
}

const subjectLabels = ["LIBELLE_COURT", "LIBELLE_LONG", "LIBELLE_EDITION"]
const moduleLabels = ["LIBELLE_LONG", "LIBELLE_EDITION", "LIBELLE_COURT", "FORMATION"]

const malformed = (
  { line, column }: OpenPart,
  reason: Extract<StsWebRefusal, { readonly _tag: "sts-web.malformed" }>["reason"],
  found: string,
): StsWebRefusal => ({
  _tag: "sts-web.malformed",
  line,
  column,
  reason,
  found: found.slice(0, 100),
})

const missing = (part: OpenPart, name: string): StsWebRefusal =>
  malformed(part, "missing-attribute", `${part.name}@${name}`)

const rootRefusal = (_: Reading, part: OpenPart): StsWebRefusal | undefined => {
  if (part.name === "STS_EDT") return undefined
  return malformed(part, part.name === "EDT_STS" ? "upward-file" : "wrong-root", part.name)
}

const schoolRead = (reading: Reading, part: OpenPart): StsWebRefusal | undefined => {
  const { line, column } = part
  const found = attribute(part, "CODE")
  if (found === "") return missing(part, "CODE")
  reading.isSchoolTold = true
  const asked = reading.file.school
  return found.toUpperCase() === asked
    ? undefined
    : { _tag: "sts-web.other-school", line, column, asked, found: found.slice(0, 100) }
}

const yearRead = (reading: Reading, part: OpenPart): StsWebRefusal | undefined => {
  const { line, column } = part
  const found = attribute(part, "ANNEE")
  if (found === "") return missing(part, "ANNEE")
  reading.isYearTold = true
  const asked = reading.file.year
  return found === asked.slice(0, 4)
    ? undefined
    : { _tag: "sts-web.other-year", line, column, asked, found: found.slice(0, 100) }
}

const parametersRefusal = (reading: Reading, part: OpenPart): StsWebRefusal | undefined => {
  if (!reading.isSchoolTold) return malformed(part, "no-school", "")
  return reading.isYearTold ? undefined : malformed(part, "no-year", "")
}

const entryOpened = (
  reading: Reading,
  part: OpenPart,
  labels: Map<string, string>,
): StsWebRefusal | undefined => {
  const code = attribute(part, "CODE")
  if (code === "") return missing(part, "CODE")
  reading.entry = { labels, code, rank: Number.POSITIVE_INFINITY }
  return undefined
}

const structureOpened = (
  reading: Reading,
  part: OpenPart,
  kind: Structure["kind"],
): StsWebRefusal | undefined => {
  const code = attribute(part, "CODE")
  if (code === "") return missing(part, "CODE")
  reading.structure = {
    kind,
    code,
    line: part.line,
    depth: reading.path.length,
    modules: new Set(),
    divisions: new Set(),
    taught: [],
  }
  return undefined
}

const inStructure = (
  reading: Reading,
  structure: Structure,
  part: OpenPart,
): StsWebRefusal | undefined => {
  switch (reading.path.slice(structure.depth).join("/")) {
    case "MEFS_APPARTENANCE/MEF_APPARTENANCE":
    case "MEFS_APPARTENANCE/MEF":
      return codeRead(part, structure.modules)
    case "DIVISIONS_APPARTENANCE/DIVISION_APPARTENANCE":
      return codeRead(part, structure.divisions)
    case "SERVICES/SERVICE":
      return serviceOpened(reading, part)
    case "SERVICES/SERVICE/ENSEIGNANTS/ENSEIGNANT":
      return teacherRead(reading, structure, part)
    default:
      return undefined
  }
}

const codeRead = (part: OpenPart, into: Set<string>): StsWebRefusal | undefined => {
  const code = attribute(part, "CODE")
  if (code === "") return missing(part, "CODE")
  into.add(code)
  return undefined
}

const serviceOpened = (reading: Reading, part: OpenPart): StsWebRefusal | undefined => {
  const subjectCode = attribute(part, "CODE_MATIERE")
  if (subjectCode === "") return missing(part, "CODE_MATIERE")
  reading.service = { subjectCode, modalityCode: attribute(part, "CODE_MOD_COURS") }
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
  if (type === "local") remarkOnce(reading, { ...remark, code: "local-teacher" })
  else if (reading.service !== undefined) {
    if (told === undefined) remarkOnce(reading, { ...remark, code: "teacher-not-listed" })
    structure.taught.push({ line: part.line, person: `epp-${id}`, ...reading.service })
  }
  return undefined
}
