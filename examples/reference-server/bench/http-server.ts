/**
 * One of the two servers of the bench. `app`: the routes of the library. `bare`: a Hono route that
 * runs the statements which the app was seen to run for the path, and answers their rows.
 */
import { serve } from "@hono/node-server"
import {
  type Authentication,
  careerAppointmentsCatalogue,
  careerAppointmentsRoutes,
  makeApp,
} from "@convoque/adapters-http"
import { layerPdf } from "@convoque/adapters-documents"
import { layerPostgres } from "@convoque/adapters-sql"
import { CareerAppointmentsSetup, wordingFr } from "@convoque/core/career-appointments"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { Hono } from "hono"
import pg from "pg"
import {
  demonstrationTenant,
  layerDemonstrationPeople,
  people,
} from "../src/demonstration/people.ts"

const poolSize = 8
const [kind = "app", url = "", path = "/"] = process.argv.slice(2)

const manager: Authentication = {
  schemes: {},
  identify: () =>
    Effect.succeed({
      tenant: demonstrationTenant,
      person: people.manager.id,
      capacities: ["campaign-manager"],
    }),
}

const makeLibraryApp = (): Hono => {
  const runtime = ManagedRuntime.make(
    Layer.mergeAll(
      layerPostgres({ url, poolSize }),
      layerPdf,
      layerDemonstrationPeople,
      Layer.succeed(CareerAppointmentsSetup, { wording: wordingFr, informEvaluators: false }),
    ),
  )
  return makeApp({
    routes: careerAppointmentsRoutes,
    catalogue: careerAppointmentsCatalogue({ fr: wordingFr, en: wordingFr }),
    authentication: manager,
    run: (effect) => runtime.runPromise(effect),
    log: (failure) => process.stderr.write(`${JSON.stringify(failure)}\n`),
    title: "Bench",
    version: "0",
  })
}

interface Seen {
  readonly name: string | undefined
  readonly text: string
  readonly values: ReadonlyArray<unknown>
}

// What the app sends to the driver for one request, read at the driver itself.
const statementsOf = async (app: Hono): Promise<ReadonlyArray<Seen>> => {
  await app.request(path)
  const seen: Array<Seen> = []
  const original = pg.Client.prototype.query
  const watch = function (this: pg.Client, ...given: ReadonlyArray<unknown>) {
    const [first, values] = given
    if (typeof first === "string") {
      seen.push({ name: undefined, text: first, values: Array.isArray(values) ? values : [] })
    } else if (typeof first === "object" && first !== null && "text" in first) {
      const query = first as { name?: string; text: string; values?: ReadonlyArray<unknown> }
      seen.push({ name: query.name, text: query.text, values: query.values ?? [] })
    }
    return Reflect.apply(original, this, given)
  }
  pg.Client.prototype.query = watch as typeof original
  await app.request(path)
  pg.Client.prototype.query = original
  return seen
}

const makeBareApp = async (): Promise<Hono> => {
  const statements = await statementsOf(makeLibraryApp())
  if (statements.length === 0) throw new Error(`no statement seen for ${path}`)
  process.stderr.write(`bare: ${statements.length} statements for ${path}\n`)
  const pool = new pg.Pool({ connectionString: url, max: poolSize })
  return new Hono().get(path.split("?")[0] ?? "/", async (c) => {
    const answers = []
    for (const { name, text, values } of statements) {
      const query = name === undefined ? { text } : { name, text }
      answers.push((await pool.query({ ...query, values: [...values] })).rows)
    }
    return c.json(answers)
  })
}

const app = kind === "app" ? makeLibraryApp() : await makeBareApp()
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  process.stdout.write(`${port}\n`)
})
