/**
 * What the in-memory ports share: streams of events, entries of lists and messages.
 * Everything kept has been through JSON, as in a database.
 */
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

/** The memory of one store; aggregates by `aggregateName`, messages by `messageName`, oldest first. */
export interface Store {
  readonly aggregates: Map<string, KeptAggregate & { readonly tenant: TenantId }>
  readonly messages: Map<string, OutboxEntry>
}

/** Gives an empty store. */
export const emptyStore = (): Store => ({ aggregates: new Map(), messages: new Map() })

/** Gives the name under which an aggregate is kept. */
export const aggregateName = (tenant: TenantId, kind: string, key: string): string =>
  JSON.stringify([tenant, kind, key])

/** Gives the name under which a message is kept. */
export const messageName = (tenant: TenantId, id: string): string => JSON.stringify([tenant, id])

/** Gives a value as it comes back from JSON. */
export const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))
