/** Storage in memory: keeps events and folds them, as the SQL adapter does. */
import { type Instant, instantFromMillis } from "@convoque/core/kernel/calendar"
import type { KeyedEntry } from "@convoque/core/kernel/listing"
import {
  type AggregateId,
  type Change,
  type Commit,
  type Fate,
  type Loaded,
  type LoadedAll,
  type OutboxEntry,
  StaleVersion,
  Storage,
  superseded,
} from "@convoque/core/kernel/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import {
  addMessage,
  aggregateName,
  messageName,
  removeMessage,
  type Store,
  threadNames,
  throughJson,
} from "./store.ts"

/** Gives the storage port on a store in memory. */
export const storageIn = (store: Store): Storage["Service"] =>
  Storage.of({
    load: <const Ids extends ReadonlyArray<AggregateId>>(ids: Ids) =>
      Effect.sync(() => ids.map((id) => loadedFrom(store, id)) as LoadedAll<Ids>),
    commit: (commit) =>
      Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        const stale = staleIn(store, commit)
        if (stale !== undefined) return yield* stale
        write(store, commit, now)
      }),
  })

const nameOf = (id: AggregateId): string => aggregateName(id.tenant, id.type.kind, id.key)

const loadedFrom = (store: Store, id: AggregateId): Loaded<unknown> => {
  const events = store.aggregates.get(nameOf(id))?.events ?? []
  return {
    state: events.reduce<unknown>(
      (state, kept) => id.type.evolve(state, upgraded(id, kept.event, kept.eventVersion)),
      id.type.initial,
    ),
    version: events.length,
  }
}

const upgraded = (id: AggregateId, event: unknown, version: number): unknown =>
  version === id.type.eventVersion ? throughJson(event) : id.type.upgrade(event, version)

const staleIn = (store: Store, commit: Commit): StaleVersion | undefined => {
  const stale = [...commit.changes, ...commit.unchanged].find(
    ({ id, expected }) => (store.aggregates.get(nameOf(id))?.events.length ?? 0) !== expected,
  )
  return stale === undefined
    ? undefined
    : new StaleVersion({
        kind: stale.id.type.kind,
        key: stale.id.key,
        expected: stale.expected,
      })
}

const write = (store: Store, commit: Commit, now: number): void => {
  for (const id of commit.erase) erase(store, id)
  for (const change of commit.changes) apply(store, change)
  deposit(store, commit, instantFromMillis(now))
}

// Messages of one commit do not replace each other: the earlier ones are replaced first.
const deposit = (store: Store, { tenant, messages }: Commit, writtenAt: Instant): void => {
  const fresh = new Map<string, OutboxEntry>()
  for (const message of messages) {
    const name = messageName(tenant, message.id)
    if (store.messages.has(name) || fresh.has(name)) continue
    const fate: Fate = { _tag: "waiting", nextAt: writtenAt }
    fresh.set(name, { tenant, message: throughJson(message), writtenAt, attempts: 0, fate })
  }
  for (const entry of fresh.values()) replaceEarlier(store, entry)
  for (const entry of fresh.values()) addMessage(store, entry)
}

const replaceEarlier = (store: Store, entry: OutboxEntry): void => {
  for (const name of threadNames(store, entry)) {
    const earlier = store.messages.get(name)
    if (earlier === undefined || isSettledForGood(earlier.fate)) continue
    const fate: Fate = { _tag: "dropped", at: entry.writtenAt, reason: superseded }
    store.messages.set(name, { ...earlier, fate })
  }
}

const isSettledForGood = (fate: Fate): boolean => fate._tag === "sent" || fate._tag === "dropped"

const apply = (store: Store, { id, events, state }: Change): void => {
  const kept = store.aggregates.get(nameOf(id))?.events ?? []
  const fresh = events.map((event) => ({
    eventVersion: id.type.eventVersion,
    event: throughJson(event),
  }))
  if (kept.length + fresh.length === 0) return
  store.aggregates.set(nameOf(id), {
    tenant: id.tenant,
    events: [...kept, ...fresh],
    entries: new Map(
      id.type.views.map((view): [string, ReadonlyArray<KeyedEntry<unknown>>] => [
        view.name,
        view.entries(state, id.key).map((entry) => ({ ...throughJson(entry), key: id.key })),
      ]),
    ),
  })
}

const erase = (store: Store, id: AggregateId): void => {
  store.aggregates.delete(nameOf(id))
  for (const entry of store.messages.values()) {
    const { kind, key } = entry.message.about
    const isAbout = kind === id.type.kind && key === id.key
    if (entry.tenant === id.tenant && isAbout) removeMessage(store, entry)
  }
}
