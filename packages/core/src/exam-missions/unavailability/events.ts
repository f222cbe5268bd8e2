/** What happens to one period of unavailability. */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import {
  ImportSource,
  OtherConvocation,
  unavailabilityNameFields,
  UnavailabilityReason,
} from "./model.ts"

const named = { ...actFields, ...unavailabilityNameFields } as const

/** What happened to a period; `overlapped` are the numbers of the missions that it touches. */
export const UnavailabilityEvent = Schema.TaggedUnion({
  UnavailabilityDeclared: {
    ...named,
    reason: UnavailabilityReason,
    overlapped: Schema.Array(Schema.String),
  },
  UnavailabilityImported: {
    ...named,
    reason: UnavailabilityReason,
    convocation: Schema.NullOr(OtherConvocation),
    overlapped: Schema.Array(Schema.String),
  },
  UnavailabilityRemoved: named,
})
export type UnavailabilityEvent = typeof UnavailabilityEvent.Type

/** What happened to a source: a file changed what is kept of it, by how many periods. */
export const SourceEvent = Schema.TaggedUnion({
  SourceRefreshed: {
    ...actFields,
    source: ImportSource,
    added: Schema.Int,
    changed: Schema.Int,
    removed: Schema.Int,
  },
})
export type SourceEvent = typeof SourceEvent.Type
