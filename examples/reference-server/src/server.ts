/** The web server: the API of the library, and plain pages to look at what it did. */
import {
  careerAppointmentsCatalogue,
  careerAppointmentsRoutes,
  cookieSessions,
  type Identity,
  interviewsCatalogue,
  interviewsRoutes,
  makeApp,
  type Run,
  worded,
} from "@convoque/adapters-http"
import { wordingEn, wordingFr } from "@convoque/core/career-appointments"
import {
  wordingEn as interviewsWordingEn,
  wordingFr as interviewsWordingFr,
} from "@convoque/core/interviews"
import { type Instant, instantFromMillis } from "@convoque/core/kernel/calendar"
import { Outbox } from "@convoque/core/kernel/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { HTTPException } from "hono/http-exception"
import { secureHeaders } from "hono/secure-headers"
import { addCampaignPages, noStore } from "./campaigns/pages.ts"
import type { Configuration } from "./configuration.ts"
import { demonstrationCampaign } from "./demonstration/campaign.ts"
import { interviewCampaign } from "./demonstration/interviews.ts"
import { accounts, demonstrationTenant } from "./demonstration/people.ts"
import type { CaughtMails } from "./mailbox/catch-all.ts"
import { readMail } from "./mailbox/read-mail.ts"
import { campaignStyle } from "./pages/campaigns/style.ts"
import { docsFile, docsPage } from "./pages/docs.ts"
import { homePage } from "./pages/home.ts"
import { stylesheet } from "./pages/layout.ts"
import { mailboxPage, mailPage } from "./pages/mailbox.ts"
import { notFoundPage } from "./pages/not-found.ts"
import { outboxPage } from "./pages/outbox.ts"
import type { Services } from "./services.ts"

/** What the server is made of; `mails` is absent when a real mail server is used. */
export interface ServerParts {
  readonly configuration: Pick<Configuration, "publicUrl" | "sessionSecret" | "demonstration">
  readonly run: Run<Services>
  readonly mails: CaughtMails | undefined
  readonly log: (line: string) => void
}

/** Makes the server; any Hono or fetch server can serve it. */
export const makeServer = ({ configuration, run, mails, log }: ServerParts): Hono => {
  const { publicUrl, sessionSecret, demonstration } = configuration
  const sessions = cookieSessions({
    secrets: [sessionSecret],
    origins: [new URL(publicUrl).origin],
    secure: publicUrl.startsWith("https:"),
  })
  const server = new Hono()
  server.use(secureHeaders(securityHeaders))
  server.get("/style.css", (c) =>
    c.body(stylesheet + campaignStyle, 200, { "content-type": "text/css; charset=utf-8" }),
  )
  server.get("/docs-files/:name", (c) => docsFile(c.req.param("name")))
  const identify = identifier(sessions, run)
  addPages(server, { run, mails, demonstration, identify })
  addCampaignPages(server, { run, identify, isOwnOrigin: sessions.isOwnOrigin, log })
  if (demonstration) addSignIn(server, sessions, run)
  const api = makeApp({
    routes: [
      ...worded(
        careerAppointmentsRoutes,
        careerAppointmentsCatalogue({ fr: wordingFr, en: wordingEn }),
      ),
      ...worded(
        interviewsRoutes,
        interviewsCatalogue({ fr: interviewsWordingFr, en: interviewsWordingEn }),
      ),
    ],
    catalogue: {},
    authentication: sessions,
    run,
    log: (failure) => log(JSON.stringify(failure)),
    title: "Convoque, serveur de référence",
    version: "0.1.0",
    rateLimit: { requests: 600, windowSeconds: 60 },
    docsPage,
  })
  server.route("/", api)
  server.notFound(async (c) =>
    c.req.header("accept")?.includes("text/html") === true
      ? c.html(await notFoundPage(), 404)
      : api.fetch(c.req.raw, c.env),
  )
  server.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    log(error.stack ?? error.message)
    return c.text("Erreur interne", 500)
  })
  return server
}

// Swagger UI writes styles of its own into the page.
const securityHeaders = {
  // Under `no-referrer` a browser hides the origin of its own forms, and no sign-in is possible.
  referrerPolicy: "same-origin",
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
  },
}

