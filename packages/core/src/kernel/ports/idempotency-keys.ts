/** Answers kept under the key that a caller gave, so that a repeated request acts once. */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { Instant } from "../calendar.ts"
import type { TenantId } from "../identity.ts"
import type { StorageUnavailable } from "./storage.ts"

/** A key in use: who gave it, and a fingerprint of the request it came with. */
export interface IdempotencyKey {
  readonly tenant: TenantId
  readonly owner: string
  readonly key: string
  readonly fingerprint: string
}

/** What is known of a key when a request begins. */
export type IdempotencyState =
  | { readonly _tag: "new" }
  | { readonly _tag: "in-progress" }
  | { readonly _tag: "other-request" }
  | { readonly _tag: "answered"; readonly answer: string }

/** Remembers the answer given to a key, so that a repeated request is answered alike. */
export class IdempotencyKeys extends Context.Service<
  IdempotencyKeys,
  {
    /**
     * Takes a key until `until`. A key taken by an unfinished request whose time is over is taken
     * anew: the versions of the aggregates still forbid acting twice on one state.
     */
    readonly begin: (
      key: IdempotencyKey,
      time: { readonly now: Instant; readonly until: Instant },
    ) => Effect.Effect<IdempotencyState, StorageUnavailable>
    /** Keeps the answer. */
    readonly complete: (
      key: IdempotencyKey,
      answer: string,
    ) => Effect.Effect<void, StorageUnavailable>
    /** Frees a key whose request failed without acting. */
    readonly abandon: (key: IdempotencyKey) => Effect.Effect<void, StorageUnavailable>
    /** Erases keys taken before a moment; gives their number. */
    readonly purge: (before: Instant) => Effect.Effect<number, StorageUnavailable>
  }
>()("core/kernel/IdempotencyKeys") {}
