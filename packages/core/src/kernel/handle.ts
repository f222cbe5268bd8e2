/**
 * The one runner of commands: load, complete the command, decide, commit, answer.
 *
 * It holds no rule. Nothing is written before the decision has succeeded, and all is written at
 * once. Facts of other aggregates are read again in the attempt that commits.
 */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { decide, fold, type Machine, type Tagged } from "./machine.ts"
import type { MessageContent } from "./message.ts"
import { type AggregateId, type Loaded, Storage, type StorageUnavailable } from "./ports.ts"

/** The version on which somebody decided is not the current one. */
export interface StaleConflict {
  readonly _tag: "conflict.stale-version"
  /** The version that the author of the command had seen; absent when the runner gave up. */
  readonly seen?: number
  readonly current: number
}

/** A command with all that deciding needs, and the aggregates its facts were read from. */
export interface Completed<Command> {
  readonly command: Command
  readonly unchanged?: ReadonlyArray<{ readonly id: AggregateId; readonly expected: number }>
}

/** What happened: the new state and version, the events, the messages that will leave. */
export interface Handled<State, Event> {
  readonly state: State
  readonly version: number
  readonly events: ReadonlyArray<Event>
  readonly messages: ReadonlyArray<MessageContent>
}

/**
 * What it takes to handle one command.
 *
 * - `seen`: the version that the author saw (`If-Match`). A different one is answered once the rights
 *   are known: a failure of `complete` wins over it, and so does a refusal of the machine whose tag
 *   begins with `actor.`, so that a stranger learns no version.
 *   Without it the runner starts again from `load` when it lost a race, three times in all;
 * - `complete`: refuses who may not act, reads the facts, makes the command; run again in each
 *   attempt;
 * - `react`: the messages that the events cause, checked before anything is written.
 */
export interface Handling<
  S extends Tagged,
  C extends Tagged,
  E extends Tagged,
  R extends Tagged,
  F,
  X,
> {
  readonly id: AggregateId<S, E>
  readonly machine: Machine<S, C, E, R>
  readonly seen?: number | undefined
  readonly complete: (loaded: Loaded<S>) => Effect.Effect<Completed<C>, F, X>
  readonly react: (
    happened: { readonly state: S; readonly events: ReadonlyArray<E> },
    command: C,
  ) => Effect.Effect<ReadonlyArray<MessageContent>, F, X>
}

/** Handles one command and gives what happened. */
export const handle = <
  S extends Tagged,
  C extends Tagged,
  E extends Tagged,
  R extends Tagged,
  F,
  X,
>(
  handling: Handling<S, C, E, R, F, X>,
): Effect.Effect<Handled<S, E>, R | F | StaleConflict | StorageUnavailable, Storage | X> =>
  attempt(handling, 1)

const attempts = 3

const attempt = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged, F, X>(
  handling: Handling<S, C, E, R, F, X>,
  nth: number,
): Effect.Effect<Handled<S, E>, R | F | StaleConflict | StorageUnavailable, Storage | X> =>
  Effect.gen(function* () {
    const { id, machine, seen } = handling
    const storage = yield* Storage
    const [loaded] = yield* storage.load([id])
    const isStale = seen !== undefined && seen !== loaded.version
    const { command, unchanged = [] } = yield* handling.complete(loaded)
    const decided = decide(machine, command, loaded.state)
    const isBarred = Result.isFailure(decided) && isAboutAuthor(decided.failure)
    if (isStale && !isBarred) return yield* Effect.fail(staleConflict(loaded.version, seen))
    if (Result.isFailure(decided)) return yield* Effect.fail(decided.failure)
    const events = decided.success
    const state = fold(machine, events, loaded.state)
    const version = loaded.version + events.length
    const contents = yield* handling.react({ state, events }, command)
    const handled = { state, version, events, messages: contents }
    if (events.length === 0) return handled
    const messages = contents.map((content, index) => ({
      id: messageId(id, version, index),
      about: { kind: id.type.kind, key: id.key },
      content,
    }))
    return yield* storage
      .commit({
        tenant: id.tenant,
        changes: [{ id, expected: loaded.version, events, state }],
        unchanged,
        erase: [],
        messages,
      })
      .pipe(
        Effect.as(handled),
        Effect.catchTag("StaleVersion", () => again(handling, nth)),
      )
  })

const again = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged, F, X>(
  handling: Handling<S, C, E, R, F, X>,
  nth: number,
): Effect.Effect<Handled<S, E>, R | F | StaleConflict | StorageUnavailable, Storage | X> =>
  Effect.gen(function* () {
    if (nth < attempts) return yield* attempt(handling, nth + 1)
    const storage = yield* Storage
    const [{ version }] = yield* storage.load([handling.id])
    return yield* Effect.fail(staleConflict(version, handling.seen))
  })

const isAboutAuthor = ({ _tag }: Tagged): boolean => _tag.startsWith("actor.")

const staleConflict = (current: number, seen?: number): StaleConflict => ({
  _tag: "conflict.stale-version",
  ...(seen === undefined ? {} : { seen }),
  current,
})

// One act, one message: the version after the act makes the id unique without a random source.
const messageId = (id: AggregateId, version: number, index: number): string =>
  `${id.type.kind}/${id.key}/${version}/${index}`
