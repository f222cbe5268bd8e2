/**
 * A visit of a page of campaigns: who comes in which capacity, with what; and what the visitor is
 * answered, a refusal of a use case included, which becomes a page with its sentence and status.
 */
import type { Identity } from "@convoque/adapters-http"
import type { Actor, Capacity, TenantId } from "@convoque/core/kernel/identity"
import type { Refusal } from "@convoque/core/kernel/refusal"
import type * as Effect from "effect/Effect"
import type { Html } from "../pages/layout.ts"
import type { Services } from "../services.ts"

/** Somebody with a capacity on these pages, with what the address and the form say. */
export interface Visit {
  readonly by: Actor
  readonly tenant: TenantId
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
}

/** A page, another address to go to, or a file to keep. */
export type Answer =
  | { readonly _tag: "page"; readonly status: 200 | 409 | 422; readonly html: Html }
  | { readonly _tag: "moved"; readonly location: string }
  | {
      readonly _tag: "file"
      readonly fileName: string
      readonly mediaType: string
      readonly bytes: Uint8Array
    }

/** What a page answers a visit; `names` are the parts of the address, in their order. */
export type Visited = Effect.Effect<Answer, Refusal, Services>

/** Gives a page. */
export const shown = (html: Html, status: 200 | 409 | 422 = 200): Answer => ({
  _tag: "page",
  status,
  html,
})

const following: ReadonlyArray<Capacity> = ["administrator", "hr-service", "superior"]

const requesting: ReadonlyArray<Capacity> = [...following, "authority", "agent"]

/** Gives who somebody is on some pages: the widest of his capacities there, or nobody. */
export type Admission = (identity: Identity) => Actor | undefined

const admission =
  (admitted: ReadonlyArray<Capacity>): Admission =>
  ({ person, capacities }) => {
    const capacity = admitted.find((one) => capacities.includes(one))
    return capacity === undefined ? undefined : { person, capacity }
  }

/** Admits those who follow campaigns. */
export const followerOf = admission(following)

/** Admits those who may have an export of theirs: an agent his own file, followers their campaigns. */
export const requesterOf = admission(requesting)
