/**
 * Open sessions of people who signed in (session); kept outside the process, so that any server
 * answers, and one connection at a time for a school (UI-03) whichever server opens it.
 *
 * Every method that depends on time is given it: a store never reads a clock of its own. Servers
 * whose clocks differ therefore judge the end of a session by that much apart.
 */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Instant } from "../calendar.ts"
import type { Capacity, ManagerCode, PersonId, TenantId, Uai } from "../identity.ts"
import type { StorageUnavailable } from "./storage.ts"

/**
 * One session; it ends at `expiresAt` unless it is extended before. `school` and `managerCode` are
 * those in whose name the person acts; a session with a school holds the seat of that school in its
 * tenant.
 */
export interface Session {
  readonly id: string
  readonly tenant: TenantId
  readonly person: PersonId
  readonly capacities: ReadonlyArray<Capacity>
  readonly school?: Uai
  readonly managerCode?: ManagerCode
  readonly openedAt: Instant
  readonly expiresAt: Instant
}

/** The seat of a school while it is held: since when, and until when if nothing is done. */
export interface SchoolSession {
  readonly school: Uai
  readonly openedAt: Instant
  readonly expiresAt: Instant
}

/**
 * The seat of the school is held by another session, which ends at `expiresAt` if nothing is done.
 * It does not tell who holds it.
 * @requirement UI-03
 */
export interface SessionAlreadyOpen {
  readonly _tag: "session.already-open"
  readonly school: Uai
  readonly expiresAt: Instant
}

/** Keeps who is signed in, by session id. */
export class Sessions extends Context.Service<
  Sessions,
  {
    /**
     * Opens a session under a new id, at its `openedAt`. With a school it takes the seat: of sessions
     * opened at once one succeeds; a seat whose session has expired by then is taken over, and that
     * session is gone.
     */
    readonly open: (
      session: Session,
    ) => Effect.Effect<void, SessionAlreadyOpen | StorageUnavailable>
    /** Gives a session that has not expired at `now`, or nothing. */
    readonly find: (
      id: string,
      now: Instant,
    ) => Effect.Effect<Session | undefined, StorageUnavailable>
    /** Moves the end of a session to a later moment; an absent session stays absent. */
    readonly extend: (id: string, expiresAt: Instant) => Effect.Effect<void, StorageUnavailable>
    /** Ends a session at once; ending an absent one is no failure. */
    readonly close: (id: string) => Effect.Effect<void, StorageUnavailable>
    /** Gives the seats held at `now` in a tenant, in the order of their schools. */
    readonly schools: (
      tenant: TenantId,
      now: Instant,
    ) => Effect.Effect<ReadonlyArray<SchoolSession>, StorageUnavailable>
    /** Ends the session that holds the seat of a school; tells whether one held it at `now`. */
    readonly release: (
      seat: { readonly tenant: TenantId; readonly school: Uai },
      now: Instant,
    ) => Effect.Effect<boolean, StorageUnavailable>
    /** Erases sessions that expired before a moment; gives their number. */
    readonly purge: (before: Instant) => Effect.Effect<number, StorageUnavailable>
  }
>()("core/kernel/Sessions") {}
