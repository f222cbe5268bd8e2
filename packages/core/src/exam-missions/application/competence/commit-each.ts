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
import type { Unchanged } from "../act.ts"

/**
 * The commands; `commandIn` gives none where there is nothing to ask in that state. `unchanged` are
 * aggregates on which all of them stand.
 */
export interface Each<S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged> {
  readonly tenant: TenantId
  readonly machine: Machine<S, C, E, R>
  readonly acts: ReadonlyArray<{
    readonly id: AggregateId<S, E>
    readonly commandIn: (state: S) => C | undefined
  }>
  readonly unchanged?: ReadonlyArray<Unchanged>
}

const attempts = 3

/**
 * Decides each command on the state of its aggregate and writes all that changes, or nothing when
 * one is refused; gives the changes. Starts again from the states when one of them moved meanwhile,
 * three times in all; gives up at once when one of `unchanged` did.
 */
export const commitEach = <S extends Tagged, C extends Tagged, E extends Tagged, R extends Tagged>(
  each: Each<S, C, E, R>,
  nth = 1,
): Effect.Effect<ReadonlyArray<Change<S, E>>, R | StaleConflict | StorageUnavailable, Storage> =>
  Effect.gen(function* () {
    const { tenant, unchanged = [] } = each
    const storage = yield* Storage
    const changes = yield* decideEach(each)
    if (changes.length === 0) return changes
    return yield* storage.commit({ tenant, changes, unchanged, erase: [], messages: [] }).pipe(
      Effect.as(changes),
      Effect.catchTag("StaleVersion", (stale) => {
        const isStale = ({ id }: { readonly id: AggregateId }): boolean =>
          id.type.kind === stale.kind && id.key === stale.key
        const moved = unchanged.find(isStale)
        if (moved === undefined && nth < attempts) return commitEach(each, nth + 1)
        return conflictOn((moved ?? changes.find(isStale))?.id, stale.expected)
      }),
    )
  })

const conflictOn = (id: AggregateId | undefined, expected: number) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const [loaded] = id === undefined ? [] : yield* storage.load([id])
    const current = loaded?.version ?? expected
    return yield* Effect.fail<StaleConflict>({ _tag: "conflict.stale-version", current })
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
