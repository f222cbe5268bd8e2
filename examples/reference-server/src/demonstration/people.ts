/** Made-up people of a made-up academy; every resemblance is accidental. */
import { PersonId, TenantId } from "@convoque/core/kernel/identity"
import type { Capacity, ManagerCode, Uai } from "@convoque/core/kernel/identity"
import { PeopleDirectory, type Person, type UnavailableDays } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { examServiceAccounts, lyceeHeads, schoolAccounts } from "../exam-missions/accounts.ts"
import { agents, interviewPeople, staff, superiors } from "./interview-people.ts"

/** The authority of the demonstration. */
export const demonstrationTenant = TenantId.make("academie-exemple")

const person = (id: string, name: readonly [string, string], quality: string): Person => ({
  id: PersonId.make(id),
  givenName: name[0],
  familyName: name[1],
  quality,
  email: `${id}@academie.example`,
})

/** The people by what they do. */
export const people = {
  manager: person("claire.fontaine", ["Claire", "Fontaine"], "Gestionnaire de la campagne"),
  inspector: person("helene.lefevre", ["Hélène", "Lefèvre"], "IA-IPR de mathématiques"),
  otherInspector: person("yann.le-goff", ["Yann", "Le Goff"], "IA-IPR de lettres"),
  head: person("marc.dubois", ["Marc", "Dubois-N'Guyen"], "Proviseur du lycée Olympe-de-Gouges"),
  eloise: person("eloise.d-arcy", ["Éloïse", "d'Arcy"], "Professeure certifiée de mathématiques"),
  lukasz: person(
    "lukasz.wisniewski",
    ["Łukasz", "Wiśniewski"],
    "Professeur certifié de mathématiques",
  ),
  teva: person("teva.paheroo", ["Teva", "Pāhero‘o"], "Professeur certifié de mathématiques"),
  ines: person("ines.moreau", ["Inès", "Moreau"], "Professeure certifiée de mathématiques"),
  ...lyceeHeads,
  noEmail: {
    id: PersonId.make("anne.sans-adresse"),
    givenName: "Anne",
    familyName: "Maçon",
    quality: "Professeure certifiée de mathématiques",
  },
} as const satisfies Record<string, Person>

/** What an account is for, as the home page groups them. */
export const accountGroups = [
  "Rendez-vous de carrière",
  "Entretiens : suivi des campagnes",
  "Entretiens : responsables",
  "Entretiens : agents",
  "Missions d'examens : établissements",
  "Missions d'examens : service de gestion et agents",
] as const

/**
 * An account of the demonstration: a person, the capacities in which he or she signs in, and the
 * school in whose name, which has one connection at a time, or the code of a manager of exams.
 */
export interface Account {
  readonly person: Person
  readonly capacities: ReadonlyArray<Capacity>
  readonly group: (typeof accountGroups)[number]
  readonly school?: Uai
  readonly managerCode?: ManagerCode
}

const account =
  (group: Account["group"], ...capacities: ReadonlyArray<Capacity>) =>
  (who: Person): Account => ({ person: who, capacities, group })

const [appointments, following, managing, evaluated, schooled, serving] = accountGroups

/** The accounts, which have no password. */
export const accounts: ReadonlyArray<Account> = [
  account(appointments, "campaign-manager")(people.manager),
  ...[people.inspector, people.otherInspector, people.head].map(account(appointments, "evaluator")),
  ...[people.eloise, people.lukasz, people.teva, people.ines].map(account(appointments, "agent")),
  account(following, "administrator")(staff.administrator),
  account(following, "hr-service")(staff.service),
  account(following, "authority")(staff.authority),
  ...superiors.map(({ person: superior }) => account(managing, "superior")(superior)),
  ...agents.map(account(evaluated, "agent")),
  ...schoolAccounts.map((one) => ({ ...one, group: schooled })),
  ...examServiceAccounts.map((one) => ({ ...one, group: serving })),
]

const examPeople = [...schoolAccounts, ...examServiceAccounts].map((one) => one.person)

const everybody: ReadonlyMap<PersonId, Person> = new Map(
  [...Object.values(people), ...interviewPeople, ...examPeople].map((one) => [one.id, one]),
)

/** The directory of the demonstration; a portal plugs its own here. */
export const layerDemonstrationPeople: Layer.Layer<PeopleDirectory> = Layer.succeed(
  PeopleDirectory,
  {
    find: (tenant, ids) =>
      Effect.succeed(
        tenant === demonstrationTenant
          ? [...new Set(ids)].flatMap((id) => everybody.get(id) ?? [])
          : [],
      ),
    unavailableDays: () => Effect.succeed<ReadonlyArray<UnavailableDays>>([]),
  },
)
