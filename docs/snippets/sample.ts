/** The people, campaign and appointments of the snippets. */
import {
  type CampaignId,
  type CampaignTerms,
  certifiedTeachers,
  type EnteredAppointment,
  type RoleId,
  type SlotId,
} from "@convoque/core/career-appointments"
import type { SchoolYear, Zone } from "@convoque/core/kernel/calendar"
import type { Actor, PersonId, TenantId } from "@convoque/core/kernel/identity"
import type { Person } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/testing/TestClock"

export const tenant = "ac-lyon" as TenantId

const person = (id: string, givenName: string, familyName: string, quality: string): Person => ({
  id: id as PersonId,
  givenName,
  familyName,
  quality,
  email: `${id}@ac-lyon.example`,
})

export const people = [
  person("teacher", "Élodie", "Łukasik", "professeure certifiée de mathématiques"),
  person("inspector", "Paul", "Ravel", "IA-IPR de mathématiques"),
  person("head", "Anne", "Diallo", "proviseure"),
  person("manager", "Luc", "Morin", "division des personnels enseignants"),
]

const actor = (id: string, capacity: Actor["capacity"]): Actor => ({
  person: id as PersonId,
  capacity,
})
export const manager = actor("manager", "campaign-manager")
export const inspector = actor("inspector", "evaluator")
export const head = actor("head", "evaluator")

export const campaign = "certified-2026" as CampaignId
export const file = { tenant, campaign, agent: "teacher" as PersonId }
export const evaluators = {
  ["regional-inspector" as RoleId]: inspector.person,
  ["school-head" as RoleId]: head.person,
}

export const terms: CampaignTerms = {
  label: "Rendez-vous de carrière 2026-2027",
  template: certifiedTeachers,
  zone: "Europe/Paris" as Zone,
  holidays: { territory: "metropole" },
  letterhead: ["Académie de Lyon", "Division des personnels enseignants"],
  signature: { place: "Lyon", lines: ["Pour le recteur", "La cheffe de division"] },
  organizer: { name: "Division des personnels", address: "dpe@ac-lyon.example" },
}
export const schoolYear = "2026-2027" as SchoolYear

const entered = (slot: string, start: string, end: string): EnteredAppointment => ({
  slot: slot as SlotId,
  date: "2027-01-12",
  place: "Lycée Ampère, salle 12",
  start,
  end,
  zone: "Europe/Paris",
})
export const visit = entered("inspection-visit", "08:00", "09:00")
export const inspectorInterview = entered("regional-inspector-interview", "09:15", "10:00")
export const headInterview = entered("school-head-interview", "10:30", "11:15")
export const confirmed = [
  { code: "convocation.confirmation-required", subject: file.agent as string },
]

/** Runs a program on 22 November 2026, so that the dates above stay in the future. */
export const onThatDay = <A, E>(program: Effect.Effect<A, E>): Promise<A> =>
  TestClock.setTime(Date.parse("2026-11-22T09:00:00Z")).pipe(
    Effect.andThen(program),
    Effect.provide(TestClock.layer()),
    Effect.runPromise,
  )

if (import.meta.main) console.log("ok")
