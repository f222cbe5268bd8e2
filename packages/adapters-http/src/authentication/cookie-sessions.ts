/**
 * Sessions by signed cookie (session, UI-03 to UI-06), for people who signed in with this server.
 *
 * The cookie holds a random id and its signature; who it stands for is known to the `Sessions` port
 * only, so that any server answers and a session can be ended at once.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import type { Instant } from "@convoque/core/kernel/calendar"
import {
  type SessionAlreadyOpen,
  Sessions,
  type StorageUnavailable,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import type { Authentication } from "./identity.ts"
import { active, type Lasting, newSession, sessionIdentity, type SignedIn } from "./inactivity.ts"
import { isOwnOrigin, isSafe } from "./origin.ts"

/**
 * The settings of cookie sessions.
 *
 * - `secrets`: the first signs, all are accepted, so that a secret can be replaced; each at least
 *   32 characters;
 * - `origins`: the origins of the pages that may act, such as `https://rdc.example`;
 * - `secure`: false only for http on localhost; the cookie then loses its `__Host-` prefix;
 * - `minutes`: the inactivity after which a session ends, 30 when absent;
 * - `warningMinutes`: how long before that end its holder is to be asked, 5 when absent.
 */
export interface CookieSessionSettings {
  readonly secrets: readonly [string, ...ReadonlyArray<string>]
  readonly origins: ReadonlyArray<string>
  readonly secure?: boolean
  readonly minutes?: number
  readonly warningMinutes?: number
}

/** Cookie sessions: they identify requests, and they are opened and closed by the sign-in page. */
export interface CookieSessions extends Authentication<Sessions> {
  /**
   * Opens a session; gives the `Set-Cookie` header. Who acts for a school takes its seat, or is
   * refused while another session holds it (UI-03), whoever opened that one.
   */
  readonly open: (
    identity: SignedIn,
    now: Instant,
  ) => Effect.Effect<string, SessionAlreadyOpen | StorageUnavailable, Sessions>
  /** Ends the session of a request at once, if any; gives the `Set-Cookie` header. */
  readonly close: (request: Request) => Effect.Effect<string, StorageUnavailable, Sessions>
  /** Tells whether a page of this service sent the request; asked before signing in or out. */
  readonly isOwnOrigin: (request: Request) => boolean
}

/** Makes the means of authentication. */
export const cookieSessions = (settings: CookieSessionSettings): CookieSessions => {
  const { secrets, origins, secure = true } = settings
  const name = secure ? "__Host-session" : "session"
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`
  const endedCookie = `${name}=; ${attributes}; Max-Age=0`
  const lasting: Lasting = {
    minutes: settings.minutes ?? 30,
    warningMinutes: settings.warningMinutes ?? 5,
    endedCookie,
  }
  const idOf = (request: Request): string | undefined => signedId(request, name, secrets)
  return {
    schemes: { session: { type: "apiKey", in: "cookie", name } },
    isOwnOrigin: (request) => isOwnOrigin(request, origins),
    identify: (request, now, manner = active) => {
      const id = idOf(request)
      if (id === undefined) return Effect.succeed(undefined)
      if (!isSafe(request) && !isOwnOrigin(request, origins)) {
        return Effect.fail({ _tag: "origin.foreign", origin: request.headers.get("origin") })
      }
      return sessionIdentity(id, { now, manner, lasting })
    },
    open: (identity, now) =>
      Effect.gen(function* () {
        const sessions = yield* Sessions
        const id = randomBytes(32).toString("base64url")
        yield* sessions.open(newSession(id, identity, { now, lasting }))
        return `${name}=${id}.${signature(id, secrets[0])}; ${attributes}`
      }),
    close: (request) =>
      Effect.gen(function* () {
        const id = idOf(request)
        const sessions = yield* Sessions
        if (id !== undefined) yield* sessions.close(id)
        return endedCookie
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
