/** What happens to an activity. */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import { ActivityId } from "./model.ts"

/** What happened to an activity. */
export const ActivityEvent = Schema.TaggedUnion({
  ActivityOpened: { ...actFields, activity: ActivityId },
  ActivityClosed: { ...actFields, activity: ActivityId },
})
export type ActivityEvent = typeof ActivityEvent.Type
