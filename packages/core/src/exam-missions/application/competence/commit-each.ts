/** One command for each of many aggregates, decided together and written in one commit. */
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { StaleConflict } from "../../../kernel/handle.ts"
import type { TenantId } from "../../../kernel/identity.ts"
import { decide, fold, type Machine, type Tagged } from "../../../kernel/machine.ts"
import {
  type AggregateId,
  type Change,
  Storage,
  type StorageUnavailable,
} from "../../../kernel/ports.ts"

/** The commands; `commandIn` gives none where there is nothing to ask in that state. */
export interface Each<S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged> {
  readonly tenant: TenantId
  readonly machine: Machine<S, C, E, R>
  readonly acts: ReadonlyArray<{
    readonly id: AggregateId<S, E>
    readonly commandIn: (state: S) => C | undefined
  }>
}

const attempts = 3

/**
 * Decides each command on the state of its aggregate and writes all that changes, or nothing when
 * one is refused; gives the changes. Starts again from the states when one of them moved meanwhile,
 * three times in all.
 */
export const commitEach = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  each: Each<S, C, E, R>,
  nth = 1,
): Effect.Effect<ReadonlyArray<Change<S, E>>, R | StaleConflict | StorageUnavailable, Storage> =>
  Effect.gen(function* () {
    const { tenant } = each
    const storage = yield* Storage
    const changes = yield* decideEach(each)
    if (changes.length === 0) return changes
    return yield* storage.commit({ tenant, changes, unchanged: [], erase: [], messages: [] }).pipe(
      Effect.as(changes),
      Effect.catchTag("StaleVersion", ({ expected }) =>
        nth < attempts
          ? commitEach(each, nth + 1)
          : Effect.fail<StaleConflict>({ _tag: "conflict.stale-version", current: expected }),
      ),
    )
  })

const decideEach = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>({
  machine,
  acts,
}: Each<S, C, E, R>): Effect.Effect<ReadonlyArray<Change<S, E>>, R | StorageUnavailable, Storage> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const loaded = yield* storage.load(acts.map(({ id }) => id))
    const changes: Array<Change<S, E>> = []
    for (const [index, { id, commandIn }] of acts.entries()) {
      const { state, version } = loaded[index] ?? { state: machine.initial, version: 0 }
      const command = commandIn(state)
      if (command === undefined) continue
      const decided = decide(machine, command, state)
      if (Result.isFailure(decided)) return yield* Effect.fail(decided.failure)
      const events = decided.success
      if (events.length === 0) continue
      changes.push({ id, expected: version, events, state: fold(machine, events, state) })
    }
    return changes
  })
