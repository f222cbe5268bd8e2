/**
 * `Idempotency-Key` (clé d'idempotence): a request sent twice acts once, and is answered the same.
 *
 * Only an answer is kept. A refusal wrote nothing: its key is free again. When nobody knows whether
 * something was written (connection lost in a commit, a defect), the key stays taken until its
 * lease ends; the version in `If-Match` then forbids acting twice.
 */
import { createHash } from "node:crypto"
import { addMinutes } from "@convoque/core/kernel/calendar"
import type { Instant } from "@convoque/core/kernel/calendar"
import {
  type IdempotencyKey,
  IdempotencyKeys,
  StorageUnavailable,
} from "@convoque/core/kernel/ports"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Written } from "./answer.ts"
import type { Identity } from "./authentication/identity.ts"
import type { PreconditionRefusal } from "./refusals.ts"

/** How long a request may take before its key is free again. */
const leaseMinutes = 1

/** Reads the header, bare or quoted as in the IETF draft. */
export const givenKey = (
  header: string | undefined,
): Result.Result<string, PreconditionRefusal> => {
  if (header === undefined) return Result.fail({ _tag: "idempotency.key-required" })
  const key = /^"?([\w.:-]{1,128})"?$/u.exec(header.trim())?.[1]
  return key === undefined
    ? Result.fail({ _tag: "idempotency.key-malformed" })
    : Result.succeed(key)
}

/** The parts by which a request is recognised. */
export interface Fingerprinted {
  readonly method: string
  readonly address: string
  readonly ifMatch: string | undefined
  readonly body: string
}

/** Gives the key of a person with the fingerprint of the request. */
export const idempotencyKey = (
  { tenant, person, onBehalfOf }: Identity,
  key: string,
  { method, address, ifMatch = "", body }: Fingerprinted,
): IdempotencyKey => ({
  tenant,
  owner: onBehalfOf === undefined ? person : `${person} ${onBehalfOf}`,
  key,
  fingerprint: createHash("sha256")
    .update(`${method} ${address}\n${ifMatch}\n${body}`)
    .digest("base64url"),
})

/** Runs a request unless its key was answered already; gives the answer kept in that case. */
export const once = <R extends Refusal, Services>(
  key: IdempotencyKey,
  now: Instant,
  act: Effect.Effect<Written, R, Services>,
): Effect.Effect<
  Written,
  R | PreconditionRefusal | StorageUnavailable,
  Services | IdempotencyKeys
> =>
  Effect.flatMap(IdempotencyKeys, (keys) =>
    Effect.flatMap(
      keys.begin(key, { now, until: addMinutes(now, leaseMinutes) }),
      (known): Effect.Effect<Written, R | PreconditionRefusal, Services> => {
        switch (known._tag) {
          case "in-progress":
            return Effect.fail({ _tag: "idempotency.in-progress" })
          case "other-request":
            return Effect.fail({ _tag: "idempotency.other-request" })
          case "answered":
            return Effect.sync(() => replayed(known.answer))
          case "new":
            return act.pipe(
              Effect.tapError((refusal) =>
                isUndecided(refusal) ? Effect.void : Effect.ignore(keys.abandon(key)),
              ),
              // What was done is answered even when it could not be noted.
              Effect.tap((answer) => Effect.ignore(keys.complete(key, keptText(answer)))),
            )
        }
      },
    ),
  )

const isUndecided = (refusal: Refusal): boolean =>
  refusal instanceof StorageUnavailable && !refusal.safeToRetry

const Kept = Schema.fromJsonString(
  Schema.Struct({
    status: Schema.Int,
    headers: Schema.Record(Schema.String, Schema.String),
    text: Schema.optionalKey(Schema.String),
    base64: Schema.optionalKey(Schema.String),
  }),
)

const encodeKept = Schema.encodeSync(Kept)
const decodeKept = Schema.decodeUnknownSync(Kept)

// The bytes of a route that asks for a key never flow.
const keptText = ({ status, headers, body }: Written): string =>
  encodeKept({
    status,
    headers,
    ...(typeof body === "string" ? { text: body } : {}),
    ...(body instanceof Uint8Array ? { base64: Buffer.from(body).toString("base64") } : {}),
  })

const replayed = (answer: string): Written => {
  const { status, headers, text, base64 } = decodeKept(answer)
  const bytes = base64 === undefined ? null : new Uint8Array(Buffer.from(base64, "base64"))
  return {
    status,
    headers: { ...headers, "idempotency-replayed": "true" },
    body: text ?? bytes,
  }
}
