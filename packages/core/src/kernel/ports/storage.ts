/**
 * Where aggregates are kept: an event store, or a team's own tables.
 *
 * The port is made for strangers: it names states, events and versions, and no table. An
 * implementation that keeps events folds them with `type.evolve`; one that keeps rows stores the
 * state and only counts the events: a state holds its own acts.
 */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { TenantId } from "../identity.ts"
import type { View } from "../listing.ts"
import type { Message } from "../message.ts"

/**
 * What a store needs to know of a kind of aggregate.
 *
 * - `kind`: its name in storage;
 * - `eventVersion`: the version written now; `upgrade` reads an older event;
 * - `views`: the lists that a state feeds, kept up to date in the same commit.
 */
export interface AggregateType<State, Event> {
  readonly kind: string
  readonly initial: State
  readonly eventVersion: number
  readonly views: ReadonlyArray<View<State, unknown>>
  // Methods, so that a type of one aggregate is also an `AggregateType<unknown, unknown>`.
  evolve(state: State, event: Event): State
  upgrade(event: unknown, version: number): Event
}

/** The name of one aggregate; `key` is natural when uniqueness matters. */
export interface AggregateId<State = unknown, Event = unknown> {
  readonly tenant: TenantId
  readonly type: AggregateType<State, Event>
  readonly key: string
}

/** A state and its version; version 0 means that the aggregate does not exist. */
export interface Loaded<State> {
  readonly state: State
  readonly version: number
}

/** The state of the aggregate that an id names. */
export type StateOf<Id> = Id extends AggregateId<infer State, infer _Event> ? State : never

/** What loading some ids gives, in their order. */
export type LoadedAll<Ids extends ReadonlyArray<AggregateId>> = {
  readonly [Index in keyof Ids]: Loaded<StateOf<Ids[Index]>>
}

/** What happened to one aggregate: the events since `expected`, and the state they lead to. */
export interface Change<State = unknown, Event = unknown> {
  readonly id: AggregateId<State, Event>
  readonly expected: number
  readonly events: ReadonlyArray<Event>
  readonly state: State
}

/**
 * Tells whether a change is one of a kind, so that a store with tables of its own for that kind
 * knows its state.
 */
export const isChangeOf = <State, Event>(
  type: AggregateType<State, Event>,
  change: Change,
): change is Change<State, Event> => change.id.type.kind === type.kind

/**
 * All that one decision writes, or nothing of it.
 *
 * - `tenant`: that of all the ids; a store may take another one for a defect;
 * - `changes`: with the version each was decided on; 0 means that it must not exist yet;
 * - `unchanged`: aggregates that were read to decide and must still be at that version; 0 means
 *   that it must stay absent. What changes may be named too, at the same version, and a fact may
 *   be named several times;
 * - `erase`: aggregates that disappear with their events, views and messages; an unknown one is no
 *   failure. Afterwards they can begin again at version 0;
 * - `messages`: go to the outbox of `tenant`, in their order. One whose id is there already is
 *   ignored, the first stays. Those about an aggregate of `erase` are written after the erasure
 *   and stay (a farewell); only earlier ones go. One of a thread drops, as `superseded`, the
 *   earlier ones of its thread about the same aggregate that have not left; one that was ignored
 *   drops none.
 *
 * A commit has no instant: a store dates the messages by its clock (`Clock` of Effect). What a
 * commit does that erases an aggregate and also names it in `changes` or `unchanged` is not
 * specified, and the contract suites do not try it: use two commits.
 */
export interface Commit {
  readonly tenant: TenantId
  readonly changes: ReadonlyArray<Change>
  readonly unchanged: ReadonlyArray<{ readonly id: AggregateId; readonly expected: number }>
  readonly erase: ReadonlyArray<AggregateId>
  readonly messages: ReadonlyArray<Message>
}

/** An aggregate is not at the version on which the decision stood; nothing was written. */
export class StaleVersion extends Schema.TaggedError<StaleVersion>()("StaleVersion", {
  kind: Schema.String,
  key: Schema.String,
  expected: Schema.Int,
}) {}

/**
 * The store could not answer. `safeToRetry` tells that nothing was written; without it the
 * outcome is unknown (the connection broke during the commit).
 */
export class StorageUnavailable extends Schema.TaggedError<StorageUnavailable>()(
  "StorageUnavailable",
  { reason: Schema.String, safeToRetry: Schema.Boolean },
) {}

/** Loads aggregates and commits what was decided, all or nothing. */
export class Storage extends Context.Service<
  Storage,
  {
    /** Gives states and versions in the order asked; an unknown aggregate is its initial state. */
    readonly load: <const Ids extends ReadonlyArray<AggregateId>>(
      ids: Ids,
    ) => Effect.Effect<LoadedAll<Ids>, StorageUnavailable>
    /**
     * Writes all of it or nothing. The version after a change is `expected + events.length`. Of
     * several commits at once on one version exactly one wins, and the others are stale.
     */
    readonly commit: (commit: Commit) => Effect.Effect<void, StaleVersion | StorageUnavailable>
  }
>()("core/kernel/Storage") {}
