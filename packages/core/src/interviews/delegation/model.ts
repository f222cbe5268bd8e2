/**
 * A delegation (délégation): who may act on somebody's behalf, in which capacity, from which day
 * to which.
 *
 * @requirement ENT-22
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { PersonId } from "../../kernel/identity.ts"

/**
 * The capacities that can be delegated: an agent acts for himself, the platform's administrators
 * and the scheduler delegate nothing.
 */
export const DelegableCapacity = Schema.Literals(["superior", "authority", "hr-service"])
export type DelegableCapacity = typeof DelegableCapacity.Type

/** What names a delegation: there is one from one person to another in one capacity. */
export const delegationNameFields = {
  delegator: PersonId,
  delegate: PersonId,
  capacity: DelegableCapacity,
} as const

/** The name of a delegation. */
export const DelegationName = Schema.Struct(delegationNameFields).annotate({
  identifier: "DelegationName",
})
export type DelegationName = typeof DelegationName.Type

/** What a delegation says; both days are included. */
export const delegationFields = {
  ...delegationNameFields,
  from: CivilDate,
  until: CivilDate,
} as const

/**
 * Gives the natural key of a delegation; ids of people hold no slash.
 * @example delegationKey({ delegator: "p-1", delegate: "p-2", capacity: "authority" }) // => "p-1/p-2/authority"
 */
export const delegationKey = ({ delegator, delegate, capacity }: DelegationName): string =>
  `${delegator}/${delegate}/${capacity}`
