/** The English wording, mirrored on the French; the labels of roles and slots stay the campaign's. */
import { longDateEn } from "../kernel/calendar.ts"
import { listsEn } from "./wording/lists.en.ts"
import { refusalsEn } from "./wording/refusals.en.ts"
import { statesEn } from "./wording/states.en.ts"
import type { PrintedAppointment, Wording } from "./wording.ts"

const when = ({ date, hours, place }: PrintedAppointment) => `${date}, ${hours}, ${place}`

/** All the texts in English. */
export const wordingEn: Wording = {
  language: "en",
  states: statesEn,
  modified: "The appointment has been modified",
  outcomes: {
    held: "Appointment held",
    "agent-absent": "Agent absent",
    "not-held": "Appointment not held",
  },
  acts: {
    SetOpened: "File opened",
    EvaluatorReplaced: "Evaluator replaced",
    AppointmentsSet: "Appointments set",
    ConvocationIssued: "Convocation issued",
    ConvocationAccepted: "Convocation accepted",
    PostponementRequested: "Postponement requested",
    PostponementWithdrawn: "Postponement request withdrawn",
    AppointmentMaintained: "Appointment maintained",
    AppointmentModified: "Appointment modified",
    AppointmentOutcomeRecorded: "Outcome of the appointment recorded",
    SetCancelled: "File cancelled",
  },
  refusals: refusalsEn,
  dates: {
    long: longDateEn,
    hours: (start, end) => `from ${start} to ${end}`,
    zone: (zone) => zoneNamesEn[zone] ?? zone,
  },
  lists: listsEn,
  convocation: {
    title: "Convocation to career appointments",
    reference: (campaign) => `Campaign: ${campaign}`,
    salutation: "Dear Sir or Madam,",
    opening: (campaign) =>
      `As part of the campaign “${campaign}”, you are convened to the appointments below, set by all your evaluators.`,
    tableCaption: "Appointments set by the evaluators",
    columns: ["Appointment", "Evaluator", "Date", "Hours", "Place"],
    localHours: "Hours are those of the place of the appointment.",
    changedTitle: (edition) => `This convocation (edition ${edition}) replaces the former one`,
    changedLine: (before, after) => `${after.label}: ${when(after)} (formerly: ${when(before)}).`,
    changedEvaluator: (role, before, after) =>
      `Evaluator (${role}): ${after} (formerly: ${before}).`,
    answer:
      "You can accept these appointments, or ask to postpone one or more of them, from the agent portal.",
    edition: (at) => `Edited on ${at}`,
    pageLabel: "Page {page} / {pages}",
    fileName: (agent, edition) =>
      `convocation-${agent}${edition > 1 ? `-edition-${edition}` : ""}.pdf`,
  },
  mails: {
    greeting: (name) => `Dear ${name},`,
    closing: (organizer) => `Yours faithfully,\n${organizer}`,
    issued: {
      subject: "Convocation to your career appointments",
      body: (count) =>
        count === 1
          ? "Your career appointment is set. Your convocation is attached, with an invitation for your calendar."
          : `Your ${count} career appointments are set. Your convocation is attached, with one invitation for each appointment for your calendar.`,
    },
    reissued: {
      subject: "Modified convocation: your career appointments",
      body: "One of your appointments has been modified. The attached convocation replaces the former one; the attached invitations update your calendar.",
    },
    maintained: {
      subject: "Your career appointments are maintained",
      body: "Your postponement request has been examined. Your convocation remains valid; please answer it again.",
      line: (appointment, reason) =>
        `${appointment.label}, ${when(appointment)}: maintained. Reason: ${reason}`,
    },
    cancelled: {
      subject: "Cancellation of your career appointments",
      body: (reason) =>
        `Your career appointments are cancelled. Reason: ${reason}\nThe attached invitations remove them from your calendar.`,
    },
    agentAnswered: {
      subject: (agent) => `Career appointments: answer of ${agent}`,
      accepted: "The agent has accepted all the appointments.",
      postponement: (labels, reason) =>
        `The agent asks to postpone: ${labels.join(", ")}.${reason === undefined ? "" : ` Reason: ${reason}`}`,
    },
    remindEvaluator: {
      subject: (campaign) => `Reminder: career appointments to set (${campaign})`,
      body: (agents) =>
        agents === 1
          ? "You have not set your appointments with this agent yet:"
          : `You have not set your appointments with these ${agents} agents yet:`,
    },
    remindAgent: {
      subject: "Reminder: your convocation awaits your answer",
      body: "Your convocation to career appointments awaits your answer: you can accept it or ask for a postponement from the agent portal.",
    },
    line: (appointment) => `${appointment.label} (${appointment.evaluator}): ${when(appointment)}`,
    calendarSummary: (label) => `Career appointment: ${label}`,
    calendarFileName: (word) => `${word}.ics`,
  },
}

const zoneNamesEn: Readonly<Record<string, string>> = {
  "Europe/Paris": "Paris time",
  "America/Guadeloupe": "Guadeloupe time",
  "America/St_Barthelemy": "Saint Barthélemy time",
  "America/Marigot": "Saint Martin time",
  "America/Martinique": "Martinique time",
  "America/Cayenne": "French Guiana time",
  "America/Miquelon": "Saint Pierre and Miquelon time",
  "Indian/Reunion": "Réunion time",
  "Indian/Mayotte": "Mayotte time",
  "Pacific/Noumea": "New Caledonia time",
  "Pacific/Wallis": "Wallis and Futuna time",
  "Pacific/Tahiti": "Tahiti time",
  "Pacific/Marquesas": "Marquesas time",
  "Pacific/Gambier": "Gambier time",
}
