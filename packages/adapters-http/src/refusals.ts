/**
 * What the HTTP layer itself refuses, before or around a use case (refus de la couche HTTP).
 * Contexts add their own refusals; the tags here are kept for every context.
 */
import type { StaleConflict } from "@convoque/core/kernel/handle"
import type { Capacity } from "@convoque/core/kernel/identity"
import type { ListRefusal, ListTooLong } from "@convoque/core/kernel/listing"
import type { Uai } from "@convoque/core/kernel/identity"
import type { SessionAlreadyOpen, StorageUnavailable } from "@convoque/core/kernel/ports"
import type { Refusal } from "@convoque/core/kernel/refusal"
import type { Violation } from "./violations.ts"

/** The request is not what the route table describes. */
export type RequestRefusal =
  | { readonly _tag: "request.invalid"; readonly violations: ReadonlyArray<Violation> }
  | { readonly _tag: "request.malformed-json" }
  | { readonly _tag: "request.incomplete" }
  | { readonly _tag: "request.unsupported-media-type"; readonly expected: string }
  | { readonly _tag: "request.not-of-media-type"; readonly mediaType: string }
  | { readonly _tag: "request.too-large"; readonly limitBytes: number }
  | { readonly _tag: "rate-limit.exceeded"; readonly retryAfterSeconds: number }
  | { readonly _tag: "not-found" }
  | { readonly _tag: "method-not-allowed"; readonly allowed: ReadonlyArray<string> }

/** The author of the request is unknown, or may not do this. */
export type AccessRefusal =
  | { readonly _tag: "session.required" }
  | { readonly _tag: "session.expired" }
  | { readonly _tag: "session.invalid-token" }
  | { readonly _tag: "origin.foreign"; readonly origin: string | null }
  | { readonly _tag: "actor.not-allowed"; readonly allowed: ReadonlyArray<Capacity> }
  | { readonly _tag: "delegation.not-admitted" }

/**
 * What is refused about sessions themselves: `session.none` to who is known by an access token,
 * `session.not-open` to who releases the seat of a school that nobody holds.
 */
export type SessionRefusal =
  | SessionAlreadyOpen
  | { readonly _tag: "session.none" }
  | { readonly _tag: "session.not-open"; readonly school: Uai }

/** Tells whether a use case found that the actor may not act, rather than this package. */
export const isRefusedByUseCase = (refusal: Refusal): boolean =>
  refusal._tag === "actor.not-allowed" && !("allowed" in refusal)

/** A change does not say on which version, or under which key, it acts. */
export type PreconditionRefusal =
  | { readonly _tag: "precondition.required" }
  | { readonly _tag: "precondition.malformed"; readonly given: string }
  | { readonly _tag: "idempotency.key-required" }
  | { readonly _tag: "idempotency.key-malformed" }
  | { readonly _tag: "idempotency.other-request" }
  | { readonly _tag: "idempotency.in-progress" }

/** The keys by which access tokens are checked could not be fetched. */
export interface AuthenticationUnavailable {
  readonly _tag: "authentication.unavailable"
  readonly reason: string
}

/** Every refusal and failure for which this package has the sentence and the status. */
export type HttpRefusal =
  | RequestRefusal
  | AccessRefusal
  | SessionRefusal
  | PreconditionRefusal
  | StaleConflict
  | ListRefusal
  | ListTooLong
  | StorageUnavailable
  | AuthenticationUnavailable
