/**
 * The main scenario on the portal's tables: two evaluators set three appointments, the last save
 * issues the convocation, the agent asks to postpone, the moved appointment is issued again.
 */
import {
  type ActNeeds,
  CampaignId,
  CareerAppointmentsSetup,
  certifiedTeachers,
  createCampaign,
  enrol,
  modifyAppointment,
  openFile,
  Reason,
  requestPostponement,
  RoleId,
  setAppointments,
  SlotId,
  wordingFr,
} from "@convoque/core/career-appointments"
import { Instant, millisOf, SchoolYear, Zone } from "@convoque/core/kernel/calendar"
import { type Actor, PersonId, TenantId } from "@convoque/core/kernel/identity"
import { DocumentRenderer, Outbox } from "@convoque/core/kernel/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Database } from "./database.ts"

/** The academy of the scenario. */
export const tenant = TenantId.make("academie-reunion")
/** The campaign of the scenario. */
export const campaign = CampaignId.make("2026-certifies")
const person = (id: string) => PersonId.make(id)
const zone = Zone.make("Indian/Reunion")
const file = { tenant, campaign, agent: person("a-12") }
const inspector = RoleId.make("regional-inspector")
const head = RoleId.make("school-head")
const place = "Lycée Leconte-de-Lisle, Saint-Denis, salle B12"

const acting = (id: string, capacity: Actor["capacity"]): Actor => ({
  person: person(id),
  capacity,
})
const manager = acting("g-1", "campaign-manager")

const item = (slot: string, date: string, [start, end]: readonly [string, string]) => ({
  slot: SlotId.make(slot),
  date,
  place,
  start,
  end,
  zone,
})

const confirmed = [{ code: "convocation.confirmation-required", subject: file.agent }]

/** Puts the people of the scenario into the portal, as they were there before. */
export const enterPeople = (database: Database) =>
  Effect.promise(() =>
    database.query(
      `insert into personne (academie, id, prenom, nom, qualite, courriel) values
       ($1, 'g-1', 'Odile', 'Grondin', 'division des personnels', 'odile.grondin@ac.example'),
       ($1, 'a-12', 'Éloïse', 'Hoarau', 'professeure certifiée de lettres', 'eloise@ac.example'),
       ($1, 'i-3', 'Paul', 'Payet', 'IA-IPR de lettres', 'paul.payet@ac.example'),
       ($1, 'c-7', 'Marie', 'Técher', 'proviseure', 'marie.techer@ac.example')`,
      [tenant],
    ),
  )

const create = createCampaign({
  by: manager,
  tenant,
  campaign,
  schoolYear: SchoolYear.make("2026-2027"),
  managers: [manager.person],
  terms: {
    label: "Rendez-vous de carrière 2026-2027",
    template: certifiedTeachers,
    zone,
    holidays: { territory: "la-reunion" },
    letterhead: ["Académie de La Réunion"],
    signature: { place: "Saint-Denis", lines: ["Le recteur"] },
    organizer: { name: "Division des personnels", address: "dpe@ac.example" },
  },
})

/** What somebody does at a moment. */
export interface Step {
  readonly at: string
  readonly what: string
  readonly does: Effect.Effect<unknown, unknown, ActNeeds>
}

/** The steps of the scenario, in order. */
export const steps: ReadonlyArray<Step> = [
  { at: "2026-09-01T05:00:00.000Z", what: "La campagne est créée", does: create },
  {
    at: "2026-09-01T05:10:00.000Z",
    what: "Le dossier d'Éloïse Hoarau est ouvert",
    does: enrol({
      by: manager,
      file,
      evaluators: { [inspector]: person("i-3"), [head]: person("c-7") },
    }),
  },
  {
    at: "2026-09-14T06:00:00.000Z",
    what: "L'inspecteur pose la visite et son entretien",
    does: setAppointments({
      by: acting("i-3", "evaluator"),
      file,
      role: inspector,
      items: [
        item("inspection-visit", "2026-11-05", ["08:00", "09:00"]),
        item("regional-inspector-interview", "2026-11-05", ["10:00", "11:00"]),
      ],
      acknowledged: [],
    }),
  },
  {
    at: "2026-09-15T06:00:00.000Z",
    what: "La proviseure pose le dernier : la convocation part",
    does: setAppointments({
      by: acting("c-7", "evaluator"),
      file,
      role: head,
      items: [item("school-head-interview", "2026-11-19", ["14:00", "15:00"])],
      acknowledged: confirmed,
    }),
  },
  {
    at: "2026-09-16T16:00:00.000Z",
    what: "L'agente demande un report",
    does: requestPostponement({
      by: acting("a-12", "agent"),
      file,
      slots: [SlotId.make("school-head-interview")],
      reason: Reason.make("Conseil de classe ce jour-là"),
    }),
  },
  {
    at: "2026-09-17T06:00:00.000Z",
    what: "La proviseure déplace l'entretien : la convocation repart",
    does: modifyAppointment({
      by: acting("c-7", "evaluator"),
      file,
      role: head,
      item: item("school-head-interview", "2026-11-26", ["14:00", "15:00"]),
      acknowledged: confirmed,
    }),
  },
]

/** Does the work of one step at its moment. */
export const play = ({ at, does }: Step) => Effect.asVoid(atMoment(at, does))

/** Reads the file back with its history, as the agent sees it, and the mails about it. */
export const readBack = Effect.gen(function* () {
  const { detail } = yield* openFile(acting("a-12", "agent"), file)
  const outbox = yield* Outbox
  return { detail, mails: yield* outbox.list({ tenant, limit: 10 }) }
})

/** Does something as if its moment had come. */
export const atMoment = <A, E, R>(
  at: string,
  does: Effect.Effect<A, E, R>,
): Effect.Effect<A, E, R> => {
  const millis = millisOf(Instant.make(at))
  return Effect.provideService(does, Clock.Clock, {
    currentTimeMillisUnsafe: () => millis,
    currentTimeMillis: Effect.succeed(millis),
    currentTimeNanosUnsafe: () => BigInt(millis) * 1_000_000n,
    currentTimeNanos: Effect.succeed(BigInt(millis) * 1_000_000n),
    monotonicTimeNanosUnsafe: () => 0n,
    monotonicTimeNanos: Effect.succeed(0n),
    sleep: () => Effect.void,
  })
}

/** The French texts, and a printer that can print anything: no paper is made here. */
export const setup = Layer.merge(
  Layer.succeed(CareerAppointmentsSetup, { wording: wordingFr, informEvaluators: false }),
  Layer.succeed(DocumentRenderer, {
    unprintable: () => [],
    render: () => Effect.die("the portal prints elsewhere"),
  }),
)
