/**
 * From a finished paper to the bytes of a file, through pdf-lib's context and writer.
 *
 * What no document changes (fonts, colour profile) is made once per process and shared.
 */
import type { DocumentContent } from "@convoque/core/kernel/document"
import { deflateSync } from "node:zlib"
import type { PDFRef } from "pdf-lib"
import { PDFContext } from "pdf-lib"
import { colourProfile } from "./colour.ts"
import { cutObjects, faceObjects } from "./fonts/objects.ts"
import { identifierText, informationText, metadataBytes, pdfString } from "./metadata.ts"
import type { Element, Paper } from "./paper.ts"
import { NUMBERS } from "./paper.ts"
import { elementText, parentTreeText, structureRootText } from "./structure.ts"
import { ReadyObject, refOf, ReadyWriter } from "./writer.ts"

/** A finished paper with the element that holds all others. */
export interface Finished {
  readonly paper: Paper
  readonly root: Element
}

/** Measured on a page of 5 KB: level 6 costs twice the time and saves 130 bytes. */
const DEFLATE = { level: 1 } as const

const CONSTANTS: ReadonlyArray<readonly [PDFRef, ReadyObject]> = [
  ReadyObject.stream(
    "/N 3/Alternate/DeviceRGB/Filter/FlateDecode",
    deflateSync(colourProfile(), { level: 9 }),
  ),
  ...faceObjects(0, NUMBERS.faces),
  ...faceObjects(1, NUMBERS.faces + 3),
].map((object, index) => [refOf(NUMBERS.colourProfile + index), object])

/** The file of a document. */
export const assemble = (document: DocumentContent, { paper, root }: Finished): Uint8Array => {
  const context = PDFContext.create()
  const put = (number: number, object: ReadyObject) => context.assign(refOf(number), object)
  const metadata = metadataBytes(document)
  put(NUMBERS.catalog, ReadyObject.text(catalogText(document.language)))
  put(NUMBERS.pages, ReadyObject.text(pagesText(paper)))
  put(NUMBERS.information, ReadyObject.text(informationText(document)))
  put(NUMBERS.metadata, ReadyObject.stream("/Type/Metadata/Subtype/XML", metadata))
  put(NUMBERS.structureRoot, ReadyObject.text(structureRootText(root, paper.sheets.length)))
  put(NUMBERS.parentTree, ReadyObject.text(parentTreeText(paper)))
  for (const [ref, object] of CONSTANTS) context.assign(ref, object)
  const contents = putPages(paper, put)
  for (const element of paper.elements) put(element.number, ReadyObject.text(elementText(element)))
  for (const { script, weight, number } of paper.cuts) {
    cutObjects(script, weight, number).forEach((object, index) => put(number + index, object))
  }
  context.trailerInfo.Root = refOf(NUMBERS.catalog)
  context.trailerInfo.Info = refOf(NUMBERS.information)
  context.trailerInfo.ID = ReadyObject.text(identifierText(metadata, contents))
  return ReadyWriter.of(context).toBytes()
}

type Put = (number: number, object: ReadyObject) => void

const putPages = (paper: Paper, put: Put): ReadonlyArray<Buffer> =>
  paper.sheets.map(({ index, number, content }) => {
    const bytes = Buffer.from(content, "latin1")
    put(
      number,
      ReadyObject.text(
        `<</Type/Page/Parent ${NUMBERS.pages} 0 R/Contents ${number + 1} 0 R` +
          `/StructParents ${index}/Tabs/S>>`,
      ),
    )
    put(number + 1, ReadyObject.stream("/Filter/FlateDecode", deflateSync(bytes, DEFLATE)))
    return bytes
  })

const catalogText = (language: string): string =>
  `<</Type/Catalog/Pages ${NUMBERS.pages} 0 R/Metadata ${NUMBERS.metadata} 0 R` +
  `/StructTreeRoot ${NUMBERS.structureRoot} 0 R/MarkInfo<</Marked true>>` +
  `/Lang ${pdfString(language)}/ViewerPreferences<</DisplayDocTitle true>>` +
  "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)" +
  `/Info(sRGB IEC61966-2.1)/DestOutputProfile ${NUMBERS.colourProfile} 0 R>>]>>`

const pagesText = (paper: Paper): string => {
  const kids = paper.sheets.map(({ number }) => `${number} 0 R`).join(" ")
  const cuts = paper.cuts.map(({ resource, number }) => `/F${resource} ${number} 0 R`).join("")
  return (
    `<</Type/Pages/Count ${paper.sheets.length}/Kids[${kids}]` +
    `/MediaBox[0 0 ${paper.format.width} ${paper.format.height}]` +
    `/Resources<</Font<</F1 ${NUMBERS.faces} 0 R/F2 ${NUMBERS.faces + 3} 0 R${cuts}>>>>>>`
  )
}
