/** The pages of campaigns on the server: their addresses, who may come, how they are answered. */
import { disposition, type Identity, type Run } from "@convoque/adapters-http"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Context, Hono, MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { refusalPage, signInPage } from "../pages/campaigns/refusal.ts"
import type { Html } from "../pages/layout.ts"
import type { Services } from "../services.ts"
import { campaignVisit, interviewVisit, listVisit } from "./reading.ts"
import { confirmDeletion, deleteVisit } from "./deletion.ts"
import { exportFileVisit, exportsVisit, exportVisit, requestExportVisit } from "./exports.ts"
import { previewReminder, reminderVisit, sendReminderVisit } from "./reminders.ts"
import { isReadable } from "./names.ts"
import { brokenSentence, sentenceOf } from "./refused.ts"
import {
  type Admission,
  type Answer,
  followerOf,
  requesterOf,
  type Visit,
  type Visited,
} from "./visit.ts"

/** What the pages need of the server. */
export interface CampaignPages {
  readonly run: Run<Services>
  readonly identify: (request: Request) => Promise<Identity | undefined>
  readonly isOwnOrigin: (request: Request) => boolean
  readonly log: (line: string) => void
}

type Page = (visit: Visit, name: (part: string) => string) => Visited

/** Keeps answers about people out of every cache, refusals included. */
export const noStore: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store")
}

// A reminder names each of its managers, and there may be tens of thousands of them.
const formLimitBytes = 2_000_000

/** Adds the pages to a server. */
export const addCampaignPages = (server: Hono, pages: CampaignPages): void => {
  for (const path of ["/campaigns/*", "/exports/*"]) server.use(path, noStore)
  const followed = { ...pages, admit: followerOf, missing: "follower.required" }
  const requested = { ...pages, admit: requesterOf, missing: "requester.required" }
  const get = (path: string, page: Page): void => {
    server.get(path, (c) => answered(c, page, followed))
  }
  // The API answers these addresses to programs; a browser, which follows the link of a mail, a page.
  const shared = (path: string, page: Page): void => {
    server.get(path, (c, next) => {
      if (c.req.header("accept")?.includes("text/html") !== true) return next()
      c.header("vary", "Accept")
      return answered(c, page, requested)
    })
  }
  const post = (path: string, page: Page): void => {
    const onError = () => refused({ _tag: "form.too-large" }, pages.log)
    server.post(path, bodyLimit({ maxSize: formLimitBytes, onError }), (c) =>
      pages.isOwnOrigin(c.req.raw)
        ? answered(c, page, followed)
        : refused({ _tag: "form.foreign" }, pages.log),
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

interface Answering extends CampaignPages {
  readonly admit: Admission
  /** The refusal of who has no capacity here. */
  readonly missing: string
}

const answered = async (
  c: Context,
  page: Page,
  { run, identify, log, admit, missing }: Answering,
): Promise<Response> => {
  const identity = await identify(c.req.raw)
  if (identity === undefined) return c.html(await signInPage(), 401)
  const by = admit(identity)
  if (by === undefined) return refused({ _tag: missing }, log)
  const { pathname: path, searchParams: query } = new URL(c.req.url)
  const { method } = c.req
  const form = new URLSearchParams(method === "POST" ? await c.req.text() : "")
  const given = [...query, ...form, ...Object.entries(c.req.param())].flat()
  if (!given.every(isReadable)) return refused({ _tag: "form.unreadable" }, log)
  const visit: Visit = { by, tenant: identity.tenant, method, path, query, form }
  const ended = await run(
    Effect.matchCause(
      Effect.suspend(() => page(visit, (part) => c.req.param(part) ?? "")),
      {
        onSuccess: (answer) => () => responseTo(c, answer),
        onFailure: (cause) => () => {
          const error = Cause.findError(cause)
          if (Result.isSuccess(error)) return refused(error.success, log)
          log(Cause.pretty(cause))
          return htmlOf(refusalPage(brokenSentence.sentence), brokenSentence.status)
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

const refused = async (refusal: Refusal, log: (line: string) => void): Promise<Response> => {
  const worded = sentenceOf(refusal)
  if (worded === undefined) log(`A page refused by ${JSON.stringify(refusal)}`)
  const { status, sentence } = worded ?? brokenSentence
  return htmlOf(refusalPage(sentence), status)
}

const htmlOf = async (html: Html, status: number): Promise<Response> =>
  new Response(String(await html), {
    status,
    headers: { "content-type": "text/html; charset=UTF-8" },
  })
