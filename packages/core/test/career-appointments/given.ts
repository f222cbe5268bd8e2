/**
 * The people, the campaign and the file of the tests: an agent, an inspector with a visit and an
 * interview to set, a head of school with an interview, on Mondays of the autumn of 2026.
 */
import {
  Appointment,
  type AppointmentSetCommand,
  type AppointmentSetEvent,
  CampaignId,
  type CampaignTerms,
  certifiedTeachers,
  type EnteredAppointment,
  type Evaluators,
  Place,
  Reason,
  RoleId,
  type SettingFacts,
  SlotId,
  type SlotName,
} from "@convoque/core/career-appointments"
import { CivilDate, CivilTime, Instant, Zone } from "@convoque/core/kernel/calendar"
import { type Actor, PersonId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import type { Acknowledgement } from "@convoque/core/kernel/refusal"

export type CommandOf<Tag extends AppointmentSetCommand["_tag"]> = Extract<
  AppointmentSetCommand,
  { readonly _tag: Tag }
>
export type EventOf<Tag extends AppointmentSetEvent["_tag"]> = Extract<
  AppointmentSetEvent,
  { readonly _tag: Tag }
>

export const date = (text: string) => CivilDate.make(text)
export const time = (text: string) => CivilTime.make(text)
export const instant = (text: string) => Instant.make(text)
export const zone = (text: string) => Zone.make(text)
export const place = (text: string) => Place.make(text)
export const reason = (text: string) => Reason.make(text)
export const id = (text: string) => PersonId.make(text)
export const roleId = (text: string) => RoleId.make(text)
export const slotId = (text: string) => SlotId.make(text)

const person = (
  key: string,
  givenName: string,
  rest: { readonly familyName: string; readonly quality: string },
): Person => ({ id: id(key), givenName, ...rest, email: `${key}@academie.example` })

export const agent = person("agent-1", "Éloïse", {
  familyName: "Le Gall",
  quality: "Professeure certifiée d'histoire",
})
export const inspector = person("inspector-1", "Marc", {
  familyName: "Nguyên",
  quality: "IA-IPR d'histoire",
})
export const head = person("head-1", "Aïcha", { familyName: "Œuvrard", quality: "Proviseure" })
export const otherHead = person("head-2", "Luc", { familyName: "Petit", quality: "Proviseur" })
export const manager = id("manager-1")
export const managers = [manager] as const

export const campaign = CampaignId.make("2026-certifies")
export const inspectorRole = roleId("regional-inspector")
export const headRole = roleId("school-head")
export const visit = slotId("inspection-visit")
export const interview = slotId("regional-inspector-interview")
export const headInterview = slotId("school-head-interview")

export const visitName: SlotName = {
  slot: visit,
  role: inspectorRole,
  label: "Visite d'inspection en situation professionnelle",
}
export const interviewName: SlotName = {
  slot: interview,
  role: inspectorRole,
  label: "Entretien avec l'IA-IPR",
}
export const headInterviewName: SlotName = {
  slot: headInterview,
  role: headRole,
  label: "Entretien avec le chef d'établissement",
}

export const paris = zone("Europe/Paris")

export const terms: CampaignTerms = {
  label: "Rendez-vous de carrière 2026-2027",
  template: certifiedTeachers,
  zone: paris,
  holidays: { territory: "metropole" },
  postponementLimit: 2,
  letterhead: ["Académie de Rennes", "Direction des personnels enseignants"],
  signature: { place: "Rennes", lines: ["Pour le recteur,", "la cheffe de bureau"] },
  organizer: { name: "Bureau des rendez-vous de carrière", address: "rdv@academie.example" },
}

/** The same terms without any legal policy. */
export const bareTerms: CampaignTerms = {
  ...terms,
  template: {
    ...certifiedTeachers,
    policies: { notice: [], interviewsWithin: [], visitFirst: [] },
  },
}

export const evaluators: Evaluators = { [inspectorRole]: inspector, [headRole]: head }

export const byAgent: Actor = { person: agent.id, capacity: "agent" }
export const byInspector: Actor = { person: inspector.id, capacity: "evaluator" }
export const byHead: Actor = { person: head.id, capacity: "evaluator" }
export const byManager: Actor = { person: manager, capacity: "campaign-manager" }
export const bySystem: Actor = { person: id("scheduler"), capacity: "system" }

export const monday = instant("2026-11-02T09:00:00.000Z")
export const tuesday = instant("2026-11-03T09:00:00.000Z")
export const wednesday = instant("2026-11-04T09:00:00.000Z")

const entered = (
  slot: SlotId,
  day: string,
  [start, end]: readonly [string, string],
): EnteredAppointment => ({
  slot,
  date: day,
  place: "Lycée Émile-Zola, bâtiment B",
  start,
  end,
  zone: "Europe/Paris",
})

export const visitItem = entered(visit, "2026-12-01", ["10:00", "11:00"])
export const interviewItem = entered(interview, "2026-12-01", ["11:15", "12:00"])
export const headItem = entered(headInterview, "2026-12-08", ["14:00", "15:00"])

/** Gives the appointment that an item typed in winter time of Paris becomes. */
export const appointment = (item: EnteredAppointment, offset = "+01:00"): Appointment => {
  const at = (hour: string) => instant(new Date(`${item.date}T${hour}:00${offset}`).toISOString())
  return {
    slot: item.slot,
    date: date(item.date),
    place: place(item.place),
    start: time(item.start),
    end: time(item.end),
    zone: zone(item.zone),
    startsAt: at(item.start),
    endsAt: at(item.end),
  }
}

export const facts: SettingFacts = { agent, evaluators, bookings: [], unavailabilities: [] }
export const confirmed: Acknowledgement = {
  code: "convocation.confirmation-required",
  subject: agent.id,
}

export const openSet = (rest: Partial<CommandOf<"openSet">> = {}): CommandOf<"openSet"> => ({
  _tag: "openSet",
  at: monday,
  by: byManager,
  managers,
  campaign,
  agent,
  evaluators,
  terms,
  ...rest,
})

export const setByInspector = (
  rest: Partial<CommandOf<"setAppointments">> = {},
): CommandOf<"setAppointments"> => ({
  _tag: "setAppointments",
  at: tuesday,
  by: byInspector,
  role: inspectorRole,
  items: [visitItem, interviewItem],
  acknowledged: [],
  facts,
  ...rest,
})

export const setByHead = (
  rest: Partial<CommandOf<"setAppointments">> = {},
): CommandOf<"setAppointments"> => ({
  ...setByInspector(),
  by: byHead,
  role: headRole,
  items: [headItem],
  ...rest,
})

export const modify = (
  rest: Partial<CommandOf<"modifyAppointment">> = {},
): CommandOf<"modifyAppointment"> => ({
  _tag: "modifyAppointment",
  at: wednesday,
  by: byHead,
  role: headRole,
  item: movedHeadItem,
  acknowledged: [confirmed],
  facts,
  ...rest,
})

export const movedHeadItem: EnteredAppointment = { ...headItem, date: "2026-12-10" }

export const accept = (rest: Partial<CommandOf<"accept">> = {}): CommandOf<"accept"> => ({
  _tag: "accept",
  at: wednesday,
  by: byAgent,
  ...rest,
})

export const request = (
  rest: Partial<CommandOf<"requestPostponement">> = {},
): CommandOf<"requestPostponement"> => ({
  _tag: "requestPostponement",
  at: wednesday,
  by: byAgent,
  slots: [headInterview],
  ...rest,
})

export const answer = (
  rest: Partial<CommandOf<"answerPostponement">> = {},
): CommandOf<"answerPostponement"> => ({
  _tag: "answerPostponement",
  at: wednesday,
  by: byHead,
  slot: headInterview,
  reason: reason("Aucune autre date n'est possible."),
  agent,
  ...rest,
})

export const recordOutcome = (
  rest: Partial<CommandOf<"recordOutcome">> = {},
): CommandOf<"recordOutcome"> => ({
  _tag: "recordOutcome",
  at: instant("2026-12-08T14:00:00.000Z"),
  by: byHead,
  slot: headInterview,
  outcome: "held",
  ...rest,
})

export const cancel = (rest: Partial<CommandOf<"cancel">> = {}): CommandOf<"cancel"> => ({
  _tag: "cancel",
  at: wednesday,
  by: byManager,
  managers,
  reason: reason("Mutation de l'agent."),
  acknowledged: [confirmed],
  agent,
  ...rest,
})

export const replace = (
  rest: Partial<CommandOf<"replaceEvaluator">> = {},
): CommandOf<"replaceEvaluator"> => ({
  _tag: "replaceEvaluator",
  at: wednesday,
  by: byManager,
  managers,
  role: headRole,
  person: otherHead,
  ...rest,
})

export const setOpened: EventOf<"SetOpened"> = {
  _tag: "SetOpened",
  at: monday,
  by: byManager,
  campaign,
  agent,
  evaluators,
  terms,
}
export const inspectorSet: EventOf<"AppointmentsSet"> = {
  _tag: "AppointmentsSet",
  at: tuesday,
  by: byInspector,
  role: inspectorRole,
  appointments: [appointment(visitItem), appointment(interviewItem)],
}
export const headSet: EventOf<"AppointmentsSet"> = {
  _tag: "AppointmentsSet",
  at: tuesday,
  by: byHead,
  role: headRole,
  appointments: [appointment(headItem)],
}
export const issued: EventOf<"ConvocationIssued"> = {
  _tag: "ConvocationIssued",
  at: tuesday,
  by: byHead,
  edition: 1,
  agent,
  evaluators,
}
export const acceptedEvent: EventOf<"ConvocationAccepted"> = {
  _tag: "ConvocationAccepted",
  at: wednesday,
  by: byAgent,
}
export const requested = (
  ...slots: readonly [SlotId, ...ReadonlyArray<SlotId>]
): EventOf<"PostponementRequested"> => ({
  _tag: "PostponementRequested",
  at: wednesday,
  by: byAgent,
  slots,
})
export const cancelledEvent: EventOf<"SetCancelled"> = {
  _tag: "SetCancelled",
  at: wednesday,
  by: byManager,
  reason: reason("Mutation de l'agent."),
  agent,
}

/** What happened before, by the state that it leads to. */
export const history = {
  none: [],
  "nothing-set": [setOpened],
  "partially-set": [setOpened, inspectorSet],
  convened: [setOpened, inspectorSet, headSet, issued],
  accepted: [setOpened, inspectorSet, headSet, issued, acceptedEvent],
  "postponement-requested": [
    setOpened,
    inspectorSet,
    headSet,
    issued,
    requested(headInterview, visit),
  ],
  cancelled: [setOpened, inspectorSet, headSet, issued, cancelledEvent],
} as const satisfies Readonly<Record<string, ReadonlyArray<AppointmentSetEvent>>>

/** Gives a history whose file was opened under other terms. */
export const under = (
  otherTerms: CampaignTerms,
  events: ReadonlyArray<AppointmentSetEvent>,
): ReadonlyArray<AppointmentSetEvent> =>
  events.map((event) => (event._tag === "SetOpened" ? { ...event, terms: otherTerms } : event))
