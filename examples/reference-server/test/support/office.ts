/**
 * The reference server of the tests: its own services with a directory of the tests, on a database
 * and a mail server given, reached straight or through a port of 127.0.0.1.
 */
import { type CookieSessions, cookieSessions } from "@convoque/adapters-http"
import { defaultRetryPolicy, layerSmtp, type SendReport, sendDue } from "@convoque/adapters-mail"
import { type CivilDate, Instant, instantFromMillis } from "@convoque/core/kernel/calendar"
import { type Capacity, PersonId, type TenantId } from "@convoque/core/kernel/identity"
import { Outbox, type OutboxEntry } from "@convoque/core/kernel/ports"
import { serve } from "@hono/node-server"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import type { Hono } from "hono"
import { standing } from "../../src/demonstration/quiet-past.ts"
import { makeServer } from "../../src/server.ts"
import { domainOf, layerServices, type Services } from "../../src/services.ts"
import type { CaughtMails } from "../../src/mailbox/catch-all.ts"
import { academy, type Directory, makeDirectory } from "./people.ts"
import { type Door, type Visitor, visitor } from "./visitor.ts"

/** What an office is made of; without `databaseUrl` it stands on PGlite. */
export interface OfficeSettings {
  readonly databaseUrl?: string | undefined
  readonly pgliteFolder?: string | undefined
  readonly smtpUrl: string
  /** Seconds after which a silent mail server is left, 1 unless said. */
  readonly smtpSeconds?: number
  /** Attempts after which a message is given up, those that died without an outcome included. */
  readonly maxAttempts?: number
  readonly directory?: Directory
  readonly mails?: CaughtMails
  /** The port on which to listen, and which the pages know; a free one unless said. */
  readonly port?: number
  /** The day on which everything happens, at noon in Paris; the real time unless said. */
  readonly today?: CivilDate
}

/** A running server and what tests do around it. */
export interface Office {
  readonly server: Hono
  readonly directory: Directory
  readonly run: <A, E>(effect: Effect.Effect<A, E, Services>) => Promise<A>
  /** What the server logged. */
  readonly logged: ReadonlyArray<string>
  /** Opens a session, in the tests' academy unless said; gives its cookie. */
  readonly cookie: (
    person: string,
    capacities: ReadonlyArray<Capacity>,
    tenant?: TenantId,
  ) => Promise<string>
  /** Opens a session; gives who calls the API with it. */
  readonly signIn: (
    person: string,
    capacities: ReadonlyArray<Capacity>,
    tenant?: TenantId,
  ) => Promise<Visitor>
  /** Listens on a free port; gives the door to it. */
  readonly listen: () => Promise<Door>
  /** Sends what is due, some hours later than now, once. */
  readonly send: (hoursLater?: number) => Promise<SendReport>
  /** Messages of the academy, newest first. */
  readonly messages: () => Promise<ReadonlyArray<OutboxEntry>>
  readonly close: () => Promise<void>
}

/** The origin of the service's pages in the tests. */
export const origin = "http://localhost:3000"

/** The secret of sessions, the same for all servers of a test. */
export const sessionSecret = "tests-tests-tests-tests-tests-tests-tests"

/** The sender of all mails. */
export const mailFrom = "rendez-vous@academie.example"

