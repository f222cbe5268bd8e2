/** The states of one period of unavailability; they stand apart because a state keeps its acts. */
import * as Schema from "effect/Schema"
import { SourceEvent, UnavailabilityEvent } from "./events.ts"
import { OtherConvocation, unavailabilityNameFields, UnavailabilityReason } from "./model.ts"

const keptFields = {
  ...unavailabilityNameFields,
  reason: UnavailabilityReason,
  acts: Schema.NonEmptyArray(UnavailabilityEvent),
} as const

/** The states of a period; after `removed` the same period can be declared or imported again. */
export const Unavailability = Schema.TaggedUnion({
  none: {},
  declared: keptFields,
  imported: { ...keptFields, convocation: Schema.NullOr(OtherConvocation) },
  removed: keptFields,
})
export type Unavailability = typeof Unavailability.Type

/**
 * What is kept of a source: its last file that changed something. Imports of one source follow one
 * another by it.
 */
export const SourceHistory = Schema.TaggedUnion({ none: {}, refreshed: { last: SourceEvent } })
export type SourceHistory = typeof SourceHistory.Type
