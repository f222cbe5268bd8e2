/**
 * Acting on somebody's behalf (délégation): the header `On-Behalf-Of` names the person who delegated.
 *
 * The header proves nothing. It is read on the routes whose use case looks up the delegation itself;
 * everywhere else nobody acts for somebody by a header.
 */
import type { Capacity } from "@convoque/core/kernel/identity"
import { PersonId } from "@convoque/core/kernel/identity"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Result from "effect/Result"
import type { Identity } from "./authentication/identity.ts"
import { fieldsDecoderOf, invalid } from "./decode.ts"
import type { AccessRefusal, RequestRefusal } from "./refusals.ts"

/** The name of the header, as headers are read. */
export const onBehalfHeader = "on-behalf-of"

const decode = fieldsDecoderOf({ [onBehalfHeader]: PersonId }, "header")

/**
 * Gives the identity on whose behalf the header says it acts; the identity as it is without the
 * header, or when it names the person himself.
 *
 * Refuses what is no id of a person by `request.invalid`, and the header as a whole by
 * `delegation.not-admitted` where the route does not take it.
 */
export const actingFor = (
  identity: Identity,
  header: string | undefined,
  admitted: ReadonlyArray<Capacity>,
): Result.Result<Identity, AccessRefusal | RequestRefusal> => {
  if (header === undefined) return Result.succeed(identity)
  const decoded = decode({ [onBehalfHeader]: header })
  if (Result.isFailure(decoded)) return Result.fail(invalid(decoded.failure))
  const onBehalfOf = decoded.success[onBehalfHeader]
  if (onBehalfOf === identity.person) return Result.succeed(identity)
  return admitted.length === 0
    ? Result.fail({ _tag: "delegation.not-admitted" })
    : Result.succeed({ ...identity, onBehalfOf })
}

/**
 * Gives the capacities of a route in which somebody may be tried: those that he holds; on somebody's
 * behalf those that the route lets be delegated, whether or not he holds them himself, since it is
 * the delegation that gives them.
 */
export const capacitiesTried = (
  { capacities, onBehalfOf }: Identity,
  route: {
    readonly capacities: ReadonlyArray<Capacity>
    readonly onBehalf: ReadonlyArray<Capacity>
  },
): ReadonlyArray<Capacity> => {
  const held = onBehalfOf === undefined || route.onBehalf.length === 0 ? capacities : route.onBehalf
  return route.capacities.filter((one) => held.includes(one))
}

// How much a refusal tells somebody who is tried in several capacities; any other ends the trying.
const weights: Readonly<Record<string, number>> = {
  "delegation.unknown": 1,
  "actor.not-allowed": 2,
  "step.wrong-actor": 3,
}

const weightOf = ({ _tag }: Refusal): number => weights[_tag] ?? 4

/**
 * Tells whether a refusal bears on the capacity alone, so that another one of the same person is
 * still to be tried: he may not do this in it, the next step of the file is another's, or nobody
 * delegated it to him.
 */
export const isOfCapacity = ({ _tag }: Refusal): boolean => _tag in weights

/** Gives the refusal that says more: the later one of two that say as much. */
export const moreTelling = <R extends Refusal>(former: R, later: R): R =>
  weightOf(later) < weightOf(former) ? former : later
