/** Open sessions in memory. */
import type { Instant } from "@convoque/core/kernel/calendar"
import type { TenantId, Uai } from "@convoque/core/kernel/identity"
import { type Session, type SessionAlreadyOpen, Sessions } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { removeWhere, throughJson } from "./store.ts"

/** Keeps sessions in memory. */
export const layerSessionsMemory: Layer.Layer<Sessions> = Layer.effect(
  Sessions,
  Effect.sync(() => {
    const sessions = new Map<string, Session>()
    return {
      open: (session) => Effect.suspend(() => opened(sessions, throughJson(session))),
      find: (id, now) =>
        Effect.sync(() => {
          const session = sessions.get(id)
          return session !== undefined && session.expiresAt > now ? session : undefined
        }),
      extend: (id, expiresAt) =>
        Effect.sync(() => {
          const session = sessions.get(id)
          if (session !== undefined && session.expiresAt < expiresAt) {
            sessions.set(id, { ...session, expiresAt })
          }
        }),
      close: (id) => Effect.sync(() => void sessions.delete(id)),
      schools: (tenant, now) =>
        Effect.sync(() =>
          [...sessions.values()]
            .filter((one) => one.tenant === tenant && one.expiresAt > now)
            .flatMap(({ school, openedAt, expiresAt }) =>
              school === undefined ? [] : [{ school, openedAt, expiresAt }],
            )
            .toSorted((a, b) => (a.school < b.school ? -1 : 1)),
        ),
      release: (seat, now) =>
        Effect.sync(() => removeWhere(sessions, (one) => holds(one, seat, now)) > 0),
      purge: (before) =>
        Effect.sync(() => removeWhere(sessions, (session) => session.expiresAt < before)),
    }
  }),
)

interface Seat {
  readonly tenant: TenantId
  readonly school: Uai
}

const holds = (session: Session, { tenant, school }: Seat, now: Instant): boolean =>
  session.tenant === tenant && session.school === school && session.expiresAt > now

const opened = (
  sessions: Map<string, Session>,
  session: Session,
): Effect.Effect<void, SessionAlreadyOpen> => {
  const { tenant, school, openedAt } = session
  if (school !== undefined) {
    const others = [...sessions.values()].filter(
      (one) => one.tenant === tenant && one.school === school,
    )
    const holder = others.find(({ expiresAt }) => expiresAt > openedAt)
    if (holder !== undefined) {
      return Effect.fail({ _tag: "session.already-open", school, expiresAt: holder.expiresAt })
    }
    for (const { id } of others) sessions.delete(id)
  }
  sessions.set(session.id, session)
  return Effect.void
}
