/** The personnel file of an agent (dossier administratif), where finished reports go and stay. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Instant } from "../calendar.ts"
import type { DocumentContent } from "../document.ts"
import type { PersonId, TenantId } from "../identity.ts"
import type { RenderedFile } from "./documents.ts"
import type { StorageUnavailable } from "./storage.ts"

/** A file that belongs to a document, whole: where it was kept before, it may be removed. */
export interface FiledAttachment extends RenderedFile {
  readonly fileName: string
}

/**
 * A document handed to a personnel file with the files that belong to it; `key` is the same each
 * time the same one is handed, and names it among those of one person.
 */
export interface FiledDocument {
  readonly tenant: TenantId
  readonly person: PersonId
  readonly key: string
  readonly fileName: string
  readonly filedAt: Instant
  readonly content: DocumentContent
  readonly attachments: ReadonlyArray<FiledAttachment>
}

/**
 * Keeps finished documents by person. Nothing that happens afterwards to a campaign touches them:
 * the personnel file has its own rules of conservation.
 */
export class PersonnelFile extends Context.Service<
  PersonnelFile,
  {
    /** Files a document; the same key again replaces it, so that a repetition is harmless. */
    readonly file: (document: FiledDocument) => Effect.Effect<void, StorageUnavailable>
    /** Gives the documents of a person, oldest first; those of one instant follow their key. */
    readonly list: (
      tenant: TenantId,
      person: PersonId,
    ) => Effect.Effect<ReadonlyArray<FiledDocument>, StorageUnavailable>
  }
>()("core/kernel/PersonnelFile") {}
