/**
 * Acting on somebody's behalf (délégation): the delegation is read in the attempt that commits, and
 * its days go into the act.
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { CivilDate } from "../../kernel/calendar.ts"
import type { Actor, PersonId, TenantId } from "../../kernel/identity.ts"
import { type AggregateId, Storage, type StorageUnavailable } from "../../kernel/ports.ts"
import { delegationRef } from "../aggregates.ts"
import { DelegableCapacity } from "../delegation/model.ts"
import { delegationActor } from "../delegation/rules.ts"
import type { DelegationRefusal } from "../delegation/refusals.ts"

const isDelegable = Schema.is(DelegableCapacity)

/** Refuses what nobody does on somebody else's behalf. */
export const notDelegable = Effect.fail<DelegationRefusal>({
  _tag: "delegation.not-allowed",
  command: "actOnBehalf",
})

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
    if (!isDelegable(capacity)) return yield* notDelegable
    const storage = yield* Storage
    const name = { delegator, delegate, capacity }
    const id = delegationRef(tenant, name)
    const [{ state, version }] = yield* storage.load([id])
    const actor = yield* Effect.fromResult(delegationActor(state, name, today))
    return { by: actor, unchanged: [{ id, expected: version }] }
  })

/**
 * Gives the author of an act on the file of an agent, as `withDelegation` does; the agent acts on it
 * for nobody else, whatever was delegated to him.
 */
export const authorOn = (
  agent: PersonId,
  {
    tenant,
    by,
    today,
  }: { readonly tenant: TenantId; readonly by: Actor; readonly today: CivilDate },
): Effect.Effect<Author, DelegationRefusal | StorageUnavailable, Storage> =>
  by.onBehalfOf !== undefined && by.person === agent
    ? notDelegable
    : withDelegation(tenant, by, today)
