/** Given these events, when this command, then those events: the examples of a machine. */
import { decide, fold, type Machine, type Tagged } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import { difference } from "../structural.ts"

/** What a command led to, to be compared with what was expected; each method throws on a difference. */
export interface Decided<S, E, R> {
  /** Expects these events, every field. */
  readonly then: (events: ReadonlyArray<E>) => void
  /** Expects this refusal, every field. */
  readonly refused: (refusal: R) => void
  /** Expects that there was nothing to do. */
  readonly nothing: () => void
  /** Gives the state after the command: the earlier one when it was refused. */
  readonly state: () => S
}

/** A machine in a state, waiting for a command. */
export interface Given<S, C, E, R> {
  readonly when: (command: C) => Decided<S, E, R>
}

/** Gives a machine to which events happened, oldest first. */
export const given = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  machine: Machine<S, C, E, R>,
  events: ReadonlyArray<NoInfer<E>>,
): Given<S, C, E, R> => givenState(machine, fold(machine, events))

/** Gives a machine in a state. */
export const givenState = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  machine: Machine<S, C, E, R>,
  state: NoInfer<S>,
): Given<S, C, E, R> => ({
  when: (command) => {
    const decided = decide(machine, command, state)
    const told = `${machine.name}: ${command._tag} in ${state._tag}`
    return {
      // oxlint-disable-next-line unicorn/no-thenable -- The word of given/when/then; nobody awaits it.
      then: (events) => compare(`${told}, events`, outcomeOf(decided), { events }),
      refused: (refusal) => compare(`${told}, refusal`, outcomeOf(decided), { refused: refusal }),
      nothing: () => compare(`${told}, nothing`, outcomeOf(decided), { events: [] }),
      state: () => (Result.isSuccess(decided) ? fold(machine, decided.success, state) : state),
    }
  },
})

const outcomeOf = <E, R>(decided: Result.Result<ReadonlyArray<E>, R>): unknown =>
  Result.isSuccess(decided) ? { events: decided.success } : { refused: decided.failure }

const compare = (about: string, actual: unknown, expected: unknown): void => {
  const found = difference(actual, expected)
  if (found === undefined) return
  throw new Error(
    `${about}: ${found}\ngot      ${JSON.stringify(actual, null, 2)}\nexpected ${JSON.stringify(expected, null, 2)}`,
  )
}
