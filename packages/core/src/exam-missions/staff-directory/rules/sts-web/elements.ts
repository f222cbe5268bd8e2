/** What each element of an export of STS-WEB says, and what is kept of it while the file is read. */
import type { XmlPart } from "../../../../kernel/ports.ts"
import { withoutNumens } from "../../../../kernel/identity.ts"
import type { StsWebRefusal } from "../../refusals.ts"
import { attribute, fits, malformed, missing } from "./attributes.ts"
import type { OpenPart, Reading } from "./reading.ts"
import { inStructure, structureOpened } from "./services.ts"

/** Takes what an element says as it opens; gives why the file is not taken, if so. */
export const opened = (reading: Reading, part: OpenPart): StsWebRefusal | undefined => {
  if (reading.path.length === 1) return rootRefusal(part)
  if (reading.structure !== undefined) return inStructure(reading, reading.structure, part)
  switch (reading.path.slice(1).join("/")) {
    case "PARAMETRES/UAJ":
      return schoolRead(reading, part)
    case "PARAMETRES/ANNEE_SCOLAIRE":
      return yearRead(reading, part)
    // Lines are given as structures are read: what they need must stand before them.
    case "NOMENCLATURES":
      return reading.hasData ? malformed(part, "out-of-order", part.name) : undefined
    case "NOMENCLATURES/MATIERES/MATIERE":
      return entryOpened(reading, part, reading.subjects)
    case "NOMENCLATURES/MEFS/MEF":
      return entryOpened(reading, part, reading.modules)
    case "DONNEES":
      reading.hasData = true
      return parametersRefusal(reading, part)
    case "DONNEES/INDIVIDUS":
      return reading.hasStructure ? malformed(part, "out-of-order", part.name) : undefined
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
export const textRead = (
  { entry, path, subjects }: Reading,
  part: Extract<XmlPart, { readonly _tag: "text" }>,
): StsWebRefusal | undefined => {
  if (entry === undefined || path.length !== 5) return undefined
  const { text } = part
  const isSubject = entry.labels === subjects
  const rank = (isSubject ? subjectLabels : moduleLabels).indexOf(path[4] ?? "")
  if (rank < 0 || rank >= entry.rank) return undefined
  if (!(isSubject ? fits.subject : fits.trainingModule)(text)) {
    return malformed(part, "wrong-value", `${path.slice(3).join("/")} = ${text}`)
  }
  entry.rank = rank
  entry.labels.set(entry.code, text)
  return undefined
}

const subjectLabels = ["LIBELLE_COURT", "LIBELLE_LONG", "LIBELLE_EDITION"]
const moduleLabels = ["LIBELLE_LONG", "LIBELLE_EDITION", "LIBELLE_COURT", "FORMATION"]

const rootRefusal = (part: OpenPart): StsWebRefusal | undefined => {
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
    : { _tag: "sts-web.other-school", line, column, asked, found: shown(found) }
}

const yearRead = (reading: Reading, part: OpenPart): StsWebRefusal | undefined => {
  const { line, column } = part
  const found = attribute(part, "ANNEE")
  if (found === "") return missing(part, "ANNEE")
  reading.isYearTold = true
  const asked = reading.file.year
  return found === asked.slice(0, 4)
    ? undefined
    : { _tag: "sts-web.other-year", line, column, asked, found: shown(found) }
}

const shown = (text: string): string => withoutNumens(text).slice(0, 100)

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
