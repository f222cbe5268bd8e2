/** The catalogue's table of transitions, in its order (career-appointments.md, section 3). */
import type { Transition } from "../../../kernel/machine.ts"
import type { AppointmentSetCommand } from "../commands.ts"
import type { AppointmentSetEvent } from "../events.ts"
import type { AppointmentSetRefusal } from "../refusals.ts"
import type { AppointmentSet } from "../state.ts"

type Row = Transition<
  AppointmentSet,
  AppointmentSetCommand,
  AppointmentSetEvent,
  AppointmentSetRefusal
>
type StateTag = AppointmentSet["_tag"]

const incomplete: ReadonlyArray<StateTag> = ["nothing-set", "partially-set"]
const issued: ReadonlyArray<StateTag> = ["convened", "accepted", "postponement-requested"]
const open: ReadonlyArray<StateTag> = [...incomplete, ...issued]

type Refused = Extract<Row, { readonly refused: unknown }>["refused"]

const refusals = (
  from: ReadonlyArray<StateTag>,
  command: Row["command"],
  reasons: ReadonlyArray<readonly [Refused, string, ReadonlyArray<string>]>,
): ReadonlyArray<Row> =>
  reasons.map(([refused, when, requirements]) => ({ from, command, when, refused, requirements }))

const wrongItems: ReadonlyArray<readonly [Refused, string, ReadonlyArray<string>]> = [
  ["actor.not-allowed", "actor is not the evaluator of the role", ["RDC-03"]],
  ["appointment.unknown-slot", "the template has no such slot", ["RDC-01"]],
  ["appointment.not-owner", "the slot is another role's", ["RDC-19"]],
  ["date.format", "date is not a day of the calendar, YYYY-MM-DD", ["RDC-04"]],
  ["appointment.time-format", "start or end is not HH:mm", ["RDC-05"]],
  ["appointment.unknown-zone", "zone is not an IANA time zone", ["RDC-04"]],
  ["appointment.place-required", "place is blank", ["RDC-04"]],
  ["appointment.place-too-long", "place exceeds 255 characters", ["RDC-04"]],
  ["appointment.place-not-printable", "place holds control characters", ["RDC-04"]],
  ["appointment.end-not-after-start", "end <= start", ["RDC-04"]],
  ["appointment.hour-missing", "the clock skips that hour", ["RDC-04"]],
  ["appointment.hour-ambiguous", "the clock shows that hour twice, none chosen", ["RDC-04"]],
  ["appointment.date-in-past", "before today at the place", ["RDC-04"]],
  ["appointment.hour-in-past", "today, and it has begun", ["RDC-04"]],
  ["appointment.overlap", "two slots of the agent overlap", ["RDC-04"]],
  ["appointment.notice-too-short", "closer than the legal notice", ["RDC-04"]],
  ["appointment.in-school-break", "in a school break of the campaign's calendar", ["RDC-04"]],
  ["appointment.gap-too-long", "interviews too far apart", ["RDC-04"]],
  ["appointment.order", "interview before the visit it discusses", ["RDC-06"]],
  ["evaluator.double-booked", "the evaluator is booked, not acknowledged", ["RDC-04"]],
  ["agent.unavailable", "the agent is away, not acknowledged", ["RDC-04"]],
  ["agent.no-email-address", "would issue, the agent has no possible address", ["RDC-13"]],
]

