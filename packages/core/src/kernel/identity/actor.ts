/**
 * Who acts, in which capacity, and on whose behalf (acteur, qualité, délégation).
 * Every command and every event carries one.
 */
import * as Schema from "effect/Schema"
import { PersonId } from "./ids.ts"

/** The capacities in which somebody can act; `system` is the scheduler. */
export const Capacity = Schema.Literals(["agent", "evaluator", "campaign-manager", "system"])
export type Capacity = typeof Capacity.Type

/** One acting person; `onBehalfOf` names who delegated, when somebody did. */
export const Actor = Schema.Struct({
  person: PersonId,
  capacity: Capacity,
  onBehalfOf: Schema.optionalKey(PersonId),
}).annotate({ identifier: "Actor" })
export type Actor = typeof Actor.Type

/**
 * Gives the person whose rights are exercised: who delegated, or else the actor.
 * @example responsiblePerson({ person: "p-2", capacity: "evaluator", onBehalfOf: "p-1" }) // => "p-1"
 */
export const responsiblePerson = (actor: Actor): PersonId => actor.onBehalfOf ?? actor.person
