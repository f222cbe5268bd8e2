/**
 * What every event says besides its own fact: when it happened and who did it.
 *
 * An event is whole by itself: a portal that keeps states instead of streams still has its acts.
 */
import { Instant } from "./calendar.ts"
import { Actor } from "./identity.ts"

/** The fields that every event and every command begins with. */
export const actFields = { at: Instant, by: Actor } as const

/** The moment and the author of an act. */
export type Act = { readonly at: Instant; readonly by: Actor }
