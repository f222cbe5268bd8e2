/**
 * The menu, the opening of activities by the management service, and the welcome message.
 *
 * @requirement UI-07, UI-08, UI-09, UI-10, UI-13
 */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { handle, type StaleConflict } from "../../kernel/handle.ts"
import type { Actor, Capacity, TenantId, Uai } from "../../kernel/identity.ts"
import { Settings, Storage, type StorageUnavailable } from "../../kernel/ports.ts"
import { multiLine } from "../../kernel/text.ts"
import type { ActivityCommand } from "../activity/commands.ts"
import { activityMachine } from "../activity/decider.ts"
import type { ActivityEvent } from "../activity/events.ts"
import { ActivityId } from "../activity/model.ts"
import type { ActivityRefusal } from "../activity/refusals.ts"
import { type MenuLine, menuOf } from "../activity/rules.ts"
import type { Activity } from "../activity/state.ts"
import { activityRef } from "../aggregates.ts"
import { ExamMissionsSetup } from "../ports.ts"
import { now } from "./act.ts"
import { schoolNames } from "./schools.ts"

/** The welcome message: at most 2,000 characters, several lines allowed. */
export const WelcomeMessage = multiLine(2000).pipe(Schema.brand("WelcomeMessage"))
export type WelcomeMessage = typeof WelcomeMessage.Type

/** Who acts on which activity, having seen which version. */
export interface OnActivity {
  readonly by: Actor
  readonly tenant: TenantId
  readonly activity: ActivityId
  readonly seen?: number | undefined
}

/** Opens an activity in the academy; opening an open one changes nothing. */
export const openActivity = Effect.fn("exam-missions.openActivity")((request: OnActivity) =>
  onActivity(request, "openActivity"),
)

/** Closes an activity in the academy; closing a closed one changes nothing. */
export const closeActivity = Effect.fn("exam-missions.closeActivity")((request: OnActivity) =>
  onActivity(request, "closeActivity"),
)

/** Gives an activity and its version, for whoever is to change it. */
export const readActivity = Effect.fn("exam-missions.readActivity")(function* ({
  tenant,
  activity,
}: Pick<OnActivity, "tenant" | "activity">) {
  const storage = yield* Storage
  const [loaded] = yield* storage.load([activityRef(tenant, activity)])
  return loaded
})

/** What somebody sees on entering the service. */
export interface Entrance {
  readonly academy: string
  /** The school in whose name the reader acts: its UAI, and its name when the register has it. */
  readonly school: { readonly uai: Uai; readonly name: string | null } | null
  /** Nothing is displayed when there is none. */
  readonly welcome: string | null
  readonly menu: ReadonlyArray<MenuLine>
}

/**
 * Gives the welcome message and the menu of somebody; `capacities` are all that he may act in, when
 * he holds others than that of `by`.
 */
export const enter = Effect.fn("exam-missions.enter")(function* (request: {
  readonly by: Actor
  readonly tenant: TenantId
  readonly capacities?: ReadonlyArray<Capacity>
}) {
  const { by, tenant, capacities = [] } = request
  const { academy } = yield* ExamMissionsSetup
  const settings = yield* Settings
  const welcome = yield* settings.get(tenant, welcomeSetting)
  const states = yield* activityStates(tenant)
  const entrance: Entrance = {
    academy,
    school: by.school === undefined ? null : yield* schoolNamed(tenant, by.school),
    welcome: typeof welcome === "string" && welcome !== "" ? welcome : null,
    menu: menuOf(states, [by.capacity, ...capacities]),
  }
  return entrance
})

/** Sets the welcome message of the academy, or takes it away by `null`; administrators only. */
export const setWelcome = Effect.fn("exam-missions.setWelcome")(function* (request: {
  readonly by: Actor
  readonly tenant: TenantId
  readonly welcome: WelcomeMessage | null
}) {
  const { by, tenant, welcome } = request
  if (by.capacity !== "administrator") {
    return yield* Effect.fail<ActivityRefusal>({
      _tag: "actor.not-allowed",
      command: "setWelcome",
      capacity: by.capacity,
    })
  }
  const settings = yield* Settings
  yield* settings.put(tenant, welcomeSetting, welcome)
})

const welcomeSetting = "exam-missions.welcome"

const schoolNamed = (tenant: TenantId, uai: Uai) =>
  Effect.map(schoolNames(tenant, [uai]), (names) => ({ uai, name: names.get(uai) ?? null }))

const activityStates = (
  tenant: TenantId,
): Effect.Effect<Readonly<Record<ActivityId, Activity["_tag"]>>, StorageUnavailable, Storage> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const loaded = yield* storage.load(
      ActivityId.literals.map((activity) => activityRef(tenant, activity)),
    )
    return Object.fromEntries(
      ActivityId.literals.map((activity, index) => [
        activity,
        loaded[index]?.state._tag ?? "closed",
      ]),
    ) as Record<ActivityId, Activity["_tag"]>
  })

const onActivity = (
  { by, tenant, activity, seen }: OnActivity,
  _tag: ActivityCommand["_tag"],
): Effect.Effect<
  { readonly state: Activity; readonly version: number },
  ActivityRefusal | StaleConflict | StorageUnavailable,
  Storage
> =>
  handle<Activity, ActivityCommand, ActivityEvent, ActivityRefusal, never, never>({
    id: activityRef(tenant, activity),
    machine: activityMachine,
    seen,
    complete: () => Effect.map(now, (at) => ({ command: { _tag, at, by, activity } })),
    react: () => Effect.succeed([]),
  })
