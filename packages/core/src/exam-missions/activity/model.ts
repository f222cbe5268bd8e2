/**
 * Activities (activités): the features of the service, which the management service opens or not in
 * its academy, and the two groups of its menu.
 *
 * @requirement UI-08, UI-10, UI-11
 */
import * as Schema from "effect/Schema"

/** The activities of the school group (Établissement), in the order of the menu. */
export const SchoolActivity = Schema.Literals([
  "staff-consultation",
  "unavailability-entry",
  "competence-entry",
  "competence-validation",
])

/** The activities of the centre group (Centre Examen), in the order of the menu. */
export const CentreActivity = Schema.Literals([
  "mission-consultation",
  "convocation-by-mission",
  "service-record",
  "centre-signature",
  "school-signature",
  "centre-allowances",
  "other-academies",
])

/** A named feature of the service. */
export const ActivityId = Schema.Literals([
  ...SchoolActivity.literals,
  ...CentreActivity.literals,
]).annotate({ identifier: "ActivityId" })
export type ActivityId = typeof ActivityId.Type

/** The groups of the menu: what a school does, and what an exam centre does. */
export const ActivityGroup = Schema.Literals(["school", "exam-centre"])
export type ActivityGroup = typeof ActivityGroup.Type

const isCentreActivity = Schema.is(CentreActivity)

/**
 * Gives the group of an activity.
 * @example activityGroup("service-record") // => "exam-centre"
 */
export const activityGroup = (activity: ActivityId): ActivityGroup =>
  isCentreActivity(activity) ? "exam-centre" : "school"
