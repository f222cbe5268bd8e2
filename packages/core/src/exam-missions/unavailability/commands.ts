/** What can be asked of one period of unavailability. */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import {
  OtherConvocation,
  OverlappedMission,
  unavailabilityNameFields,
  UnavailabilityReason,
} from "./model.ts"

const named = { ...actFields, ...unavailabilityNameFields } as const

/** What may be asked of a period, complete with facts, actor and instant. */
export const UnavailabilityCommand = Schema.TaggedUnion({
  /** `employsPerson`: whether the person works in the school, as main or secondary assignment. */
  declareUnavailability: {
    ...named,
    reason: UnavailabilityReason,
    employsPerson: Schema.Boolean,
    overlapped: Schema.Array(OverlappedMission),
  },
  /** `convocation`: of another academy, when that is the source. */
  importUnavailability: {
    ...named,
    reason: UnavailabilityReason,
    convocation: Schema.NullOr(OtherConvocation),
    overlapped: Schema.Array(OverlappedMission),
  },
  /** By the school that declared it. */
  deleteUnavailability: named,
  /** The source no longer gives it. */
  withdrawUnavailability: named,
})
export type UnavailabilityCommand = typeof UnavailabilityCommand.Type
