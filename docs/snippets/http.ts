/** The HTTP app of both contexts, mounted into a server of one's own. */
import {
  layerArchiver,
  layerCharts,
  layerPdf,
  layerSheets,
  layerTableReader,
} from "@convoque/adapters-documents"
import {
  bearerJwt,
  careerAppointmentsCatalogue,
  careerAppointmentsRoutes,
  interviewsCatalogue,
  interviewsRoutes,
  makeApp,
  worded,
} from "@convoque/adapters-http"
import { layerCalendarFeeds } from "@convoque/adapters-mail"
import { CareerAppointmentsSetup, wordingEn, wordingFr } from "@convoque/core/career-appointments"
import {
  InterviewsSetup,
  wordingEn as interviewsEn,
  wordingFr as interviewsFr,
} from "@convoque/core/interviews"
import {
  layerDocumentStorageMemory,
  layerIdempotencyKeysMemory,
  layerMemory,
  layerNewIdsCounter,
  layerPeopleDirectory,
} from "@convoque/testing"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { Hono } from "hono"
import { setup } from "./interviews.ts"
import { people, tenant } from "./sample.ts"

const runtime = ManagedRuntime.make(
  Layer.mergeAll(
    layerMemory,
    layerDocumentStorageMemory,
    layerIdempotencyKeysMemory,
    layerNewIdsCounter("id"),
    layerPeopleDirectory([{ tenant, people }]),
    layerPdf,
    layerSheets,
    layerArchiver,
    layerCharts,
    layerTableReader,
    layerCalendarFeeds,
    Layer.succeed(CareerAppointmentsSetup, { wording: wordingFr, informEvaluators: false }),
    Layer.succeed(InterviewsSetup, setup),
  ),
)

// #region http
const career = careerAppointmentsCatalogue({ fr: wordingFr, en: wordingEn })
const interviews = interviewsCatalogue({ fr: interviewsFr, en: interviewsEn })

const api = makeApp({
  routes: [...worded(careerAppointmentsRoutes, career), ...worded(interviewsRoutes, interviews)],
  catalogue: {},
  authentication: bearerJwt({
    keys: new URL("https://portal.example/jwks"),
    issuer: "https://portal.example",
    audience: "convoque",
    algorithms: ["RS256"],
    identity: ({ sub, academy, capacities }) => ({ tenant: academy, person: sub, capacities }),
  }),
  run: runtime.runPromise,
  log: (failure) => console.error(failure),
  title: "Convocations",
  version: "1.0.0",
  basePath: "/api",
})

const server = new Hono()
server.all("/api/*", (c) => api.fetch(c.req.raw, c.env))
// #endregion

const answer = await server.request("/api/openapi.json")
const { paths } = (await answer.json()) as { readonly paths: Readonly<Record<string, unknown>> }
await runtime.dispose()
const both = ["/career-campaigns", "/interview-campaigns"]
const served = Object.keys(paths)
if (both.every((path) => served.some((one) => one.includes(path)))) console.log("ok")
