/** The campaign of the demonstration, opened once in an empty database. */
import {
  CampaignId,
  type CampaignTerms,
  certifiedTeachers,
  createCampaign,
  enrol,
  type FileName,
  RoleId,
  setAppointments,
  SlotId,
} from "@convoque/core/career-appointments"
import {
  addDays,
  type CivilDate,
  schoolYearOf,
  weekday,
  Zone,
} from "@convoque/core/kernel/calendar"
import type { Actor, PersonId } from "@convoque/core/kernel/identity"
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

const fileOf = (agent: PersonId): FileName => ({
  tenant: demonstrationTenant,
  campaign: demonstrationCampaign,
  agent,
})

/**
 * Creates the campaign, enrols its agents and issues one convocation; what is there already, from
 * an earlier start that may have ended in the middle, stays as it is.
 */
export const openDemonstration = Effect.fn("demonstration.open")(function* (today: CivilDate) {
  yield* createCampaign({
    by: manager,
    tenant: demonstrationTenant,
    campaign: demonstrationCampaign,
    schoolYear: schoolYearOf(today),
    managers: [people.manager.id],
    terms: demonstrationTerms,
  }).pipe(Effect.catchTag("campaign.already-exists", () => Effect.void))
  const agents = [people.eloise, people.lukasz, people.teva, people.noEmail, people.ines]
  for (const { id } of agents) {
    yield* unlessDone(
      enrol({
        by: manager,
        file: fileOf(id),
        evaluators: { [roles.inspector]: people.inspector.id, [roles.head]: people.head.id },
      }),
    )
  }
  yield* issueOne(today)
})

// The head of school sets his appointment first: the order between evaluators is free (RDC-07).
const issueOne = Effect.fn("demonstration.issueOne")(function* (today: CivilDate) {
  const file = fileOf(people.ines.id)
  const visit = openDay(addDays(today, 35))
  yield* unlessDone(
    setAppointments({
      by: { person: people.head.id, capacity: "evaluator" },
      file,
      role: roles.head,
      items: [item("school-head-interview", openDay(addDays(visit, 7)), ["16:00", "17:00"])],
      acknowledged: [],
    }),
  )
  yield* unlessDone(
    setAppointments({
      by: { person: people.inspector.id, capacity: "evaluator" },
      file,
      role: roles.inspector,
      items: [
        item("inspection-visit", visit, ["16:00", "17:00"]),
        item("regional-inspector-interview", visit, ["17:15", "18:00"]),
      ],
      acknowledged: [{ code: "convocation.confirmation-required", subject: people.ines.id }],
    }),
  )
})

// Neither a weekend nor the end of the year.
const openDay = (date: CivilDate): CivilDate => {
  if (weekday(date) > 5) return openDay(addDays(date, 8 - weekday(date)))
  return date.slice(5) >= "12-19" || date.slice(5) <= "01-04" ? openDay(addDays(date, 7)) : date
}

const item = (slot: string, date: CivilDate, [start, end]: readonly [string, string]) => ({
  slot: SlotId.make(slot),
  date,
  place: "Lycée Olympe-de-Gouges, salle A 112",
  start,
  end,
  zone: demonstrationTerms.zone,
})

// A start of another day finds the files further on, or their convocation issued.
const unlessDone = <A, E extends { readonly _tag: string }, R>(
  step: Effect.Effect<A, E, R>,
): Effect.Effect<void, E, R> =>
  Effect.catchIf(
    Effect.asVoid(step),
    ({ _tag }) => _tag === "convocation.illegal-transition",
    () => Effect.void,
  )
