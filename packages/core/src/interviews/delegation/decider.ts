/**
 * The machine of a delegation: it is granted, granted again for other days, revoked.
 *
 * Decision: granting again replaces the days, so that a longer absence or the next year needs no
 * second delegation of the same name; the acts keep the former days.
 */
import * as Result from "effect/Result"
import type { DecisionTable, Machine, Transition } from "../../kernel/machine.ts"
import type { DelegationCommand } from "./commands.ts"
import type { DelegationEvent } from "./events.ts"
import type { DelegationRefusal } from "./refusals.ts"
import { delegationDays, maximumDelegationDays } from "./rules.ts"
import type { Delegation } from "./state.ts"

type Grant = Extract<DelegationCommand, { readonly _tag: "grantDelegation" }>
type Revoke = Extract<DelegationCommand, { readonly _tag: "revokeDelegation" }>
type Decided = Result.Result<ReadonlyArray<DelegationEvent>, DelegationRefusal>

const isDelegator = ({ by, delegator, capacity }: DelegationCommand): boolean =>
  by.person === delegator && by.capacity === capacity

const notAllowed = ({ _tag, by }: DelegationCommand): Decided =>
  Result.fail({ _tag: "actor.not-allowed", command: _tag, capacity: by.capacity })

const throughDelegation = ({ _tag }: DelegationCommand): Decided =>
  Result.fail({ _tag: "delegation.not-allowed", command: _tag })

const grant = (command: Grant, state: Delegation): Decided => {
  const { at, by, delegator, delegate, capacity, from, until } = command
  if (by.onBehalfOf !== undefined) return throughDelegation(command)
  if (!isDelegator(command)) return notAllowed(command)
  if (delegate === delegator) {
    return Result.fail({ _tag: "delegation.to-oneself", person: delegator })
  }
  if (until < from) return Result.fail({ _tag: "delegation.dates-reversed", from, until })
  const days = delegationDays({ from, until })
  if (days > maximumDelegationDays) {
    return Result.fail({ _tag: "delegation.too-long", days, maximum: maximumDelegationDays })
  }
  return state._tag === "granted" && state.from === from && state.until === until
    ? Result.succeed([])
    : Result.succeed([
        { _tag: "DelegationGranted", at, by, delegator, delegate, capacity, from, until },
      ])
}

const revoke = (command: Revoke): Decided => {
  const { at, by, on } = command
  if (by.onBehalfOf !== undefined) return throughDelegation(command)
  return isDelegator(command) || by.capacity === "administrator"
    ? Result.succeed([{ _tag: "DelegationRevoked", at, by, on }])
    : notAllowed(command)
}

const revokeAgain = (command: Revoke): Decided => Result.map(revoke(command), () => [])

const decisions: DecisionTable<Delegation, DelegationCommand, DelegationEvent, DelegationRefusal> =
  {
    grantDelegation: { none: grant, granted: grant, revoked: grant },
    revokeDelegation: { granted: revoke, revoked: revokeAgain },
  }

type Row = Transition<Delegation, DelegationCommand, DelegationEvent, DelegationRefusal>

const anyState = ["none", "granted", "revoked"] as const
const once = ["granted", "revoked"] as const

const row = (
  from: Row["from"],
  command: Row["command"],
  rest:
    | {
        readonly when: string
        readonly to: Delegation["_tag"]
        readonly emits: ReadonlyArray<DelegationEvent["_tag"]>
      }
    | { readonly when: string; readonly refused: DelegationRefusal["_tag"] },
): Row => ({ from, command, requirements: ["ENT-22"], ...rest })

const transitions: ReadonlyArray<Row> = [
  row(anyState, "grantDelegation", {
    when: "by the delegator himself, to somebody else, for a year at most",
    to: "granted",
    emits: ["DelegationGranted"],
  }),
  row(["granted"], "grantDelegation", { when: "for the same days", to: "granted", emits: [] }),
  row(anyState, "grantDelegation", {
    when: "on behalf of somebody",
    refused: "delegation.not-allowed",
  }),
  row(anyState, "grantDelegation", {
    when: "actor is not the delegator in that capacity",
    refused: "actor.not-allowed",
  }),
  row(anyState, "grantDelegation", { when: "to himself", refused: "delegation.to-oneself" }),
  row(anyState, "grantDelegation", {
    when: "ends before it begins",
    refused: "delegation.dates-reversed",
  }),
  row(anyState, "grantDelegation", { when: "longer than a year", refused: "delegation.too-long" }),
  row(["granted"], "revokeDelegation", {
    when: "by the delegator himself or an administrator",
    to: "revoked",
    emits: ["DelegationRevoked"],
  }),
  row(["revoked"], "revokeDelegation", { when: "already revoked", to: "revoked", emits: [] }),
  row(once, "revokeDelegation", {
    when: "on behalf of somebody",
    refused: "delegation.not-allowed",
  }),
  row(once, "revokeDelegation", {
    when: "actor is neither the delegator nor an administrator",
    refused: "actor.not-allowed",
  }),
]

const evolve = (state: Delegation, event: DelegationEvent): Delegation => {
  switch (event._tag) {
    case "DelegationGranted": {
      const { delegator, delegate, capacity, from, until } = event
      const granted = { _tag: "granted", delegator, delegate, capacity, from, until } as const
      return state._tag === "none"
        ? { ...granted, acts: [event] }
        : { ...granted, acts: [...state.acts, event] }
    }
    case "DelegationRevoked":
      return state._tag === "none"
        ? state
        : { ...state, _tag: "revoked", revokedOn: event.on, acts: [...state.acts, event] }
    default:
      return event satisfies never
  }
}

/** The machine of a delegation; revoking what was never granted is `delegation.unknown`. */
export const delegationMachine: Machine<
  Delegation,
  DelegationCommand,
  DelegationEvent,
  DelegationRefusal
> = {
  name: "Delegation",
  initial: { _tag: "none" },
  decisions,
  transitions,
  illegal: ({ delegator, delegate, capacity }) => ({
    _tag: "delegation.unknown",
    delegator,
    delegate,
    capacity,
  }),
  evolve,
}
