/** Each refusal of the machine, with what provokes it and its whole value. */
import type {
  AppointmentSetCommand,
  AppointmentSetEvent,
  AppointmentSetRefusal,
  CampaignTerms,
  EnteredAppointment,
} from "@convoque/core/career-appointments"
import type { Actor } from "@convoque/core/kernel/identity"
import {
  accept,
  agent,
  answer,
  byAgent,
  byHead,
  byInspector,
  byManager,
  bySystem,
  cancel,
  confirmed,
  date,
  evaluators,
  facts,
  head,
  headInterview,
  headInterviewName,
  headItem,
  headRole,
  history,
  id,
  inspectorRole,
  instant,
  interviewItem,
  interviewName,
  modify,
  movedHeadItem,
  openSet,
  paris,
  recordOutcome,
  replace,
  request,
  roleId,
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

export interface RefusalCase {
  readonly title: string
  readonly past: ReadonlyArray<AppointmentSetEvent>
  readonly command: AppointmentSetCommand
  readonly refused: AppointmentSetRefusal
}

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

const notAllowed = (
  title: string,
  past: ReadonlyArray<AppointmentSetEvent>,
  command: AppointmentSetCommand,
): RefusalCase => ({
  title,
  past,
  command,
  refused: { _tag: "actor.not-allowed", command: command._tag, capacity: command.by.capacity },
})

const other = (by: Actor): Actor => ({ ...by, person: id("somebody-else") })
const withBreaks: CampaignTerms = {
  ...terms,
  template: {
    ...terms.template,
    policies: {
      ...terms.template.policies,
      schoolBreaks: [
        { from: date("2026-12-19"), until: date("2027-01-03"), label: "Vacances de Noël" },
      ],
    },
  },
}
const booking = {
  file: "2026-plp/agent-9",
  slot: slotId("school-head-interview"),
  evaluator: head.id,
  agent: "Paul Morin",
  startsAt: instant("2026-12-08T13:30:00.000Z"),
  endsAt: instant("2026-12-08T14:30:00.000Z"),
}
const away = { from: date("2026-12-08"), until: date("2026-12-10"), reason: "Congé de formation" }

const actorCases: ReadonlyArray<RefusalCase> = [
  notAllowed("RDC-03 who is no manager opens no file", [], openSet({ by: byHead })),
  notAllowed(
    "RDC-03 the manager of another campaign opens no file",
    [],
    openSet({ by: other(byManager) }),
  ),
  notAllowed(
    "RDC-03 an evaluator sets only his own role",
    history["nothing-set"],
    setByHead({ by: byInspector }),
  ),
  notAllowed("RDC-03 the agent sets nothing", history["nothing-set"], setByHead({ by: byAgent })),
  notAllowed(
    "RDC-03 a manager sets nothing for an evaluator",
    history["nothing-set"],
    setByHead({ by: byManager }),
  ),
  notAllowed(
    "RDC-01 nobody sets for a role that does not exist",
    history["nothing-set"],
    setByHead({ role: roleId("chaplain") }),
  ),
  notAllowed(
    "RDC-03 an evaluator who acts for somebody else has no right of his own",
    history["nothing-set"],
    setByHead({ by: { ...byHead, onBehalfOf: id("somebody-else") } }),
  ),
  notAllowed(
    "RDC-17 an evaluator does not accept for the agent",
    history.convened,
    accept({ by: byHead }),
  ),
  notAllowed(
    "RDC-17 another agent does not accept",
    history.convened,
    accept({ by: other(byAgent) }),
  ),
  notAllowed("RDC-17 nor once it is accepted", history.accepted, accept({ by: other(byAgent) })),
  notAllowed(
    "RDC-18 an evaluator does not ask for the agent",
    history.convened,
    request({ by: byHead }),
  ),
  notAllowed(
    "RDC-18 an evaluator answers only for his own slot",
    history["postponement-requested"],
    answer({ by: byInspector }),
  ),
  notAllowed(
    "RDC-19 an evaluator moves only for his own role",
    history.convened,
    modify({ by: byInspector }),
  ),
  notAllowed(
    "RDC-17 an evaluator records only of his own slot",
    history.convened,
    recordOutcome({ by: byInspector }),
  ),
  notAllowed("RDC-10 an evaluator does not cancel", history.convened, cancel({ by: byHead })),
  notAllowed("RDC-10 nor does the scheduler", history.convened, cancel({ by: bySystem })),
  notAllowed(
    "RDC-01 an evaluator does not replace another",
    history.convened,
    replace({ by: byHead }),
  ),
]

const fileCases: ReadonlyArray<RefusalCase> = [
  {
    title: "RDC-01 each role of the template wants an evaluator",
    past: [],
    command: openSet({ evaluators: { [headRole]: head } }),
    refused: { _tag: "set.evaluator-missing", roles: [inspectorRole] },
  },
  {
    title: "RDC-01 a file without any evaluator names all roles",
    past: [],
    command: openSet({ evaluators: {} }),
    refused: { _tag: "set.evaluator-missing", roles: [inspectorRole, headRole] },
  },
  {
    title: "RDC-01 an evaluator of a role that the template lacks is not kept in silence",
    past: [],
    command: openSet({ evaluators: { ...evaluators, [roleId("chaplain")]: agent } }),
    refused: { _tag: "set.unknown-role", role: roleId("chaplain") },
  },
  ...["chaplain", "constructor"].map((role) => ({
    title: `RDC-01 a role ${role} that the template lacks has nobody to replace`,
    past: history.convened,
    command: replace({ role: roleId(role) }),
    refused: { _tag: "set.unknown-role" as const, role: roleId(role) },
  })),
  {
    title: "RDC-01 a file is opened once",
    past: history["nothing-set"],
    command: openSet(),
    refused: {
      _tag: "convocation.illegal-transition",
      command: "openSet",
      state: "nothing-set",
    },
  },
  {
    title: "RDC-10 nothing is accepted before the issue",
    past: history["partially-set"],
    command: accept(),
    refused: { _tag: "convocation.not-issued", state: "partially-set" },
  },
  {
    title: "RDC-17 the agent accepts once",
    past: history.accepted,
    command: accept(),
    refused: { _tag: "convocation.already-accepted" },
  },
  {
    title: "RDC-11 a cancellation is confirmed",
    past: history["nothing-set"],
    command: cancel({ acknowledged: [] }),
    refused: { _tag: "convocation.confirmation-required", subject: agent.id },
  },
]

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
    },
  },
]