/** Opens an office. */
export const openOffice = async (settings: OfficeSettings): Promise<Office> => {
  const { directory = makeDirectory() } = settings
  const runtime = ManagedRuntime.make(layerOffice(settings, directory))
  const run: Office["run"] = (effect) => runtime.runPromise(settled(settings, effect))
  const policy = { ...defaultRetryPolicy, maxAttempts: settings.maxAttempts ?? 20 }
  const logged: Array<string> = []
  const publicUrl = publicUrlOf(settings)
  const server = makeServer({
    configuration: {
      publicUrl,
      sessionSecret,
      demonstration: true,
    },
    run,
    mails: settings.mails,
    log: (line) => logged.push(line),
  })
  const sessions = cookieSessions({ secrets: [sessionSecret], origins: [publicUrl], secure: false })
  const closing: Array<() => Promise<void>> = []
  const cookie: Office["cookie"] = (person, capacities, tenant = academy) =>
    run(opened(sessions, { tenant, person: PersonId.make(person), capacities }))
  return {
    server,
    directory,
    run,
    logged,
    cookie,
    signIn: async (person, capacities, tenant = academy) => {
      const session = await cookie(person, capacities, tenant)
      return visitor(
        (path, init) => Promise.resolve(server.request(path, init)),
        session,
        publicUrl,
      )
    },
    listen: async () => {
      const { door, close } = await listening(server, settings.port)
      closing.push(close)
      return door
    },
    send: (hoursLater = 0) =>
      run(
        Clock.clockWith((clock) =>
          Effect.provideService(
            sendDue({ messageIdDomain: domainOf(mailFrom), limit: 200, policy }),
            Clock.Clock,
            shifted(clock, hoursLater),
          ),
        ),
      ),
    messages: () => run(Outbox.use((outbox) => outbox.list({ tenant: academy, limit: 10_000 }))),
    close: async () => {
      for (const close of closing) await close()
      await runtime.dispose()
    },
  }
}

const settled = <A, E, R>(
  { today }: OfficeSettings,
  effect: Effect.Effect<A, E, R>,
): Effect.Effect<A, E, R> =>
  today === undefined
    ? effect
    : Clock.clockWith((clock) =>
        Effect.provideService(
          effect,
          Clock.Clock,
          standing(clock, Instant.make(`${today}T11:00:00.000Z`)),
        ),
      )

const publicUrlOf = ({ port }: OfficeSettings): string =>
  port === undefined ? origin : `http://localhost:${port}`

/** The services of the reference server, with the people and the patience of the tests. */
export const layerOffice = (settings: OfficeSettings, directory: Directory) => {
  const { smtpUrl, smtpSeconds = 1, databaseUrl, pgliteFolder } = settings
  return Layer.mergeAll(
    layerServices({
      databaseUrl,
      mailFrom,
      publicUrl: publicUrlOf(settings),
      smtpUrl,
      ...(pgliteFolder === undefined ? {} : { pgliteFolder }),
    }),
    directory.layer,
    layerSmtp({
      url: smtpUrl,
      from: { name: "Rendez-vous de carrière", address: mailFrom },
      connectionSeconds: smtpSeconds,
      greetingSeconds: smtpSeconds,
      silenceSeconds: smtpSeconds,
    }),
  )
}

/** Serves on a port of 127.0.0.1, a free one unless said. */
export const listening = async (
  server: Hono,
  wanted = 0,
): Promise<{ readonly door: Door; readonly port: number; readonly close: () => Promise<void> }> => {
  const { port, close } = await new Promise<{ port: number; close: () => Promise<void> }>(
    (resolve) => {
      const node = serve({ fetch: server.fetch, port: wanted, hostname: "127.0.0.1" }, (info) =>
        resolve({
          port: info.port,
          close: () =>
            new Promise((closed) => {
              node.close(() => closed())
              if ("closeAllConnections" in node) node.closeAllConnections()
            }),
        }),
      )
    },
  )
  return { port, close, door: doorTo(port) }
}

/** Gives the door to a port of 127.0.0.1; connections are kept alive. */
export const doorTo =
  (port: number): Door =>
  (path, init) =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, redirect: "manual" })

const now: Effect.Effect<Instant> = Effect.map(Clock.currentTimeMillis, instantFromMillis)

const opened = (sessions: CookieSessions, identity: Parameters<CookieSessions["open"]>[0]) =>
  Effect.map(
    Effect.flatMap(now, (at) => sessions.open(identity, at)),
    (header) => header.split(";")[0] ?? "",
  )

// Pauses stay those of the real clock.
const shifted = (clock: Clock.Clock, hours: number): Clock.Clock => {
  const millis = (): number => clock.currentTimeMillisUnsafe() + hours * 3_600_000
  const nanos = (): bigint => BigInt(millis()) * 1_000_000n
  return {
    currentTimeMillisUnsafe: millis,
    currentTimeMillis: Effect.sync(millis),
    currentTimeNanosUnsafe: nanos,
    currentTimeNanos: Effect.sync(nanos),
    monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
    monotonicTimeNanos: clock.monotonicTimeNanos,
    sleep: (duration) => clock.sleep(duration),
  }
}
