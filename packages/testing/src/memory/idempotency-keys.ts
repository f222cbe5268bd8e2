/** Idempotency keys in memory. */
import type { Instant } from "@convoque/core/kernel/calendar"
import {
  type IdempotencyKey,
  IdempotencyKeys,
  type IdempotencyState,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { removeWhere } from "./store.ts"

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
