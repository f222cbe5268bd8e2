/** Who sends a request (identité), as found by any means of authentication. */
import type { Instant } from "@convoque/core/kernel/calendar"
import { Capacity, ManagerCode, PersonId, TenantId, Uai } from "@convoque/core/kernel/identity"
import type { StorageUnavailable } from "@convoque/core/kernel/ports"
import type * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { AccessRefusal, AuthenticationUnavailable } from "../refusals.ts"

/**
 * A known person, the authority whose data he or she works on, and the capacities held there;
 * `onBehalfOf` names who delegated, when somebody did; `school` and `managerCode` are those in whose
 * name the person acts as head of a school or centre, or as manager of exams.
 */
export const Identity = Schema.Struct({
  tenant: TenantId,
  person: PersonId,
  capacities: Schema.Array(Capacity),
  onBehalfOf: Schema.optionalKey(PersonId),
  school: Schema.optionalKey(Uai),
  managerCode: Schema.optionalKey(ManagerCode),
}).annotate({ identifier: "Identity" })

/** Who sends a request; `session` is the one by which he is known, absent for an access token. */
export type Identity = typeof Identity.Type & { readonly session?: OpenSession }

/**
 * The session of a request (UI-04 to UI-06).
 *
 * - `expiresAt`: its end if no other request comes;
 * - `warnsAt`: from when its holder is to be asked whether it shall last;
 * - `endedCookie`: the `Set-Cookie` header that takes it out of the browser.
 */
export interface OpenSession {
  readonly id: string
  readonly openedAt: Instant
  readonly expiresAt: Instant
  readonly warnsAt: Instant
  readonly endedCookie: string
}

/** How a request is to be taken: `prolongs` false when it is no sign of activity (UI-04). */
export interface Manner {
  readonly prolongs: boolean
}

/** Why a request that shows a proof of identity is not believed. */
export type Unidentified = AccessRefusal | AuthenticationUnavailable | StorageUnavailable

/** A security scheme of the OpenAPI document. */
export type SecurityScheme = Readonly<Record<string, string>> & { readonly type: string }

/**
 * A means of knowing who sends a request.
 *
 * - `identify`: gives the identity; nothing when the request shows no proof of this kind; fails
 *   when it shows a bad one. A session is prolonged unless `manner` says otherwise;
 * - `schemes`: how the documentation names the means.
 */
export interface Authentication<out Services = never> {
  readonly identify: (
    request: Request,
    now: Instant,
    manner?: Manner,
  ) => Effect.Effect<Identity | undefined, Unidentified, Services>
  readonly schemes: Readonly<Record<string, SecurityScheme>>
}

/** Gives the names of the headers in which a request shows who sends it. */
export const credentialHeaders = ({
  schemes,
}: Pick<Authentication<unknown>, "schemes">): ReadonlyArray<string> => [
  ...new Set(
    Object.values(schemes).map(({ type, in: place, name }) => {
      if (type !== "apiKey") return "Authorization"
      return place === "header" && name !== undefined ? name : "Cookie"
    }),
  ),
]
