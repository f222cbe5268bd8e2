/** The routes of career appointments on ports in memory: one campaign, one file, people to read it. */
import { layerTableReader } from "@convoque/adapters-documents"
import {
  type ActNeeds,
  CareerAppointmentsSetup,
  createCampaign,
  enrol,
  setAppointments,
  wordingEn,
  wordingFr,
} from "@convoque/core/career-appointments"
import { SchoolYear } from "@convoque/core/kernel/calendar"
import { TenantId } from "@convoque/core/kernel/identity"
import type { Outbox } from "@convoque/core/kernel/ports"
import {
  layerIdempotencyKeysMemory,
  layerMemory,
  layerPeopleDirectory,
  layerSessionsMemory,
} from "@convoque/testing"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import {
  agent,
  byHead,
  byInspector,
  byManager,
  campaign,
  confirmed,
  head,
  headItem,
  headRole,
  inspector,
  inspectorRole,
  interviewItem,
  managers,
  otherHead,
  terms,
  visitItem,
} from "../../../core/test/career-appointments/given.ts"
import { careerAppointmentsCatalogue, careerAppointmentsRoutes, makeApp } from "../../src/index.ts"
import { layerPlainPapers, layerPlainSheets } from "./plain-files.ts"
import { fixedClock, headerAuthentication } from "./sample.ts"

/** The tenant of everybody whom the header of the tests names. */
export const tenant = TenantId.make("lyon")

/** The address of the file of the agent. */
export const fileAddress = `/career-campaigns/${campaign}/files/${agent.id}`

/** The name of that file. */
export const file = { tenant, campaign, agent: agent.id }

const memory = (clock: { readonly millis: number }) =>
  Layer.mergeAll(
    layerMemory,
    layerIdempotencyKeysMemory,
    layerTableReader,
    layerSessionsMemory,
    layerPeopleDirectory([{ tenant, people: [agent, inspector, head, otherHead] }]),
    layerPlainPapers,
    layerPlainSheets,
    Layer.succeed(CareerAppointmentsSetup, { wording: wordingFr, informEvaluators: false }),
    Layer.succeed(Clock.Clock, fixedClock(clock)),
  )

/** What a test holds of a running portal. */
export interface Portal {
  readonly app: ReturnType<typeof makeApp>
  readonly run: <A, E>(effect: Effect.Effect<A, E, ActNeeds | Outbox>) => Promise<A>
}

/** Makes a portal in which the agent is enrolled, on 3 November 2026. */
export const portal = async (): Promise<Portal> => {
  const runtime = ManagedRuntime.make(memory({ millis: Date.parse("2026-11-03T09:00:00Z") }))
  const schoolYear = SchoolYear.make("2026-2027")
  await runtime.runPromise(
    Effect.andThen(
      createCampaign({ by: byManager, tenant, campaign, schoolYear, managers, terms }),
      enrol({
        by: byManager,
        file,
        evaluators: { [inspectorRole]: inspector.id, [headRole]: head.id },
      }),
    ),
  )
  const app = makeApp({
    routes: careerAppointmentsRoutes,
    catalogue: careerAppointmentsCatalogue({ fr: wordingFr, en: wordingEn }),
    authentication: headerAuthentication,
    run: runtime.runPromise,
    log: () => undefined,
    title: "Rendez-vous de carrière",
    version: "1.0.0",
  })
  return { app, run: runtime.runPromise }
}

/** Sets all appointments, so that the convocation of the file is issued. */
export const convened = Effect.andThen(
  setAppointments({
    by: byInspector,
    file,
    role: inspectorRole,
    items: [visitItem, interviewItem],
    acknowledged: [],
  }),
  setAppointments({
    by: byHead,
    file,
    role: headRole,
    items: [headItem],
    acknowledged: [confirmed],
  }),
)
