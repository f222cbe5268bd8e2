/**
 * Who acts, in which capacity, and on whose behalf (acteur, qualité, délégation).
 * Every command and every event carries one.
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../calendar.ts"
import { ManagerCode, PersonId } from "./ids.ts"
import { Uai } from "./uai.ts"

/**
 * The capacities in which somebody can act: `superior` is the direct superior of an agent,
 * `authority` the appointing authority (AIPN), `hr-service` the staff of the HR service,
 * `school-head` and `centre-head` whoever acts for a school or an exam centre, `exam-manager` the
 * manager in charge of an exam (gestionnaire), `exams-division` the service that manages all of
 * them (DEC), `administrator` who runs the platform, `system` the scheduler.
 */
export const Capacity = Schema.Literals([
  "agent",
  "evaluator",
  "campaign-manager",
  "superior",
  "authority",
  "hr-service",
  "school-head",
  "centre-head",
  "exam-manager",
  "exams-division",
  "administrator",
  "system",
])
export type Capacity = typeof Capacity.Type

/**
 * One acting person; `onBehalfOf` names who delegated, when somebody did, and `delegation` from
 * which day to which, both included. A `school-head` or `centre-head` acts for `school`, an
 * `exam-manager` under `managerCode`: sign-in is by school, so an act is the school's.
 */
export const Actor = Schema.Struct({
  person: PersonId,
  capacity: Capacity,
  onBehalfOf: Schema.optionalKey(PersonId),
  delegation: Schema.optionalKey(Schema.Struct({ from: CivilDate, until: CivilDate })),
  school: Schema.optionalKey(Uai),
  managerCode: Schema.optionalKey(ManagerCode),
}).annotate({ identifier: "Actor" })
export type Actor = typeof Actor.Type

/**
 * Gives the person whose rights are exercised: who delegated, or else the actor.
 * @example responsiblePerson({ person: "p-2", capacity: "evaluator", onBehalfOf: "p-1" }) // => "p-1"
 */
export const responsiblePerson = (actor: Actor): PersonId => actor.onBehalfOf ?? actor.person
