/**
 * Why the machine of career appointments says no. Each code carries the values that explain it;
 * its sentence is in the wording, its requirements in `appointmentSetGrounds`.
 *
 * The last group asks for an acknowledgement and lets the same command pass once it has it: the
 * caller repeats its code and its `subject` as they are.
 */
import * as Schema from "effect/Schema"
import { CivilDate, CivilTime, Instant, LegalPeriod, Zone } from "../../kernel/calendar.ts"
import { Capacity, PersonId } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { Role, RoleId, SlotId, SlotName } from "../campaign/model.ts"
import { Booking } from "./commands.ts"
import { StateTag } from "./model.ts"

const slot = SlotName.fields
const hour = {
  ...slot,
  field: Schema.Literals(["start", "end"]),
  date: CivilDate,
  time: CivilTime,
  zone: Zone,
}

/** Why the machine says no, one variant per code, with the values that explain it. */
export const AppointmentSetRefusal = Schema.TaggedUnion({
  "convocation.illegal-transition": { command: Schema.String, state: StateTag },
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "set.evaluator-missing": { roles: Schema.NonEmptyArray(Role) },
  "set.unknown-role": { role: RoleId, known: Schema.NonEmptyArray(Role) },
  "set.evaluates-self": Role.fields,

  "appointment.unknown-slot": { slot: SlotId },
  "appointment.not-owner": { ...slot, owner: RoleId },
  "appointment.incomplete": { role: RoleId, missing: Schema.NonEmptyArray(SlotName) },
  "appointment.entered-twice": slot,
  "date.format": { ...slot, value: Schema.String },
  "appointment.time-format": {
    ...slot,
    field: Schema.Literals(["start", "end"]),
    value: Schema.String,
  },
  "appointment.unknown-zone": { ...slot, value: Schema.String },
  "appointment.place-required": slot,
  "appointment.place-too-long": { ...slot, length: Schema.Int, maximum: Schema.Int },
  "appointment.place-not-printable": slot,
  "appointment.end-not-after-start": { ...slot, start: CivilTime, end: CivilTime },
  "appointment.hour-missing": hour,
  "appointment.hour-ambiguous": { ...hour, earlier: Instant, later: Instant },

  "appointment.date-in-past": { ...slot, date: CivilDate, today: CivilDate },
  "appointment.hour-in-past": { ...slot, date: CivilDate, start: CivilTime },
  "appointment.overlap": { slots: Schema.Tuple([SlotName, SlotName]) },
  "appointment.notice-too-short": {
    ...slot,
    date: CivilDate,
    period: LegalPeriod,
    notifiedBy: CivilDate,
    today: CivilDate,
    legalSource: Schema.String,
  },
  "appointment.gap-too-long": {
    ...slot,
    date: CivilDate,
    other: SlotName,
    otherDate: CivilDate,
    period: LegalPeriod,
    legalSource: Schema.String,
  },
  "appointment.order": { ...slot, visit: SlotName, legalSource: Schema.String },
  "appointment.in-school-break": {
    ...slot,
    date: CivilDate,
    schoolBreak: Schema.String,
    legalSource: Schema.String,
  },

  "convocation.not-issued": { state: Schema.String },
  "convocation.appointments-missing": {
    missing: Schema.NonEmptyArray(SlotName),
  },
  "convocation.already-accepted": {},
  "agent.no-email-address": { agent: PersonId },
  "appointment.over": slot,
  "appointment.not-over": slot,
  "postponement.slot-required": {},
  "postponement.limit-reached": { limit: Schema.Int },
  "postponement.not-pending": slot,

  "evaluator.double-booked": { subject: Schema.String, ...slot, with: Booking },
  "agent.unavailable": {
    subject: Schema.String,
    ...slot,
    from: CivilDate,
    until: CivilDate,
    reason: Schema.String,
  },
  "convocation.confirmation-required": {
    subject: Schema.String,
    command: Schema.Literals(["setAppointments", "modifyAppointment", "cancel"]),
  },
})
export type AppointmentSetRefusal = typeof AppointmentSetRefusal.Type

/** The refusals that an acknowledgement lifts; each carries the subject to name. */
export const acknowledgeable = [
  "evaluator.double-booked",
  "agent.unavailable",
  "convocation.confirmation-required",
] as const

const of = (...requirements: ReadonlyArray<string>): Grounds => ({ requirements })

/** The requirements behind each refusal; a legal text stands in the refusal itself, being dated. */
export const appointmentSetGrounds: Readonly<Record<AppointmentSetRefusal["_tag"], Grounds>> = {
  "convocation.illegal-transition": of("RDC-10"),
  "actor.not-allowed": of("RDC-03"),
  "set.evaluator-missing": of("RDC-01"),
  "set.unknown-role": of("RDC-01"),
  "set.evaluates-self": of("RDC-01"),
  "appointment.unknown-slot": of("RDC-01"),
  "appointment.not-owner": of("RDC-19"),
  "appointment.incomplete": of("RDC-06"),
  "appointment.entered-twice": of("RDC-06"),
  "date.format": of("RDC-04"),
  "appointment.time-format": of("RDC-05"),
  "appointment.unknown-zone": of("RDC-04"),
  "appointment.place-required": of("RDC-04"),
  "appointment.place-too-long": of("RDC-04"),
  "appointment.place-not-printable": of("RDC-04"),
  "appointment.end-not-after-start": of("RDC-04"),
  "appointment.hour-missing": of("RDC-04"),
  "appointment.hour-ambiguous": of("RDC-04"),
  "appointment.date-in-past": of("RDC-04"),
  "appointment.hour-in-past": of("RDC-04"),
  "appointment.overlap": of("RDC-04"),
  "appointment.notice-too-short": of("RDC-04"),
  "appointment.gap-too-long": of("RDC-04"),
  "appointment.order": of("RDC-06"),
  "appointment.in-school-break": of("RDC-04"),
  "convocation.not-issued": of("RDC-10"),
  "convocation.appointments-missing": of("RDC-10"),
  "convocation.already-accepted": of("RDC-17"),
  "agent.no-email-address": of("RDC-13"),
  "appointment.over": of("RDC-18", "RDC-19"),
  "appointment.not-over": of("RDC-17"),
  "postponement.slot-required": of("RDC-18"),
  "postponement.limit-reached": of("RDC-18"),
  "postponement.not-pending": of("RDC-18"),
  "evaluator.double-booked": of("RDC-04"),
  "agent.unavailable": of("RDC-04"),
  "convocation.confirmation-required": of("RDC-11", "RDC-12", "RDC-20"),
}