type Sessions = ReturnType<typeof cookieSessions>
type Identify = (request: Request) => Promise<Identity | undefined>

const now: Effect.Effect<Instant> = Effect.map(Clock.currentTimeMillis, instantFromMillis)

const identifier =
  (sessions: Sessions, run: Run<Services>): Identify =>
  (request) =>
    run(
      now.pipe(
        Effect.flatMap((at) => sessions.identify(request, at)),
        Effect.catch(() => Effect.succeed(undefined)),
      ),
    )

const addPages = (
  server: Hono,
  {
    run,
    mails,
    demonstration,
    identify,
  }: Pick<ServerParts, "run" | "mails"> & {
    readonly demonstration: boolean
    readonly identify: Identify
  },
): void => {
  const counts = Effect.flatMap(Outbox, (outbox) => outbox.counts(demonstrationTenant)).pipe(
    Effect.orDie,
  )
  for (const path of ["/", "/mailbox/*", "/outbox"]) server.use(path, noStore)
  server.get("/", async (c) =>
    c.html(
      await homePage({
        identity: await identify(c.req.raw),
        accounts: demonstration ? accounts : [],
        counts: await run(counts),
        caught: demonstration ? (await mails?.names())?.length : undefined,
        hasOutbox: demonstration,
        campaign: demonstrationCampaign,
        interviewCampaign,
      }),
    ),
  )
  if (!demonstration) return
  server.get("/outbox", async (c) => {
    const list = Effect.flatMap(Outbox, (outbox) =>
      outbox.list({ tenant: demonstrationTenant, limit: 50 }),
    )
    return c.html(await outboxPage(await run(counts), await run(Effect.orDie(list))))
  })
  if (mails !== undefined) addMailbox(server, mails)
}

const addMailbox = (server: Hono, mails: CaughtMails): void => {
  server.get("/mailbox", async (c) => {
    const names = await mails.names()
    const read = names.toReversed().map(async (name) => {
      const bytes = await mails.read(name)
      return bytes === undefined ? [] : [{ name, mail: await readMail(bytes) }]
    })
    return c.html(await mailboxPage((await Promise.all(read)).flat()))
  })
  server.get("/mailbox/:name", async (c) => {
    const bytes = await mails.read(c.req.param("name"))
    if (bytes === undefined) return c.notFound()
    return c.html(await mailPage(c.req.param("name"), await readMail(bytes)))
  })
  server.get("/mailbox/:name/source", async (c) => {
    const bytes = await mails.read(c.req.param("name"))
    if (bytes === undefined) return c.notFound()
    return c.body(new Uint8Array(bytes), 200, { "content-type": "text/plain; charset=utf-8" })
  })
  server.get("/mailbox/:name/:part", async (c) => {
    const bytes = await mails.read(c.req.param("name"))
    const part = bytes && (await readMail(bytes)).parts[Number(c.req.param("part"))]
    if (part === undefined) return c.notFound()
    return c.body(new Uint8Array(part.bytes), 200, {
      "content-type": part.mediaType,
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(part.fileName)}`,
    })
  })
}

const addSignIn = (server: Hono, sessions: Sessions, run: Run<Services>): void => {
  server.post("/sign-in", bodyLimit({ maxSize: 10_000 }), async (c) => {
    if (!sessions.isOwnOrigin(c.req.raw)) return c.text("Origine refusée", 403)
    const wanted = new URLSearchParams(await c.req.text()).get("account")
    const account = accounts.find(({ person }) => person.id === wanted)
    if (account === undefined) return c.text("Compte inconnu", 422)
    const { person, capacities } = account
    const cookie = await run(
      now.pipe(
        Effect.flatMap((at) =>
          sessions.open({ tenant: demonstrationTenant, person: person.id, capacities }, at),
        ),
        Effect.orDie,
      ),
    )
    return c.body(null, 303, { location: "/", "set-cookie": cookie })
  })
  server.post("/sign-out", async (c) => {
    if (!sessions.isOwnOrigin(c.req.raw)) return c.text("Origine refusée", 403)
    const cookie = await run(Effect.orDie(sessions.close(c.req.raw)))
    return c.body(null, 303, { location: "/", "set-cookie": cookie })
  })
}
