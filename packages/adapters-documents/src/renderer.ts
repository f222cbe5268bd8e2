/** The `DocumentRenderer` port by PDF. */
import { DocumentRenderer, UnprintableDocument } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import { unprintableCharacters } from "./pdf/fonts/characters.ts"
import { renderPdf } from "./pdf/render.ts"

/** Gives the renderer of tagged PDF/A-1b files. */
export const layerPdf: Layer.Layer<DocumentRenderer> = Layer.succeed(DocumentRenderer, {
  render: (document) =>
    Result.match(renderPdf(document), {
      onSuccess: (bytes) => Effect.succeed({ bytes, mediaType: "application/pdf" }),
      onFailure: ({ characters }) => Effect.fail(new UnprintableDocument({ characters })),
    }),
  unprintable: unprintableCharacters,
})
