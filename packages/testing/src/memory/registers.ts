/** Small ports in memory: documents, settings, sessions, idempotency keys, new ids. */
import type { Instant } from "@convoque/core/kernel/calendar"
import {
  DocumentStorage,
  type IdempotencyKey,
  IdempotencyKeys,
  type IdempotencyState,
  NewIds,
  type RenderedFile,
  type Session,
  Sessions,
  Settings,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { throughJson } from "./store.ts"

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

/** Keeps settings in memory. */
export const layerSettingsMemory: Layer.Layer<Settings> = Layer.effect(
  Settings,
  Effect.sync(() => {
    const values = new Map<string, unknown>()
    const nameOf = (tenant: string, name: string): string => JSON.stringify([tenant, name])
    return {
      get: (tenant, name) => Effect.sync(() => values.get(nameOf(tenant, name))),
      put: (tenant, name, value) =>
        Effect.sync(() => void values.set(nameOf(tenant, name), throughJson(value))),
    }
  }),
)

/** Keeps sessions in memory. */
export const layerSessionsMemory: Layer.Layer<Sessions> = Layer.effect(
  Sessions,
  Effect.sync(() => {
    const sessions = new Map<string, Session>()
    return {
      open: (session) => Effect.sync(() => void sessions.set(session.id, throughJson(session))),
      find: (id, now) =>
        Effect.sync(() => {
          const session = sessions.get(id)
          return session !== undefined && session.expiresAt > now ? session : undefined
        }),
      extend: (id, expiresAt) =>
        Effect.sync(() => {
          const session = sessions.get(id)
          if (session !== undefined) sessions.set(id, { ...session, expiresAt })
        }),
      close: (id) => Effect.sync(() => void sessions.delete(id)),
      purge: (before) =>
        Effect.sync(() => removeWhere(sessions, (session) => session.expiresAt < before)),
    }
  }),
)

interface KeptKey {
  readonly fingerprint: string
  readonly takenAt: Instant
  readonly until: Instant
  readonly answer?: string
}

/** Keeps idempotency keys in memory. */
export const layerIdempotencyKeysMemory: Layer.Layer<IdempotencyKeys> = Layer.effect(
  IdempotencyKeys,
  Effect.sync(() => {
    const keys = new Map<string, KeptKey>()
    return {
      begin: (key, { now, until }) =>
        Effect.sync(() => {
          const state = stateOf(keys.get(nameOfKey(key)), key, now)
          if (state._tag === "new") {
            keys.set(nameOfKey(key), { fingerprint: key.fingerprint, takenAt: now, until })
          }
          return state
        }),
      complete: (key, answer) =>
        Effect.sync(() => {
          const kept = keys.get(nameOfKey(key))
          if (kept?.fingerprint === key.fingerprint) keys.set(nameOfKey(key), { ...kept, answer })
        }),
      abandon: (key) =>
        Effect.sync(() => {
          const kept = keys.get(nameOfKey(key))
          if (kept?.fingerprint === key.fingerprint && kept.answer === undefined) {
            keys.delete(nameOfKey(key))
          }
        }),
      purge: (before) => Effect.sync(() => removeWhere(keys, (kept) => kept.takenAt < before)),
    }
  }),
)

const nameOfKey = ({ tenant, owner, key }: IdempotencyKey): string =>
  JSON.stringify([tenant, owner, key])

const stateOf = (
  kept: KeptKey | undefined,
  key: IdempotencyKey,
  now: Instant,
): IdempotencyState => {
  if (kept === undefined) return { _tag: "new" }
  if (kept.answer === undefined && kept.until <= now) return { _tag: "new" }
  if (kept.fingerprint !== key.fingerprint) return { _tag: "other-request" }
  return kept.answer === undefined
    ? { _tag: "in-progress" }
    : { _tag: "answered", answer: kept.answer }
}

/**
 * Gives ids that count: `id-1`, `id-2`...; each building of the layer begins again at 1.
 */
export const layerNewIdsCounter = (prefix = "id"): Layer.Layer<NewIds> =>
  Layer.effect(
    NewIds,
    Effect.sync(() => {
      let count = 0
      return { next: Effect.sync(() => `${prefix}-${(count += 1)}`) }
    }),
  )

const removeWhere = <Value>(
  map: Map<string, Value>,
  isRemoved: (value: Value) => boolean,
): number => {
  const names = [...map].filter(([, value]) => isRemoved(value)).map(([name]) => name)
  for (const name of names) map.delete(name)
  return names.length
}