/** The rows of the catalogue's table, refusals included, in its order. */
export const transitions: ReadonlyArray<Row> = [
  {
    from: ["none"],
    command: "openSet",
    when: "every role of the template has an evaluator",
    to: "nothing-set",
    emits: ["SetOpened"],
    requirements: ["RDC-01"],
  },
  ...refusals(["none"], "openSet", [
    ["actor.not-allowed", "actor is not a manager of the campaign", ["RDC-03"]],
    ["set.evaluator-missing", "a role has no evaluator", ["RDC-01"]],
    ["set.unknown-role", "an evaluator is named for a role that the template lacks", ["RDC-01"]],
    ["set.evaluates-self", "the agent is named as an evaluator", ["RDC-01"]],
  ]),
  {
    from: open,
    command: "replaceEvaluator",
    when: "another person",
    to: "unchanged",
    emits: ["EvaluatorReplaced"],
    requirements: ["RDC-01"],
  },
  {
    from: open,
    command: "replaceEvaluator",
    when: "the same person",
    to: "unchanged",
    emits: [],
    requirements: ["RDC-01"],
  },
  ...refusals(open, "replaceEvaluator", [
    ["actor.not-allowed", "actor is not a manager of the campaign", ["RDC-03"]],
    ["set.unknown-role", "the template has no such role", ["RDC-01"]],
    ["set.evaluates-self", "the person is the agent", ["RDC-01"]],
  ]),
  {
    from: incomplete,
    command: "setAppointments",
    when: "items valid, still incomplete afterwards",
    to: "partially-set",
    emits: ["AppointmentsSet"],
    requirements: ["RDC-06", "RDC-07", "RDC-08", "RDC-09"],
  },
  {
    from: incomplete,
    command: "setAppointments",
    when: "would complete the set, not confirmed",
    refused: "convocation.confirmation-required",
    requirements: ["RDC-11", "RDC-12"],
  },
  {
    from: incomplete,
    command: "setAppointments",
    when: "completes the set, all slots valid today, confirmed",
    to: "convened",
    emits: ["AppointmentsSet", "ConvocationIssued"],
    requirements: ["RDC-13", "RDC-14"],
  },
  ...refusals(incomplete, "setAppointments", [
    ...wrongItems,
    ["appointment.incomplete", "a slot of the role is missing", ["RDC-06"]],
    ["appointment.entered-twice", "a slot is entered twice", ["RDC-06"]],
  ]),
  ...(["accept", "requestPostponement", "modifyAppointment", "answerPostponement"] as const).map(
    (command): Row => ({
      from: incomplete,
      command,
      when: "nothing is issued yet",
      refused: "convocation.not-issued",
      requirements: ["RDC-10"],
    }),
  ),
  {
    from: ["convened"],
    command: "accept",
    when: "actor is the agent",
    to: "accepted",
    emits: ["ConvocationAccepted"],
    requirements: ["RDC-17"],
  },
  {
    from: ["accepted"],
    command: "accept",
    when: "already accepted",
    refused: "convocation.already-accepted",
    requirements: ["RDC-17"],
  },
  {
    from: ["postponement-requested"],
    command: "accept",
    when: "withdraws the request",
    to: "accepted",
    emits: ["PostponementWithdrawn", "ConvocationAccepted"],
    requirements: ["RDC-17"],
  },
  ...refusals(issued, "accept", [["actor.not-allowed", "actor is not the agent", ["RDC-17"]]]),
  {
    from: issued,
    command: "requestPostponement",
    when: "at least one slot named, within the campaign's limit",
    to: "postponement-requested",
    emits: ["PostponementRequested"],
    requirements: ["RDC-18"],
  },
  {
    from: ["postponement-requested"],
    command: "requestPostponement",
    when: "every slot named is pending already",
    to: "unchanged",
    emits: [],
    requirements: ["RDC-18"],
  },
  ...refusals(issued, "requestPostponement", [
    ["actor.not-allowed", "actor is not the agent", ["RDC-18"]],
    ["postponement.slot-required", "no slot named", ["RDC-18"]],
    ["appointment.unknown-slot", "the template has no such slot", ["RDC-18"]],
    ["appointment.over", "the appointment is over", ["RDC-18"]],
    ["postponement.limit-reached", "beyond the campaign's limit", ["RDC-18"]],
  ]),
  {
    from: ["postponement-requested"],
    command: "answerPostponement",
    when: "maintained, other slots still pending",
    to: "postponement-requested",
    emits: ["AppointmentMaintained"],
    requirements: ["RDC-18"],
  },
  {
    from: ["postponement-requested"],
    command: "answerPostponement",
    when: "maintained, last pending slot",
    to: "convened",
    emits: ["AppointmentMaintained"],
    requirements: ["RDC-18"],
  },
  ...refusals(issued, "answerPostponement", [
    ["actor.not-allowed", "actor is not the slot's evaluator", ["RDC-18"]],
    ["appointment.unknown-slot", "the template has no such slot", ["RDC-18"]],
    ["postponement.not-pending", "no postponement of that slot is pending", ["RDC-18"]],
  ]),
  {
    from: issued,
    command: "modifyAppointment",
    when: "not confirmed",
    refused: "convocation.confirmation-required",
    requirements: ["RDC-20"],
  },
  {
    from: ["convened", "accepted"],
    command: "modifyAppointment",
    when: "slot owned by role, items valid, confirmed",
    to: "convened",
    emits: ["AppointmentModified", "ConvocationIssued"],
    requirements: ["RDC-19", "RDC-20", "RDC-21", "RDC-22"],
  },
  {
    from: ["postponement-requested"],
    command: "modifyAppointment",
    when: "confirmed, other slots still pending",
    to: "postponement-requested",
    emits: ["AppointmentModified", "ConvocationIssued"],
    requirements: ["RDC-19", "RDC-20", "RDC-21", "RDC-22"],
  },
  {
    from: ["postponement-requested"],
    command: "modifyAppointment",
    when: "confirmed, last pending slot",
    to: "convened",
    emits: ["AppointmentModified", "ConvocationIssued"],
    requirements: ["RDC-19", "RDC-20", "RDC-21", "RDC-22"],
  },
  ...refusals(issued, "modifyAppointment", [
    ...wrongItems,
    ["appointment.over", "the appointment is over and was held", ["RDC-19"]],
  ]),
  {
    from: issued,
    command: "recordOutcome",
    when: "the appointment is over",
    to: "unchanged",
    emits: ["AppointmentOutcomeRecorded"],
    requirements: ["RDC-17"],
  },
  ...refusals(issued, "recordOutcome", [
    ["actor.not-allowed", "actor is not the slot's evaluator", ["RDC-03"]],
    ["appointment.unknown-slot", "the template has no such slot", ["RDC-01"]],
    ["appointment.not-over", "the appointment is not over", ["RDC-17"]],
  ]),
  {
    from: open,
    command: "cancel",
    when: "confirmed",
    to: "cancelled",
    emits: ["SetCancelled"],
    requirements: ["RDC-10"],
  },
  ...refusals(open, "cancel", [
    ["actor.not-allowed", "actor is not a manager of the campaign", ["RDC-03"]],
    ["convocation.confirmation-required", "not confirmed", ["RDC-11"]],
  ]),
]
