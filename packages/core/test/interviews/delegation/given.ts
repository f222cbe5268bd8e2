/** A superior who delegates to a colleague for July 2026. */
import { CivilDate, Instant } from "@convoque/core/kernel/calendar"
import { type Actor, PersonId } from "@convoque/core/kernel/identity"
import type { DelegationCommand } from "../../../src/interviews/delegation/commands.ts"
import type { DelegationEvent } from "../../../src/interviews/delegation/events.ts"
import type { DelegationName } from "../../../src/interviews/delegation/model.ts"

type CommandOf<Tag extends DelegationCommand["_tag"]> = Extract<
  DelegationCommand,
  { readonly _tag: Tag }
>

export const day = (text: string) => CivilDate.make(text)
export const id = (text: string) => PersonId.make(text)

export const delegator = id("superior-1")
export const delegate = id("superior-2")
export const name: DelegationName = { delegator, delegate, capacity: "superior" }
export const july = { from: day("2026-07-01"), until: day("2026-07-31") } as const

export const june = Instant.make("2026-06-15T08:00:00.000Z")
export const inJuly = Instant.make("2026-07-10T08:00:00.000Z")

export const byDelegator: Actor = { person: delegator, capacity: "superior" }
export const byDelegate: Actor = { person: delegate, capacity: "superior" }
export const byAdministrator: Actor = { person: id("admin-1"), capacity: "administrator" }
export const onBehalf: Actor = { ...byDelegate, onBehalfOf: delegator, delegation: july }

export const grant = (
  rest: Partial<CommandOf<"grantDelegation">> = {},
): CommandOf<"grantDelegation"> => ({
  _tag: "grantDelegation",
  at: june,
  by: byDelegator,
  ...name,
  ...july,
  ...rest,
})

export const revoke = (
  rest: Partial<CommandOf<"revokeDelegation">> = {},
): CommandOf<"revokeDelegation"> => ({
  _tag: "revokeDelegation",
  at: inJuly,
  by: byDelegator,
  ...name,
  on: day("2026-07-10"),
  ...rest,
})

export const granted: Extract<DelegationEvent, { readonly _tag: "DelegationGranted" }> = {
  _tag: "DelegationGranted",
  at: june,
  by: byDelegator,
  ...name,
  ...july,
}

export const revoked: Extract<DelegationEvent, { readonly _tag: "DelegationRevoked" }> = {
  _tag: "DelegationRevoked",
  at: inJuly,
  by: byDelegator,
  on: day("2026-07-10"),
}

/** What happened before, by the state that it leads to. */
export const history = {
  none: [],
  granted: [granted],
  revoked: [granted, revoked],
} as const satisfies Readonly<Record<string, ReadonlyArray<DelegationEvent>>>
