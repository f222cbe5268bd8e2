/** What can be asked of an activity: open it in the academy, close it. */
import * as Schema from "effect/Schema"
import { actFields } from "../../kernel/event.ts"
import { ActivityId } from "./model.ts"

/** What may be asked of an activity; only the management service (exams division) may. */
export const ActivityCommand = Schema.TaggedUnion({
  openActivity: { ...actFields, activity: ActivityId },
  closeActivity: { ...actFields, activity: ActivityId },
})
export type ActivityCommand = typeof ActivityCommand.Type
