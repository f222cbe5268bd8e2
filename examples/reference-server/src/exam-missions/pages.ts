/** The pages of exam missions on the server: their addresses, who may come, how they are answered. */
import type { Identity, Run } from "@convoque/adapters-http"
import { enter, ExamMissionsSetup } from "@convoque/core/exam-missions"
import { instantFromMillis } from "@convoque/core/kernel/calendar"
import { Uai } from "@convoque/core/kernel/identity"
import type { Refusal } from "@convoque/core/kernel/refusal"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Context, Hono } from "hono"
import { bodyLimit } from "hono/body-limit"
import { isReadable } from "../campaigns/names.ts"
import { type CampaignPages, noStore } from "../campaigns/pages.ts"
import { brokenSentence } from "../campaigns/refused.ts"
import type { Answer } from "../campaigns/visit.ts"
import { refusalPage, signInPage } from "../pages/exam-missions/refusal.ts"
import { examMissionsScript } from "../pages/exam-missions/script.ts"
import type { Html } from "../pages/layout.ts"
import type { Services } from "../services.ts"
import {
  actOnCompetence,
  competenceListVisit,
  competencesVisit,
  entryTeachingsVisit,
} from "./competences.ts"
import { makeConsole } from "./console.ts"
import { activitiesVisit, changeActivity, entriesVisit, openAllEntries } from "./management.ts"
import { memberVisit } from "./member.ts"
import { activityVisit, entranceVisit, schoolVisit } from "./entrance.ts"
import { sentenceOf } from "./refused.ts"
import { staffVisit } from "./staff.ts"
import { declareVisit, deleteVisit, periodsVisit, periodStaffVisit } from "./unavailability.ts"
import { changeEntry, validationVisit } from "./validation.ts"
import { acting, type ExamVisit, type ExamVisited, inMenu } from "./visit.ts"

type Page = (visit: ExamVisit, name: (part: string) => string) => ExamVisited

const formLimitBytes = 100_000

/** Adds the pages to a server; `secret` signs the messages that travel in addresses. */
export const addExamMissionsPages = (
  server: Hono,
  pages: CampaignPages & { readonly secret: string },
): void => {
  const answering = { ...pages, console: makeConsole(pages.secret) }
  for (const path of ["/exam-missions", "/exam-missions/*"]) server.use(path, noStore)
  server.get("/exam-missions.js", (c) =>
    c.body(examMissionsScript, 200, { "content-type": "text/javascript; charset=utf-8" }),
  )
  const get = (path: string, page: Page): void => {
    server.get(`/exam-missions${path}`, (c) => answered(c, page, answering))
  }
  const post = (path: string, page: Page): void => {
    const onError = () => refused({ _tag: "form.too-large" }, pages.log)
    server.post(`/exam-missions${path}`, bodyLimit({ maxSize: formLimitBytes, onError }), (c) =>
      pages.isOwnOrigin(c.req.raw)
        ? answered(c, page, answering)
        : refused({ _tag: "form.foreign" }, pages.log),
    )
  }
  const school = "/schools/:school"
  get("", entranceVisit)
  get("/school", schoolVisit)
  get("/activities", activitiesVisit)
  post("/activities", changeActivity)
  get("/activities/:activity", (visit, name) => activityVisit(visit, name("activity")))
  get("/entries", entriesVisit)
  post("/entries", openAllEntries)
  get(`${school}/staff`, staffVisit)
  for (const view of ["assignments", "unavailability", "teachings"] as const) {
    get(`${school}/staff/:person/${view}`, (visit, name) =>
      memberVisit(visit, name("person"), view),
    )
  }
  get(`${school}/unavailability`, periodStaffVisit)
  get(`${school}/unavailability/:person`, (visit, name) => periodsVisit(visit, name("person")))
  post(`${school}/unavailability/:person`, (visit, name) => declareVisit(visit, name("person")))
  post(`${school}/unavailability/:person/deletion`, (visit, name) =>
    deleteVisit(visit, name("person")),
  )
  get(`${school}/competences`, competenceListVisit)
  get(`${school}/competences/:person/teachings`, (visit, name) =>
    entryTeachingsVisit(visit, name("person")),
  )
  get(`${school}/competences/:person`, (visit, name) => competencesVisit(visit, name("person")))
  post(`${school}/competences/:person`, (visit, name) => actOnCompetence(visit, name("person")))
  get(`${school}/validation`, validationVisit)
  post(`${school}/validation`, changeEntry)
}

interface Answering extends CampaignPages {
  readonly run: Run<Services>
  readonly console: ExamVisit["console"]
}

const answered = async (c: Context, page: Page, answering: Answering): Promise<Response> => {
  const { run, identify, log } = answering
  const identity = await identify(c.req.raw)
  if (identity === undefined) return c.html(await signInPage(), 401)
  const { method } = c.req
  const form = new URLSearchParams(method === "POST" ? await c.req.text() : "")
  const { searchParams: query } = new URL(c.req.url)
  const given = [...query, ...form, ...Object.entries(c.req.param())].flat()
  if (!given.every(isReadable)) return refused({ _tag: "form.unreadable" }, log)
  const ended = await run(
    visitOf(c, identity, { query, form, console: answering.console }).pipe(
      Effect.flatMap((visit) => page(visit, (part) => c.req.param(part) ?? "")),
      Effect.matchCause({
        onSuccess: (answer) => () => responseTo(c, answer),
        onFailure: (cause) => () => {
          const error = Cause.findError(cause)
          if (Result.isSuccess(error)) return refused(error.success, log)
          log(Cause.pretty(cause))
          return htmlOf(refusalPage(brokenSentence.sentence), brokenSentence.status)
        },
      }),
    ),
  )
  return ended()
}

const isUai = Schema.is(Uai)

const visitOf = (
  c: Context,
  identity: Identity,
  given: Pick<ExamVisit, "query" | "form" | "console">,
): Effect.Effect<ExamVisit, Refusal, Services> =>
  Effect.gen(function* () {
    const by = acting(identity)
    const menu = inMenu(identity)
    if (by === undefined || menu === undefined) {
      return yield* Effect.fail<Refusal>({ _tag: "visitor.required" })
    }
    const { tenant } = identity
    const { zone } = yield* ExamMissionsSetup
    const named = c.req.param("school")
    if (named !== undefined && !isUai(named)) {
      return yield* Effect.fail<Refusal>({ _tag: "page.unknown" })
    }
    const visit: ExamVisit = {
      ...given,
      by,
      tenant,
      zone,
      method: c.req.method,
      path: new URL(c.req.url).pathname,
      entrance: yield* enter({ by: menu, tenant, capacities: identity.capacities }),
      school: named ?? by.school,
      at: instantFromMillis(yield* Clock.currentTimeMillis),
      told: given.console.kept(given.query.get("message"), by.person),
    }
    return visit
  })

const responseTo = async (c: Context, answer: Answer): Promise<Response> => {
  switch (answer._tag) {
    case "page":
      return c.html(await answer.html, answer.status)
    case "moved":
      return c.redirect(answer.location, 303)
    case "file":
      return c.body(new Uint8Array(answer.bytes), 200, { "content-type": answer.mediaType })
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
