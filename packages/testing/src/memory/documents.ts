/** Kept files in memory. */
import { DocumentStorage, type RenderedFile } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

/** Keeps documents in memory; bytes are copied in and out. */
export const layerDocumentStorageMemory: Layer.Layer<DocumentStorage> = Layer.effect(
  DocumentStorage,
  Effect.sync(() => {
    const files = new Map<string, RenderedFile>()
    const nameOf = (tenant: string, key: string): string => JSON.stringify([tenant, key])
    return {
      put: (tenant, key, file) =>
        Effect.sync(() => void files.set(nameOf(tenant, key), copy(file))),
      get: (tenant, key) =>
        Effect.sync(() => {
          const file = files.get(nameOf(tenant, key))
          return file === undefined ? undefined : copy(file)
        }),
      remove: (tenant, key) => Effect.sync(() => void files.delete(nameOf(tenant, key))),
      removeUnder: (tenant, prefix) =>
        Effect.sync(() => {
          if (prefix === "") return 0
          // The name of a key, without what closes it, begins the names of all under it.
          const begun = nameOf(tenant, prefix).slice(0, -2)
          const under = [...files.keys()].filter((name) => name.startsWith(begun))
          for (const name of under) files.delete(name)
          return under.length
        }),
    }
  }),
)

const copy = (file: RenderedFile): RenderedFile => ({
  bytes: Uint8Array.from(file.bytes),
  mediaType: file.mediaType,
})
