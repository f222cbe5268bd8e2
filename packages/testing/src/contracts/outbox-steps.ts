/** What the cases of the outbox do: write messages, lease and settle them, look at the list. */
import type { TenantId } from "@convoque/core/kernel/identity"
import type { Message } from "@convoque/core/kernel/message"
import {
  type AggregateId,
  Outbox,
  type OutboxEntry,
  type Outcome,
  Storage,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { minute, tenants } from "./case.ts"
import { commitOf, type Materials, messageAbout } from "./subject.ts"

const { own } = tenants

/** Gives the ids of entries, in their order. */
export const idsOf = (entries: ReadonlyArray<OutboxEntry>): ReadonlyArray<string> =>
  entries.map(({ message }) => message.id)

/** Gives all messages of a tenant by id, newest first. */
export const listed = (tenant: TenantId) =>
  Outbox.use((outbox) => outbox.list({ tenant, limit: 1000 })).pipe(Effect.map(idsOf))

/** Gives the fate of each message of the first tenant, by id. */
export const fates = Outbox.use((outbox) => outbox.list({ tenant: own, limit: 1000 })).pipe(
  Effect.map((entries) =>
    Object.fromEntries(entries.map(({ message, fate }) => [message.id, fate._tag])),
  ),
)

/** Leases from a minute until another one. */
export const lease = (from: number, until: number, limit = 100) =>
  Outbox.use((outbox) => outbox.lease({ now: minute(from), until: minute(until), limit }))

/** Settles an attempt of a message of the first tenant. */
export const settle = (id: string, attempt: number, fate: Outcome) =>
  Outbox.use((outbox) => outbox.settle({ tenant: own, id, attempt, fate }))

/** Commits messages alone: the state of their aggregate does not matter here. */
export const writeAll = (messages: ReadonlyArray<Message>, tenant = own) =>
  Storage.use((storage) => storage.commit(commitOf(tenant, { messages })))

/** Commits plain messages about the first aggregate. */
export const write = <State, Event>(
  m: Materials<State, Event>,
  ids: ReadonlyArray<string>,
  tenant = own,
) =>
  writeAll(
    ids.map((id) => messageAbout(m.id(0, tenant), id)),
    tenant,
  )

/** Gives a message of a thread about an aggregate. */
export const threaded = (id: AggregateId, messageId: string, thread = "letter"): Message => {
  const message = messageAbout(id, messageId)
  return { ...message, content: { ...message.content, thread } }
}

/** The server took it. */
export const sent = (at: number): Outcome => ({
  _tag: "sent",
  at: minute(at),
  answer: "250 2.0.0 Ok",
})

/** The server will never take it. */
export const refused = (at: number): Outcome => ({
  _tag: "refused",
  at: minute(at),
  answer: "550 no",
})

/** The last attempt was in vain. */
export const givenUp = (at: number): Outcome => ({
  _tag: "given-up",
  at: minute(at),
  answer: "421 é",
})

/** It came too late to be of use. */
export const dropped = (at: number): Outcome => ({
  _tag: "dropped",
  at: minute(at),
  reason: "appointment over",
})

/** An attempt was in vain; the next one is at `next`. */
export const deferred = (at: number, next: number): Outcome => ({
  _tag: "deferred",
  at: minute(at),
  nextAt: minute(next),
  answer: "421 later",
})
