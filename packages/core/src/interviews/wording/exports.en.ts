/** The English texts of exports, of documents circulated and of population files. */
import { quotedEn } from "../../kernel/text.ts"
import type { ExportWords } from "./export-words.ts"

const populationEn: ExportWords["population"]["faults"] = {
  "column-missing": "The column is missing.",
  "agent-missing": "The agent is missing.",
  "agent-unknown": "The directory does not know the agent.",
  "agent-twice": "The agent stands on an earlier line already.",
  "agent-already-has-interview": "The agent has an interview of this type for this year.",
  "superior-missing": "The manager is missing.",
  "superior-unknown": "The directory does not know the manager.",
  "superior-is-agent": "The agent cannot be his own manager.",
  "authority-missing": "The authority is missing.",
  "authority-unknown": "The directory does not know the authority.",
  "authority-is-agent": "The agent cannot endorse his own report.",
  "authority-is-superior": "The direct superior cannot endorse the report that he signs.",
}

/** The English texts of exports and population files. */
export const exportsEn: ExportWords = {
  states: {
    requested: "Waiting",
    running: "Running",
    delivered: "Sent",
    expired: "Expired",
    failed: "Failed",
  },
  labels: {
    campaign: (campaign, format) => `${format.toUpperCase()} export of the campaign ${campaign}`,
    print: (campaign, interviews) =>
      `Print of interviews of the campaign ${campaign} (number: ${interviews})`,
    ownFile: "The agent's interview file",
    trainingNeeds: (campaign) => `Synthesis of the training needs of the campaign ${campaign}`,
  },
  ownFile: {
    subject: "Your interview file",
    body: () =>
      "You asked for all that is kept of your interviews. Here it is, with the history of each.",
  },
  trainingNeeds: {
    subject: (campaign) => `Training needs: ${campaign}`,
    body: "The synthesis of the training needs expressed in the reports is ready.",
  },
  failed: {
    subject: (label) => `Failed: ${label}`,
    body: "The export that you asked for could not be made, although it was tried several times. You may ask for it again; if it fails again, tell the administrator of the platform.",
  },
  archive: (campaign, number) => `interviews-${campaign}-${number}.zip`,
  ownFileName: (agent) => `interview-file-${agent}.zip`,
  consultations: {
    name: "Consultations",
    columns: ["Date", "Person", "Capacity", "What", "Interview"],
    fileName: "consultations.csv",
  },
  trainingSheet: {
    name: "Training needs",
    columns: ["Need", "Purpose", "Manager", "Agents"],
    fileName: (campaign) => `training-needs-${campaign}.xlsx`,
  },
  circulated: {
    subject: (campaign) => `Documents for your interview: ${campaign}`,
    body: (documents) =>
      documents === 1
        ? "Your manager sends you a document for your interview:"
        : "Your manager sends you documents for your interview:",
  },
  population: {
    sentence: ({ line, column, code, value }) =>
      `Line ${line}, column ${quotedEn(column)}${value === "" ? "" : ` (${value})`}: ${populationEn[code]}`,
    faults: populationEn,
    warnings: {
      "agent-without-address": "The agent has no valid e-mail address.",
      "superior-without-address": "The manager has no valid e-mail address.",
      "circular-managers": "Through his managers, the agent is his own manager.",
      "superior-with-many-agents": "The manager has a great number of agents.",
    },
  },
}
