/** The HTTP app mounted into a server of one's own. */
import { layerPdf } from "@convoque/adapters-documents"
import {
  bearerJwt,
  careerAppointmentsCatalogue,
  careerAppointmentsRoutes,
  makeApp,
} from "@convoque/adapters-http"
import { CareerAppointmentsSetup, wordingEn, wordingFr } from "@convoque/core/career-appointments"
import {
  layerIdempotencyKeysMemory,
  layerMemory,
  layerNewIdsCounter,
  layerPeopleDirectory,
} from "@convoque/testing"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { Hono } from "hono"
import { people, tenant } from "./sample.ts"

const runtime = ManagedRuntime.make(
  Layer.mergeAll(
    layerMemory,
    layerIdempotencyKeysMemory,
    layerNewIdsCounter("id"),
    layerPeopleDirectory([{ tenant, people }]),
    layerPdf,
    Layer.succeed(CareerAppointmentsSetup, { wording: wordingFr, informEvaluators: false }),
  ),
)

// #region http
const api = makeApp({
  routes: careerAppointmentsRoutes,
  catalogue: careerAppointmentsCatalogue({ fr: wordingFr, en: wordingEn }),
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
await runtime.dispose()
if (answer.status === 200) console.log("ok")
