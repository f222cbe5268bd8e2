/**
 * What every use case of exam missions begins with: the moment, the school in whose name somebody
 * acts, and the activity that must be open. The rules are elsewhere.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import {
  type CivilDate,
  civilDayAt,
  type Instant,
  instantFromMillis,
} from "../../kernel/calendar.ts"
import type { Actor, ManagerCode, TenantId, Uai } from "../../kernel/identity.ts"
import { type AggregateId, Storage, type StorageUnavailable } from "../../kernel/ports.ts"
import type { ActivityId } from "../activity/model.ts"
import type { ActivityRefusal } from "../activity/refusals.ts"
import { activityRefusal, isManagement } from "../activity/rules.ts"
import { activityRef } from "../aggregates.ts"
import { ExamMissionsSetup } from "../ports.ts"
import type { ApplicationRefusal } from "./refusals.ts"

/** The present instant, from Effect's clock. */
export const now: Effect.Effect<Instant> = Effect.map(Clock.currentTimeMillis, instantFromMillis)

/** The civil day in the academy, at this moment. */
export const today: Effect.Effect<CivilDate, never, ExamMissionsSetup> = Effect.gen(function* () {
  const { zone } = yield* ExamMissionsSetup
  return civilDayAt(yield* now, zone)
})

/** An aggregate that was read to decide, at the version it must still have. */
export interface Unchanged {
  readonly id: AggregateId
  readonly expected: number
}

/** Gives the school in whose name somebody acts; `actor.without-school` when there is none. */
export const schoolOf = ({ school }: Actor): Effect.Effect<Uai, ApplicationRefusal> =>
  school === undefined ? Effect.fail({ _tag: "actor.without-school" }) : Effect.succeed(school)

/** Gives the code under which a manager acts; `actor.without-manager-code` when there is none. */
export const managerCodeOf = ({
  managerCode,
}: Actor): Effect.Effect<ManagerCode, ApplicationRefusal> =>
  managerCode === undefined
    ? Effect.fail({ _tag: "actor.without-manager-code" })
    : Effect.succeed(managerCode)

/**
 * Lets somebody use an activity, or refuses by `activity.closed`, `activity.centre-head-only` or
 * `actor.not-allowed`.
 * Gives what a commit that stands on it names `unchanged`.
 */
export const requireActivity = (
  tenant: TenantId,
  by: Actor,
  activity: ActivityId,
): Effect.Effect<Unchanged, ActivityRefusal | StorageUnavailable, Storage> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const id = activityRef(tenant, activity)
    const [{ state, version }] = yield* storage.load([id])
    const refusal = activityRefusal(activity, state._tag, by.capacity)
    return refusal === undefined ? { id, expected: version } : yield* Effect.fail(refusal)
  })

/** Refuses whoever is not of the management service. */
export const requireManagement = (
  by: Actor,
  command: string,
): Effect.Effect<void, Extract<ActivityRefusal, { readonly _tag: "actor.not-allowed" }>> =>
  isManagement(by)
    ? Effect.void
    : Effect.fail({ _tag: "actor.not-allowed", command, capacity: by.capacity })

/**
 * Gives the school that somebody may read: his own, or any for the management service. Another one
 * is refused as unknown, so that nothing is learnt of it.
 */
export const readableSchool = (by: Actor, school: Uai): Effect.Effect<Uai, ApplicationRefusal> =>
  isManagement(by) || by.school === school
    ? Effect.succeed(school)
    : Effect.fail({ _tag: "school.unknown", school })
