/**
 * Who may use an activity, and how the menu shows it.
 *
 * @requirement UI-08, UI-09, UI-10, UI-11
 */
import * as Schema from "effect/Schema"
import type { Actor, Capacity } from "../../kernel/identity.ts"
import { type ActivityGroup, activityGroup, ActivityId } from "./model.ts"
import type { ActivityRefusal } from "./refusals.ts"
import type { Activity } from "./state.ts"

/** Tells whether somebody is of the management service (exams division), who reads any school. */
export const isManagement = ({ capacity }: Pick<Actor, "capacity">): boolean =>
  capacity === "exams-division"

/**
 * Gives why somebody cannot use an activity, if so. An exam centre's activity is for centre heads
 * alone, the management service included in the refusal. A school's is for its head and, closed or
 * not, for the management service, which reads; who is both heads uses each group as its head.
 * @example activityRefusal("service-record", "closed", "centre-head") // => { _tag: "activity.closed", activity: "service-record" }
 */
export const activityRefusal = (
  activity: ActivityId,
  state: Activity["_tag"],
  capacity: Capacity,
): ActivityRefusal | undefined => {
  if (activityGroup(activity) === "exam-centre") {
    if (capacity !== "centre-head") return { _tag: "activity.centre-head-only", activity, capacity }
  } else {
    if (isManagement({ capacity }) || capacity === "system") return undefined
    if (capacity !== "school-head") {
      return { _tag: "actor.not-allowed", command: activity, capacity }
    }
  }
  return state === "closed" ? { _tag: "activity.closed", activity } : undefined
}

/**
 * How the menu shows an activity; `reserved` when its group is for others than the reader. Which one
 * is current is the page's to say.
 */
export const MenuState = Schema.Literals(["not-opened", "accessible", "reserved"])
export type MenuState = typeof MenuState.Type

/** One line of the menu. */
export interface MenuLine {
  readonly group: ActivityGroup
  readonly activity: ActivityId
  readonly state: MenuState
}

/**
 * Gives the whole menu in its order, the school's group first. An activity that is not opened is
 * shown as such to everybody, so that nobody seeks what is closed. Who holds several capacities finds
 * accessible what one of them opens to him.
 */
export const menuOf = (
  states: Readonly<Record<ActivityId, Activity["_tag"]>>,
  capacities: ReadonlyArray<Capacity>,
): ReadonlyArray<MenuLine> =>
  ActivityId.literals.map((activity) => ({
    group: activityGroup(activity),
    activity,
    state: menuState(activity, states[activity], capacities),
  }))

const menuState = (
  activity: ActivityId,
  state: Activity["_tag"],
  capacities: ReadonlyArray<Capacity>,
): MenuState => {
  if (state === "closed") return "not-opened"
  return capacities.some((capacity) => activityRefusal(activity, state, capacity) === undefined)
    ? "accessible"
    : "reserved"
}
