/**
 * A document's content in, a PDF file out.
 */
import type { DocumentContent } from "@convoque/core/kernel/document"
import * as Result from "effect/Result"
import { assemble } from "./assemble.ts"
import { unprintableCharacters } from "./fonts/characters.ts"
import { layOut } from "./layout/letter.ts"

/** The document holds characters that no font of the renderer has; nothing was written. */
export interface UnprintableCharacters {
  readonly _tag: "unprintable-characters"
  readonly characters: ReadonlyArray<string>
}

/**
 * The PDF file of a document: A4, tagged (PDF/UA-1) and PDF/A-1b.
 *
 * The same document gives the same bytes. Fails when a character cannot be printed, naming each
 * such character once.
 */
export const renderPdf = (
  document: DocumentContent,
): Result.Result<Uint8Array, UnprintableCharacters> => {
  const characters = unprintableCharacters(document)
  return characters.length > 0
    ? Result.fail({ _tag: "unprintable-characters", characters })
    : Result.succeed(assemble(document, layOut(document)))
}
