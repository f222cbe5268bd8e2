/** One value of each refusal of career appointments, from which the reference pages print its French sentence. */
import type {
  AppointmentSetRefusal,
  Booking,
  CampaignId,
  CampaignRefusal,
  RoleId,
  SlotId,
} from "@convoque/core/career-appointments"
import type { CivilDate, CivilTime, Instant, Zone } from "@convoque/core/kernel/calendar"
import type { PersonId } from "@convoque/core/kernel/identity"
import type { WithTag } from "@convoque/core/kernel/machine"

type Samples<R extends { readonly _tag: string }> = {
  readonly [Tag in R["_tag"]]: Omit<WithTag<R, Tag>, "_tag">
}

const day = (text: string) => text as CivilDate
const time = (text: string) => text as CivilTime

const visit = {
  slot: "inspection-visit" as SlotId,
  role: "regional-inspector" as RoleId,
  label: "Visite d'inspection",
}
const interview = {
  slot: "school-head-interview" as SlotId,
  role: "school-head" as RoleId,
  label: "Entretien avec le chef d'établissement",
}
const schoolHead = { role: interview.role, label: "le chef d'établissement" }
const legalSource = "arrêté du 5 mai 2017 (MENH1712641A)"
const hour = {
  ...visit,
  field: "start" as const,
  time: time("02:30"),
  zone: "Europe/Paris" as Zone,
}
const agent = "p-12" as PersonId
const campaign = "rdvc-2026" as CampaignId
const booking: Booking = {
  file: "rdvc-2026/p-77",
  slot: visit.slot,
  evaluator: "p-3" as PersonId,
  agent: "Mme Durand",
  startsAt: "2027-01-12T09:00:00.000Z" as Instant,
  endsAt: "2027-01-12T10:00:00.000Z" as Instant,
}

/** Refusals of the appointments of one agent. */
export const appointmentSetSamples: Samples<AppointmentSetRefusal> = {
  "convocation.illegal-transition": { command: "openSet", state: "convened" },
  "actor.not-allowed": { command: "setAppointments", capacity: "agent" },
  "set.evaluator-missing": { roles: [schoolHead] },
  "set.unknown-role": { role: "mayor" as RoleId, known: [schoolHead] },
  "set.evaluates-self": schoolHead,
  "appointment.unknown-slot": { slot: "third-interview" as SlotId },
  "appointment.not-owner": { ...interview, owner: interview.role },
  "appointment.incomplete": { role: visit.role, missing: [visit] },
  "appointment.entered-twice": visit,
  "date.format": { ...visit, value: "31/06/2027" },
  "appointment.time-format": { ...visit, field: "start", value: "9:5" },
  "appointment.unknown-zone": { ...visit, value: "Europe/Lyon" },
  "appointment.place-required": visit,
  "appointment.place-too-long": { ...visit, length: 300, maximum: 255 },
  "appointment.place-not-printable": visit,
  "appointment.end-not-after-start": { ...visit, start: time("10:00"), end: time("09:30") },
  "appointment.hour-missing": { ...hour, date: day("2027-03-28") },
  "appointment.hour-ambiguous": {
    ...hour,
    date: day("2026-10-25"),
    earlier: "2026-10-25T00:30:00.000Z" as Instant,
    later: "2026-10-25T01:30:00.000Z" as Instant,
  },
  "appointment.date-in-past": { ...visit, date: day("2026-11-20"), today: day("2026-11-22") },
  "appointment.hour-in-past": { ...visit, date: day("2026-11-22"), start: time("08:00") },
  "appointment.overlap": { slots: [visit, interview] },
  "appointment.notice-too-short": {
    ...visit,
    date: day("2026-12-01"),
    period: { length: 15, unit: "days", extends: false },
    notifiedBy: day("2026-11-16"),
    today: day("2026-11-22"),
    legalSource,
  },
  "appointment.gap-too-long": {
    ...interview,
    date: day("2027-03-12"),
    other: visit,
    otherDate: day("2027-01-12"),
    period: { length: 6, unit: "weeks", extends: false },
    legalSource,
  },
  "appointment.order": { ...interview, visit, legalSource },
  "appointment.in-school-break": {
    ...visit,
    date: day("2026-12-24"),
    schoolBreak: "vacances de Noël",
    legalSource,
  },
  "convocation.not-issued": { state: "partially-set" },
  "convocation.appointments-missing": { missing: [interview] },
  "convocation.already-accepted": {},
  "agent.no-email-address": { agent },
  "appointment.over": visit,
  "appointment.not-over": visit,
  "postponement.slot-required": {},
  "postponement.limit-reached": { limit: 2 },
  "postponement.not-pending": visit,
  "evaluator.double-booked": {
    subject: `${visit.slot}/${booking.file}/${booking.slot}`,
    ...visit,
    with: booking,
  },
  "agent.unavailable": {
    subject: `${visit.slot}/2027-01-11`,
    ...visit,
    from: day("2027-01-11"),
    until: day("2027-01-15"),
    reason: "stage",
  },
  "convocation.confirmation-required": { subject: "p-12", command: "setAppointments" },
}

/** Refusals of a campaign. */
export const campaignSamples: Samples<CampaignRefusal> = {
  "actor.not-allowed": { command: "createCampaign", capacity: "agent" },
  "campaign.already-exists": { campaign },
  "campaign.incoherent-template": {
    faults: [{ _tag: "role.without-slot", role: interview.role }],
  },
  "campaign.unknown": { campaign },
}
