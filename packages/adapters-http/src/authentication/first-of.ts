/** Several means of authentication for one app. */
import * as Effect from "effect/Effect"
import type { Authentication } from "./identity.ts"

/** Tries one means, then the other when the request shows no proof of the first kind. */
export const firstOf = <A, B>(
  first: Authentication<A>,
  second: Authentication<B>,
): Authentication<A | B> => ({
  identify: (request, now, manner) =>
    Effect.flatMap(first.identify(request, now, manner), (identity) =>
      identity === undefined ? second.identify(request, now, manner) : Effect.succeed(identity),
    ),
  schemes: { ...first.schemes, ...second.schemes },
})
