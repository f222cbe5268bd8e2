/**
 * The door of interviews and their campaigns (entretiens professionnels, campagnes d'entretiens):
 * what a portal needs to hold them, to report on them, to follow them.
 */
export {
  appealRef,
  appealType,
  campaignRef,
  campaignTombstoneRef,
  campaignType,
  delegationRef,
  delegationType,
  exportRef,
  exportType,
  interviewKey,
  type InterviewName,
  interviewRef,
  interviewType,
} from "./aggregates.ts"
export { AppealCommand } from "./appeal/commands.ts"
export { appealMachine } from "./appeal/decider.ts"
export { appealDocument, finalReportDocument } from "./appeal/documents.ts"
export { AppealEvent } from "./appeal/events.ts"
export {
  isRevised,
  lastRevised,
  type RevisedAppeal,
  unfiledReports,
} from "./appeal/rules/final-reports.ts"
export {
  AcknowledgedReport,
  Answer,
  AppealOutcome,
  AppealStateTag,
  Decision,
  FinalReport,
  Lodging,
  Opinion,
  Referral,
} from "./appeal/model.ts"
export { appealGrounds, AppealRefusal } from "./appeal/refusals.ts"
export {
  type AppealDeadlines,
  appealDeadlines,
  isAppealOpen,
  type LodgingFacts,
  lodgingFacts,
} from "./appeal/rules.ts"
export { Appeal, type AppealIn, type LodgedAppeal } from "./appeal/state.ts"
export { AppealRow, appeals } from "./appeal/views.ts"
export { type ActFailure, type ActNeeds, type OnInterview } from "./application/act.ts"
export {
  consultAppeal,
  listAppeals,
  readAppealDocument,
  readFinalReport,
} from "./application/interview/appeals-reading.ts"
export {
  acknowledgeFinalReport,
  answerAppeal,
  decideAppeal,
  lodgeHierarchicalAppeal,
  notifyFinalReport,
  recordAcknowledgementRefusal,
  recordNoAnswer,
  recordOpinion,
  referToCommittee,
  replaceAppealAuthority,
} from "./application/interview/appeals.ts"
export {
  addComment,
  completeStep,
  recordSignatureRefusal,
  requestRevision,
  returnReport,
  type StepDetails,
} from "./application/interview/circuit.ts"
export type { BulkFailure, BulkNeeds } from "./application/campaign/bulk.ts"
export { circulateDocuments, keepCampaignDocument } from "./application/campaign/documents.ts"
export {
  type CampaignFollowUp,
  followCampaign,
  type ManagerFigures,
  type StatusFigure,
} from "./application/campaign/figures.ts"
export {
  type BulkDone,
  deleteInterviews,
  type OnInterviews,
  replaceManager,
} from "./application/campaign/interviews.ts"
export {
  CampaignLine,
  type CampaignReader,
  campaignSorts,
  defaultCampaignSort,
  defaultInterviewSort,
  groupedByManager,
  InterviewLine,
  listCampaigns,
  listInterviews,
  type ManagerGroup,
} from "./application/campaign/reading.ts"
export {
  type CampaignFailure,
  correctCampaign,
  type OnCampaign,
} from "./application/campaign/act.ts"
export {
  type Asked,
  DeadlineLine,
  listDeadlines,
  PossibilityLine,
  proveDeadline,
  readDeadlineFeed,
  readDeadlineProof,
  readDeadlines,
} from "./application/interview/deadlines.ts"
export {
  appealsSheet,
  campaignsSheet,
  delegationsSheet,
  exportsSheet,
  interviewsSheet,
  ownInterviewsSheet,
} from "./application/lists.ts"
export { consultDelegation, listDelegations } from "./application/delegations-reading.ts"
export { grantDelegation, type OnDelegation, revokeDelegation } from "./application/delegations.ts"
export { InterviewDetail, interviewDetail } from "./application/interview/detail.ts"
export { deleteCampaign, type Erased, finishDeletions } from "./application/campaign/deletion.ts"
export {
  type AskingExport,
  type ExportFailure,
  fetchExportFile,
  listExports,
  readExport,
  type ReadingExport,
  requestExport,
  requestOwnFile,
} from "./application/exports/ask.ts"
export { expireExports, type RunExport, runNextExport } from "./application/exports/run.ts"
export { type FilePurpose, keepFile, readFile } from "./application/interview/files.ts"
export {
  correctClericalError,
  deleteInterview,
  replaceAuthority,
  replaceSuperior,
} from "./application/interview/hr-service.ts"
export { InterviewMail, listMails, resendMail } from "./application/interview/mails.ts"
export { openCampaign } from "./application/campaign/opening.ts"
export {
  addInterviews,
  type AddingInterviews,
  PopulationReport,
} from "./application/campaign/population.ts"
export {
  addPopulationFile,
  type AddingPopulationFile,
  PopulationFileReport,
} from "./application/campaign/population-file.ts"
export {
  consultInterview,
  filedKey,
  loadInterview,
  myInterviews,
  readBlankReport,
  readFormerReport,
  readPreparation,
  readReport,
  type Reading,
} from "./application/interview/reading.ts"
export { applicationGrounds, ApplicationRefusal } from "./application/refusals.ts"
export {
  type LeftOutManager,
  type PlannedReminder,
  planReminder,
  type ReminderDryRun,
  type Reminding,
  sendReminder,
} from "./application/campaign/reminders.ts"
export { type Purged, purgeExpired } from "./application/campaign/retention.ts"
export {
  type Done,
  handOverFinalReports,
  handOverReports,
  lapseSteps,
  recordSilences,
  scheduler,
} from "./application/scheduler.ts"
export {
  answerRevision,
  draftReport,
  postpone,
  prepareInterview,
  proposeDate,
  recordHeld,
  recordNotHeld,
  unplan,
} from "./application/interview/superior.ts"
export {
  printTrainingSynthesis,
  readTrainingSynthesis,
  type TrainingSynthesis,
} from "./application/exports/synthesis.ts"
export { CampaignCommand } from "./campaign/commands.ts"
export { campaignMachine } from "./campaign/decider.ts"
export { campaignBars, managerBars, progressChart } from "./campaign/documents.ts"
export { CampaignEvent } from "./campaign/events.ts"
export {
  CampaignChanges,
  CampaignStatus,
  CirculatedDocument,
  Creator,
  LeftOut,
  LeftOutReason,
  ReminderTarget,
  RemindableStatus,
} from "./campaign/model.ts"
export { campaignGrounds, CampaignRefusal } from "./campaign/refusals.ts"
export { campaignStatus, type StatusCounts } from "./campaign/rules/status.ts"
export { Campaign, type OpenCampaign } from "./campaign/state.ts"
export { CampaignRow, campaigns } from "./campaign/views.ts"
export { DelegationCommand } from "./delegation/commands.ts"
export { delegationMachine } from "./delegation/decider.ts"
export { DelegationEvent } from "./delegation/events.ts"
export { DelegableCapacity, DelegationName } from "./delegation/model.ts"
export { delegationGrounds, DelegationRefusal } from "./delegation/refusals.ts"
export { delegationActor, isInForce } from "./delegation/rules.ts"
export { Delegation } from "./delegation/state.ts"
export { DelegationRow, delegations, DelegationStateTag } from "./delegation/views.ts"
export { ExportCommand } from "./export/commands.ts"
export { exportMachine } from "./export/decider.ts"
export { ExportEvent } from "./export/events.ts"
export { ExportedFile, ExportFormat, ExportId, ExportSubject, formatsOf } from "./export/model.ts"
export { exportGrounds, ExportRefusal } from "./export/refusals.ts"
export { Export, type RequestedExport } from "./export/state.ts"
export { exportList, ExportRow } from "./export/views.ts"
export { InterviewCommand } from "./interview/commands.ts"
export { interviewMachine } from "./interview/decider.ts"
export {
  blankReportDocument,
  deadlineProofDocument,
  deadlinesDocument,
  interviewDocument,
  ownFileDocument,
  preparationDocument,
  proposalDocument,
  reportDocument,
  trainingNeedsDocument,
} from "./interview/documents.ts"
export { InterviewEvent } from "./interview/events.ts"
export {
  Comment,
  DurationMinutes,
  Enclosure,
  hasReached,
  Meeting,
  NextStep,
  NotHeldReason,
  Notification,
  NotificationFate,
  NotificationMeans,
  Objective,
  PreparationNote,
  Rating,
  Report,
  ReportPart,
  StateTag,
  Status,
  StepDone,
  Text,
  TrainingNeed,
  TrainingPurpose,
} from "./interview/model.ts"
export { interviewGrounds, InterviewRefusal } from "./interview/refusals.ts"
export {
  couldBeDone,
  datedActs,
  type Possibility,
  type PossibilityAnswer,
  type Question,
} from "./interview/rules/deadlines-possible.ts"
export { type Deadline, deadlinesOf } from "./interview/rules/deadlines.ts"
export { earliestDate } from "./interview/rules/planning.ts"
export { type Course, endOfPeriod, nextStep, startOfPeriod } from "./interview/rules/periods.ts"
export {
  Held,
  Interview,
  isReported,
  type OpenedInterview,
  type ReportedInterview,
  statusOf,
} from "./interview/state.ts"
export {
  agentInterviews,
  campaignInterviews,
  InterviewRow,
  interviewRow,
  InterviewTask,
  interviewTasks,
  notHeldInterviews,
  TrainingNeedRow,
  trainingNeeds,
} from "./interview/views.ts"
export { InterviewsSetup } from "./ports.ts"
export {
  CampaignTerms,
  InterviewYear,
  ObjectivesRange,
  TermsFault,
} from "./terms/model/campaign-terms.ts"
export {
  AppealRules,
  EnclosureKind,
  fromInterview,
  InterviewType,
  LateAct,
  Procedure,
  ProcedureFault,
  SourcedPeriod,
  Step,
  StepActor,
  StepId,
  StepKind,
  StepPeriod,
} from "./terms/model/procedure.ts"
export {
  Criterion,
  CriterionId,
  Level,
  LevelId,
  ReportTemplate,
  Section,
  SectionId,
  SectionKind,
  SectionSubject,
  TemplateFault,
} from "./terms/model/report-template.ts"
export {
  asylumCourt,
  economyFinance,
  externalSecurity,
  formerEconomyFinance,
  hrMemo,
  justice,
  localGovernment,
  managerInterview,
  nationalEducation,
  procedureByCode,
  schoolHeads,
  shippedProcedures,
  stateContract,
  stateDefault,
} from "./terms/procedures.ts"
export { procedureFaults, templateFaults, termsFaults } from "./terms/rules/coherence.ts"
export { shippedTemplates, templateByCode } from "./terms/templates.ts"
export type { InterviewsRefusal, RefusalSentences, Wording } from "./wording.ts"
export { wordingEn } from "./wording.en.ts"
export { wordingFr } from "./wording.fr.ts"
