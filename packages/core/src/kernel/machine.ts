/**
 * A state machine as two pieces of data that check each other: the table of decisions, which runs,
 * and the list of transitions, which is the catalogue's table and is printed.
 *
 * The compiler refuses a command without decisions and a transition between unknown states; the
 * tests walk the machine and compare what they saw with the list, both ways.
 */
import * as Result from "effect/Result"

/** Anything told apart by its `_tag`. */
export interface Tagged {
  readonly _tag: string
}

/** The tags of a tagged union. */
export type TagOf<T extends Tagged> = T["_tag"]

/** The members of a tagged union that bear a tag. */
export type WithTag<T extends Tagged, Tag extends TagOf<T>> = Extract<T, { readonly _tag: Tag }>

/** What one command does in one state; an empty list means that there is nothing to do. */
export type Decision<S, C, E, R> = (command: C, state: S) => Result.Result<ReadonlyArray<E>, R>

/** Command, then state, then the decision; an absent state is an illegal transition. */
export type DecisionTable<S extends Tagged, C extends Tagged, E, R> = {
  readonly [Command in TagOf<C>]: {
    readonly [State in TagOf<S>]?: Decision<WithTag<S, State>, WithTag<C, Command>, E, R>
  }
}

/** One row of the catalogue's table: what happens, or which refusal answers. */
export type Transition<S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged> = {
  readonly from: ReadonlyArray<TagOf<S>>
  readonly command: TagOf<C>
  readonly when: string
  readonly requirements: ReadonlyArray<string>
} & (
  | { readonly to: TagOf<S> | "unchanged"; readonly emits: ReadonlyArray<TagOf<E>> }
  | { readonly refused: TagOf<R> }
)

/** A machine: where it starts, how it decides, how events change its state, what it declares. */
export interface Machine<S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged> {
  readonly name: string
  readonly initial: S
  readonly decisions: DecisionTable<S, C, E, R>
  readonly transitions: ReadonlyArray<Transition<S, C, E, R>>
  /** The refusal of a pair that the table does not hold. */
  readonly illegal: (command: C, state: S) => R
  readonly evolve: (state: S, event: E) => S
}

/**
 * Gives the events that a command causes in a state, or the refusal.
 * Synchronous and total: reads no clock, no view, no setting.
 */
export const decide = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  machine: Machine<S, C, E, R>,
  command: C,
  state: S,
): Result.Result<ReadonlyArray<E>, R> => {
  // The table is indexed by the very tags of both values, which the compiler cannot follow.
  const row = machine.decisions[command._tag as TagOf<C>] as {
    readonly [tag: string]: Decision<S, C, E, R> | undefined
  }
  const decision = row[state._tag]
  return decision === undefined
    ? Result.fail(machine.illegal(command, state))
    : decision(command, state)
}

/** Gives the state after some events, oldest first. */
export const fold = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  machine: Machine<S, C, E, R>,
  events: ReadonlyArray<E>,
  state: S = machine.initial,
): S => events.reduce(machine.evolve, state)
