/**
 * Contract suites: named cases that any test runner can run against an implementation of a port.
 *
 * A case is an effect that fails when the implementation breaks the contract. Each case begins on
 * an empty store. Instants of the cases lie in the years 2100 and after, so that a store which
 * dates its rows by its own clock passes too.
 */
import type { Instant } from "@convoque/core/kernel/calendar"
import { TenantId } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { difference } from "../structural.ts"

/** One case of a contract; `run` fails when it is broken. */
export interface ContractCase<Port> {
  readonly name: string
  readonly run: Effect.Effect<void, unknown, Port>
}

/** The cases of one contract. */
export type Contract<Port> = ReadonlyArray<ContractCase<Port>>

/** An implementation did something else than its port promises. */
export class ContractBroken extends Schema.TaggedError<ContractBroken>()("ContractBroken", {
  message: Schema.String,
}) {}

/** The services that the yielded effects need; the same conditional type as `Effect.gen`'s. */
type ServicesOf<Step> = [Step] extends [never]
  ? never
  : [Step] extends [Effect.Effect<infer _A, infer _E, infer Services>]
    ? Services
    : never

/** Gives a case from a generator, as `Effect.gen` would. */
export const contractCase = <Step extends Effect.Effect<unknown, unknown, unknown>>(
  name: string,
  body: () => Generator<Step, void, never>,
): ContractCase<ServicesOf<Step>> => ({ name, run: Effect.gen(body) })

/** Fails unless two plain values are equal in every field. */
export const expectSame = (
  about: string,
  actual: unknown,
  expected: unknown,
): Effect.Effect<void, ContractBroken> =>
  Effect.suspend(() => {
    const found = difference(actual, expected)
    return found === undefined
      ? Effect.void
      : Effect.fail(new ContractBroken({ message: `${about}: ${found}` }))
  })

/** Gives the failure of an effect; fails when it succeeds. */
export const failureOf = <A, E, R>(
  about: string,
  effect: Effect.Effect<A, E, R>,
): Effect.Effect<E, ContractBroken, R> =>
  Effect.matchEffect(effect, {
    onFailure: (failure) => Effect.succeed(failure),
    onSuccess: () => Effect.fail(new ContractBroken({ message: `${about}: did not fail` })),
  })

/** Two tenants whose data must never meet. */
export const tenants: { readonly own: TenantId; readonly other: TenantId } = {
  own: TenantId.make("academie-a"),
  other: TenantId.make("academie-b"),
}

/** Gives the instant of a minute counted from 2100-01-01T00:00Z, 0 to 1439. */
export const minute = (count: number): Instant => {
  const hours = `${Math.floor(count / 60)}`.padStart(2, "0")
  const minutes = `${count % 60}`.padStart(2, "0")
  return `2100-01-01T${hours}:${minutes}:00.000Z` as Instant
}
