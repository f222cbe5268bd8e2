/** Why a period of unavailability is refused. */
import * as Schema from "effect/Schema"
import { Capacity, PersonId, Uai } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { Moment, unavailabilityNameFields } from "./model.ts"

/** Why a period is refused, with the values that explain it. */
export const UnavailabilityRefusal = Schema.TaggedUnion({
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "unavailability.end-before-start": { start: Moment, end: Moment },
  "person.not-in-school": { person: PersonId, school: Uai },
  "unavailability.duplicate": unavailabilityNameFields,
  "unavailability.not-declared-by-you": unavailabilityNameFields,
  "unavailability.unknown": unavailabilityNameFields,
})
export type UnavailabilityRefusal = typeof UnavailabilityRefusal.Type

/** The requirements behind each refusal. */
export const unavailabilityGrounds: Readonly<Record<UnavailabilityRefusal["_tag"], Grounds>> = {
  "actor.not-allowed": { requirements: ["IND-11"] },
  "unavailability.end-before-start": { requirements: ["IND-10"] },
  "person.not-in-school": { requirements: ["IND-01"] },
  "unavailability.duplicate": { requirements: ["IND-10"] },
  "unavailability.not-declared-by-you": { requirements: ["IND-11", "IND-12"] },
  "unavailability.unknown": { requirements: ["IND-11"] },
}
