/**
 * Signing in and out (UI-03 to UI-06): what opens and ends sessions, and shows on every page who is
 * signed in. Accounts without a password are those of the demonstration.
 */
import type { CookieSessions, Identity, Run } from "@convoque/adapters-http"
import { type Instant, instantFromMillis } from "@convoque/core/kernel/calendar"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { Hono, MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { type Account, accounts, demonstrationTenant } from "./demonstration/people.ts"
import { visitorPlace } from "./pages/layout.ts"
import { schoolBusyPage, visitorPart } from "./pages/session.ts"
import type { Services } from "./services.ts"

/** Tells who sends a request, nobody when it is not known; asked once for each request. */
export type Identify = (request: Request) => Promise<Identity | undefined>

const now: Effect.Effect<Instant> = Effect.map(Clock.currentTimeMillis, instantFromMillis)

/** Gives the means to know who sends a request to a page. */
export const identifier = (sessions: CookieSessions, run: Run<Services>): Identify => {
  const known = new WeakMap<Request, Promise<Identity | undefined>>()
  return (request) => {
    const identity =
      known.get(request) ??
      run(
        now.pipe(
          Effect.flatMap((at) => sessions.identify(request, at)),
          Effect.catch(() => Effect.succeed(undefined)),
        ),
      )
    known.set(request, identity)
    return identity
  }
}

/** Puts who is signed in into the pages; such a page is kept by no cache. */
export const withVisitor =
  (identify: Identify): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const { res } = c
    if (res.headers.get("content-type")?.startsWith("text/html") !== true) return
    const text = await res.text()
    const identity = text.includes(visitorPlace) ? await identify(c.req.raw) : undefined
    const part = identity === undefined ? "" : String(await visitorPart(identity))
    const { status, headers } = res
    if (part !== "") headers.set("cache-control", headers.get("cache-control") ?? "no-store")
    c.res = undefined
    c.res = new Response(
      text.replace(visitorPlace, () => part),
      { status, headers },
    )
  }

/** Adds what ends a session. */
export const addSignOut = (server: Hono, sessions: CookieSessions, run: Run<Services>): void => {
  server.post("/sign-out", async (c) => {
    if (!sessions.isOwnOrigin(c.req.raw)) return c.text("Origine refusée", 403)
    const cookie = await run(Effect.orDie(sessions.close(c.req.raw)))
    return c.body(null, 303, { location: "/", "set-cookie": cookie })
  })
}

/** Adds what opens a session for an account of the demonstration. */
export const addSignIn = (server: Hono, sessions: CookieSessions, run: Run<Services>): void => {
  server.post("/sign-in", bodyLimit({ maxSize: 10_000 }), async (c) => {
    if (!sessions.isOwnOrigin(c.req.raw)) return c.text("Origine refusée", 403)
    const form = new URLSearchParams(await c.req.text())
    const account = accounts.find(({ person }) => person.id === form.get("account"))
    if (account === undefined) return c.text("Compte inconnu", 422)
    const opening = await run(opened(sessions, c.req.raw, account))
    return "refusal" in opening
      ? c.html(await schoolBusyPage(opening.refusal), 409, { "cache-control": "no-store" })
      : c.body(null, 303, { location: "/", "set-cookie": opening.cookie })
  })
}

// The session of the same browser ends once the new one is open, so that who is refused keeps it;
// before, when it holds the very seat that is asked for.
const opened = (
  sessions: CookieSessions,
  request: Request,
  { person, capacities, school, managerCode }: Account,
) =>
  Effect.gen(function* () {
    const at = yield* now
    const identity = { tenant: demonstrationTenant, person: person.id, capacities }
    const open = sessions.open(
      {
        ...identity,
        ...(school === undefined ? {} : { school }),
        ...(managerCode === undefined ? {} : { managerCode }),
      },
      at,
    )
    const ended = sessions.close(request)
    const cookie = yield* open.pipe(
      Effect.catchTag("session.already-open", (refusal) =>
        Effect.flatMap(seatOf(sessions, request, at), (seat) =>
          seat === refusal.school ? Effect.andThen(ended, open) : Effect.fail(refusal),
        ),
      ),
    )
    yield* ended
    return { cookie }
  }).pipe(
    Effect.catchTag("session.already-open", (refusal) => Effect.succeed({ refusal })),
    Effect.orDie,
  )

// The school whose seat the session of a request holds.
const seatOf = (sessions: CookieSessions, request: Request, at: Instant) =>
  sessions.identify(request, at, { prolongs: false }).pipe(
    Effect.map((identity) =>
      identity?.tenant === demonstrationTenant ? identity.school : undefined,
    ),
    Effect.catchTag("session.expired", () => Effect.undefined),
  )
