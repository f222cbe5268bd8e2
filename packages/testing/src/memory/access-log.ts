/** Traces of consultation in memory. */
import { AccessLog, type Consultation } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { throughJson } from "./store.ts"

/** Keeps traces of consultation in memory. */
export const layerAccessLogMemory: Layer.Layer<AccessLog> = Layer.effect(
  AccessLog,
  Effect.sync(() => {
    let kept: Array<Consultation> = []
    return {
      record: (consultation) => Effect.sync(() => void kept.push(throughJson(consultation))),
      list: ({ tenant, concerns, limit }) =>
        Effect.sync(() =>
          kept
            .filter((trace) => trace.tenant === tenant && trace.concerns === concerns)
            .toReversed()
            .toSorted((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0))
            .slice(0, limit),
        ),
      purge: (before) =>
        Effect.sync(() => {
          const all = kept.length
          kept = kept.filter(({ at }) => at >= before)
          return all - kept.length
        }),
    }
  }),
)
