/** The machine of delegations, row by row, with whole values, and the rule that gives the actor. */
import { fold } from "@convoque/core/kernel/machine"
import { given } from "@convoque/testing"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import { DelegationCommand } from "../../../src/interviews/delegation/commands.ts"
import { delegationMachine as machine } from "../../../src/interviews/delegation/decider.ts"
import { delegationKey } from "../../../src/interviews/delegation/model.ts"
import { delegationGrounds } from "../../../src/interviews/delegation/refusals.ts"
import {
  daysInForce,
  delegationActor,
  delegationDays,
  isInForce,
} from "../../../src/interviews/delegation/rules.ts"
import {
  byAdministrator,
  byDelegate,
  byDelegator,
  day,
  delegate,
  delegator,
  grant,
  granted,
  history,
  july,
  name,
  onBehalf,
  revoke,
  revoked,
} from "./given.ts"

const states = ["none", "granted", "revoked"] as const
const august = { from: day("2026-08-01"), until: day("2026-08-31") }

describe("granting", () => {
  test("ENT-22 somebody lets another act in his capacity, from a day to a day", () => {
    const happened = given(machine, history.none).when(grant())
    happened.then([granted])
    expect(happened.state()).toStrictEqual({ _tag: "granted", ...name, ...july, acts: [granted] })
  })

  test.each(["granted", "revoked"] as const)(
    "ENT-22 granting again in %s replaces the days and keeps the acts",
    (state) => {
      const again = { ...granted, ...august }
      const happened = given(machine, history[state]).when(grant(august))
      happened.then([again])
      expect(happened.state()).toStrictEqual({
        _tag: "granted",
        ...name,
        ...august,
        acts: [...history[state], again],
      })
    },
  )

  test("ENT-22 granting the same days again does nothing, unless it was revoked", () => {
    given(machine, history.granted).when(grant()).nothing()
    given(machine, history.revoked).when(grant()).then([granted])
  })

  test.each([
    ["one day", "2026-07-01", "2026-07-01"],
    ["a year", "2026-01-01", "2026-12-31"],
    ["a leap year", "2028-01-01", "2028-12-31"],
  ])("ENT-22 %s is a possible length", (_, from, until) => {
    const days = { from: day(from), until: day(until) }
    given(machine, history.none)
      .when(grant(days))
      .then([{ ...granted, ...days }])
  })
})

describe("refusing a grant", () => {
  test.each(states)("ENT-22 what was delegated is not delegated further, in %s", (state) => {
    given(machine, history[state])
      .when(grant({ by: onBehalf }))
      .refused({ _tag: "delegation.not-allowed", command: "grantDelegation" })
  })

  test.each([
    ["the delegate", byDelegate],
    ["an administrator", byAdministrator],
    ["the delegator in another capacity", { ...byDelegator, capacity: "authority" as const }],
  ])("ENT-22 only the delegator grants, not %s", (_, by) => {
    given(machine, history.none).when(grant({ by })).refused({
      _tag: "actor.not-allowed",
      command: "grantDelegation",
      capacity: by.capacity,
    })
  })

  test("ENT-22 nobody delegates to himself", () => {
    given(machine, history.none)
      .when(grant({ delegate: delegator }))
      .refused({ _tag: "delegation.to-oneself", person: delegator })
  })

  test("ENT-22 the last day is not before the first", () => {
    const until = day("2026-06-30")
    given(machine, history.none)
      .when(grant({ until }))
      .refused({ _tag: "delegation.dates-reversed", from: july.from, until })
  })

  test("ENT-22 a delegation of more than 366 days is refused", () => {
    given(machine, history.none)
      .when(grant({ from: day("2028-01-01"), until: day("2029-01-01") }))
      .refused({ _tag: "delegation.too-long", days: 367, maximum: 366 })
  })

  test.each(["agent", "administrator", "system", "campaign-manager", "evaluator"])(
    "ENT-22 the capacity %s is not delegated: no such command can be written",
    (capacity) => {
      const decode = Schema.decodeUnknownResult(DelegationCommand)
      expect(Result.isSuccess(decode(grant()))).toBe(true)
      expect(Result.isFailure(decode({ ...grant(), capacity }))).toBe(true)
    },
  )
})

