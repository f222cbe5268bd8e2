/** Open sessions of people who signed in; kept outside the process, so that any server answers. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Instant } from "../calendar.ts"
import type { Capacity, ManagerCode, PersonId, TenantId, Uai } from "../identity.ts"
import type { StorageUnavailable } from "./storage.ts"

/**
 * One session; it ends at `expiresAt` unless it is extended before. `school` and `managerCode` are
 * those in whose name the person acts.
 */
export interface Session {
  readonly id: string
  readonly tenant: TenantId
  readonly person: PersonId
  readonly capacities: ReadonlyArray<Capacity>
  readonly school?: Uai
  readonly managerCode?: ManagerCode
  readonly expiresAt: Instant
}

/** Keeps who is signed in, by session id. */
export class Sessions extends Context.Service<
  Sessions,
  {
    /** Opens a session under a new id. */
    readonly open: (session: Session) => Effect.Effect<void, StorageUnavailable>
    /** Gives a session that has not expired at `now`, or nothing. */
    readonly find: (
      id: string,
      now: Instant,
    ) => Effect.Effect<Session | undefined, StorageUnavailable>
    /** Moves the end of a session. */
    readonly extend: (id: string, expiresAt: Instant) => Effect.Effect<void, StorageUnavailable>
    /** Ends a session at once; ending an absent one is no failure. */
    readonly close: (id: string) => Effect.Effect<void, StorageUnavailable>
    /** Erases sessions that expired before a moment; gives their number. */
    readonly purge: (before: Instant) => Effect.Effect<number, StorageUnavailable>
  }
>()("core/kernel/Sessions") {}
