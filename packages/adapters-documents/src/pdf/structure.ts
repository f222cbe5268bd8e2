/**
 * The structure tree of a tagged document as ready PDF text: elements, root and parent tree.
 */
import type { Element, Paper } from "./paper.ts"
import { NUMBERS } from "./paper.ts"

/** A structure element's dictionary. */
export const elementText = ({ tag, parent, attributes, page, kids }: Element): string => {
  const place = page === 0 ? "" : `/Pg ${page} 0 R`
  return `<</S/${tag}/P ${parent} 0 R${place}${attributes}/K[${kids}]>>`
}

/** The structure tree's root, whose one child is the document element. */
export const structureRootText = (document: Element, pages: number): string =>
  `<</Type/StructTreeRoot/K[${document.number} 0 R]` +
  `/ParentTree ${NUMBERS.parentTree} 0 R/ParentTreeNextKey ${pages}>>`

/** The parent tree: the element of each marked content, page by page. */
export const parentTreeText = (paper: Paper): string => {
  let numbers = ""
  for (const sheet of paper.sheets) {
    numbers += `${sheet.index}[`
    for (const owner of sheet.owners) numbers += `${owner} 0 R `
    numbers += "]\n"
  }
  return `<</Nums[${numbers}]>>`
}
