/** The portal's own aggregates as subjects of the contracts: files and campaigns with whole lives. */
import {
  type AppointmentSet,
  AppointmentSetEvent,
  appointmentSetType,
  type Campaign,
  CampaignId,
  type CampaignTerms,
  campaignType,
  certifiedTeachers,
} from "@convoque/core/career-appointments"
import { Instant, SchoolYear, Zone } from "@convoque/core/kernel/calendar"
import { PersonId } from "@convoque/core/kernel/identity"
import type { ContractSubject } from "@convoque/testing"
import * as Schema from "effect/Schema"

type CampaignEvent = Parameters<typeof campaignType.evolve>[1]

const terms: CampaignTerms = {
  label: "Campagne « d'essai » à 100 %",
  template: certifiedTeachers,
  zone: Zone.make("Indian/Reunion"),
  holidays: { territory: "la-reunion" },
  postponementLimit: 2,
  letterhead: ["Académie d'essai", 'Service "RH"'],
  signature: { place: "Saint-Denis", lines: [] },
  organizer: { name: "Division", address: "division@example.org" },
}

/** The campaigns that the files of `fileSubject` belong to. */
export const campaignKeys = ["c-a", "c-a-b", "c-b"]

/** The people that the files name: agents `a-0` to `a-3`, evaluators `e-0` to `e-4`. */
export const personIds = [
  ...Array.from({ length: 4 }, (_, index) => `a-${index}`),
  ...Array.from({ length: 5 }, (_, index) => `e-${index}`),
]

const familyNames = ["Łąka", "Éluard", "d’Œuvre", "ZAÏRE", "Abe 😀", "100 %", "Abe", "é_\\'\""]

const personOf = (id: string) => {
  const index = Number(id.slice(2))
  return {
    id,
    givenName: index % 3 === 0 ? "Zoé" : "Anne-Marie",
    familyName: familyNames[index % familyNames.length],
    quality: index % 4 === 0 ? "" : "professeur certifié",
    ...(index % 2 === 0 ? {} : { email: `${id}@example.org` }),
  }
}

// Four agents, each in three campaigns.
const keyOf = (index: number) => `${campaignKeys[index % 3]}/a-${Math.floor(index / 3)}`
const keys = [
  keyOf(0),
  keyOf(1),
  keyOf(2),
  keyOf(3),
  ...[4, 5, 6, 7, 8, 9, 10, 11].map(keyOf),
] as const

const readEvent = Schema.decodeUnknownSync(AppointmentSetEvent)
const readEvents = (events: ReadonlyArray<unknown>) => events.map((event) => readEvent(event))

const appointment = (slot: string, day: number, hour: number) => {
  const two = (count: number) => `${count}`.padStart(2, "0")
  return {
    slot,
    date: `2100-03-${two(day)}`,
    place: `Collège n° ${day}, « salle » ${hour}`,
    start: `${two(hour)}:05`,
    end: `${two(hour + 1)}:00`,
    zone: "Indian/Reunion",
    // At 00:05 it is still the day before in UTC.
    startsAt: `2100-03-${two(hour < 4 ? day - 1 : day)}T${two((hour + 20) % 24)}:05:00.000Z`,
    endsAt: `2100-03-${two(hour < 3 ? day - 1 : day)}T${two((hour + 21) % 24)}:00:00.000Z`,
  }
}

const interview = (role: string) => `${role}-interview`
const [inspector, head] = ["regional-inspector", "school-head"] as const

const fileLife = (key: string) => {
  const [campaign = "", agent = ""] = key.split("/")
  const index = keys.indexOf(key)
  const day = 10 + (index % 5)
  const evaluators = { [head]: personOf("e-0"), [inspector]: personOf(`e-${1 + (index % 3)}`) }
  const at = `2100-01-02T0${index % 10}:00:00.123Z`
  const by = { person: "e-0", capacity: "evaluator", onBehalfOf: "e-4" }
  const own = { at, by: { person: agent, capacity: "agent" } }
  const act = { at, by }
  const before = appointment(interview(head), day, 3 + (index % 10))
  const set = (role: string, appointments: ReadonlyArray<unknown>) => ({
    _tag: "AppointmentsSet",
    ...act,
    role,
    appointments,
  })
  const issued = (edition: number) => ({
    _tag: "ConvocationIssued",
    ...act,
    edition,
    agent: { ...personOf(agent), email: "neuve@example.org" },
    evaluators,
  })
  return readEvents([
    { _tag: "SetOpened", ...act, campaign, agent: personOf(agent), evaluators, terms },
    set(head, [before]),
    set(inspector, [
      appointment("inspection-visit", day, 0),
      appointment(interview(inspector), day, 10),
    ]),
    issued(1),
    { _tag: "PostponementRequested", ...own, slots: [interview(head), "inspection-visit"] },
    { _tag: "AppointmentMaintained", ...act, slot: "inspection-visit", reason: "L'équipe\nvient" },
    {
      _tag: "AppointmentModified",
      ...act,
      before,
      after: appointment(interview(head), day + 9, 8),
    },
    issued(2),
    { _tag: "AppointmentOutcomeRecorded", ...act, slot: "inspection-visit", outcome: "held" },
    {
      _tag: "EvaluatorReplaced",
      ...act,
      role: head,
      former: personOf("e-0"),
      person: personOf("e-4"),
    },
    { _tag: "ConvocationAccepted", ...own },
    { _tag: "SetCancelled", ...act, reason: "Mutation" },
  ])
}

/** Files, each with a life through all the states. */
export const fileSubject: ContractSubject<AppointmentSet, AppointmentSetEvent> = {
  type: appointmentSetType,
  lifeOf: fileLife,
  keys,
}

const campaignCreated = (key: string, label: string): CampaignEvent => ({
  _tag: "CampaignCreated",
  at: Instant.make("2100-01-01T05:00:00.000Z"),
  by: { person: PersonId.make("e-0"), capacity: "campaign-manager" },
  campaign: CampaignId.make(key),
  schoolYear: SchoolYear.make("2100-2101"),
  managers: [PersonId.make("e-0"), PersonId.make("e-1")],
  terms: { ...terms, label },
})

/** Campaigns, whose terms change from event to event. */
export const campaignSubject: ContractSubject<Campaign, CampaignEvent> = {
  type: campaignType,
  lifeOf: (key) =>
    ["Première", "Deuxième", "Troisième"].map((label) => campaignCreated(key, label)),
  keys: ["k-1", "k-2", "k-3", "k-4"],
}
