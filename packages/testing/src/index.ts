/** Given/when/then, arbitraries, in-memory ports and the contract suites every port must pass. */
export {
  type Contract,
  ContractBroken,
  type ContractCase,
  contractCase,
  expectSame,
  failureOf,
  minute,
} from "./contracts/case.ts"
export {
  type Line,
  lineOf,
  type LineRow,
  linesView,
  newNotebook,
  type Notebook,
  type NotebookEvent,
  notebookId,
  notebookType,
} from "./contracts/notebook.ts"
export { accessLogContract } from "./contracts/access-log.ts"
export { bulkContract } from "./contracts/bulk.ts"
export { subjectViewsContract } from "./contracts/lists.ts"
export { outboxContract } from "./contracts/outbox.ts"
export { personnelFileContract } from "./contracts/personnel-file.ts"
export { documentStorageContract } from "./contracts/documents.ts"
export { idempotencyKeysContract } from "./contracts/idempotency-keys.ts"
export { newIdsContract } from "./contracts/new-ids.ts"
export { contractPeople, peopleDirectoryContract } from "./contracts/people.ts"
export { sessionsContract } from "./contracts/sessions.ts"
export { settingsContract } from "./contracts/settings.ts"
export { staffDirectoryContract } from "./contracts/staff-directory.ts"
export {
  assignmentOf,
  awayOf,
  memberOf,
  postOf,
  putStaff,
  someStaff,
} from "./contracts/staff-samples.ts"
export { storageContract } from "./contracts/storage.ts"
export { storedEventsContract } from "./contracts/stored-events.ts"
export {
  commitOf,
  type ContractSubject,
  messageAbout,
  notebookSubject,
} from "./contracts/subject.ts"
export { viewsContract } from "./contracts/views.ts"
export { type Post as ContractPost, posts as contractPosts } from "./contracts/imported-posts.ts"
export { type Putting, registerHeld, registerPut } from "./contracts/imported-rows.ts"
export { registersContract } from "./contracts/imported-registers.ts"
export { postTable } from "./arbitraries/registers.ts"
export { layerAccessLogMemory } from "./memory/access-log.ts"
export { layerMemory, makeMemory, type Memory } from "./memory/layer.ts"
export { CapturedMail, layerMailCapture, type MailScript, takesAll } from "./memory/mail.ts"
export { layerPeopleDirectory, type People } from "./memory/people.ts"
export { layerPersonnelFileMemory } from "./memory/personnel-file.ts"
export { layerDocumentStorageMemory } from "./memory/documents.ts"
export { layerIdempotencyKeysMemory } from "./memory/idempotency-keys.ts"
export { layerRegistersMemory } from "./memory/imported-registers.ts"
export { layerNewIdsCounter } from "./memory/new-ids.ts"
export { layerSessionsMemory } from "./memory/sessions.ts"
export { layerSettingsMemory } from "./memory/settings.ts"
export { layerStaffDirectoryMemory } from "./memory/staff-directory.ts"
export { deepFrozen, difference, isSame } from "./structural.ts"
export { appealCommand, appealRules } from "./arbitraries/appeals.ts"
export {
  competenceCommand,
  competenceOption,
  entryCommand,
  systemGround,
} from "./arbitraries/exam-missions/competence.ts"
export { appointmentSetCommand, campaignTerms } from "./arbitraries/career-appointments.ts"
export {
  filledReport,
  interviewCommand,
  interviewCommandUnder,
  interviewTerms,
  interviewTermsWith,
} from "./arbitraries/interviews.ts"
export { civilDate, civilTime, instant, personId, personName, zone } from "./arbitraries/kernel.ts"
export {
  declaringSchool,
  importSource,
  unavailabilityCommand,
  unavailabilityMoment,
  unavailabilityName,
  unavailabilityPeriod,
  unavailabilityReason,
} from "./arbitraries/unavailability.ts"
export { type Decided, type Given, given, givenState } from "./machine/given.ts"
export {
  eventsSurviveJson,
  foldsInTwoParts,
  inputsAreOnlyRead,
  type MachineLaw,
  machineLaws,
  refusalsLeaveTheState,
  undeclaredPairsAreIllegal,
} from "./machine/laws.ts"
export { seesDeclaredTransitions } from "./machine/transitions.ts"
export { type Step, type Walk, walkMachine } from "./machine/walk.ts"
