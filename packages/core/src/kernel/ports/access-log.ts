/** Traces of who consulted what about whom (traces de consultation), regulations 9. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { Instant } from "../calendar.ts"
import { Actor, PersonId, TenantId } from "../identity.ts"
import type { StorageUnavailable } from "./storage.ts"

/**
 * One consultation: `what` was read, such as `interview-report`, of the aggregate `kind` and `key`,
 * about the person `concerns`.
 */
export const Consultation = Schema.Struct({
  tenant: TenantId,
  at: Instant,
  by: Actor,
  what: Schema.String,
  kind: Schema.String,
  key: Schema.String,
  concerns: PersonId,
}).annotate({ identifier: "Consultation" })
export type Consultation = typeof Consultation.Type

/** Keeps the traces of consultation for the time that the law sets. */
export class AccessLog extends Context.Service<
  AccessLog,
  {
    /** Adds a trace. */
    readonly record: (consultation: Consultation) => Effect.Effect<void, StorageUnavailable>
    /**
     * Gives the traces about a person, newest first, `limit` at most; of one instant the one
     * recorded last comes first.
     */
    readonly list: (query: {
      readonly tenant: TenantId
      readonly concerns: PersonId
      readonly limit: number
    }) => Effect.Effect<ReadonlyArray<Consultation>, StorageUnavailable>
    /** Erases the traces of all tenants left before a moment; gives their number. */
    readonly purge: (before: Instant) => Effect.Effect<number, StorageUnavailable>
  }
>()("core/kernel/AccessLog") {}
