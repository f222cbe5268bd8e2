/** Settings in memory. */
import { Settings } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { throughJson } from "./store.ts"

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
