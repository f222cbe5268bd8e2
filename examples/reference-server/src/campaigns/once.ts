/**
 * Forms that act once: each holds a key drawn with the page, so that a form sent twice acts the
 * first time and leads to the same address the second time. The key is taken while the act goes on;
 * against one that outlives it, acts carry the version of the page as well.
 */
import { createHash } from "node:crypto"
import { addMinutes, instantFromMillis } from "@convoque/core/kernel/calendar"
import { IdempotencyKeys, StorageUnavailable } from "@convoque/core/kernel/ports"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { Visit } from "./visit.ts"

/** The name of the field of the key. */
export const keyField = "key"

/** The name of the field of the version seen. */
export const versionField = "version"

// Longer than the slowest act: a digest for each of thousands of managers.
const leaseMinutes = 30

/** Gives the version that the page of a form showed, which the act names. */
export const seenIn = (form: URLSearchParams): Effect.Effect<number, Refusal> => {
  const given = form.get(versionField) ?? ""
  return /^\d{1,9}$/u.test(given)
    ? Effect.succeed(Number(given))
    : Effect.fail({ _tag: "form.incomplete" })
}

/** Acts unless the form was sent before; gives the address to go to, then as now. */
export const once = <R extends Refusal, Services>(
  visit: Visit,
  act: Effect.Effect<string, R, Services>,
): Effect.Effect<string, R | Refusal, Services | IdempotencyKeys> =>
  Effect.gen(function* () {
    const given = visit.form.get(keyField) ?? ""
    if (!/^[\w-]{16,64}$/u.test(given)) {
      return yield* Effect.fail<Refusal>({ _tag: "form.incomplete" })
    }
    const keys = yield* IdempotencyKeys
    const now = instantFromMillis(yield* Clock.currentTimeMillis)
    const key = {
      tenant: visit.tenant,
      owner: visit.by.person,
      key: `form-${given}`,
      fingerprint: createHash("sha256")
        .update(`${visit.path}\n${visit.form.toString()}`)
        .digest("base64url"),
    }
    const known = yield* keys.begin(key, { now, until: addMinutes(now, leaseMinutes) })
    if (known._tag === "answered") return known.answer
    if (known._tag !== "new") return yield* Effect.fail<Refusal>({ _tag: `form.${known._tag}` })
    return yield* act.pipe(
      // Where nobody knows whether something was written, the key stays taken.
      Effect.tapError((refusal) =>
        refusal instanceof StorageUnavailable && !refusal.safeToRetry
          ? Effect.void
          : Effect.ignore(keys.abandon(key)),
      ),
      Effect.tap((location) => Effect.ignore(keys.complete(key, location))),
    )
  })
