/** Refusals about the actor, the file, the answers and the facts, with what provokes them. */
import type {
  AppointmentSetCommand,
  AppointmentSetEvent,
  AppointmentSetRefusal,
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
  headInterviewName,
  headItem,
  headRole,
  history,
  id,
  inspectorRole,
  interview,
  instant,
  modify,
  movedHeadItem,
  openSet,
  recordOutcome,
  replace,
  request,
  roleId,
  setByHead,
  slotId,
  visit,
} from "../given.ts"

/** A refusal and what provokes it. */
export interface RefusalCase {
  readonly title: string
  readonly past: ReadonlyArray<AppointmentSetEvent>
  readonly command: AppointmentSetCommand
  readonly refused: AppointmentSetRefusal
}

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

const knownRoles = [
  { role: inspectorRole, label: "l'IA-IPR" },
  { role: headRole, label: "le chef d'établissement" },
] as const
const other = (by: Actor): Actor => ({ ...by, person: id("somebody-else") })
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
    refused: { _tag: "set.evaluator-missing", roles: [knownRoles[0]] },
  },
  {
    title: "RDC-01 a file without any evaluator names all roles",
    past: [],
    command: openSet({ evaluators: {} }),
    refused: { _tag: "set.evaluator-missing", roles: knownRoles },
  },
  {
    title: "RDC-01 an evaluator of a role that the template lacks is not kept in silence",
    past: [],
    command: openSet({ evaluators: { ...evaluators, [roleId("chaplain")]: agent } }),
    refused: { _tag: "set.unknown-role", role: roleId("chaplain"), known: knownRoles },
  },
  {
    title: "RDC-01 an agent does not evaluate himself from the opening",
    past: [],
    command: openSet({ evaluators: { ...evaluators, [headRole]: agent } }),
    refused: {
      _tag: "set.evaluates-self",
      role: headRole,
      label: "le chef d'établissement",
    },
  },
  {
    title: "RDC-01 nor as a replacement",
    past: history["partially-set"],
    command: replace({ role: inspectorRole, person: { ...agent, givenName: "Élo" } }),
    refused: { _tag: "set.evaluates-self", role: inspectorRole, label: "l'IA-IPR" },
  },
  ...["chaplain", "constructor"].map((role) => ({
    title: `RDC-01 a role ${role} that the template lacks has nobody to replace`,
    past: history.convened,
    command: replace({ role: roleId(role) }),
    refused: { _tag: "set.unknown-role" as const, role: roleId(role), known: knownRoles },
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
    refused: { _tag: "convocation.confirmation-required", subject: agent.id, command: "cancel" },
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
    command: request({ slots: [interview, visit] }),
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
    refused: {
      _tag: "evaluator.double-booked",
      subject: "school-head-interview/2026-plp/agent-9/school-head-interview",
      ...headInterviewName,
      with: booking,
    },
  },
  {
    title: "RDC-20 also when he moves an appointment",
    past: history.convened,
    command: modify({
      item: { ...headItem, place: "Annexe" },
      facts: { ...facts, bookings: [booking] },
    }),
    refused: {
      _tag: "evaluator.double-booked",
      subject: "school-head-interview/2026-plp/agent-9/school-head-interview",
      ...headInterviewName,
      with: booking,
    },
  },
  {
    title: "RDC-04 the agent's known absence is a warning",
    past: history["nothing-set"],
    command: setByHead({ facts: { ...facts, unavailabilities: [away] } }),
    refused: {
      _tag: "agent.unavailable",
      subject: "school-head-interview/2026-12-08",
      ...headInterviewName,
      ...away,
    },
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
  ...["", "  ", "eloise", "eloise@académie.example\nBcc: x@y.fr"].map((email) => ({
    title: `RDC-13 nor one whose address is ${JSON.stringify(email)}`,
    past: history.convened,
    command: modify({ facts: { ...facts, agent: { ...agent, email } } }),
    refused: { _tag: "agent.no-email-address" as const, agent: agent.id },
  })),
]

/** The cases that are not about items. */
export const actCases: ReadonlyArray<RefusalCase> = [
  ...actorCases,
  ...fileCases,
  ...answerCases,
  ...factCases,
]
