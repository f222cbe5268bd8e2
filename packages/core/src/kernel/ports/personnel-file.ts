/** The personnel file of an agent (dossier administratif), where finished reports go and stay. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Instant } from "../calendar.ts"
import type { DocumentContent } from "../document.ts"
import type { PersonId, TenantId } from "../identity.ts"
import type { StorageUnavailable } from "./storage.ts"

/**
 * A document handed to a personnel file; `key` is the same each time the same one is handed, and
 * names it among those of one person.
 */
export interface FiledDocument {
  readonly tenant: TenantId
  readonly person: PersonId
  readonly key: string
  readonly fileName: string
  readonly filedAt: Instant
  readonly content: DocumentContent
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
