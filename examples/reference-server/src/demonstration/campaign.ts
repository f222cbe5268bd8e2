/** The campaign of the demonstration, opened once in an empty database. */
import {
  CampaignId,
  type CampaignTerms,
  certifiedTeachers,
  createCampaign,
  enrol,
  RoleId,
} from "@convoque/core/career-appointments"
import { schoolYearOf, type CivilDate, Zone } from "@convoque/core/kernel/calendar"
import type { Actor } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import { demonstrationTenant, people } from "./people.ts"

/** The campaign's id. */
export const demonstrationCampaign = CampaignId.make("certifies-mathematiques")

/** The roles of its template. */
export const roles = {
  inspector: RoleId.make("regional-inspector"),
  head: RoleId.make("school-head"),
} as const

/** What the campaign lays down. */
export const demonstrationTerms: CampaignTerms = {
  label: "Rendez-vous de carrière des professeurs certifiés de mathématiques",
  template: certifiedTeachers,
  zone: Zone.make("Europe/Paris"),
  holidays: { territory: "metropole" },
  postponementLimit: 3,
  letterhead: [
    "Académie d'Exemple",
    "Division des personnels enseignants",
    "1 place de la République",
    "99000 Exemple",
  ],
  signature: {
    place: "Fait à Exemple",
    lines: ["Pour le recteur et par délégation,", "la cheffe de division,", "Claire Fontaine"],
  },
  organizer: { name: "Division des personnels enseignants", address: "dpe@academie.example" },
}

const manager: Actor = { person: people.manager.id, capacity: "campaign-manager" }

/** Creates the campaign and enrols its agents, unless it exists. */
export const openDemonstration = (today: CivilDate) =>
  Effect.gen(function* () {
    yield* createCampaign({
      by: manager,
      tenant: demonstrationTenant,
      campaign: demonstrationCampaign,
      schoolYear: schoolYearOf(today),
      managers: [people.manager.id],
      terms: demonstrationTerms,
    })
    for (const { id } of [people.eloise, people.lukasz, people.teva, people.noEmail]) {
      yield* enrol({
        by: manager,
        file: { tenant: demonstrationTenant, campaign: demonstrationCampaign, agent: id },
        evaluators: { [roles.inspector]: people.inspector.id, [roles.head]: people.head.id },
      })
    }
    return "opened" as const
  }).pipe(
    Effect.catchTag("campaign.already-exists", () => Effect.succeed("already-there" as const)),
  )
