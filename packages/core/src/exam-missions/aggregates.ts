/** The kinds of aggregates of the context, as stores keep them, and their names. */
import type { TenantId } from "../kernel/identity.ts"
import type { AggregateId, AggregateType } from "../kernel/ports.ts"
import { activityMachine } from "./activity/decider.ts"
import type { ActivityEvent } from "./activity/events.ts"
import type { ActivityId } from "./activity/model.ts"
import type { Activity } from "./activity/state.ts"

/** An activity of an academy's service; its key is its name. */
export const activityType: AggregateType<Activity, ActivityEvent> = {
  kind: "exam-activity",
  initial: activityMachine.initial,
  eventVersion: 1,
  views: [],
  evolve: activityMachine.evolve,
  upgrade: (event) => event as ActivityEvent,
}

/** Names an activity of an academy. */
export const activityRef = (
  tenant: TenantId,
  activity: ActivityId,
): AggregateId<Activity, ActivityEvent> => ({ tenant, type: activityType, key: activity })
