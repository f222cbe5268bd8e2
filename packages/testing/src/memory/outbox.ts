/** Outbox in memory (boîte d'envoi); a lease moves `nextAt` to its end and is kept beside. */
import type { Instant } from "@convoque/core/kernel/calendar"
import {
  type Fate,
  MessageNotResendable,
  Outbox,
  type OutboxEntry,
  superseded,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { messageName, removeMessage, type Store, threadNames } from "./store.ts"

/** Gives the outbox port on a store in memory. */
export const outboxIn = (store: Store): Outbox["Service"] =>
  Outbox.of({
    lease: (request) => Effect.sync(() => leasedFrom(store, request)),
    settle: (settlement) => Effect.sync(() => settleIn(store, settlement)),
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
    purge: (periods) =>
      Effect.sync(() => {
        const old = [...store.messages.values()].filter(({ fate }) => isOld(fate, periods))
        for (const entry of old) removeMessage(store, entry)
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

const isOld = (
  fate: Fate,
  { sentBefore, failedBefore }: Parameters<Outbox["Service"]["purge"]>[0],
): boolean => !isPending(fate) && fate.at < (fate._tag === "sent" ? sentBefore : failedBefore)

const leasedFrom = (
  store: Store,
  request: { readonly now: Instant; readonly until: Instant; readonly limit: number },
): ReadonlyArray<OutboxEntry> => {
  const { now, until, limit } = request
  const due: Array<OutboxEntry> = []
  for (const kept of store.messages.values()) {
    if (due.length === limit) break
    if (!isPending(kept.fate) || kept.fate.nextAt > now || mustWait(store, kept, now)) continue
    const fate = { ...kept.fate, nextAt: until }
    const lent = { ...kept, attempts: kept.attempts + 1, fate }
    keep(store, lent)
    store.leases.set(messageName(kept.tenant, kept.message.id), until)
    due.push(lent)
  }
  return due
}

// In a thread, one at a time and the oldest first; a superseded one may be on its way.
const mustWait = (store: Store, kept: OutboxEntry, now: Instant): boolean => {
  const own = messageName(kept.tenant, kept.message.id)
  const names = threadNames(store, kept)
  return names.some((name, place) => {
    if (name === own) return false
    const isOlder = place < names.indexOf(own)
    const fate = store.messages.get(name)?.fate
    const isLent = (store.leases.get(name) ?? now) > now
    return isLent || (isOlder && fate !== undefined && isPending(fate))
  })
}

const settleIn = (
  store: Store,
  { tenant, id, attempt, fate }: Parameters<Outbox["Service"]["settle"]>[0],
): boolean => {
  const name = messageName(tenant, id)
  const kept = store.messages.get(name)
  if (kept === undefined || kept.attempts !== attempt) return false
  const mayHaveLeft = fate._tag === "sent" && isSuperseded(kept.fate) && store.leases.has(name)
  store.leases.delete(name)
  if (!isPending(kept.fate) && !mayHaveLeft) return false
  keep(store, { ...kept, fate })
  return true
}

const isSuperseded = (fate: Fate): boolean => fate._tag === "dropped" && fate.reason === superseded

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
