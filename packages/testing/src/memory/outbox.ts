/** Outbox in memory (boîte d'envoi); a lease moves `nextAt` to its end. */
import type { Instant } from "@convoque/core/kernel/calendar"
import {
  type Fate,
  MessageNotResendable,
  Outbox,
  type OutboxEntry,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { messageName, type Store } from "./store.ts"

/** Gives the outbox port on a store in memory. */
export const outboxIn = (store: Store): Outbox["Service"] =>
  Outbox.of({
    lease: (request) => Effect.sync(() => leasedFrom(store, request)),
    settle: ({ tenant, id, attempt, fate }) =>
      Effect.sync(() => {
        const kept = store.messages.get(messageName(tenant, id))
        if (kept === undefined || kept.attempts !== attempt || !isPending(kept.fate)) return false
        keep(store, { ...kept, fate })
        return true
      }),
    list: ({ tenant, fate, about, limit }) =>
      Effect.sync(() =>
        [...store.messages.values()]
          .filter((kept) => kept.tenant === tenant)
          .filter((kept) => fate === undefined || kept.fate._tag === fate)
          .filter(
            ({ message }) =>
              about === undefined ||
              (message.about.kind === about.kind && message.about.key === about.key),
          )
          .toReversed()
          .slice(0, limit),
      ),
    counts: (tenant) =>
      Effect.sync(() => {
        const counts = { ...noMessages }
        for (const kept of store.messages.values()) {
          if (kept.tenant === tenant) counts[kept.fate._tag] += 1
        }
        return counts
      }),
    resend: (request) => Effect.suspend(() => resent(store, request)),
    purge: (before) =>
      Effect.sync(() => {
        const old = [...store.messages].filter(([, { fate }]) => isOver(fate) && fate.at < before)
        for (const [name] of old) store.messages.delete(name)
        return old.length
      }),
  })

const noMessages: Record<Fate["_tag"], number> = {
  waiting: 0,
  sent: 0,
  deferred: 0,
  refused: 0,
  "given-up": 0,
  dropped: 0,
}

type Pending = Extract<Fate, { readonly nextAt: Instant }>

const isPending = (fate: Fate): fate is Pending =>
  fate._tag === "waiting" || fate._tag === "deferred"

const isOver = (fate: Fate): fate is Extract<Fate, { readonly _tag: "sent" | "dropped" }> =>
  fate._tag === "sent" || fate._tag === "dropped"

const leasedFrom = (
  store: Store,
  request: { readonly now: Instant; readonly until: Instant; readonly limit: number },
): ReadonlyArray<OutboxEntry> => {
  const { now, until, limit } = request
  const due = [...store.messages.values()]
    .flatMap((kept) =>
      isPending(kept.fate) && kept.fate.nextAt <= now
        ? [{ ...kept, attempts: kept.attempts + 1, fate: { ...kept.fate, nextAt: until } }]
        : [],
    )
    .slice(0, limit)
  for (const kept of due) keep(store, kept)
  return due
}

const resent = (
  store: Store,
  request: Parameters<Outbox["Service"]["resend"]>[0],
): Effect.Effect<void, MessageNotResendable> => {
  const { tenant, id, to, now } = request
  const kept = store.messages.get(messageName(tenant, id))
  const fate = kept?.fate._tag ?? null
  if (kept === undefined || (fate !== "refused" && fate !== "given-up")) {
    return Effect.fail(new MessageNotResendable({ id, fate }))
  }
  const { message } = kept
  keep(store, {
    ...kept,
    message: { ...message, content: { ...message.content, to } },
    attempts: 0,
    fate: { _tag: "waiting", nextAt: now },
  })
  return Effect.void
}

// Setting a key that a map already holds keeps its place, so messages stay oldest first.
const keep = (store: Store, kept: OutboxEntry): void => {
  store.messages.set(messageName(kept.tenant, kept.message.id), kept)
}
