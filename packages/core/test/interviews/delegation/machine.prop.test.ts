/** The laws of every machine, and what holds of every delegation. */
import { addDays, type CivilDate, instantFromMillis } from "@convoque/core/kernel/calendar"
import { machineLaws, type Walk, walkMachine } from "@convoque/testing"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { depth } from "../../kernel/calendar/given.ts"
import type { DelegationCommand } from "../../../src/interviews/delegation/commands.ts"
import { delegationMachine as machine } from "../../../src/interviews/delegation/decider.ts"
import { DelegationEvent } from "../../../src/interviews/delegation/events.ts"
import type { DelegationRefusal } from "../../../src/interviews/delegation/refusals.ts"
import {
  daysInForce,
  delegationActor,
  isInForce,
} from "../../../src/interviews/delegation/rules.ts"
import type { Delegation } from "../../../src/interviews/delegation/state.ts"
import {
  byAdministrator,
  byDelegate,
  byDelegator,
  day,
  delegate,
  delegator,
  name,
  onBehalf,
} from "./given.ts"

const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(day("2026-06-01"), days))
const at = fc.integer({ min: 0, max: 1440 }).map((hours) => instantFromMillis(hours * 3_600_000))
const by = fc.oneof(
  { weight: 6, arbitrary: fc.constant(byDelegator) },
  { weight: 2, arbitrary: fc.constantFrom(byAdministrator, byDelegate, onBehalf) },
)
const length = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 365 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, -200, 366, 5000) },
)

const grant = (state: Delegation): fc.Arbitrary<DelegationCommand> =>
  fc
    .record({ at, by, from: someDay, length, same: fc.boolean(), self: fc.nat({ max: 5 }) })
    .map(({ length: days, same, self, ...command }) => ({
      _tag: "grantDelegation" as const,
      ...command,
      ...name,
      delegate: self === 0 ? delegator : delegate,
      until: addDays(command.from, days),
      ...(same && state._tag === "granted" ? { from: state.from, until: state.until } : {}),
    }))

const revoke: fc.Arbitrary<DelegationCommand> = fc
  .record({ at, by, on: someDay })
  .map((command) => ({ _tag: "revokeDelegation", ...command, ...name }))

const walk: Walk<Delegation, DelegationCommand, DelegationEvent, DelegationRefusal> = {
  machine,
  commands: (state) => fc.oneof(grant(state), revoke),
  event: DelegationEvent,
  walks: 100 * depth,
}
const limit = { timeout: 20_000 * depth }

test.each(machineLaws(walk))("ENT-22 $name", limit, ({ check }) => {
  expect(check).not.toThrow()
})

test("ENT-22 on each day the delegate is an actor or the days say why he is none", limit, () => {
  const around = Array.from({ length: 90 }, (_, days) => addDays(day("2026-05-20"), days))
  walkMachine({ ...walk, walks: 20 * depth }, ({ state }) => {
    for (const today of around) {
      const actor = delegationActor(state, name, today)
      expect(Result.isSuccess(actor)).toBe(isInForce(state, today))
      expect(Result.isSuccess(actor)).toBe(holdsByActs(state, today))
      if (Result.isSuccess(actor))
        expect(actor.success.delegation).toStrictEqual(daysInForce(state))
    }
  })
})

test("ENT-22 every act is kept once, in order", limit, () => {
  walkMachine(walk, ({ past, state }) => {
    expect(state._tag === "none" ? [] : state.acts).toStrictEqual(past)
  })
})

// The slow way: what the last grant and the revocation after it say, read from the acts.
const holdsByActs = (state: Delegation, today: CivilDate): boolean => {
  if (state._tag === "none") return false
  const last = state.acts.findLastIndex(({ _tag }) => _tag === "DelegationGranted")
  const granted = state.acts[last]
  const isWithin =
    granted?._tag === "DelegationGranted" && granted.from <= today && today <= granted.until
  const isEnded = state.acts
    .slice(last)
    .some((act) => act._tag === "DelegationRevoked" && act.on <= today)
  return isWithin && !isEnded
}
