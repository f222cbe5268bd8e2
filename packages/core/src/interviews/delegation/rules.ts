/**
 * When a delegation holds, and as whom the delegate then acts.
 *
 * @requirement ENT-22
 */
import * as Result from "effect/Result"
import { addDays, type CivilDate, daysBetween, earliest } from "../../kernel/calendar.ts"
import type { Actor } from "../../kernel/identity.ts"
import type { DelegationName } from "./model.ts"
import type { DelegationRefusal } from "./refusals.ts"
import type { Delegation } from "./state.ts"

/**
 * The longest delegation, in days, both ends counted: a year, leap years included.
 *
 * It is a bound and not a setting: a delegation is personal, and whoever grants one should say it
 * again each year rather than forget it. No text gives a figure.
 */
export const maximumDelegationDays = 366

/** Days from one to the other, both included. */
export interface Days {
  readonly from: CivilDate
  readonly until: CivilDate
}

/**
 * Gives for how many days a delegation is granted, both ends counted.
 * @example delegationDays({ from: "2026-07-01", until: "2026-07-31" }) // => 31
 */
export const delegationDays = ({ from, until }: Days): number => daysBetween(from, until) + 1

/**
 * Gives the days on which a delegation holds, cut at its revocation; nothing when it never held,
 * because it was not granted or was revoked before it began.
 */
export const daysInForce = (state: Delegation): Days | undefined => {
  if (state._tag === "none") return undefined
  const { from } = state
  const until =
    state._tag === "revoked" ? earliest(state.until, addDays(state.revokedOn, -1)) : state.until
  return until < from ? undefined : { from, until }
}

/** Tells whether a delegation holds on a day. */
export const isInForce = (state: Delegation, day: CivilDate): boolean => {
  const days = daysInForce(state)
  return days !== undefined && days.from <= day && day <= days.until
}

/**
 * Gives the actor that a delegate is on a day at the place of the act, or why he is none:
 * `delegation.unknown` when nothing was ever granted under that name, `delegation.not-in-force` with
 * the days as granted when the day is outside them or comes after the revocation.
 */
export const delegationActor = (
  state: Delegation,
  { delegator, delegate, capacity }: DelegationName,
  today: CivilDate,
): Result.Result<Actor, DelegationRefusal> => {
  if (state._tag === "none") {
    return Result.fail({ _tag: "delegation.unknown", delegator, delegate, capacity })
  }
  const delegation = daysInForce(state)
  if (delegation === undefined || !isInForce(state, today)) {
    const { from, until } = delegation ?? state
    return Result.fail({ _tag: "delegation.not-in-force", from, until, today })
  }
  return Result.succeed({ person: delegate, capacity, onBehalfOf: delegator, delegation })
}
