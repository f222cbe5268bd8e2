/** Helpers of the tests: a small document, and its bytes. */
import type { Block, DocumentContent } from "@convoque/core/kernel/document"
import * as Result from "effect/Result"
import { renderPdf } from "../src/index.ts"

type TableBlock = Extract<Block, { readonly _tag: "table" }>

/** A bare document with some blocks. */
export const letter = (
  blocks: ReadonlyArray<Block>,
  others: Partial<DocumentContent> = {},
): DocumentContent => ({
  title: "Titre",
  language: "fr-FR",
  author: "Auteur",
  letterhead: ["Académie"],
  blocks,
  edition: "Édité le 1er décembre 2026",
  pageLabel: "Page {page} sur {pages}",
  ...others,
})

/** The bytes of a document that must be printable. */
export const bytesOf = (document: DocumentContent): Uint8Array =>
  Result.getOrThrow(renderPdf(document))

/** A table of so many rows. */
export const tableOf = (rows: number, text = "valeur"): TableBlock => ({
  _tag: "table",
  caption: "Liste",
  columns: [
    { label: "Rang", width: 1 },
    { label: "Libellé", width: 3 },
    { label: "Montant", width: 1, align: "end" },
  ],
  rowHeaders: 1,
  rows: Array.from({ length: rows }, (_, index) => [
    `n° ${index}`,
    `${text} ${index}`,
    `${index},50`,
  ]),
})
