/** The English texts of papers, mirrored on the French ones. */
import { deadlinesEn } from "./deadlines.en.ts"
import type { DocumentWords } from "./document-words.ts"

const common: DocumentWords["common"] = {
  edition: (at) => `Edited on ${at}`,
  pageLabel: "Page {page} of {pages}",
  reference: (campaign) => `Campaign: ${campaign}`,
  salutation: "Dear Sir or Madam,",
  none: "None",
  agent: "Agent (staff member)",
  superior: "Direct superior",
  authority: "Authority",
  year: "Year",
  referencePeriod: "Reference period",
  period: (from, until) => `from ${from} to ${until}`,
  status: "State",
  date: "Day",
  time: "Time",
  place: "Place",
  duration: "Duration",
  participants: "Present at the interview",
  interviewDate: "Date of the interview",
  late: (date, limit) => `${date} (after the limit of ${limit})`,
}

const proposal: DocumentWords["proposal"] = {
  title: "Proposal of a date for an interview",
  opening: (campaign, superior) =>
    `As part of the campaign “${campaign}”, ${superior}, your direct superior, proposes the interview below.`,
  postponed: "This proposal replaces the former one",
  formerly: (date, reason) => `Former date: ${date}. Reason of the postponement: ${reason}`,
  conduct:
    "The interview is between you and your direct superior, without the presence of a third party.",
  enclosures: "Enclosed documents",
  enclosed: (label, file) => (file === undefined ? label : `${label}: ${file}`),
  fileName: (agent, year) => `interview-proposal-${agent}-${year}.pdf`,
}

const report: DocumentWords["report"] = {
  title: (year) => `Interview report ${year}`,
  blankTitle: (year) => `Interview report template ${year}`,
  draftTitle: (year) => `Draft interview report ${year}`,
  finalTitle: (year) => `Final interview report ${year}`,
  blankEdition: (template, from) => `Template: ${template}, version of ${from}`,
  draftNotice: [
    "Draft",
    "This report is neither signed nor communicated to the agent. It can still change.",
  ],
  finalNotice: (outcome, date) => [
    "Final report after an appeal",
    `This report replaces the former one after the agent's appeal. Decision of ${date}: ${outcome}.`,
  ],
  toFill: {
    superior: "To be filled in by the direct superior.",
    agent: "To be filled in by the agent.",
  },
  required: "This section is required.",
  attention: "This section deserves particular attention.",
  tableOf: {
    objectives: "Objectives set",
    "training-needs": "Needs expressed",
    criteria: "Level of each criterion",
  },
  objective: (text, collective) =>
    collective === undefined ? text : `${text} (serves the collective objective: ${collective})`,
  objectiveColumns: ["Objective", "Collective objective served"],
  needColumns: ["Need", "Purpose"],
  noNeed: "The agent expressed no training need.",
  criterionColumn: "Criterion",
  ratingMark: "X",
  agentComments: "Comments of the agent",
  comment: (date, text) => `Comment of the agent, ${date}: ${text}`,
  noComment: "The agent has made no comment.",
  attachments: "Attached files",
  correction: (date) => `Clerical error corrected on ${date}`,
  correctionReason: (reason) => `Reason: ${reason}`,
  formerText: (text) => `Former text: ${text}`,
  circuit: "Signatures, endorsement and notification",
  finalOf: (authority) => `Report revised by ${authority}.`,
  acknowledged: (date) => `The agent acknowledged receipt of the final report on ${date}.`,
  appealNotice: "Means and periods of appeal",
  fileName: (agent, year) => `report-${agent}-${year}.pdf`,
  blankFileName: (year) => `report-template-${year}.pdf`,
  finalFileName: (agent, year) => `final-report-${agent}-${year}.pdf`,
}

const steps: DocumentWords["steps"] = {
  by: "By",
  on: "On",
  due: "Last day of the period",
  remaining: "To be done by",
  toDo: "to do",
  doneLate: (due) => `late (last day ${due})`,
  lapsed: (due) => `The period ended on ${due} without the agent declaring the report complete.`,
  endedWithoutAgent: (date, by) =>
    `Step ended on ${date} by ${by}, without the agent having declared the report complete.`,
  withoutAgent: "without the agent having declared the report complete",
  onBehalfOf: (delegate, delegator) => `${delegate}, by delegation of ${delegator}`,
  observations: "Observations of the authority",
  noObservation: "Without observation.",
  notified: (means, fate, date) => `Notification: ${means}, ${fate} on ${date}.`,
  tried: (means, fate, date) => `Notification without effect: ${means}, ${fate} on ${date}.`,
  attests:
    "The agent's signature attests knowledge of the report, not agreement with what it says.",
  signed: (date) => `Signed on ${date}`,
  dateAndSignature: "Date and signature:",
  signatureRefused: (date, witness) => `The agent refused to sign on ${date}. Witness: ${witness}`,
  progress: "Progress of the validation circuit",
  progressColumns: ["Step", "By", "On", "Last day of the period"],
}

const preparation: DocumentWords["preparation"] = {
  title: (year) => `Preparation file of the interview ${year}`,
  documents: "Documents of the file",
  documentColumns: ["Document", "Enclosed"],
  formerReport: (year) => `Report of the interview ${year} (year N-1)`,
  blankReport: (year) => `Blank copy of the report ${year}`,
  enclosed: "goes with the file",
  notes: "Points to prepare",
  noteColumns: ["Point", "Your notes"],
  conduct: "Reminders for the conduct of the interview",
  minimum: (minutes) => `Least time of the interview: ${minutes}.`,
  attention: (sections) => `Sections that deserve particular attention: ${sections}.`,
  fileName: (agent, year) => `interview-preparation-${agent}-${year}.pdf`,
}

const training: DocumentWords["training"] = {
  title: "Synthesis of the training needs",
  counts: (needs, agents) =>
    `Needs in the communicated reports: ${needs}; agents concerned: ${agents}.`,
  byPurpose: "By purpose",
  byManager: "By manager",
  managerTable: "Needs expressed, by manager",
  columns: ["Need", "Staff"],
  managerColumns: ["Manager", "Need", "Purpose", "Staff"],
  fileName: (campaign) => `training-needs-${campaign}.pdf`,
}

const file: DocumentWords["file"] = {
  title: (year) => `Interview file ${year} of the agent`,
  sheetTitle: (year) => `Interview sheet ${year}`,
  acts: "Acts of the file",
  actColumns: ["Day and time", "Act", "Author", "Details"],
  unknownPerson: (capacity, id) => `${capacity} (${id})`,
  reason: (reason) => `Reason: ${reason}`,
  fromTo: (former, now) => `${now} (formerly: ${former})`,
  notHeld: "Interview not held",
  postponements: "Number of postponements",
  fileName: (agent, year) => `interview-file-${agent}-${year}.pdf`,
  sheetFileName: (agent, year) => `interview-${agent}-${year}.pdf`,
}

/** The English texts of all papers of interviews. */
export const documentsEn: DocumentWords = {
  common,
  proposal,
  report,
  steps,
  preparation,
  training,
  file,
  deadlines: deadlinesEn,
}
