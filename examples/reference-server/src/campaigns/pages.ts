/** The pages of campaigns on the server: their addresses, who may come, how they are answered. */
import { disposition, type Identity, type Run } from "@convoque/adapters-http"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Context, Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { refusalPage, signInPage } from "../pages/campaigns/refusal.ts"
import type { Html } from "../pages/layout.ts"
import type { Services } from "../services.ts"
import { campaignVisit, interviewVisit, listVisit } from "./reading.ts"
import { confirmDeletion, deleteVisit } from "./deletion.ts"
import { exportFileVisit, exportsVisit, exportVisit, requestExportVisit } from "./exports.ts"
import { previewReminder, reminderVisit, sendReminderVisit } from "./reminders.ts"
import { sentenceOf } from "./refused.ts"
import { type Answer, followerOf, type Visit, type Visited } from "./visit.ts"

/** What the pages need of the server. */
export interface CampaignPages {
  readonly run: Run<Services>
  readonly identify: (request: Request) => Promise<Identity | undefined>
  readonly isOwnOrigin: (request: Request) => boolean
  readonly log: (line: string) => void
}

type Page = (visit: Visit, name: (part: string) => string) => Visited

/** Adds the pages to a server. */
export const addCampaignPages = (server: Hono, pages: CampaignPages): void => {
  const get = (path: string, page: Page): void => {
    server.get(path, (c, next) => (asksForJson(c) ? next() : answered(c, page, pages)))
  }
  // The API answers these addresses to programs; a browser, which follows the link of a mail, a page.
  const shared = (path: string, page: Page): void => {
    server.get(path, (c, next) => {
      if (c.req.header("accept")?.includes("text/html") !== true) return next()
      c.header("vary", "Accept")
      return answered(c, page, pages)
    })
  }
  const post = (path: string, page: Page): void => {
    server.post(path, bodyLimit({ maxSize: 200_000 }), (c) =>
      pages.isOwnOrigin(c.req.raw)
        ? answered(c, page, pages)
        : Promise.resolve(c.text("Origine refusée", 403)),
    )
  }
  get("/campaigns", listVisit)
  get("/campaigns/:campaign", (visit, name) => campaignVisit(visit, name("campaign")))
  get("/campaigns/:campaign/interviews/:agent", (visit, name) =>
    interviewVisit(visit, { campaign: name("campaign"), agent: name("agent") }),
  )
  get("/campaigns/:campaign/reminder", (visit, name) => reminderVisit(visit, name("campaign")))
  post("/campaigns/:campaign/reminder/preview", (visit, name) =>
    previewReminder(visit, name("campaign")),
  )
  post("/campaigns/:campaign/reminder", (visit, name) => sendReminderVisit(visit, name("campaign")))
  post("/campaigns/:campaign/exports", (visit, name) => requestExportVisit(visit, name("campaign")))
  shared("/exports", exportsVisit)
  shared("/exports/:export", (visit, name) => exportVisit(visit, name("export")))
  shared("/exports/:export/files/:file", (visit, name) =>
    exportFileVisit(visit, { export: name("export"), file: name("file") }),
  )
  get("/campaigns/:campaign/deletion", (visit, name) => confirmDeletion(visit, name("campaign")))
  post("/campaigns/:campaign/deletion", (visit, name) => deleteVisit(visit, name("campaign")))
}

// The API has the addresses of exports as well, for programs, which say what they read.
const asksForJson = (c: Context): boolean =>
  c.req.header("accept")?.includes("application/json") === true

const answered = async (
  c: Context,
  page: Page,
  { run, identify, log }: CampaignPages,
): Promise<Response> => {
  const identity = await identify(c.req.raw)
  if (identity === undefined) return c.html(await signInPage(), 401)
  const by = followerOf(identity)
  if (by === undefined) return refused(c, { _tag: "follower.required" }, log)
  const { pathname, searchParams } = new URL(c.req.url)
  const visit: Visit = {
    by,
    tenant: identity.tenant,
    method: c.req.method,
    path: pathname,
    query: searchParams,
    form: new URLSearchParams(c.req.method === "POST" ? await c.req.text() : ""),
  }
  const ended = await run(
    Effect.matchCause(
      Effect.suspend(() => page(visit, (part) => c.req.param(part) ?? "")),
      {
        onSuccess: (answer) => () => responseTo(c, answer),
        onFailure: (cause) => () => {
          const error = Cause.findError(cause)
          if (Result.isSuccess(error)) return refused(c, error.success, log)
          log(Cause.pretty(cause))
          return refused(c, { _tag: "page.broken" }, log)
        },
      },
    ),
  )
  return ended()
}

const responseTo = async (c: Context, answer: Answer): Promise<Response> => {
  switch (answer._tag) {
    case "page":
      return c.html(await answer.html, answer.status)
    case "moved":
      return c.redirect(answer.location, 303)
    case "file":
      return c.body(new Uint8Array(answer.bytes), 200, {
        "content-type": answer.mediaType,
        "content-disposition": disposition(answer.fileName),
        "cache-control": "private, no-store",
      })
    default:
      return answer satisfies never
  }
}

const refused = async (
  c: Context,
  refusal: Refusal,
  log: (line: string) => void,
): Promise<Response> => {
  const worded = sentenceOf(refusal)
  if (worded === undefined) log(`A page refused by ${JSON.stringify(refusal)}`)
  const { status, sentence } = worded ?? {
    status: 500,
    sentence: "Une erreur interne s'est produite. Elle est consignée.",
  }
  return htmlOf(refusalPage(sentence), status)
}

const htmlOf = async (html: Html, status: number): Promise<Response> =>
  new Response(String(await html), {
    status,
    headers: { "content-type": "text/html; charset=UTF-8" },
  })
