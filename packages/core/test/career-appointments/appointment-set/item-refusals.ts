/** Refusals about what was typed and about the calendar, with what provokes them. */
import type {
  AppointmentSetRefusal,
  CampaignTerms,
  EnteredAppointment,
} from "@convoque/core/career-appointments"
import {
  date,
  headInterviewName,
  headItem,
  headRole,
  history,
  inspectorRole,
  instant,
  interviewItem,
  interviewName,
  modify,
  paris,
  setByHead,
  setByInspector,
  slotId,
  terms,
  time,
  under,
  visit,
  visitItem,
  visitName,
} from "../given.ts"
import type { RefusalCase } from "./act-refusals.ts"

const setting = (
  title: string,
  item: Partial<EnteredAppointment>,
  refused: AppointmentSetRefusal,
): RefusalCase => ({
  title,
  past: history["nothing-set"],
  command: setByHead({ items: [{ ...headItem, ...item }] }),
  refused,
})

const moving = (
  title: string,
  item: Partial<EnteredAppointment>,
  refused: AppointmentSetRefusal,
): RefusalCase => ({
  title,
  past: history.convened,
  command: modify({ item: { ...headItem, ...item } }),
  refused,
})

const withBreaks: CampaignTerms = {
  ...terms,
  template: {
    ...terms.template,
    policies: {
      ...terms.template.policies,
      schoolBreaks: {
        source: "arrêté du 5 mai 2017 (MENH1712641A)",
        days: [{ from: date("2026-12-19"), until: date("2027-01-03"), label: "Vacances de Noël" }],
      },
    },
  },
}
const itemCases: ReadonlyArray<RefusalCase> = [
  setting(
    "RDC-01 the template has no such slot",
    { slot: slotId("lunch") },
    { _tag: "appointment.unknown-slot", slot: slotId("lunch") },
  ),
  moving(
    "RDC-19 nor when it is to be moved",
    { slot: slotId("lunch") },
    { _tag: "appointment.unknown-slot", slot: slotId("lunch") },
  ),
  setting(
    "RDC-19 another evaluator's slot is not set",
    { slot: visit },
    { _tag: "appointment.not-owner", ...visitName, role: headRole, owner: inspectorRole },
  ),
  moving(
    "RDC-19 another evaluator's slot is not moved",
    { slot: visit },
    { _tag: "appointment.not-owner", ...visitName, role: headRole, owner: inspectorRole },
  ),
  {
    title: "RDC-06 a save carries all slots of the role",
    past: history["nothing-set"],
    command: setByInspector({ items: [visitItem] }),
    refused: { _tag: "appointment.incomplete", role: inspectorRole, missing: [interviewName] },
  },
  {
    title: "RDC-06 an empty save lists them all",
    past: history["partially-set"],
    command: setByInspector({ items: [] }),
    refused: {
      _tag: "appointment.incomplete",
      role: inspectorRole,
      missing: [visitName, interviewName],
    },
  },
  {
    title: "RDC-06 a slot is entered once",
    past: history["nothing-set"],
    command: setByInspector({ items: [visitItem, interviewItem, visitItem] }),
    refused: { _tag: "appointment.entered-twice", ...visitName },
  },
  ...["2026-06-31", "01/12/2026", "2026-2-1", "", "2026-12-01T10:00"].map((value) =>
    setting(
      `RDC-04 the date « ${value} » is no day YYYY-MM-DD`,
      { date: value },
      { _tag: "date.format", ...headInterviewName, value },
    ),
  ),
  ...["9:05", "24:00", "9h05", "09:60", "14:00:00", " 14:00", ""].map((value) =>
    setting(
      `RDC-05 the start « ${value} » is not HH:mm`,
      { start: value },
      { _tag: "appointment.time-format", ...headInterviewName, field: "start", value },
    ),
  ),
  moving(
    "RDC-05 the end « 15h » is not HH:mm",
    { end: "15h" },
    { _tag: "appointment.time-format", ...headInterviewName, field: "end", value: "15h" },
  ),
  setting(
    "RDC-04 a zone is an IANA name",
    { zone: "+02:00" },
    { _tag: "appointment.unknown-zone", ...headInterviewName, value: "+02:00" },
  ),
  setting(
    "RDC-04 the place is required",
    { place: " \t " },
    { _tag: "appointment.place-required", ...headInterviewName },
  ),
  setting(
    "RDC-04 a place has at most 255 characters",
    { place: "É".repeat(256) },
    { _tag: "appointment.place-too-long", ...headInterviewName, length: 256, maximum: 255 },
  ),
  setting(
    "RDC-04 a place holds no line break",
    { place: "Salle 3\r\nBCC: x@y" },
    { _tag: "appointment.place-not-printable", ...headInterviewName },
  ),
  ...["14:00", "13:59"].map((end) =>
    setting(
      `RDC-04 an end at ${end} does not follow 14:00`,
      { end },
      {
        _tag: "appointment.end-not-after-start",
        ...headInterviewName,
        start: time("14:00"),
        end: time(end),
      },
    ),
  ),
  setting(
    "RDC-04 no midnight is crossed",
    { start: "23:30", end: "00:30" },
    {
      _tag: "appointment.end-not-after-start",
      ...headInterviewName,
      start: time("23:30"),
      end: time("00:30"),
    },
  ),
  setting(
    "RDC-04 the hour that the clock skips does not exist",
    { date: "2027-03-28", start: "02:30", end: "04:00" },
    {
      _tag: "appointment.hour-missing",
      ...headInterviewName,
      field: "start",
      date: date("2027-03-28"),
      time: time("02:30"),
      zone: paris,
    },
  ),
  {
    title: "RDC-04 the hour that comes twice asks which",
    past: history["nothing-set"],
    command: setByHead({
      at: instant("2026-09-01T08:00:00.000Z"),
      items: [{ ...headItem, date: "2026-10-25", start: "01:00", end: "02:30" }],
    }),
    refused: {
      _tag: "appointment.hour-ambiguous",
      ...headInterviewName,
      field: "end",
      date: date("2026-10-25"),
      time: time("02:30"),
      zone: paris,
      earlier: instant("2026-10-25T00:30:00.000Z"),
      later: instant("2026-10-25T01:30:00.000Z"),
    },
  },
]

