/**
 * The door of exam missions (missions d'examen): what a portal needs to show a school its personnel,
 * to keep their unavailability and their competences, and to open the service's activities.
 */
export { ActivityCommand } from "./activity/commands.ts"
export { activityMachine } from "./activity/decider.ts"
export { ActivityEvent } from "./activity/events.ts"
export {
  ActivityGroup,
  activityGroup,
  ActivityId,
  CentreActivity,
  SchoolActivity,
} from "./activity/model.ts"
export { activityGrounds, ActivityRefusal } from "./activity/refusals.ts"
export { activityRefusal, type MenuLine, menuOf, type MenuState } from "./activity/rules.ts"
export { Activity } from "./activity/state.ts"
export { activityRef, activityType } from "./aggregates.ts"
export {
  closeActivity,
  enter,
  type Entrance,
  type OnActivity,
  openActivity,
  readActivity,
  setWelcome,
  WelcomeMessage,
} from "./application/activities.ts"
export { applicationGrounds, ApplicationRefusal } from "./application/refusals.ts"
export { competenceGrounds, CompetenceRefusal } from "./competence/refusals.ts"
export { entryGrounds, EntryRefusal } from "./competence-entry/refusals.ts"
export { ExamMissionsSetup, StaffDirectory, type StaffQuery } from "./ports.ts"
export { unavailabilityGrounds, UnavailabilityRefusal } from "./unavailability/refusals.ts"
export type { ExamMissionsRefusal, SentencesOf, Wording } from "./wording.ts"
