/** Turning documents into bytes, and keeping bytes. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { DocumentContent } from "../document.ts"
import type { TenantId } from "../identity.ts"
import type { StorageUnavailable } from "./storage.ts"

/** A document holds characters for which the renderer has no shape. */
export class UnprintableDocument extends Schema.TaggedError<UnprintableDocument>()(
  "UnprintableDocument",
  { characters: Schema.Array(Schema.String) },
) {}

/** A file as it is handed over (UI-27). */
export interface RenderedFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** Turns the content of a document into bytes; the same content gives the same bytes. */
export class DocumentRenderer extends Context.Service<
  DocumentRenderer,
  {
    /** Gives the bytes; the same content always gives the same bytes. */
    readonly render: (document: DocumentContent) => Effect.Effect<RenderedFile, UnprintableDocument>
    /** Gives the characters that could not be printed, each once: asked before anything is written. */
    readonly unprintable: (document: DocumentContent) => ReadonlyArray<string>
  }
>()("core/kernel/DocumentRenderer") {}

/** Keeps the bytes of documents by tenant and key. */
export class DocumentStorage extends Context.Service<
  DocumentStorage,
  {
    /** Keeps a file under a key, replacing an earlier one. */
    readonly put: (
      tenant: TenantId,
      key: string,
      file: RenderedFile,
    ) => Effect.Effect<void, StorageUnavailable>
    /** Gives a file, or nothing. */
    readonly get: (
      tenant: TenantId,
      key: string,
    ) => Effect.Effect<RenderedFile | undefined, StorageUnavailable>
    /** Removes a file; removing an absent one is no failure. */
    readonly remove: (tenant: TenantId, key: string) => Effect.Effect<void, StorageUnavailable>
    /** Removes every file whose key begins with a text, not empty; gives their number. */
    readonly removeUnder: (
      tenant: TenantId,
      prefix: string,
    ) => Effect.Effect<number, StorageUnavailable>
  }
>()("core/kernel/DocumentStorage") {}
