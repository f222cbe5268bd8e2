/** Two servers on one store of sessions, and people of schools who sign in and call them. */
import { instantFromMillis } from "@convoque/core/kernel/calendar"
import type { Instant } from "@convoque/core/kernel/calendar"
import { type Capacity, PersonId, TenantId, Uai } from "@convoque/core/kernel/identity"
import type { SessionAlreadyOpen } from "@convoque/core/kernel/ports"
import { layerIdempotencyKeysMemory, layerSessionsMemory } from "@convoque/testing"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Schema from "effect/Schema"
import {
  type Authentication,
  type Identity,
  cookieSessions,
  json,
  makeApp,
  route,
  sessionRoutes,
} from "../../src/index.ts"
import type { Sessions } from "@convoque/core/kernel/ports"
import { ask } from "./ask.ts"
import { fixedClock, noon } from "./sample.ts"

/** The origin of the pages of the service. */
export const origin = "https://missions.example"

/** Two schools. */
export const schools = { one: Uai.make("0310001H"), other: Uai.make("0310002J") }

const secret = "a-secret-of-at-least-32-characters"

/** Gives who a person is; heads of schools act for the first one unless said. */
export const identityOf = (
  person: string,
  capacity: Capacity = "school-head",
  others: Partial<Identity> = capacity === "school-head" ? { school: schools.one } : {},
): Identity => ({
  tenant: TenantId.make("toulouse"),
  person: PersonId.make(person),
  capacities: [capacity],
  ...others,
})

/** Opens the office; `authentication` replaces the cookies in the servers. */
export const openSessions = (authentication?: Authentication<Sessions>) => {
  const clock = { millis: noon }
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(
      layerIdempotencyKeysMemory,
      layerSessionsMemory,
      Layer.succeed(Clock.Clock, fixedClock(clock)),
    ),
  )
  const slow = { begun: Deferred.makeUnsafe<void>(), end: Deferred.makeUnsafe<void>() }
  const work = route({
    name: "work",
    method: "GET",
    path: "/work",
    tag: "Travail",
    summary: "Travailler longtemps",
    capacities: ["school-head"],
    requirements: [],
    params: {},
    answer: json(Schema.Struct({ done: Schema.Boolean })),
    handle: () =>
      Effect.as(Effect.andThen(Deferred.succeed(slow.begun, undefined), Deferred.await(slow.end)), {
        body: { done: true },
      }),
  })
  const server = () => {
    const sessions = cookieSessions({ secrets: [secret], origins: [origin] })
    const app = makeApp({
      routes: [...sessionRoutes, work],
      catalogue: {},
      authentication: authentication ?? sessions,
      run: runtime.runPromise,
      log: () => undefined,
      title: "Sessions",
      version: "1.0.0",
    })
    const open = (identity: Identity): Promise<string | SessionAlreadyOpen> =>
      runtime.runPromise(
        sessions.open(identity, now()).pipe(
          Effect.map((header) => header.split(";")[0] ?? ""),
          Effect.catchTag("session.already-open", (refusal) => Effect.succeed(refusal)),
        ),
      )
    const call = (method: string, path: string, cookie?: string): Promise<Response> =>
      ask(app, path, { method, headers: { origin, ...(cookie === undefined ? {} : { cookie }) } })
    return { open, call }
  }
  const now = (): Instant => instantFromMillis(clock.millis)
  return { clock, now, slow, run: runtime.runPromise, servers: [server(), server()] as const }
}

/** Gives the cookie of a session that was opened. */
export const cookieOf = (opened: string | SessionAlreadyOpen): string => {
  if (typeof opened === "string") return opened
  throw new Error(`refused: ${JSON.stringify(opened)}`)
}
