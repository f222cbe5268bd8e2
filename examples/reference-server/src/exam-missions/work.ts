/**
 * What exam missions need without anybody: the competences that teachings and the correspondence
 * table yield (CMP-06), soon after each import and whenever a run was interrupted.
 */
import { generateCompetences } from "@convoque/core/exam-missions"
import { type Actor, PersonId, type TenantId } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import { quietly } from "../background.ts"
import type { Rhythm } from "../interview-work.ts"

const system: Actor = { person: PersonId.make("system"), capacity: "system" }

/** Generates competences once; registers that have not changed since cost two short reads. */
export const generation = (tenant: TenantId) =>
  quietly("Generation of competences", generateCompetences({ by: system, tenant }))

/** Generates now and then again, until interrupted. */
export const examMissionsScheduler = (
  tenant: TenantId,
  { everySeconds }: Rhythm = { everySeconds: 10 },
) => generation(tenant).pipe(Effect.andThen(Effect.sleep(everySeconds * 1000)), Effect.forever)
