/**
 * One of the two servers of the bench of exports: the routes of exam missions, whose files leave as
 * they are made (`streamed`), or are held whole before they leave (`gathered`). Asked by a message,
 * it tells its peak of memory in bytes.
 */
import { serve } from "@hono/node-server"
import { layerPdf, layerSheets } from "@convoque/adapters-documents"
import {
  type Authentication,
  examMissionsCatalogue,
  examMissionsRoutes,
  makeApp,
} from "@convoque/adapters-http"
import { layerPostgres, layerStaffDirectory } from "@convoque/adapters-sql"
import { ExamMissionsSetup, usualExamOffer, wordingFr } from "@convoque/core/exam-missions"
import { Zone } from "@convoque/core/kernel/calendar"
import { PersonId, TenantId } from "@convoque/core/kernel/identity"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"

const [way = "streamed", url = ""] = process.argv.slice(2)

const division: Authentication = {
  schemes: {},
  identify: () =>
    Effect.succeed({
      tenant: TenantId.make("toulouse"),
      person: PersonId.make("dec-1"),
      capacities: ["exams-division"],
    }),
}

// Only the files of the personnel are asked for: they need no port of imports or of sessions.
const routes = examMissionsRoutes.filter(({ name }) => /^(?:export|list)/u.test(name))

const runtime = ManagedRuntime.make(
  Layer.mergeAll(
    Layer.provideMerge(layerStaffDirectory, layerPostgres({ url, poolSize: 4 })),
    layerPdf,
    layerSheets,
    Layer.succeed(ExamMissionsSetup, {
      wording: wordingFr,
      zone: Zone.make("Europe/Paris"),
      academy: "Toulouse",
      managementService: { name: "DEC", address: "dec@academie.example" },
      examOffer: usualExamOffer,
    }),
  ),
)

const app = makeApp({
  routes,
  catalogue: examMissionsCatalogue({ fr: wordingFr, en: wordingFr }),
  authentication: division,
  run: (effect) => runtime.runPromise(effect as Effect.Effect<never, never, never>),
  log: (failure) => process.stderr.write(`${JSON.stringify(failure)}\n`),
  title: "Bench",
  version: "0",
})

const gathered = async (request: Request): Promise<Response> => {
  const response = await app.fetch(request)
  return new Response(await response.arrayBuffer(), response)
}

serve(
  { fetch: way === "gathered" ? gathered : app.fetch, port: 0, hostname: "127.0.0.1" },
  ({ port }) => process.send?.(port),
)
process.on("message", () => process.send?.(process.resourceUsage().maxRSS * 1024))
process.on("disconnect", () => process.exit(0))
