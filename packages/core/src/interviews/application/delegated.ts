/**
 * Acting on somebody's behalf (délégation): the delegation is read in the attempt that commits, and
 * its days go into the act.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { CivilDate } from "../../kernel/calendar.ts"
import type { Actor, TenantId } from "../../kernel/identity.ts"
import { type AggregateId, Storage, type StorageUnavailable } from "../../kernel/ports.ts"
import { delegationRef } from "../aggregates.ts"
import { DelegableCapacity } from "../delegation/model.ts"
import { delegationActor } from "../delegation/rules.ts"
import type { DelegationRefusal } from "../delegation/refusals.ts"

const isDelegable = Schema.is(DelegableCapacity)

/** An author with the days of the delegation, and the delegation to be declared `unchanged`. */
export interface Author {
  readonly by: Actor
  readonly unchanged: ReadonlyArray<{ readonly id: AggregateId; readonly expected: number }>
}

/**
 * Gives an author as he or she is; on somebody's behalf, with the days of the delegation, or why it
 * does not hold on that day at the place of the act.
 */
export const withDelegation = (
  tenant: TenantId,
  by: Actor,
  today: CivilDate,
): Effect.Effect<Author, DelegationRefusal | StorageUnavailable, Storage> =>
  Effect.gen(function* () {
    const { person: delegate, capacity, onBehalfOf: delegator } = by
    if (delegator === undefined) return { by, unchanged: [] }
    if (!isDelegable(capacity)) {
      return yield* Effect.fail<DelegationRefusal>({
        _tag: "delegation.not-allowed",
        command: "actOnBehalf",
      })
    }
    const storage = yield* Storage
    const name = { delegator, delegate, capacity }
    const id = delegationRef(tenant, name)
    const [{ state, version }] = yield* storage.load([id])
    const actor = yield* Effect.fromResult(delegationActor(state, name, today))
    return { by: actor, unchanged: [{ id, expected: version }] }
  })
