/**
 * Who may use an activity, and how the menu shows it.
 *
 * @requirement UI-08, UI-09, UI-10, UI-11
 */
import type { Actor, Capacity } from "../../kernel/identity.ts"
import { type ActivityGroup, activityGroup, ActivityId } from "./model.ts"
import type { ActivityRefusal } from "./refusals.ts"
import type { Activity } from "./state.ts"

/** The capacities of those who manage the service: closing an activity does not bar them. */
const managing: ReadonlyArray<Capacity> = ["exams-division", "administrator", "system"]

/**
 * Gives why somebody cannot use an activity, if so. An exam centre's activity is for centre heads
 * alone, whether open or not; the management service always may.
 * @example activityRefusal("service-record", "closed", "centre-head") // => { _tag: "activity.closed", activity: "service-record" }
 */
export const activityRefusal = (
  activity: ActivityId,
  state: Activity["_tag"],
  capacity: Capacity,
): ActivityRefusal | undefined => {
  if (managing.includes(capacity)) return undefined
  if (activityGroup(activity) === "exam-centre" && capacity !== "centre-head") {
    return { _tag: "activity.centre-head-only", activity, capacity }
  }
  return state === "closed" ? { _tag: "activity.closed", activity } : undefined
}

/** How the menu shows an activity; which one is current is the page's to say. */
export type MenuState = "not-opened" | "accessible" | "centre-heads-only"

/** One line of the menu. */
export interface MenuLine {
  readonly group: ActivityGroup
  readonly activity: ActivityId
  readonly state: MenuState
}

/**
 * Gives the whole menu in its order, the school's group first. An activity that is not opened is
 * shown as such to everybody, so that nobody seeks what is closed.
 */
export const menuOf = (
  states: Readonly<Record<ActivityId, Activity["_tag"]>>,
  { capacity }: Pick<Actor, "capacity">,
): ReadonlyArray<MenuLine> =>
  ActivityId.literals.map((activity) => ({
    group: activityGroup(activity),
    activity,
    state: menuState(activity, states[activity], capacity),
  }))

const menuState = (
  activity: ActivityId,
  state: Activity["_tag"],
  capacity: Capacity,
): MenuState => {
  if (state === "closed") return "not-opened"
  return activityRefusal(activity, state, capacity) === undefined
    ? "accessible"
    : "centre-heads-only"
}
