/** A small portal: one campaign, one agent, two evaluators, and the acts that make mails leave. */
import {
  type ActNeeds,
  CampaignId,
  CareerAppointmentsSetup,
  cancelSet,
  certifiedTeachers,
  createCampaign,
  enrol,
  modifyAppointment,
  Reason,
  RoleId,
  setAppointments,
  SlotId,
  wordingFr,
} from "@convoque/core/career-appointments"
import { SchoolYear } from "@convoque/core/kernel/calendar"
import { type Actor, PersonId } from "@convoque/core/kernel/identity"
import { layerPeopleDirectory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { zoned } from "./samples.ts"
import { layerSending, tenant } from "./sending.ts"

const zone = zoned("Europe/Paris")
const inspector = RoleId.make("regional-inspector")
const head = RoleId.make("school-head")
const acting = (id: string, capacity: Actor["capacity"]): Actor => ({
  person: PersonId.make(id),
  capacity,
})
const manager = acting("g-1", "campaign-manager")
const file = {
  tenant,
  campaign: CampaignId.make("2026-certifies"),
  agent: PersonId.make("a-12"),
}
const acknowledged = [{ code: "convocation.confirmation-required", subject: file.agent }]

const item = (slot: string, date: string, start: string, end: string) => ({
  slot: SlotId.make(slot),
  date,
  place: "Lycée Jean-Jaurès, Montreuil, salle B12",
  start,
  end,
  zone,
})

const people = ["g-1", "a-12", "i-3", "c-7"].map((id) => ({
  id: PersonId.make(id),
  givenName: "Zoé",
  familyName: `Roux ${id}`,
  quality: "",
  email: `${id}@agents.example`,
}))

/** Outbox in memory, renderer and clock of the sending tests, with the people of the portal. */
export const layerCareer = Layer.mergeAll(
  layerSending,
  layerPeopleDirectory([{ tenant, people }]),
  Layer.succeed(CareerAppointmentsSetup, { wording: wordingFr, informEvaluators: false }),
)

/** Creates the campaign, opens the file and sets all appointments: edition 1 is issued. */
export const issue: Effect.Effect<unknown, unknown, ActNeeds> = Effect.gen(function* () {
  yield* createCampaign({
    by: manager,
    tenant,
    campaign: file.campaign,
    schoolYear: SchoolYear.make("2025-2026"),
    managers: [manager.person],
    terms: {
      label: "Rendez-vous de carrière 2025-2026",
      template: certifiedTeachers,
      zone,
      holidays: { territory: "metropole" },
      letterhead: ["Académie de Créteil"],
      signature: { place: "Créteil", lines: ["Le recteur"] },
      organizer: { name: "Division des personnels", address: "dpe@academie.example" },
    },
  })
  const evaluators = { [inspector]: PersonId.make("i-3"), [head]: PersonId.make("c-7") }
  yield* enrol({ by: manager, file, evaluators })
  yield* setAppointments({
    by: acting("i-3", "evaluator"),
    file,
    role: inspector,
    items: [
      item("inspection-visit", "2026-06-16", "08:00", "09:00"),
      item("regional-inspector-interview", "2026-06-16", "10:00", "11:00"),
    ],
    acknowledged: [],
  })
  const items = [item("school-head-interview", "2026-06-23", "14:00", "15:00")]
  yield* setAppointments({ by: acting("c-7", "evaluator"), file, role: head, items, acknowledged })
})

/** Moves the last appointment to a day of June: the next edition is issued. */
export const reissue = (day: number): Effect.Effect<unknown, unknown, ActNeeds> =>
  modifyAppointment({
    by: acting("c-7", "evaluator"),
    file,
    role: head,
    item: item("school-head-interview", `2026-06-${day}`, "14:00", "15:00"),
    acknowledged,
  })

/** Cancels the file. */
export const cancel: Effect.Effect<unknown, unknown, ActNeeds> = cancelSet({
  by: manager,
  file,
  reason: Reason.make("Mutation de l'agente"),
  acknowledged,
})
