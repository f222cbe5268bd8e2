/**
 * The states of what one person delegates to another in one capacity. They stand apart from
 * `model.ts` because a state keeps its acts, which are events.
 *
 * @requirement ENT-22
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { DelegationEvent } from "./events.ts"
import { delegationFields } from "./model.ts"

const grantedFields = {
  ...delegationFields,
  acts: Schema.NonEmptyArray(DelegationEvent),
} as const

/** The states of a delegation; that its days are over is derived, never stored. */
export const Delegation = Schema.TaggedUnion({
  /** It was never granted. */
  none: {},
  /** It was granted for these days, past, present or to come. */
  granted: grantedFields,
  /** It holds no more from `revokedOn` on. */
  revoked: { ...grantedFields, revokedOn: CivilDate },
})
export type Delegation = typeof Delegation.Type
