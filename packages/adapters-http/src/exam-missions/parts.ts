/** What the routes of exam missions share: groups of the documentation, paths, who acts where. */
import { Uai } from "@convoque/core/kernel/identity"
import type { Actor, TenantId } from "@convoque/core/kernel/identity"
import type { Input } from "../route.ts"

/** The groups of routes in the documentation. */
export const tags = {
  service: "Missions d'examen : service",
  registers: "Missions d'examen : registres",
  staff: "Missions d'examen : personnels",
  unavailability: "Missions d'examen : indisponibilités",
  competence: "Missions d'examen : compétences",
} as const

/** The path of a school. */
export const schoolPath = "/schools/:school"

/** The parameters of that path. */
export const schoolParams = { school: Uai } as const

/** Who works for a school; the head of an exam centre does when he is its head too. */
export const heads = ["school-head"] as const

/** Who manages the service, and alone reads the personal data of any school. */
export const management = ["exams-division"] as const

/** Who follows how the service is set: what is open, when registers were loaded. */
export const followers = [...management, "administrator"] as const

/** Gives who acts, in which tenant. */
export const author = ({
  actor,
  identity,
}: Pick<Input<unknown, unknown, unknown>, "actor" | "identity">): {
  readonly by: Actor
  readonly tenant: TenantId
} => ({ by: actor, tenant: identity.tenant })
