/** The English sentences of the refusals, mirrored on the French ones. */
import { dayEn as day, periodEn, shortDateTime, type Zone } from "../../kernel/calendar.ts"
import { quotedEn as quoted } from "../../kernel/text.ts"
import type { EnrolmentFault } from "../application/refusals.ts"
import type { Role, SlotName, TemplateFault } from "../campaign/model.ts"
import type { RefusalSentences } from "../wording.ts"
import { statesEn } from "./states.en.ts"

const labels = (slots: ReadonlyArray<SlotName>) =>
  slots.map(({ label }) => quoted(label)).join(", ")
const roleLabels = (roles: ReadonlyArray<Role>) => roles.map(({ label }) => label).join(", ")
const field = (name: "start" | "end") => (name === "start" ? "start time" : "end time")

/** The English sentence of each refusal. */
export const refusalsEn: RefusalSentences = {
  "campaign.already-exists": ({ campaign }) => `The campaign ${quoted(campaign)} already exists.`,
  "campaign.incoherent-template": ({ faults }) =>
    `The template of the campaign is incoherent: ${faults.map(templateFaultEn).join("; ")}.`,
  "campaign.unknown": ({ campaign }) => `There is no campaign ${quoted(campaign)}.`,
  "file.unknown": ({ agent, campaign }) =>
    `The agent ${quoted(agent)} has no file in the campaign ${quoted(campaign)}.`,
  "person.unknown": ({ person }) => `The directory does not know the person ${quoted(person)}.`,
  "document.unprintable": ({ characters }) =>
    `The convocation cannot be printed: the fonts have no shape for some characters (${characters.join(" ")}).`,
  "enrolment.refused": ({ faults }) =>
    `Nobody is enrolled. ${faults.map(enrolmentFaultEn).join(" ")}`,

  "convocation.illegal-transition": ({ state }) =>
    `This cannot be done in the present state of the file: ${quoted(statesEn[state])}.`,
  "actor.not-allowed": () =>
    "You are not the agent, the evaluator or the manager whom this action calls for.",
  "set.evaluator-missing": ({ roles }) =>
    `Each role needs an evaluator; missing: ${roleLabels(roles)}.`,
  "set.unknown-role": ({ known }) =>
    `The campaign has no such evaluator role; it has: ${roleLabels(known)}.`,
  "set.evaluates-self": ({ label }) =>
    `Agents do not evaluate themselves: name another person as evaluator (${label}).`,

  "appointment.unknown-slot": ({ slot }) => `The campaign has no appointment ${quoted(slot)}.`,
  "appointment.not-owner": ({ label }) =>
    `The appointment ${quoted(label)} belongs to another evaluator.`,
  "appointment.incomplete": ({ missing }) =>
    `All your appointments are entered together; missing: ${labels(missing)}.`,
  "appointment.entered-twice": ({ label }) => `The appointment ${quoted(label)} is entered twice.`,
  "date.format": ({ label, value }) =>
    `${quoted(label)}: the date ${quoted(value)} is not a day of the calendar in the form YYYY-MM-DD.`,
  "appointment.time-format": ({ label, field: name, value }) =>
    `${quoted(label)}: the ${field(name)} ${quoted(value)} is not in the form HH:mm (00:00 to 23:59).`,
  "appointment.unknown-zone": ({ label, value }) =>
    `${quoted(label)}: the time zone ${quoted(value)} is unknown.`,
  "appointment.place-required": ({ label }) => `${quoted(label)}: the place is required.`,
  "appointment.place-too-long": ({ label, length, maximum }) =>
    `${quoted(label)}: the place has ${length} characters, at most ${maximum} are accepted.`,
  "appointment.place-not-printable": ({ label }) =>
    `${quoted(label)}: the place is one line without control characters.`,
  "appointment.end-not-after-start": ({ label, start, end }) =>
    `${quoted(label)}: the end time (${end}) must follow the start time (${start}).`,
  "appointment.hour-missing": ({ label, field: name, time, date }) =>
    `${quoted(label)}: the ${field(name)} ${time} does not exist on ${day(date)} (clocks go forward).`,
  "appointment.hour-ambiguous": ({ label, field: name, time, date, earlier, later }) =>
    `${quoted(label)}: the ${field(name)} ${time} happens twice on ${day(date)} (clocks go back); choose the first (${utc(earlier)}) or the second (${utc(later)}).`,

  "appointment.date-in-past": ({ label, date, today }) =>
    `${quoted(label)}: ${day(date)} is past (today is ${day(today)} at the place of the appointment).`,
  "appointment.hour-in-past": ({ label, date, start }) =>
    `${quoted(label)}: its start, ${start} on ${day(date)}, is already past at the place of the appointment.`,
  "appointment.overlap": ({ slots: [one, other] }) =>
    `The appointments ${quoted(one.label)} and ${quoted(other.label)} overlap.`,
  "appointment.notice-too-short": ({ label, date, period, notifiedBy }) =>
    `${quoted(label)}: the notice is ${periodEn(period)}; an appointment on ${day(date)} had to be notified by ${day(notifiedBy)}.`,
  "appointment.gap-too-long": ({ label, date, other, otherDate, period }) =>
    `${quoted(label)} on ${day(date)}: more than ${periodEn(period)} after ${quoted(other.label)} (${day(otherDate)}).`,
  "appointment.order": ({ label, visit }) =>
    `${quoted(label)} cannot precede ${quoted(visit.label)}, which it discusses.`,
  "appointment.in-school-break": ({ label, date, schoolBreak }) =>
    `${quoted(label)}: ${day(date)} falls in the school holidays (${schoolBreak}).`,

  "convocation.not-issued": () => "The convocation is not issued.",
  "convocation.appointments-missing": ({ missing }) =>
    `The convocation cannot be issued; appointments still to set: ${labels(missing)}.`,
  "convocation.already-accepted": () => "The convocation is already accepted.",
  "agent.no-email-address": () =>
    "The agent has no valid e-mail address: the convocation cannot be sent. Nothing is recorded.",
  "appointment.over": ({ label }) => `The appointment ${quoted(label)} is over.`,
  "appointment.not-over": ({ label }) => `The appointment ${quoted(label)} is not over yet.`,
  "postponement.slot-required": () => "Name at least one appointment to postpone.",
  "postponement.limit-reached": ({ limit }) =>
    `The number of postponement requests that the campaign accepts (${limit}) is reached.`,
  "postponement.not-pending": ({ label }) =>
    `No postponement of the appointment ${quoted(label)} is pending.`,

  "evaluator.double-booked": ({ label, with: booking }) =>
    `${quoted(label)}: you already have an appointment with ${booking.agent} at that time. Confirm to go on.`,
  "agent.unavailable": ({ label, from, until, reason }) =>
    `${quoted(label)}: the agent is unavailable from ${day(from)} to ${day(until)} (${reason}). Confirm to go on.`,
  "convocation.confirmation-required": ({ command }) => confirmationsEn[command],
}

