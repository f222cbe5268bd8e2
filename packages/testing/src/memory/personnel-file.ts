/** Personnel files in memory (dossiers administratifs). */
import { type FiledDocument, PersonnelFile } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { throughJson } from "./store.ts"

/** Keeps the documents of personnel files in memory. */
export const layerPersonnelFileMemory: Layer.Layer<PersonnelFile> = Layer.effect(
  PersonnelFile,
  Effect.sync(() => {
    const documents = new Map<string, FiledDocument>()
    return {
      file: (document) =>
        Effect.sync(() => {
          const { tenant, person, key } = document
          documents.set(JSON.stringify([tenant, person, key]), copyOf(document))
        }),
      list: (tenant, person) =>
        Effect.sync(() =>
          [...documents.values()]
            .filter((one) => one.tenant === tenant && one.person === person)
            .toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1)),
        ),
    }
  }),
)

const copyOf = ({ attachments, ...document }: FiledDocument): FiledDocument => ({
  ...throughJson(document),
  attachments: attachments.map((one) => ({ ...one, bytes: one.bytes.slice() })),
})

const placeOf = ({ filedAt, key }: FiledDocument): string => `${filedAt} ${key}`
