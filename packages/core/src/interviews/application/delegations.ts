/**
 * Granting and revoking delegations.
 *
 * @requirement ENT-22
 */
import * as Effect from "effect/Effect"
import { civilDayAt, type Zone } from "../../kernel/calendar.ts"
import { handle } from "../../kernel/handle.ts"
import type { Actor, TenantId } from "../../kernel/identity.ts"
import type { PeopleDirectory, Storage, StorageUnavailable } from "../../kernel/ports.ts"
import { delegationRef } from "../aggregates.ts"
import type { DelegationCommand } from "../delegation/commands.ts"
import { delegationMachine } from "../delegation/decider.ts"
import type { DelegationEvent } from "../delegation/events.ts"
import type { DelegationName } from "../delegation/model.ts"
import type { DelegationRefusal } from "../delegation/refusals.ts"
import type { Days } from "../delegation/rules.ts"
import type { Delegation } from "../delegation/state.ts"
import { findPerson, now } from "./act.ts"
import type { ApplicationRefusal } from "./refusals.ts"

/** Who acts on which delegation, having seen which version. */
export interface OnDelegation {
  readonly by: Actor
  readonly tenant: TenantId
  readonly name: DelegationName
  readonly seen?: number | undefined
}

type Failure = DelegationRefusal | ApplicationRefusal | StorageUnavailable

/** Lets a person whom the directory knows act on behalf of the author, between two days. */
export const grantDelegation = Effect.fn("interviews.grantDelegation")(function* (
  request: OnDelegation & Days,
) {
  const { by, name, from, until } = request
  return yield* onDelegation(
    request,
    Effect.map(now, (at) => ({ _tag: "grantDelegation", at, by, ...name, from, until })),
  )
})

/** Ends a delegation today, the day being counted in a zone. */
export const revokeDelegation = Effect.fn("interviews.revokeDelegation")(function* (
  request: OnDelegation & { readonly zone: Zone },
) {
  const { by, name, zone } = request
  return yield* onDelegation(
    request,
    Effect.map(now, (at) => ({
      _tag: "revokeDelegation",
      at,
      by,
      ...name,
      on: civilDayAt(at, zone),
    })),
  )
})

const onDelegation = (
  { tenant, name, seen }: OnDelegation,
  command: Effect.Effect<DelegationCommand>,
) =>
  handle<
    Delegation,
    DelegationCommand,
    DelegationEvent,
    DelegationRefusal,
    Failure,
    PeopleDirectory | Storage
  >({
    id: delegationRef(tenant, name),
    machine: delegationMachine,
    seen,
    complete: () => Effect.map(command, (complete) => ({ command: complete })),
    // Not before the decision: who may not grant learns nothing of the directory.
    react: (_, { _tag }) =>
      _tag === "grantDelegation"
        ? Effect.as(findPerson(tenant, name.delegate), [])
        : Effect.succeed([]),
  })
