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
export { activityRef, activityType, unavailabilityRef, unavailabilityType } from "./aggregates.ts"
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
export {
  AssignmentLine,
  StaffLine,
  StaffListName,
  staffLists,
  StaffPeriod,
  StaffSort,
  TeachingLine,
} from "./consultation/model.ts"
export {
  definedFilter,
  definedView,
  staffEntries,
  type StaffSelection,
  staffSortRefusal,
  type StaffSources,
} from "./consultation/rules.ts"
export { AssignmentDate } from "./mission/model.ts"
export type { Assignment, Mission } from "./mission/model.ts"
export { assignments, missions } from "./mission/registers.ts"
export { ExamMissionsSetup, StaffDirectory, type StaffQuery } from "./ports.ts"
export type { Post, School, StaffMember, Teaching } from "./staff-directory/model.ts"
export { people, posts, schools, teachings } from "./staff-directory/registers.ts"
export { UnavailabilityCommand } from "./unavailability/commands.ts"
export { unavailabilityMachine } from "./unavailability/decider.ts"
export { UnavailabilityEvent } from "./unavailability/events.ts"
export {
  ImportSource,
  localMinute,
  Moment,
  Origin,
  originCode,
  originOfCode,
  OtherConvocation,
  OverlappedMission,
  unavailabilityKey,
  UnavailabilityName,
  UnavailabilityPeriod,
  UnavailabilityReason,
} from "./unavailability/model.ts"
export { unavailabilityGrounds, UnavailabilityRefusal } from "./unavailability/refusals.ts"
export {
  isDeletableBy,
  type OccupiedDate,
  otherAcademyReason,
  overlap,
  touches,
} from "./unavailability/rules.ts"
export { Unavailability } from "./unavailability/state.ts"
export {
  personScope,
  sourceScope,
  unavailabilities,
  UnavailabilityLine,
  UnavailabilityRow,
} from "./unavailability/views.ts"
export type { ExamMissionsRefusal, SentencesOf, Wording } from "./wording.ts"
