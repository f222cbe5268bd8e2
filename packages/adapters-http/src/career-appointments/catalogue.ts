/** Status, grounds and sentences of the refusals of career appointments. */
import {
  applicationGrounds,
  appointmentSetGrounds,
  campaignGrounds,
  type CareerAppointmentsRefusal,
  type Wording,
} from "@convoque/core/career-appointments"
import type { MessageNotResendable, UnprintableDocument } from "@convoque/core/kernel/ports"
import type { TableMalformed } from "@convoque/core/kernel/ports"
import { tableMalformedEntry } from "../table-wording.ts"
import { notResendableEntry } from "../mail-wording.ts"
import { type RefusalCatalogue, refusalCatalogue } from "../problem.ts"

/** What the routes of career appointments can refuse. */
export type CareerAppointmentsHttpRefusal =
  | CareerAppointmentsRefusal
  | TableMalformed
  | MessageNotResendable
  | UnprintableDocument

const unreadable = 422
const conflict = 409

const statuses: { readonly [Tag in CareerAppointmentsRefusal["_tag"]]: number } = {
  "actor.not-allowed": 403,
  "campaign.already-exists": conflict,
  "campaign.incoherent-template": unreadable,
  "campaign.unknown": 404,
  "file.unknown": 404,
  "person.unknown": unreadable,
  "document.unprintable": unreadable,
  "enrolment.refused": unreadable,
  "convocation.illegal-transition": conflict,
  "set.evaluator-missing": unreadable,
  "set.unknown-role": unreadable,
  "set.evaluates-self": unreadable,
  "appointment.unknown-slot": unreadable,
  "appointment.not-owner": 403,
  "appointment.incomplete": unreadable,
  "appointment.entered-twice": unreadable,
  "date.format": unreadable,
  "appointment.time-format": unreadable,
  "appointment.unknown-zone": unreadable,
  "appointment.place-required": unreadable,
  "appointment.place-too-long": unreadable,
  "appointment.place-not-printable": unreadable,
  "appointment.end-not-after-start": unreadable,
  "appointment.hour-missing": unreadable,
  "appointment.hour-ambiguous": unreadable,
  "appointment.date-in-past": unreadable,
  "appointment.hour-in-past": unreadable,
  "appointment.overlap": unreadable,
  "appointment.notice-too-short": unreadable,
  "appointment.gap-too-long": unreadable,
  "appointment.order": unreadable,
  "appointment.in-school-break": unreadable,
  "convocation.not-issued": conflict,
  "convocation.appointments-missing": conflict,
  "convocation.already-accepted": conflict,
  "agent.no-email-address": unreadable,
  "appointment.over": conflict,
  "appointment.not-over": conflict,
  "postponement.slot-required": unreadable,
  "postponement.limit-reached": conflict,
  "postponement.not-pending": conflict,
  "evaluator.double-booked": conflict,
  "agent.unavailable": conflict,
  "convocation.confirmation-required": conflict,
}

/** Gives the catalogue, with the sentences of a French and an English wording. */
export const careerAppointmentsCatalogue = (wordings: {
  readonly fr: Wording
  readonly en: Wording
}): RefusalCatalogue<CareerAppointmentsHttpRefusal> => ({
  ...refusalCatalogue<CareerAppointmentsRefusal>({
    statuses,
    grounds: { ...appointmentSetGrounds, ...campaignGrounds, ...applicationGrounds },
    fr: wordings.fr.refusals,
    en: wordings.en.refusals,
  }),
  "table.malformed": tableMalformedEntry("RDC-01"),
  MessageNotResendable: notResendableEntry("RDC-13"),
  UnprintableDocument: {
    status: unreadable,
    grounds: { requirements: ["RDC-13"] },
    sentence: {
      fr: ({ characters }) => `Caractères sans tracé dans les polices : ${characters.join(" ")}.`,
      en: ({ characters }) => `Characters that no font can draw: ${characters.join(" ")}.`,
    },
  },
})
