/**
 * A delegation (délégation): who may act on somebody's behalf, from which day to which.
 *
 * @requirement ENT-22
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { Capacity, PersonId } from "../../kernel/identity.ts"

/** What a delegation says; both days are included. */
export const delegationFields = {
  delegator: PersonId,
  delegate: PersonId,
  capacity: Capacity,
  from: CivilDate,
  until: CivilDate,
} as const

/** What happened to a delegation. */
export const DelegationEvent = Schema.TaggedUnion({
  DelegationGranted: { ...actFields, ...delegationFields },
  /** It ends on that day, or never began. */
  DelegationRevoked: { ...actFields, on: CivilDate },
})
export type DelegationEvent = typeof DelegationEvent.Type

/** The states of what one person delegates to another in one capacity. */
export const Delegation = Schema.TaggedUnion({
  none: {},
  granted: { ...delegationFields, acts: Schema.NonEmptyArray(DelegationEvent) },
  revoked: {
    ...delegationFields,
    revokedOn: CivilDate,
    acts: Schema.NonEmptyArray(DelegationEvent),
  },
})
export type Delegation = typeof Delegation.Type
