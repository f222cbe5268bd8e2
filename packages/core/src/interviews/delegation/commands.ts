/** What can be asked of a delegation (délégation). */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { delegationFields, delegationNameFields } from "./model.ts"

/** What may be asked of a delegation, complete with actor and instant. */
export const DelegationCommand = Schema.TaggedUnion({
  /** Lets the delegate act; only the delegator himself may, in the capacity that he delegates. */
  grantDelegation: { ...actFields, ...delegationFields },
  /** Ends it from a day on, which the use case reads as today at the place. */
  revokeDelegation: { ...actFields, ...delegationNameFields, on: CivilDate },
})
export type DelegationCommand = typeof DelegationCommand.Type
