/** The English labels of tags, mirrored on the French ones. */
import type { Wording } from "../wording.ts"

/** The English label of each state; sentences of refusals quote them. */
export const statesEn: Wording["states"] = {
  none: "Interview not opened",
  "to-schedule": "Date to be set",
  proposed: "Date proposed to the agent",
  "not-held": "Interview not held",
  held: "Interview held, report being written",
  "in-circuit": "Report in the validation circuit",
  closed: "Interview closed",
  deleted: "Interview deleted",
}

/** The English label of each status. */
export const statusesEn: Wording["statuses"] = {
  "not-planned": "Not planned",
  planned: "Planned",
  held: "Held",
  closing: "Closing",
  closed: "Closed",
  deleted: "Deleted",
}

/** The English label of the status of a campaign. */
export const campaignStatusesEn: Wording["campaignStatuses"] = {
  "in-preparation": "In preparation",
  running: "Running",
  completed: "Completed",
}

/** The English name of what happened, as histories show it. */
export const actsEn: Wording["acts"] = {
  InterviewOpened: "Interview opened",
  InterviewPrepared: "Preparation notes recorded",
  InterviewProposed: "Date proposed",
  InterviewPostponed: "Date postponed",
  InterviewUnplanned: "Date withdrawn",
  InterviewHeld: "Interview held",
  InterviewNotHeld: "Interview not held",
  ReportDrafted: "Report drafted",
  ValidationStepCompleted: "Step of the circuit completed",
  NotificationTried: "Notification tried",
  CommentAdded: "Comment of the agent added",
  RevisionRequested: "Revision requested",
  RevisionDeclined: "Revision declined",
  ReportReturned: "Report returned to the direct superior",
  InterviewClosed: "Interview closed",
  ReportHandedOver: "Report handed to the personnel file",
  SuperiorReplaced: "Direct superior replaced",
  AuthorityReplaced: "Authority replaced",
  ReportCorrected: "Clerical error corrected",
  InterviewDeleted: "Interview deleted",
  AppealLodged: "Hierarchical appeal lodged",
  AppealAnswered: "Appeal answered",
  AppealUnanswered: "Appeal left without an answer",
  CommitteeReferred: "Committee referred to",
  OpinionRecorded: "Opinion of the committee",
  AppealDecided: "Decision of the authority after the opinion",
  FinalReportNotificationTried: "Notification of the final report tried",
  FinalReportNotified: "Final report notified",
  FinalReportAcknowledged: "Receipt of the final report acknowledged",
  FinalReportAcknowledgementRefused: "Receipt of the final report not acknowledged",
  AppealAuthorityReplaced: "Authority of the appeal replaced",
  FinalReportHandedOver: "Final report filed",
  ExportRequested: "Export requested",
  ExportTaken: "Export being made",
  ExportProgressed: "Export further made",
  ExportDelivered: "Export delivered",
  ExportFailed: "Export failed",
  ExportExpired: "Files of the export removed",
  DelegationGranted: "Delegation granted",
  DelegationRevoked: "Delegation revoked",
  CampaignOpened: "Campaign opened",
  CampaignCorrected: "Campaign corrected",
  InterviewsAdded: "Interviews added",
  DocumentsCirculated: "Documents circulated",
  ReminderSent: "Reminder sent",
  CampaignDeleted: "Campaign deleted",
}

/** The English label of each state of an appeal. */
export const appealStatesEn: Wording["appealStates"] = {
  none: "No appeal",
  lodged: "Hierarchical appeal lodged, answer awaited",
  answered: "Hierarchical appeal answered",
  unanswered: "Hierarchical appeal left without an answer",
  referred: "Committee referred to",
  decided: "Decision taken after the committee's opinion",
  concluded: "Final report received by the agent",
}

/** What the authority makes of an appeal. */
export const appealOutcomesEn: Wording["appealOutcomes"] = {
  granted: "appeal granted",
  "partly-granted": "appeal granted in part",
  rejected: "appeal rejected",
}

/** In which capacity somebody acts. */
export const capacitiesEn: Wording["capacities"] = {
  agent: "agent of the file",
  evaluator: "evaluator",
  "campaign-manager": "campaign manager",
  superior: "direct superior",
  authority: "appointing authority",
  "hr-service": "HR service",
  "school-head": "head of school",
  "centre-head": "head of exam centre",
  "exam-manager": "exam manager",
  "exams-division": "exams division",
  administrator: "administrator",
  system: "automatic processing",
}

/** How a notification is made. */
export const meansEn: Wording["means"] = {
  mail: "e-mail",
  portal: "web portal",
  "registered-letter": "registered letter with acknowledgement of receipt",
  "handed-over": "handed over against signature",
}

/** What became of a notification. */
export const fatesEn: Wording["fates"] = {
  sent: "sent",
  delivered: "delivered",
  opened: "opened by the agent",
  failed: "failed",
}

/** Why an interview was not held. */
export const notHeldReasonsEn: Wording["notHeldReasons"] = {
  "agent-absent": "agent was absent",
  "agent-refused": "agent refused",
  "superior-absent": "direct superior was absent",
}

/** What goes with a proposal. */
export const enclosuresEn: Wording["enclosures"] = {
  "report-template": "report template",
  "job-description": "job description",
}

/** What a training is for. */
export const purposesEn: Wording["purposes"] = {
  post: "adaptation to the post",
  evolution: "evolution of the trades",
  project: "professional project",
}