const calendarCases: ReadonlyArray<RefusalCase> = [
  setting(
    "RDC-04 yesterday is past",
    { date: "2026-11-02" },
    {
      _tag: "appointment.date-in-past",
      ...headInterviewName,
      date: date("2026-11-02"),
      today: date("2026-11-03"),
    },
  ),
  setting(
    "RDC-04 an hour of today that is past",
    { date: "2026-11-03", start: "10:00" },
    {
      _tag: "appointment.hour-in-past",
      ...headInterviewName,
      date: date("2026-11-03"),
      start: time("10:00"),
    },
  ),
  {
    title: "RDC-04 two appointments of the agent do not overlap, whoever sets them",
    past: history["partially-set"],
    command: setByHead({
      items: [{ ...headItem, date: "2026-12-01", start: "11:59", end: "13:00" }],
    }),
    refused: { _tag: "appointment.overlap", slots: [interviewName, headInterviewName] },
  },
  moving(
    "RDC-22 nor when one of them moves",
    { date: "2026-12-01", start: "11:00", end: "11:30" },
    { _tag: "appointment.overlap", slots: [interviewName, headInterviewName] },
  ),
  setting(
    "RDC-04 14 days are too short a notice",
    { date: "2026-11-17" },
    {
      _tag: "appointment.notice-too-short",
      ...headInterviewName,
      date: date("2026-11-17"),
      period: { length: 15, unit: "days", extends: false },
      notifiedBy: date("2026-11-02"),
      today: date("2026-11-03"),
      legalSource: "arrêté du 5 mai 2017 (MENH1712641A), modifié par l'arrêté du 21 juin 2019",
    },
  ),
  moving(
    "RDC-20 the notice counts again for what moves",
    { date: "2026-11-18" },
    {
      _tag: "appointment.notice-too-short",
      ...headInterviewName,
      date: date("2026-11-18"),
      period: { length: 15, unit: "days", extends: false },
      notifiedBy: date("2026-11-03"),
      today: date("2026-11-04"),
      legalSource: "arrêté du 5 mai 2017 (MENH1712641A), modifié par l'arrêté du 21 juin 2019",
    },
  ),
  {
    title: "RDC-04 two interviews are at most six weeks apart",
    past: history["partially-set"],
    command: setByHead({ items: [{ ...headItem, date: "2027-01-13" }] }),
    refused: {
      _tag: "appointment.gap-too-long",
      ...headInterviewName,
      date: date("2027-01-13"),
      other: interviewName,
      otherDate: date("2026-12-01"),
      period: { length: 6, unit: "weeks", extends: false },
      legalSource: "arrêté du 5 mai 2017 (MENH1712641A)",
    },
  },
  {
    title: "RDC-06 an interview does not precede the visit that it discusses",
    past: history["nothing-set"],
    command: setByInspector({
      items: [visitItem, { ...interviewItem, start: "09:00", end: "09:45" }],
    }),
    refused: {
      _tag: "appointment.order",
      ...interviewName,
      visit: visitName,
      legalSource: "arrêté du 5 mai 2017 (MENH1712641A)",
    },
  },
  {
    title: "RDC-04 no appointment falls in a school break",
    past: under(withBreaks, history["nothing-set"]),
    command: setByHead({ items: [{ ...headItem, date: "2027-01-03" }] }),
    refused: {
      _tag: "appointment.in-school-break",
      ...headInterviewName,
      date: date("2027-01-03"),
      schoolBreak: "Vacances de Noël",
      legalSource: "arrêté du 5 mai 2017 (MENH1712641A)",
    },
  },
]

/** The cases about items, in the order in which refusals come. */
export const itemRefusals: ReadonlyArray<RefusalCase> = [...itemCases, ...calendarCases]