const confirmationsEn = {
  setAppointments:
    "Confirm the recording and the sending to the recipient: without it nothing is recorded or sent.",
  modifyAppointment:
    "Confirm the change and the new sending to the recipient: without it nothing is changed or sent.",
  cancel:
    "Confirm the cancellation of the file: without it nothing is cancelled. If the convocation is issued, the recipient is told.",
} as const

const utc = (instant: Parameters<typeof shortDateTime>[0]) =>
  `${shortDateTime(instant, "UTC" as Zone).slice(-5)} UTC`

const templateFaultEn = (fault: TemplateFault): string => {
  switch (fault._tag) {
    case "role.without-slot":
      return `the role ${quoted(fault.role)} has no appointment to set`
    case "role.declared-twice":
      return `the role ${quoted(fault.role)} is declared twice`
    case "slot.declared-twice":
      return `the appointment ${quoted(fault.slot)} is declared twice`
    case "slot.of-unknown-role":
      return `the appointment ${quoted(fault.slot)} belongs to the unknown role ${quoted(fault.role)}`
    case "slot.discusses-no-visit":
      return `the appointment ${quoted(fault.slot)} discusses ${quoted(fault.discusses)}, which is not a visit`
  }
}

const enrolmentReasonsEn: Readonly<Record<EnrolmentFault["code"], string>> = {
  "column-missing": "missing column",
  "agent-missing": "missing agent",
  "agent-unknown": "agent unknown to the directory",
  "agent-twice": "agent already listed above",
  "agent-already-enrolled": "agent already enrolled",
  "evaluator-missing": "missing evaluator",
  "evaluator-unknown": "evaluator unknown to the directory",
  "evaluates-self": "agents do not evaluate themselves",
}

const enrolmentFaultEn = ({ line, column, code, value }: EnrolmentFault): string =>
  `Line ${line}, column ${quoted(column)}: ${enrolmentReasonsEn[code]}${value === "" ? "" : ` (${value})`}.`
