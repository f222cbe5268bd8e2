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
export {
  activityRefusal,
  isManagement,
  type MenuLine,
  menuOf,
  MenuState,
} from "./activity/rules.ts"
export { Activity } from "./activity/state.ts"
export {
  activityRef,
  activityType,
  competenceEntryRef,
  competenceEntryType,
  competenceGenerationRef,
  competenceGenerationType,
  competenceSheetRef,
  competenceSheetType,
  unavailabilityRef,
  unavailabilitySourceRef,
  unavailabilitySourceType,
  unavailabilityType,
} from "./aggregates.ts"
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
export { type ConsultationFailure, type InStaff } from "./application/consultation/admission.ts"
export {
  type ExportFailure,
  exportMissions,
  exportTeachings,
  type MissionsSelected,
  printDetails,
  printMissions,
  printTeachings,
  type StaffFile,
  type StaffPrint,
  type StaffSelected,
} from "./application/consultation/exports.ts"
export {
  listStaff,
  proposedMissionYears,
  type StaffAsked,
  type StaffListing,
  staffSheet,
} from "./application/consultation/lists.ts"
export {
  consultMember,
  listEntryTeachings,
  listMemberAssignments,
  listMemberTeachings,
  listMemberUnavailabilities,
  type MemberQuery,
  type MemberRecap,
  type OnMember,
  printConvocationRecap,
} from "./application/consultation/person.ts"
export {
  entryTeachingsSheet,
  memberAssignmentsSheet,
  memberTeachingsSheet,
  memberUnavailabilitiesSheet,
} from "./application/consultation/member-sheets.ts"
export { printablePeople } from "./application/consultation/selection.ts"
export {
  importRegister,
  importStsWeb,
  type RegisterFile,
  type SentStsWebFile,
} from "./application/imports/files.ts"
export { type KnownRegister, knownRegisters, RegisterColumn } from "./application/imports/known.ts"
export { FileReport, LastImport, RegisterState } from "./application/imports/report.ts"
export type { ImportServices, SentFile } from "./application/imports/run.ts"
export {
  registerStates,
  registerTemplate,
  type TemplateFile,
} from "./application/imports/states.ts"
export {
  addCompetence,
  type CompetenceFailure,
  confirmCompetence,
  invalidateCompetence,
  type OnCompetence,
} from "./application/competence/acting.ts"
export {
  competentListing,
  CompetentPerson,
  listCompetentAgents,
  type LookingForAgents,
} from "./application/competence/competent.ts"
export {
  closeEntry,
  currentYear,
  type EntryFailure,
  type OnEntry,
  openEntry,
  readEntry,
  reopenEntry,
  validateEntry,
} from "./application/competence/entries.ts"
export {
  EntryLine,
  entryListing,
  listEntries,
  type ListingEntries,
} from "./application/competence/entry-list.ts"
export { generateCompetences } from "./application/competence/generation.ts"
export {
  competencesList,
  competentAgentsList,
  entriesList,
} from "./application/competence/lists.ts"
export {
  type EntriesOpened,
  openEntries,
  type OpeningEntries,
} from "./application/competence/openings.ts"
export type { PositionFailure, PositionNeeds } from "./application/competence/positions.ts"
export {
  AgentCompetences,
  competenceListing,
  listCompetences,
  readCompetenceHistory,
  readCompetences,
  type ReadingSheet,
} from "./application/competence/reading.ts"
export type { Generated, Generating } from "./application/competence/slices.ts"
export { suggestExamOptions, type Suggesting } from "./application/competence/suggestions.ts"
export { applicationGrounds, ApplicationRefusal } from "./application/refusals.ts"
export {
  type Declaration,
  type Declared,
  declareUnavailability,
  deleteUnavailability,
  type OnPerson,
  type UnavailabilityFailure,
} from "./application/unavailability/declaring.ts"
export {
  importUnavailabilities,
  type SourceFile,
  UnavailabilityImportReport,
} from "./application/unavailability/importing.ts"
export {
  type EntryRecap,
  readEntryRecap,
  readUnavailabilities,
  readUnavailability,
} from "./application/unavailability/reading.ts"
export { CompetenceCommand, Position } from "./competence/commands.ts"
export { competenceMachine } from "./competence/decider.ts"
export { authorsColumn } from "./competence/rules/authors-column.ts"
export { CompetenceEvent, GenerationEvent } from "./competence/events.ts"
export {
  AuthorMark,
  Competence,
  CompetenceAuthor,
  CompetenceMark,
  CompetenceStanding,
  ExamOptionId,
  OfferedAction,
  SystemGround,
} from "./competence/model.ts"
export { competenceGrounds, CompetenceRefusal } from "./competence/refusals.ts"
export { correspondences, examManagers, examOptions } from "./competence/registers.ts"
export {
  Correspondence,
  ExamFamily,
  ExamManager,
  type ExamOffer,
  ExamOption,
  usualExamOffer,
} from "./competence/regulation.ts"
export {
  authorship,
  type AuthorshipAction,
  type AuthorshipChange,
  type AuthorshipRefusal,
  marksAfter,
} from "./competence/rules/authorship.ts"
export { authorKey, isListed, markOf, type Marks } from "./competence/rules/marks.ts"
export {
  actionsOffered,
  competencesDefined,
  competencesOf,
  standing,
} from "./competence/rules/standing.ts"
export {
  bySubject,
  type CorrespondencesBySubject,
  type Yielded,
  yieldedBy,
} from "./competence/rules/yielded.ts"
export { CompetenceGeneration, CompetenceSheet } from "./competence/state.ts"
export {
  agentScope,
  CompetenceActLine,
  CompetenceLine,
  competences,
  CompetenceSheetRow,
  competentAgents,
  CompetentAgent,
  competentOn,
  generatedSheets,
} from "./competence/views.ts"
export { EntryCommand } from "./competence-entry/commands.ts"
export { entryMachine } from "./competence-entry/decider.ts"
export { EntryEvent } from "./competence-entry/events.ts"
export { entryKey, EntryName, EntryStatus } from "./competence-entry/model.ts"
export { entryGrounds, EntryRefusal } from "./competence-entry/refusals.ts"
export { CompetenceEntry } from "./competence-entry/state.ts"
export { competenceEntries, entriesOf, EntryRow } from "./competence-entry/views.ts"
export {
  AssignmentLine,
  assignmentSorts,
  EntryTeachingLine,
  entryTeachingSorts,
  StaffLine,
  StaffListName,
  staffLists,
  StaffPeriod,
  StaffRow,
  StaffSort,
  TeachingLine,
  teachingSorts,
} from "./consultation/model.ts"
export {
  definedFilter,
  staffEntries,
  type StaffSelection,
  staffSortRefusal,
  type StaffSources,
} from "./consultation/rules.ts"
export { AssignmentDate, MissionNumber, SessionPeriod } from "./mission/model.ts"
export type { Assignment, Mission } from "./mission/model.ts"
export { assignments, missions } from "./mission/registers.ts"
export { ExamMissionsSetup, StaffDirectory, type StaffQuery } from "./ports.ts"
export type { Post, School, StaffMember, Teaching } from "./staff-directory/model.ts"
export { ImportRemark } from "./staff-directory/model/remarks.ts"
export {
  fileGrounds,
  type FileRefusal,
  RegisterRefusal,
  StsWebRefusal,
} from "./staff-directory/refusals.ts"
export { people, posts, schools, teachings } from "./staff-directory/registers.ts"
export { UnavailabilityCommand } from "./unavailability/commands.ts"
export { unavailabilityMachine } from "./unavailability/decider.ts"
export { SourceEvent, UnavailabilityEvent } from "./unavailability/events.ts"
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
  UnavailabilityWarning,
  UntoldManager,
} from "./unavailability/model.ts"
export { LocalMinute, OriginCode, SourceCode } from "./unavailability/model/codes.ts"
export { sentConvocations, sentPeriods } from "./unavailability/registers.ts"
export { unavailabilityGrounds, UnavailabilityRefusal } from "./unavailability/refusals.ts"
export {
  isDeletableBy,
  type OccupiedDate,
  otherAcademyReason,
  overlap,
  touchesDates,
} from "./unavailability/rules.ts"
export { Unavailability } from "./unavailability/state.ts"
export {
  personScope,
  sourceScope,
  unavailabilities,
  UnavailabilityLine,
  UnavailabilityRow,
} from "./unavailability/views.ts"
export type { ImportWords } from "./wording/import-words.ts"
export type { ExamMissionsRefusal, SentencesOf, Wording } from "./wording.ts"
export { wordingEn } from "./wording.en.ts"
export { wordingFr } from "./wording.fr.ts"
