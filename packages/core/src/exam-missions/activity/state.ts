/** The states of an activity in one academy. */
import * as Schema from "effect/Schema"
import { ActivityEvent } from "./events.ts"

const keptFields = { acts: Schema.Array(ActivityEvent) } as const

/** An activity is closed until the management service opens it. */
export const Activity = Schema.TaggedUnion({ closed: keptFields, open: keptFields })
export type Activity = typeof Activity.Type
