/**
 * Why the machine of delegations says no, and why an act on behalf of somebody is not admitted.
 * Each code carries the values that explain it; its sentence is in the wording.
 */
import * as Schema from "effect/Schema"
import { CivilDate } from "../../kernel/calendar.ts"
import { Capacity, PersonId } from "../../kernel/identity.ts"
import type { Grounds } from "../../kernel/refusal.ts"
import { delegationNameFields } from "./model.ts"

/** Why a delegation is refused, with the values that explain it. */
export const DelegationRefusal = Schema.TaggedUnion({
  "actor.not-allowed": { command: Schema.String, capacity: Capacity },
  "delegation.not-allowed": { command: Schema.String },
  "delegation.to-oneself": { person: PersonId },
  "delegation.dates-reversed": { from: CivilDate, until: CivilDate },
  "delegation.too-long": { days: Schema.Int, maximum: Schema.Int },
  "delegation.unknown": delegationNameFields,
  "delegation.not-in-force": { from: CivilDate, until: CivilDate, today: CivilDate },
})
export type DelegationRefusal = typeof DelegationRefusal.Type

/** The requirements behind each refusal. */
export const delegationGrounds: Readonly<Record<DelegationRefusal["_tag"], Grounds>> = {
  "actor.not-allowed": { requirements: ["CAM-01"] },
  "delegation.not-allowed": { requirements: ["ENT-22"] },
  "delegation.to-oneself": { requirements: ["ENT-22"] },
  "delegation.dates-reversed": { requirements: ["ENT-22"] },
  "delegation.too-long": { requirements: ["ENT-22"] },
  "delegation.unknown": { requirements: ["ENT-22"] },
  "delegation.not-in-force": { requirements: ["ENT-22"] },
}
