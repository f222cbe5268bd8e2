/**
 * Sessions by signed cookie (session, UI-04 and UI-06), for people who signed in with this server.
 *
 * The cookie holds a random id and its signature; who it stands for is known to the `Sessions` port
 * only, so that any server answers and a session can be ended at once.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import { addMinutes, type Instant, minutesBetween } from "@convoque/core/kernel/calendar"
import { type Session, Sessions, type StorageUnavailable } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Authentication, Identity, Unidentified } from "./identity.ts"
import { isOwnOrigin, isSafe } from "./origin.ts"

/**
 * The settings of cookie sessions.
 *
 * - `secrets`: the first signs, all are accepted, so that a secret can be replaced; each at least
 *   32 characters;
 * - `origins`: the origins of the pages that may act, such as `https://rdc.example`;
 * - `secure`: false only for http on localhost; the cookie then loses its `__Host-` prefix;
 * - `minutes`: the inactivity after which a session ends, 30 when absent.
 */
export interface CookieSessionSettings {
  readonly secrets: readonly [string, ...ReadonlyArray<string>]
  readonly origins: ReadonlyArray<string>
  readonly secure?: boolean
  readonly minutes?: number
}

/** Cookie sessions: they identify requests, and they are opened and closed by the sign-in page. */
export interface CookieSessions extends Authentication<Sessions> {
  /** Opens a session; gives the `Set-Cookie` header. */
  readonly open: (
    identity: Omit<Identity, "onBehalfOf">,
    now: Instant,
  ) => Effect.Effect<string, StorageUnavailable, Sessions>
  /** Ends the session of a request at once, if any; gives the `Set-Cookie` header. */
  readonly close: (request: Request) => Effect.Effect<string, StorageUnavailable, Sessions>
  /** Tells whether a page of this service sent the request; asked before signing in or out. */
  readonly isOwnOrigin: (request: Request) => boolean
}

/** Makes the means of authentication. */
export const cookieSessions = (settings: CookieSessionSettings): CookieSessions => {
  const { secrets, origins, secure = true, minutes = 30 } = settings
  const name = secure ? "__Host-session" : "session"
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`
  const idOf = (request: Request): string | undefined => signedId(request, name, secrets)
  return {
    schemes: { session: { type: "apiKey", in: "cookie", name } },
    isOwnOrigin: (request) => isOwnOrigin(request, origins),
    identify: (request, now) => {
      const id = idOf(request)
      if (id === undefined) return Effect.succeed(undefined)
      if (!isSafe(request) && !isOwnOrigin(request, origins)) {
        return Effect.fail({ _tag: "origin.foreign", origin: request.headers.get("origin") })
      }
      return sessionIdentity(id, now, minutes)
    },
    open: (identity, now) =>
      Effect.gen(function* () {
        const sessions = yield* Sessions
        const id = randomBytes(32).toString("base64url")
        yield* sessions.open({ id, ...identity, expiresAt: addMinutes(now, minutes) })
        return `${name}=${id}.${signature(id, secrets[0])}; ${attributes}`
      }),
    close: (request) =>
      Effect.gen(function* () {
        const id = idOf(request)
        const sessions = yield* Sessions
        if (id !== undefined) yield* sessions.close(id)
        return `${name}=; ${attributes}; Max-Age=0`
      }),
  }
}

const signature = (id: string, secret: string): string =>
  createHmac("sha256", secret).update(id).digest("base64url")

const signedId = (
  request: Request,
  name: string,
  secrets: ReadonlyArray<string>,
): string | undefined => {
  const cookies = request.headers.get("cookie")?.split(";") ?? []
  const value = cookies.map((one) => one.trim()).find((one) => one.startsWith(`${name}=`))
  const [, id, given] =
    /^([\w-]{43})\.([\w-]{43})$/u.exec(value?.slice(name.length + 1) ?? "") ?? []
  if (id === undefined || given === undefined) return undefined
  const isSigned = secrets.some((secret) =>
    timingSafeEqual(Buffer.from(signature(id, secret)), Buffer.from(given)),
  )
  return isSigned ? id : undefined
}

const sessionIdentity = Effect.fnUntraced(function* (
  id: string,
  now: Instant,
  minutes: number,
): Effect.fn.Return<Identity, Unidentified, Sessions> {
  const sessions = yield* Sessions
  const session = yield* sessions.find(id, now)
  if (session === undefined) return yield* Effect.fail({ _tag: "session.expired" } as const)
  yield* prolonged(session, now, minutes)
  const { tenant, person, capacities } = session
  return { tenant, person, capacities }
})

// Written once a minute at most: a session ends after 29 to 30 minutes without a request.
const prolonged = (
  { id, expiresAt }: Session,
  now: Instant,
  minutes: number,
): Effect.Effect<void, StorageUnavailable, Sessions> =>
  minutesBetween(now, expiresAt) > minutes - 1
    ? Effect.void
    : Effect.flatMap(Sessions, (sessions) => sessions.extend(id, addMinutes(now, minutes)))
