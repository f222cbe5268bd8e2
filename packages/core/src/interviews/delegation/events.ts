/** What happened to a delegation (délégation). */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { actFields } from "../../kernel/event.ts"
import { delegationFields } from "./model.ts"

/** What happened to a delegation. */
export const DelegationEvent = Schema.TaggedUnion({
  /** It was granted, or granted again: the last days given are those that count. */
  DelegationGranted: { ...actFields, ...delegationFields },
  /** It holds no more from that day on. */
  DelegationRevoked: { ...actFields, on: CivilDate },
})
export type DelegationEvent = typeof DelegationEvent.Type
