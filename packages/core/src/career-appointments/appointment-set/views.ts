/**
 * The lists that files feed: the agents of a campaign as evaluators and managers see them, the
 * files of an agent as his portal shows them, the bookings of evaluators.
 *
 * A row holds tags and data; its labels are added by whoever shows it.
 *
 * @requirement RDC-03
 * @requirement RDC-09
 * @requirement RDC-14
 * @requirement RDC-21
 */
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import { Instant, shortDate } from "../../kernel/calendar.ts"
import { PersonId } from "../../kernel/identity.ts"
import type { Entry, View } from "../../kernel/listing.ts"
import { personName } from "../../kernel/ports.ts"
import { foldedKey } from "../../kernel/text.ts"
import { CampaignId, RoleId, SlotName, slotName } from "../campaign/model.ts"
import type { Booking } from "./commands.ts"
import { Appointment } from "./model.ts"
import { missingSlots } from "./rules/completeness.ts"
import {
  type AppointmentSet,
  appointmentsOf,
  isIssued,
  type OpenedSet,
  pendingOf,
} from "./state.ts"

// From the opening to the end: the order of the column « status ».
const statesInOrder = [
  "nothing-set",
  "partially-set",
  "convened",
  "postponement-requested",
  "accepted",
  "cancelled",
] as const

/** One agent's line in the list of agents to evaluate; `issuedAt` is null before the issue. */
export const FileRow = Schema.Struct({
  campaign: CampaignId,
  agent: Schema.Struct({
    id: PersonId,
    givenName: Schema.String,
    familyName: Schema.String,
    quality: Schema.String,
  }),
  state: Schema.Literals(statesInOrder),
  modified: Schema.Boolean,
  evaluators: Schema.Array(Schema.Struct({ role: RoleId, id: PersonId, name: Schema.String })),
  missing: Schema.Array(SlotName),
  pending: Schema.Array(SlotName),
  appointments: Schema.Array(Appointment),
  openedAt: Instant,
  issuedAt: Schema.NullOr(Instant),
}).annotate({ identifier: "FileRow" })
export type FileRow = typeof FileRow.Type

/** The agents of one campaign; its scope is the campaign. */
export const campaignFiles: View<AppointmentSet, FileRow> = {
  name: "career-appointments.campaign-files",
  sortColumns: ["agent", "status", "first-date", "quality", "evaluators"],
  filterNames: ["status", "evaluator", "late-evaluator", "modified"],
  entries: (state) => (state._tag === "none" ? [] : [fileEntry(fileRow(state), state.campaign)]),
}

/**
 * The files of one agent; its scope is the agent. Before the issue no appointment is in it, so
 * that neither a search nor the order of the lines tells anything of them.
 */
export const agentFiles: View<AppointmentSet, FileRow> = {
  name: "career-appointments.agent-files",
  sortColumns: ["first-date", "status", "evaluators"],
  filterNames: ["status", "modified"],
  entries: (state) =>
    state._tag === "none" ? [] : [fileEntry(portalRow(fileRow(state)), state.agent.id)],
}

/** What evaluators have in their calendars, in all campaigns; its scope is the evaluator. */
export const evaluatorBookings: View<AppointmentSet, Booking> = {
  name: "career-appointments.evaluator-bookings",
  sortColumns: ["start"],
  filterNames: ["day"],
  entries: (state, key) =>
    state._tag === "none" || state._tag === "cancelled"
      ? []
      : appointmentsOf(state).flatMap((appointment) =>
          Option.toArray(bookingEntry(state, key, appointment)),
        ),
}

/** The days in UTC on which an appointment has a moment, as bookings are filtered. */
export const bookedDays = ({ startsAt, endsAt }: Pick<Appointment, "startsAt" | "endsAt">) => [
  ...new Set([startsAt.slice(0, 10), endsAt.slice(0, 10)]),
]

/** Gives the line of a file. */
export const fileRow = (state: OpenedSet): FileRow => {
  const issue = state.acts.findLast((act) => act._tag === "ConvocationIssued")
  const { id, givenName, familyName, quality } = state.agent
  const slots = state.terms.template.slots
  return {
    campaign: state.campaign,
    agent: { id, givenName, familyName, quality },
    state: state._tag,
    modified: isIssued(state) && state.modified.length > 0,
    // In the order of the template: a store may give the roles of a record in any order.
    evaluators: state.terms.template.roles.flatMap(({ role }) => {
      const person = state.evaluators[role]
      return person === undefined ? [] : [{ role, id: person.id, name: personName(person) }]
    }),
    missing: state._tag === "cancelled" ? [] : missingSlots(state).map(slotName),
    pending: slots.filter(({ slot }) => pendingOf(state).includes(slot)).map(slotName),
    appointments: appointmentsOf(state),
    openedAt: state.acts[0].at,
    issuedAt: issue?.at ?? null,
  }
}

/** Gives what the agent's portal shows of a line: appointments only once they are issued. */
export const portalRow = <Row extends FileRow>(row: Row): Row =>
  row.issuedAt === null ? { ...row, appointments: [], missing: [] } : row

/**
 * Gives an appointment as lists show it, in no language.
 * @example appointmentText({ date: "2027-01-12", start: "08:00", end: "09:30", place: "Salle 2" }) // => "12/01/2027 08:00-09:30 Salle 2"
 */
export const appointmentText = ({
  date,
  start,
  end,
  place,
}: Pick<Appointment, "date" | "start" | "end" | "place">): string =>
  `${shortDate(date)} ${start}-${end} ${place}`

const fileEntry = (row: FileRow, scope: string): Entry<FileRow> => {
  const late = row.evaluators.filter(({ role }) => row.missing.some((slot) => slot.role === role))
  return {
    scope,
    part: "",
    sorts: {
      agent: foldedKey(`${row.agent.familyName} ${row.agent.givenName}`),
      status: String(statesInOrder.indexOf(row.state)),
      "first-date": row.appointments.map(({ startsAt }) => startsAt as string).toSorted()[0] ?? "",
      quality: foldedKey(row.agent.quality),
      evaluators: foldedKey(row.evaluators.map(({ name }) => name).join(" ")),
    },
    filters: {
      status: [row.state],
      evaluator: row.evaluators.map(({ id }) => id),
      "late-evaluator": late.map(({ id }) => id),
      modified: [row.modified ? "yes" : "no"],
    },
    search: foldedKey(
      [
        row.agent.familyName,
        row.agent.givenName,
        row.agent.familyName,
        row.agent.quality,
        ...row.evaluators.map(({ name }) => name),
        ...row.appointments.map(appointmentText),
      ].join(" "),
    ),
    row,
  }
}

const bookingEntry = (
  state: OpenedSet,
  key: string,
  { slot, startsAt, endsAt }: Appointment,
): Option.Option<Entry<Booking>> => {
  const role = state.terms.template.slots.find((one) => one.slot === slot)?.role
  const evaluator = role === undefined ? undefined : state.evaluators[role]?.id
  if (evaluator === undefined) return Option.none()
  const agent = personName(state.agent)
  return Option.some({
    scope: evaluator,
    part: slot,
    sorts: { start: startsAt },
    filters: { day: bookedDays({ startsAt, endsAt }) },
    search: foldedKey(agent),
    row: { file: key, slot, evaluator, agent, startsAt, endsAt },
  })
}
