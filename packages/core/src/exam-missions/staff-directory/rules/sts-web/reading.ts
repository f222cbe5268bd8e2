/** What is held of an export of STS-WEB while it is read, and how much of it at most. */
import type { SchoolYear } from "../../../../kernel/calendar.ts"
import type { Uai } from "../../../../kernel/identity.ts"
import type { XmlPart } from "../../../../kernel/ports.ts"
import { addRemark, type GatheredRemarks } from "../../model/remarks.ts"

/** The school and the school year that the caller says the file is of. */
export interface StsWebFile {
  readonly school: Uai
  readonly year: SchoolYear
}

/** An element that opens. */
export type OpenPart = Extract<XmlPart, { readonly _tag: "open" }>

/** A place in the file, from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A line of the file where somebody teaches: who, in which service. */
export interface Taught {
  readonly line: number
  readonly person: string
  readonly subjectCode: string
  readonly modalityCode: string
}

/** A division or a group, as far as it is read; `depth` is that of its element. */
export interface Structure extends Place {
  readonly kind: "division" | "group"
  readonly code: string
  readonly depth: number
  readonly modules: Set<string>
  readonly divisions: Set<string>
  readonly taught: Array<Taught>
}

/**
 * What is held of a file while it is read. `named` counts the teachers of services, `tried` the
 * teachings they make; `told` keeps the teachings given already.
 */
export interface Reading {
  readonly file: StsWebFile
  readonly remarks: GatheredRemarks
  readonly path: Array<string>
  place: Place
  isSchoolTold: boolean
  isYearTold: boolean
  hasData: boolean
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
  named: number
  tried: number
  readonly told: Set<string>
}

/**
 * How much a file may say: training modules and divisions of one structure, teachers named and
 * teachings of the file. A large lycée has some ten thousand teachings.
 */
export const most = { modules: 200, divisions: 200, teachings: 100_000 } as const

/** Gives what is held of a file before it is read. */
export const startOf = (file: StsWebFile, remarks: GatheredRemarks): Reading => ({
  file,
  remarks,
  path: [],
  place: { line: 1, column: 1 },
  isSchoolTold: false,
  isYearTold: false,
  hasData: false,
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
  named: 0,
  tried: 0,
  told: new Set(),
})

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