const answerCases: ReadonlyArray<RefusalCase> = [
  {
    title: "RDC-18 a request names a slot",
    past: history.convened,
    command: request({ slots: [] }),
    refused: { _tag: "postponement.slot-required" },
  },
  {
    title: "RDC-18 a request names a slot of the template",
    past: history.convened,
    command: request({ slots: [visit, slotId("lunch")] }),
    refused: { _tag: "appointment.unknown-slot", slot: slotId("lunch") },
  },
  {
    title: "RDC-18 what is over is not postponed",
    past: history.convened,
    command: request({ at: instant("2026-12-08T14:00:00.000Z") }),
    refused: { _tag: "appointment.over", ...headInterviewName },
  },
  {
    title: "RDC-19 what was held is not moved",
    past: history.convened,
    command: modify({
      at: instant("2026-12-08T14:00:00.000Z"),
      item: { ...movedHeadItem, date: "2027-01-05" },
    }),
    refused: { _tag: "appointment.over", ...headInterviewName },
  },
  {
    title: "RDC-18 the campaign limits the requests",
    past: [...history["postponement-requested"], ...history["postponement-requested"].slice(-1)],
    command: request(),
    refused: { _tag: "postponement.limit-reached", limit: 2 },
  },
  {
    title: "RDC-18 only what is pending is answered",
    past: history.convened,
    command: answer(),
    refused: { _tag: "postponement.not-pending", ...headInterviewName },
  },
  {
    title: "RDC-18 only a slot of the template is answered",
    past: history.convened,
    command: answer({ slot: slotId("lunch") }),
    refused: { _tag: "appointment.unknown-slot", slot: slotId("lunch") },
  },
  {
    title: "RDC-17 an outcome waits for the end",
    past: history.convened,
    command: recordOutcome({ at: instant("2026-12-08T13:59:59.999Z") }),
    refused: { _tag: "appointment.not-over", ...headInterviewName },
  },
  {
    title: "RDC-17 an outcome is that of a slot of the template",
    past: history.convened,
    command: recordOutcome({ slot: slotId("lunch") }),
    refused: { _tag: "appointment.unknown-slot", slot: slotId("lunch") },
  },
]

const factCases: ReadonlyArray<RefusalCase> = [
  {
    title: "RDC-04 an evaluator booked elsewhere is warned",
    past: history["nothing-set"],
    command: setByHead({ facts: { ...facts, bookings: [booking] } }),
    refused: { _tag: "evaluator.double-booked", ...headInterviewName, with: booking },
  },
  {
    title: "RDC-20 also when he moves an appointment",
    past: history.convened,
    command: modify({
      item: { ...headItem, place: "Annexe" },
      facts: { ...facts, bookings: [booking] },
    }),
    refused: { _tag: "evaluator.double-booked", ...headInterviewName, with: booking },
  },
  {
    title: "RDC-04 the agent's known absence is a warning",
    past: history["nothing-set"],
    command: setByHead({ facts: { ...facts, unavailabilities: [away] } }),
    refused: { _tag: "agent.unavailable", ...headInterviewName, ...away },
  },
  {
    title: "RDC-13 an agent without e-mail address is not convened",
    past: history["partially-set"],
    command: setByHead({
      acknowledged: [confirmed],
      facts: {
        ...facts,
        agent: { id: agent.id, givenName: "Éloïse", familyName: "Le Gall", quality: "" },
      },
    }),
    refused: { _tag: "agent.no-email-address", agent: agent.id },
  },
]

/** Every case, in the order in which refusals come. */
export const refusalCases: ReadonlyArray<RefusalCase> = [
  ...actorCases,
  ...fileCases,
  ...itemCases,
  ...calendarCases,
  ...answerCases,
  ...factCases,
]
