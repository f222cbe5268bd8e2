/**
 * What the in-memory ports share: streams of events, entries of lists and messages.
 * Everything kept has been through JSON, as in a database.
 */
import type { Instant } from "@convoque/core/kernel/calendar"
import type { TenantId } from "@convoque/core/kernel/identity"
import type { KeyedEntry } from "@convoque/core/kernel/listing"
import type { OutboxEntry } from "@convoque/core/kernel/ports"

/** An event as it is kept, with the version of its form. */
export interface KeptEvent {
  readonly eventVersion: number
  readonly event: unknown
}

/** An aggregate as it is kept: its events, and for each view the entries of its last state. */
export interface KeptAggregate {
  readonly events: ReadonlyArray<KeptEvent>
  readonly entries: ReadonlyMap<string, ReadonlyArray<KeyedEntry<unknown>>>
}

/**
 * The memory of one store: aggregates by `aggregateName`, messages by `messageName`, oldest first,
 * until when a message was lent, and the names of the messages of each thread, oldest first.
 */
export interface Store {
  readonly aggregates: Map<string, KeptAggregate & { readonly tenant: TenantId }>
  readonly messages: Map<string, OutboxEntry>
  readonly leases: Map<string, Instant>
  readonly threads: Map<string, ReadonlyArray<string>>
}

/** Gives an empty store. */
export const emptyStore = (): Store => ({
  aggregates: new Map(),
  messages: new Map(),
  leases: new Map(),
  threads: new Map(),
})

/** Gives the name under which an aggregate is kept. */
export const aggregateName = (tenant: TenantId, kind: string, key: string): string =>
  JSON.stringify([tenant, kind, key])

/** Gives the name under which a message is kept. */
export const messageName = (tenant: TenantId, id: string): string => JSON.stringify([tenant, id])

/** Gives the names of the messages of the thread of one, itself among them; none without thread. */
export const threadNames = (store: Store, entry: OutboxEntry): ReadonlyArray<string> =>
  store.threads.get(threadName(entry) ?? "") ?? []

/** Puts a message in, the newest of its thread. */
export const addMessage = (store: Store, entry: OutboxEntry): void => {
  const name = messageName(entry.tenant, entry.message.id)
  store.messages.set(name, entry)
  const thread = threadName(entry)
  if (thread !== undefined) store.threads.set(thread, [...threadNames(store, entry), name])
}

/** Takes a message out. */
export const removeMessage = (store: Store, entry: OutboxEntry): void => {
  const name = messageName(entry.tenant, entry.message.id)
  store.messages.delete(name)
  store.leases.delete(name)
  const thread = threadName(entry)
  if (thread === undefined) return
  const left = threadNames(store, entry).filter((one) => one !== name)
  if (left.length === 0) store.threads.delete(thread)
  else store.threads.set(thread, left)
}

const threadName = ({ tenant, message }: OutboxEntry): string | undefined => {
  const { about, content } = message
  return content.thread === undefined
    ? undefined
    : JSON.stringify([tenant, about.kind, about.key, content.thread])
}

/** Gives a value as it comes back from JSON. */
export const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

/** Removes the entries of a map whose value is one to remove; gives their number. */
export const removeWhere = <Value>(
  map: Map<string, Value>,
  isRemoved: (value: Value) => boolean,
): number => {
  const names = [...map].filter(([, value]) => isRemoved(value)).map(([name]) => name)
  for (const name of names) map.delete(name)
  return names.length
}
