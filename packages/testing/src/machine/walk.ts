/** Random walks of a machine: from its initial state, one command after another. */
import { decide, fold, type Machine, type Tagged } from "@convoque/core/kernel/machine"
import * as Result from "effect/Result"
import type * as Schema from "effect/Schema"
import * as fc from "fast-check"

/**
 * A machine and how to walk it.
 *
 * - `commands`: commands worth trying in a state, accepted and refused ones alike;
 * - `event`: the schema of its events;
 * - `walks` (300), `steps` of each (30), `seed` (fixed, so that a walk says the same each time).
 */
export interface Walk<S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged> {
  readonly machine: Machine<S, C, E, R>
  readonly commands: (state: S) => fc.Arbitrary<C>
  readonly event: Schema.Codec<E, unknown>
  readonly walks?: number
  readonly steps?: number
  readonly seed?: number
}

/** One step of a walk: a command in a state, after the events that led there. */
export interface Step<S, C, E, R> {
  readonly past: ReadonlyArray<E>
  readonly state: S
  readonly command: C
  readonly decided: Result.Result<ReadonlyArray<E>, R>
}

/** What a machine must keep to on its walks; throws when it does not. */
export type Law = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  walk: Walk<S, C, E, R>,
) => void

/** Walks a machine and visits each step; stops and throws when a visit throws. */
export const walkMachine = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  walk: Walk<S, C, E, R>,
  visit: (step: Step<S, C, E, R>) => void,
): void => {
  const { machine, commands, walks = 300, steps = 30, seed = 1 } = walk
  const oneWalk = fc.property(fc.gen(), (draw) => {
    let past: ReadonlyArray<E> = []
    for (let step = 0; step < steps; step++) {
      const state = fold(machine, past)
      // A new builder each time: `fc.gen` compares the arguments of a known one with all it has seen.
      const command = draw(() => commands(state))
      const decided = decide(machine, command, state)
      visit({ past, state, command, decided })
      if (Result.isSuccess(decided)) past = [...past, ...decided.success]
    }
  })
  const details = fc.check(oneWalk, { seed, numRuns: walks, endOnFailure: true })
  if (!details.failed) return
  const cause = details.errorInstance
  const told = cause instanceof Error ? cause.message : String(cause)
  throw new Error(`${told}\nwalk: ${fc.stringify(details.counterexample)}`, { cause })
}
