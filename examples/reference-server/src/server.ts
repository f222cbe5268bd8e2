/** The web server: the API of the library, and plain pages to look at what it did. */
import {
  careerAppointmentsCatalogue,
  careerAppointmentsRoutes,
  cookieSessions,
  examMissionsCatalogue,
  examMissionsRoutes,
  sessionRoutes,
  interviewsCatalogue,
  interviewsRoutes,
  makeApp,
  type Run,
  worded,
} from "@convoque/adapters-http"
import { wordingEn, wordingFr } from "@convoque/core/career-appointments"
import {
  wordingEn as examMissionsWordingEn,
  wordingFr as examMissionsWordingFr,
} from "@convoque/core/exam-missions"
import {
  wordingEn as interviewsWordingEn,
  wordingFr as interviewsWordingFr,
} from "@convoque/core/interviews"
import { Outbox } from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import { Hono } from "hono"
import { HTTPException } from "hono/http-exception"
import { secureHeaders } from "hono/secure-headers"
import { addCampaignPages, noStore } from "./campaigns/pages.ts"
import type { Configuration } from "./configuration.ts"
import { demonstrationCampaign } from "./demonstration/campaign.ts"
import { interviewCampaign } from "./demonstration/interviews.ts"
import { accounts, demonstrationTenant } from "./demonstration/people.ts"
import type { CaughtMails } from "./mailbox/catch-all.ts"
import { readMail } from "./mailbox/read-mail.ts"
import { addExamMissionsPages } from "./exam-missions/pages.ts"
import { examMissionsStyle } from "./pages/exam-missions/style.ts"
import { campaignStyle } from "./pages/campaigns/style.ts"
import { docsFile, docsPage } from "./pages/docs.ts"
import { accessibilityPage } from "./pages/accessibility.ts"
import { homePage } from "./pages/home.ts"
import { stylesheet } from "./pages/layout.ts"
import { sessionScript } from "./pages/session-script.ts"
import { sessionStyle } from "./pages/session.ts"
import { mailboxPage, mailPage } from "./pages/mailbox.ts"
import { notFoundPage } from "./pages/not-found.ts"
import { outboxPage } from "./pages/outbox.ts"
import type { Services } from "./services.ts"
import { addSignIn, addSignOut, identifier, type Identify, withVisitor } from "./sign-in.ts"

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
  const identify = identifier(sessions, run)
  server.use(withVisitor(identify))
  server.get("/style.css", (c) =>
    c.body(stylesheet + sessionStyle + campaignStyle + examMissionsStyle, 200, {
      "content-type": "text/css; charset=utf-8",
    }),
  )
  server.get("/session.js", (c) =>
    c.body(sessionScript, 200, { "content-type": "text/javascript; charset=utf-8" }),
  )
  server.get("/docs-files/:name", (c) => docsFile(c.req.param("name")))
  addPages(server, { run, mails, demonstration, identify })
  const pages = { run, identify, isOwnOrigin: sessions.isOwnOrigin, log }
  addCampaignPages(server, pages)
  addExamMissionsPages(server, { ...pages, secret: sessionSecret })
  addSignOut(server, sessions, run)
  if (demonstration) addSignIn(server, sessions, run)
  const api = makeApp({
    routes: [
      ...sessionRoutes,
      ...worded(
        careerAppointmentsRoutes,
        careerAppointmentsCatalogue({ fr: wordingFr, en: wordingEn }),
      ),
      ...worded(
        interviewsRoutes,
        interviewsCatalogue({ fr: interviewsWordingFr, en: interviewsWordingEn }),
      ),
      ...worded(
        examMissionsRoutes,
        examMissionsCatalogue({ fr: examMissionsWordingFr, en: examMissionsWordingEn }),
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
  server.get("/accessibility", async (c) => c.html(await accessibilityPage()))
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
