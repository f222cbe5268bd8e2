/** New ids that count. */
import { NewIds } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

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
