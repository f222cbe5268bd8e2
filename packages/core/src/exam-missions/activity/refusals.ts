/** Why an activity is refused to somebody. */
import * as Schema from "effect/Schema"
import { Capacity } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { ActivityId } from "./model.ts"

/** Why an activity cannot be used or changed, with the values that explain it. */
export const ActivityRefusal = Schema.TaggedUnion({
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "activity.closed": { activity: ActivityId },
  "activity.centre-head-only": { activity: ActivityId, capacity: Capacity },
})
export type ActivityRefusal = typeof ActivityRefusal.Type

/** The requirements behind each refusal. */
export const activityGrounds: Readonly<Record<ActivityRefusal["_tag"], Grounds>> = {
  "actor.not-allowed": { requirements: ["UI-08"] },
  "activity.closed": { requirements: ["UI-08"] },
  "activity.centre-head-only": { requirements: ["UI-11"] },
}
