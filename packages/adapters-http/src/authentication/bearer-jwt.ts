/**
 * Access tokens of a portal (jeton d'accès): `Authorization: Bearer` with a JWT, checked against
 * the portal's published keys.
 */
import type { Instant } from "@convoque/core/kernel/calendar"
import { millisOf } from "@convoque/core/kernel/calendar"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose"
import type { AccessRefusal, AuthenticationUnavailable } from "../refusals.ts"
import { type Authentication, Identity } from "./identity.ts"

/**
 * The settings of bearer tokens.
 *
 * - `keys`: the address of the portal's key set, or the set itself;
 * - `algorithms`: the only ones accepted, such as `["RS256"]`;
 * - `identity`: turns the claims of a valid token into an identity; what does not follow
 *   `Identity` makes the token invalid;
 * - `clockToleranceSeconds`: 30 when absent.
 */
export interface BearerJwtSettings {
  readonly keys: URL | JSONWebKeySet
  readonly issuer: string
  readonly audience: string
  readonly algorithms: readonly [string, ...ReadonlyArray<string>]
  readonly identity: (claims: JWTPayload) => unknown
  readonly clockToleranceSeconds?: number
}

/** Makes the means of authentication. Tokens without expiry are refused. */
export const bearerJwt = (settings: BearerJwtSettings): Authentication => {
  const keys =
    settings.keys instanceof URL
      ? createRemoteJWKSet(settings.keys)
      : createLocalJWKSet(settings.keys)
  return {
    schemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    identify: (request, now) => {
      const header = request.headers.get("authorization")
      if (header === null || !/^bearer\b/iu.test(header)) return Effect.succeed(undefined)
      return Effect.flatMap(claimsOf(header.slice(6).trim(), keys, { settings, now }), (claims) => {
        const identity = decodeIdentity(settings.identity(claims))
        return Option.isSome(identity) ? Effect.succeed(identity.value) : Effect.fail(invalidToken)
      })
    },
  }
}

const decodeIdentity = Schema.decodeUnknownOption(Identity)

const invalidToken: AccessRefusal = { _tag: "session.invalid-token" }

const claimsOf = (
  token: string,
  keys: JWTVerifyGetKey,
  { settings, now }: { readonly settings: BearerJwtSettings; readonly now: Instant },
): Effect.Effect<JWTPayload, AccessRefusal | AuthenticationUnavailable> =>
  Effect.tryPromise({
    try: () =>
      jwtVerify(token, keys, {
        issuer: settings.issuer,
        audience: settings.audience,
        algorithms: [...settings.algorithms],
        clockTolerance: settings.clockToleranceSeconds ?? 30,
        requiredClaims: ["exp"],
        currentDate: new Date(millisOf(now)),
      }).then(({ payload }) => payload),
    catch: (error) => (isTokensFault(error) ? invalidToken : unavailable(error)),
  })

// The rest is the key set that could not be fetched or read: not the caller's fault.
const isTokensFault = (error: unknown): boolean =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JWKSMultipleMatchingKeys

const unavailable = (error: unknown): AuthenticationUnavailable => ({
  _tag: "authentication.unavailable",
  reason: error instanceof Error ? error.message : String(error),
})
