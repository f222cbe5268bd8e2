/**
 * What people read of delegations: those that they gave and received, and one by its name.
 *
 * @requirement ENT-22
 */
import * as Effect from "effect/Effect"
import type { Actor, TenantId } from "../../kernel/identity.ts"
import type { ListQuery } from "../../kernel/listing.ts"
import { Storage, Views } from "../../kernel/ports.ts"
import { delegationRef } from "../aggregates.ts"
import type { DelegationName } from "../delegation/model.ts"
import type { DelegationRefusal } from "../delegation/refusals.ts"
import { delegations, delegationsGivenBy, delegationsReceivedBy } from "../delegation/views.ts"
import { isHumanResources } from "../interview/decider/actors.ts"

/** Gives the delegations that the reader gave and received; nobody reads them for somebody else. */
export const listDelegations = Effect.fn("interviews.listDelegations")(function* (
  { by, tenant }: { readonly by: Actor; readonly tenant: TenantId },
  query: Omit<ListQuery, "scope">,
) {
  if (by.onBehalfOf !== undefined || by.capacity === "system") {
    return yield* notAllowed("listDelegations", by)
  }
  const views = yield* Views
  const scope = [delegationsGivenBy(by.person), delegationsReceivedBy(by.person)]
  return yield* views.page(delegations, tenant, { ...query, scope })
})

/**
 * Gives one delegation, with its version, to who gave or received it, to the HR service and to
 * administrators; refuses one that was never granted by `delegation.unknown`.
 */
export const consultDelegation = Effect.fn("interviews.consultDelegation")(function* ({
  by,
  tenant,
  name,
}: {
  readonly by: Actor
  readonly tenant: TenantId
  readonly name: DelegationName
}) {
  // Not after loading: a stranger learns not even whether there is one.
  if (!mayRead(by, name)) return yield* notAllowed("consultDelegation", by)
  const storage = yield* Storage
  const [{ state, version }] = yield* storage.load([delegationRef(tenant, name)])
  if (state._tag === "none") {
    const { delegator, delegate, capacity } = name
    return yield* Effect.fail<DelegationRefusal>({
      _tag: "delegation.unknown",
      delegator,
      delegate,
      capacity,
    })
  }
  return { state, version }
})

const mayRead = (by: Actor, { delegator, delegate }: DelegationName): boolean =>
  by.onBehalfOf === undefined &&
  (by.person === delegator || by.person === delegate || isHumanResources(by))

const notAllowed = (command: string, by: Actor) =>
  Effect.fail<DelegationRefusal>({ _tag: "actor.not-allowed", command, capacity: by.capacity })
