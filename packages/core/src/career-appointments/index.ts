/**
 * The door of career appointments (rendez-vous de carrière): what a portal needs to convene agents
 * and to show them their appointments.
 */
export {
  appointmentSetType,
  campaignRef,
  campaignType,
  type FileName,
  fileRef,
} from "./aggregates.ts"
export { accept, requestPostponement } from "./application/agent.ts"
export { type ActFailure, type ActNeeds, type OnFile } from "./application/act.ts"
export { enrolAll, type EnrolmentLine } from "./application/enrolment.ts"
export {
  answerPostponement,
  modifyAppointment,
  recordOutcome,
  setAppointments,
} from "./application/evaluator.ts"
export { filesSheet, portalSheet } from "./application/lists.ts"
export { FileMail, listMails, resendMail } from "./application/mails.ts"
export {
  cancelSet,
  createCampaign,
  enrol,
  type NamedEvaluators,
  replaceEvaluator,
} from "./application/manager.ts"
export {
  agentPortal,
  CampaignFollowUp,
  FileDetail,
  fileDetail,
  FileLine,
  followCampaign,
  labelsOf,
  listFiles,
  openFile,
  readConvocation,
  type Reader,
} from "./application/reading.ts"
export { applicationGrounds, ApplicationRefusal, EnrolmentFault } from "./application/refusals.ts"
export { remind, Reminders } from "./application/reminders.ts"
export { AppointmentSetCommand, Booking, SettingFacts } from "./appointment-set/commands.ts"
export { appointmentSetMachine } from "./appointment-set/decider.ts"
export { convocationDocument } from "./appointment-set/documents.ts"
export { AppointmentSetEvent, Evaluators } from "./appointment-set/events.ts"
export {
  Appointment,
  EnteredAppointment,
  Occurrence,
  Outcome,
  Place,
  Reason,
} from "./appointment-set/model.ts"
export { type Correspondence, messagesOf } from "./appointment-set/policies.ts"
export {
  acknowledgeable,
  appointmentSetGrounds,
  AppointmentSetRefusal,
} from "./appointment-set/refusals.ts"
export { effectOfSave, missingSlots } from "./appointment-set/rules/completeness.ts"
export { overlap, uncheckedPolicies } from "./appointment-set/rules/schedule.ts"
export { AppointmentSet, isIssued } from "./appointment-set/state.ts"
export {
  agentFiles,
  campaignFiles,
  evaluatorBookings,
  FileRow,
  fileRow,
} from "./appointment-set/views.ts"
export { campaignMachine } from "./campaign/decider.ts"
export {
  Campaign,
  CampaignId,
  CampaignTemplate,
  CampaignTerms,
  Policies,
  Role,
  RoleId,
  SchoolBreak,
  Slot,
  SlotId,
  SlotName,
  templateFaults,
} from "./campaign/model.ts"
export { campaignGrounds, CampaignRefusal } from "./campaign/refusals.ts"
export {
  agregeTeachers,
  certifiedTeachers,
  educationAdvisers,
  guidancePsychologists,
  learningPsychologists,
  noPolicies,
  primaryTeachers,
  readyTemplates,
  replacementTeachers,
  teachersPolicies,
  vocationalTeachers,
} from "./campaign/templates.ts"
export { type CareerMeeting, eligibility, type Eligibility } from "./eligibility.ts"
export { CareerAppointmentsSetup } from "./ports.ts"
export type { CareerAppointmentsRefusal, RefusalSentences, Wording } from "./wording.ts"
export { wordingEn } from "./wording.en.ts"
export { wordingFr } from "./wording.fr.ts"
