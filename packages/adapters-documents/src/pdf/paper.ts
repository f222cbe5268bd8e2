/**
 * A document being written: its pages, its structure elements, the fonts that it uses.
 *
 * Object numbers are given in order of creation, after those of the constants (`NUMBERS`).
 */
import type { Weight } from "./fonts/tables.ts"
import type { Format } from "./layout/geometry.ts"

/** Object numbers that every document has. */
export const NUMBERS = {
  catalog: 1,
  pages: 2,
  information: 3,
  metadata: 4,
  structureRoot: 5,
  parentTree: 6,
  colourProfile: 7,
  faces: 8,
  firstFree: 14,
} as const

/** A page under construction; `owners` holds the element number of each marked content (MCID). */
export interface Sheet {
  readonly index: number
  readonly number: number
  content: string
  readonly owners: Array<number>
}

/** A structure element under construction; `page` is 0 until it has content of its own. */
export interface Element {
  readonly number: number
  readonly tag: string
  readonly parent: number
  readonly attributes: string
  page: number
  kids: string
}

/** A script cut that the document embeds, under the resource name `F<resource>`. */
export interface CutUse {
  readonly script: number
  readonly weight: Weight
  readonly number: number
  readonly resource: number
}

/** The document under construction. */
export interface Paper {
  readonly format: Format
  nextNumber: number
  readonly sheets: Array<Sheet>
  readonly elements: Array<Element>
  readonly cuts: Array<CutUse>
}

/** Objects of one embedded script cut: font, descendant, descriptor, program, set, Unicode map. */
export const OBJECTS_PER_CUT = 6

/** An empty document on sheets of one format. */
export const makePaper = (format: Format): Paper => ({
  format,
  nextNumber: NUMBERS.firstFree,
  sheets: [],
  elements: [],
  cuts: [],
})

/** Adds a page; its content stream has the number after the page's own. */
export const addSheet = (paper: Paper): Sheet => {
  const sheet: Sheet = {
    index: paper.sheets.length,
    number: paper.nextNumber,
    content: "",
    owners: [],
  }
  paper.nextNumber += 2
  paper.sheets.push(sheet)
  return sheet
}

/** Adds a structure element under a parent, or under the root when there is none. */
export const addElement = (
  paper: Paper,
  tag: string,
  { parent, attributes = "" }: { readonly parent?: Element; readonly attributes?: string },
): Element => {
  const number = paper.nextNumber++
  const element: Element = {
    number,
    tag,
    parent: parent === undefined ? NUMBERS.structureRoot : parent.number,
    attributes,
    page: 0,
    kids: "",
  }
  if (parent !== undefined) parent.kids += `${number} 0 R `
  paper.elements.push(element)
  return element
}

/** The use of a script cut, added at its first character. */
export const useCut = (paper: Paper, script: number, weight: Weight): CutUse => {
  const known = paper.cuts.find((cut) => cut.script === script && cut.weight === weight)
  if (known !== undefined) return known
  const cut = { script, weight, number: paper.nextNumber, resource: paper.cuts.length + 3 }
  paper.nextNumber += OBJECTS_PER_CUT
  paper.cuts.push(cut)
  return cut
}
