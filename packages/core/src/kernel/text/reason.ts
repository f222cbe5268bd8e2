/** The reason that a person gives for an act (motif). */
import * as Schema from "effect/Schema"
import { multiLine } from "./bounded.ts"

/** A reason in the words of its author: at most 1,000 characters, several lines allowed. */
export const Reason = multiLine(1000).pipe(Schema.brand("Reason"))
export type Reason = typeof Reason.Type