describe("revoking", () => {
  test.each([
    ["the delegator", byDelegator],
    ["an administrator", byAdministrator],
  ])("ENT-22 %s ends it from a day on", (_, by) => {
    const happened = given(machine, history.granted).when(revoke({ by }))
    happened.then([{ ...revoked, by }])
    expect(happened.state()).toStrictEqual({
      _tag: "revoked",
      ...name,
      ...july,
      revokedOn: day("2026-07-10"),
      acts: [granted, { ...revoked, by }],
    })
  })

  test("ENT-22 revoking again does nothing", () => {
    given(machine, history.revoked)
      .when(revoke({ on: day("2026-07-20") }))
      .nothing()
  })

  test.each(["granted", "revoked"] as const)("ENT-22 nobody else revokes, in %s", (state) => {
    given(machine, history[state])
      .when(revoke({ by: byDelegate }))
      .refused({ _tag: "actor.not-allowed", command: "revokeDelegation", capacity: "superior" })
    given(machine, history[state])
      .when(revoke({ by: onBehalf }))
      .refused({ _tag: "delegation.not-allowed", command: "revokeDelegation" })
  })

  test("ENT-22 what was never granted is unknown", () => {
    given(machine, history.none)
      .when(revoke())
      .refused({ _tag: "delegation.unknown", ...name })
  })
})

describe("acting on behalf of somebody", () => {
  const actorOn = (state: keyof typeof history, on: string) =>
    delegationActor(fold(machine, history[state]), name, day(on))

  test.each(["2026-07-01", "2026-07-15", "2026-07-31"])(
    "ENT-22 on %s the delegate acts, and the act says for whom and on which days",
    (on) => {
      expect(actorOn("granted", on)).toStrictEqual(
        Result.succeed({
          person: delegate,
          capacity: "superior",
          onBehalfOf: delegator,
          delegation: july,
        }),
      )
    },
  )

  test.each(["2026-06-30", "2026-08-01"])("ENT-22 on %s the delegation is not in force", (on) => {
    expect(actorOn("granted", on)).toStrictEqual(
      Result.fail({ _tag: "delegation.not-in-force", ...july, today: day(on) }),
    )
  })

  test("ENT-22 a revocation holds from its day on; the days before it stay", () => {
    const until = day("2026-07-09")
    expect(actorOn("revoked", "2026-07-09")).toStrictEqual(
      Result.succeed({
        person: delegate,
        capacity: "superior",
        onBehalfOf: delegator,
        delegation: { from: july.from, until },
      }),
    )
    expect(actorOn("revoked", "2026-07-10")).toStrictEqual(
      Result.fail({
        _tag: "delegation.not-in-force",
        from: july.from,
        until,
        today: day("2026-07-10"),
      }),
    )
  })

  test("ENT-22 a delegation revoked before it began never held", () => {
    const state = fold(machine, [granted, { ...revoked, on: day("2026-06-20") }])
    expect(daysInForce(state)).toBeUndefined()
    expect(isInForce(state, july.from)).toBe(false)
    expect(delegationActor(state, name, july.from)).toStrictEqual(
      Result.fail({ _tag: "delegation.not-in-force", ...july, today: july.from }),
    )
  })

  test("ENT-22 without any delegation, it is unknown", () => {
    expect(actorOn("none", "2026-07-10")).toStrictEqual(
      Result.fail({ _tag: "delegation.unknown", ...name }),
    )
  })
})

test("ENT-22 a delegation is named by its two people and the capacity", () => {
  expect(delegationKey(name)).toBe("superior-1/superior-2/superior")
  expect(delegationDays(july)).toBe(31)
})

test("each ground names a requirement of the catalogues", () => {
  const requirements = Object.values(delegationGrounds).flatMap((one) => one.requirements)
  expect(new Set(requirements)).toStrictEqual(new Set(["ENT-22", "CAM-01"]))
})
