/**
 * Messages that wait to leave, and what became of each (boîte d'envoi).
 *
 * `Storage.commit` puts them in; workers lease them, send, and settle their fate.
 */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Instant } from "../calendar.ts"
import { TenantId } from "../identity.ts"
import { type Mailbox, Message } from "../message.ts"
import type { StorageUnavailable } from "./storage.ts"

/**
 * What became of a message.
 *
 * - `waiting`: not tried yet;
 * - `sent`: the server took it, with its answer;
 * - `deferred`: tried in vain, next attempt at `nextAt`;
 * - `refused`: the server will never take it (a wrong address);
 * - `given-up`: too many attempts;
 * - `dropped`: too late to be of use, or replaced by a later message of its thread before it left
 *   (reason `superseded`).
 */
export const Fate = Schema.TaggedUnion({
  waiting: { nextAt: Instant },
  sent: { at: Instant, answer: Schema.String },
  deferred: { at: Instant, nextAt: Instant, answer: Schema.String },
  refused: { at: Instant, answer: Schema.String },
  "given-up": { at: Instant, answer: Schema.String },
  dropped: { at: Instant, reason: Schema.String },
})
export type Fate = typeof Fate.Type

/** The reason of a message dropped because a later one of its thread was written. */
export const superseded = "superseded"

/** The fates after an attempt. */
export type Outcome = Exclude<Fate, { readonly _tag: "waiting" }>

/**
 * One message of the outbox with its fate and the number of attempts made. `writtenAt` is the
 * instant of its commit by the clock of the store.
 */
export const OutboxEntry = Schema.Struct({
  tenant: TenantId,
  message: Message,
  writtenAt: Instant,
  attempts: Schema.Int,
  fate: Fate,
}).annotate({ identifier: "OutboxEntry" })
export type OutboxEntry = typeof OutboxEntry.Type

/** No such message, or it is in a fate from which it cannot be sent again. */
export class MessageNotResendable extends Schema.TaggedError<MessageNotResendable>()(
  "MessageNotResendable",
  { id: Schema.String, fate: Schema.NullOr(Schema.String) },
) {}

/** Lends waiting messages to workers and keeps the fate of each. */
export class Outbox extends Context.Service<
  Outbox,
  {
    /**
     * Takes due messages (waiting or deferred, `nextAt` not after `now`) of all tenants, oldest
     * first, and counts the attempt. Moves `nextAt` to `until`, which keeps other workers away; a
     * message not settled by then is due again.
     *
     * Of a thread about one aggregate only the oldest message that may leave is taken, and none
     * while another one is leased, even one superseded since: the order of a thread holds.
     */
    readonly lease: (request: {
      readonly now: Instant
      readonly until: Instant
      readonly limit: number
    }) => Effect.Effect<ReadonlyArray<OutboxEntry>, StorageUnavailable>
    /**
     * Writes the outcome of an attempt, even after its lease. Ignored, which is told by `false`,
     * when a later attempt has been leased since, when the message is settled for good or unknown.
     *
     * A message superseded while it was leased may have left: `sent` is then written; any other
     * outcome is ignored and only ends the lease.
     */
    readonly settle: (settlement: {
      readonly tenant: TenantId
      readonly id: string
      readonly attempt: number
      readonly fate: Outcome
    }) => Effect.Effect<boolean, StorageUnavailable>
    /** Gives messages of a tenant, newest first, optionally of one fate or about one aggregate. */
    readonly list: (query: {
      readonly tenant: TenantId
      readonly fate?: Fate["_tag"]
      readonly about?: { readonly kind: string; readonly key: string }
      readonly limit: number
    }) => Effect.Effect<ReadonlyArray<OutboxEntry>, StorageUnavailable>
    /** Counts the messages of a tenant by fate. */
    readonly counts: (
      tenant: TenantId,
    ) => Effect.Effect<Readonly<Record<Fate["_tag"], number>>, StorageUnavailable>
    /**
     * Sends a message once more, under the same id, to a corrected address: it waits again, due
     * at `now`, with `attempts` back to 0. Only a `refused` or `given-up` message can be; one
     * replaced in its thread is `dropped`.
     */
    readonly resend: (request: {
      readonly tenant: TenantId
      readonly id: string
      readonly to: Mailbox
      readonly now: Instant
    }) => Effect.Effect<void, MessageNotResendable | StorageUnavailable>
    /**
     * Erases messages of all tenants and gives their number: those sent before `sentBefore`, and
     * those refused, given up or dropped before `failedBefore`, the earlier of the two moments as
     * a rule. Messages that may still leave stay.
     */
    readonly purge: (periods: {
      readonly sentBefore: Instant
      readonly failedBefore: Instant
    }) => Effect.Effect<number, StorageUnavailable>
  }
>()("core/kernel/Outbox") {}
