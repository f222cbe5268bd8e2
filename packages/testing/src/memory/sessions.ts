/** Open sessions in memory. */
import { type Session, Sessions } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { removeWhere, throughJson } from "./store.ts"

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
