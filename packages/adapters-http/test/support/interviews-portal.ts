/** The routes of interviews on ports in memory: one campaign, one interview with a past. */
import { layerTableReader } from "@convoque/adapters-documents"
import {
  type AppealEvent,
  appealMachine,
  appealRef,
  campaignMachine,
  campaignRef,
  type DelegationEvent,
  delegationMachine,
  delegationRef,
  interviewMachine,
  InterviewsSetup,
  interviewRef,
  type InterviewEvent,
  wordingEn,
  wordingFr,
} from "@convoque/core/interviews"
import { TenantId } from "@convoque/core/kernel/identity"
import { fold } from "@convoque/core/kernel/machine"
import {
  AccessLog,
  Archiver,
  CalendarWriter,
  ChartRenderer,
  DocumentRenderer,
  DocumentStorage,
  Outbox,
  type Person,
  SheetWriter,
  Storage,
} from "@convoque/core/kernel/ports"
import {
  layerDocumentStorageMemory,
  layerIdempotencyKeysMemory,
  layerMemory,
  layerNewIdsCounter,
  layerPeopleDirectory,
} from "@convoque/testing"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import {
  agent,
  authority,
  byService,
  bySuperior,
  campaign,
  day,
  history,
  id,
  names,
  on,
  otherAuthority,
  otherSuperior,
  superior,
  terms,
} from "../../../core/test/interviews/given.ts"
import { interviewsCatalogue, interviewsRoutes, makeApp } from "../../src/index.ts"
import type { LoggedFailure } from "../../src/index.ts"
import { fixedClock, headerAuthentication } from "./sample.ts"

/** The tenant of everybody whom the header of the tests names. */
export const tenant = TenantId.make("lyon")

/** The name of the interview of the agent. */
export const interview = { tenant, type: names.type, year: names.year, agent: agent.id }

/** The address of that interview. */
export const address = `/interviews/${names.type}/${names.year}/${agent.id}`

/** A job description that the interview has. */
export const jobDescription = {
  fileName: "fiche.pdf",
  key: `interviews/${names.type}/${names.year}/${agent.id}/job-description/id-0`,
}

/** Somebody to whom capacities are delegated. */
export const delegate: Person = {
  id: id("delegate-1"),
  givenName: "Inès",
  familyName: "Delorme",
  quality: "Adjointe au chef de bureau",
  email: "delegate-1@academie.example",
}

/** An agent without an interview. */
export const otherAgent: Person = { ...agent, id: id("agent-2"), givenName: "Zoé" }

const staffOf = (key: string): Person => ({ ...delegate, id: id(key), email: `${key}@a.example` })

/** Everybody whom the directory knows. */
export const people: ReadonlyArray<Person> = [
  agent,
  otherAgent,
  superior,
  otherSuperior,
  authority,
  otherAuthority,
  delegate,
  staffOf("hr-1"),
  staffOf("admin-1"),
]

// As many bytes as there are rows or files.
const oneByteEach = <A, E, R>(rows: Stream.Stream<A, E, R>): Stream.Stream<Uint8Array, E, R> =>
  Stream.map(rows, () => new Uint8Array([120]))

const memory = (clock: { readonly millis: number }) =>
  Layer.mergeAll(
    layerMemory,
    layerIdempotencyKeysMemory,
    layerTableReader,
    layerDocumentStorageMemory,
    layerNewIdsCounter("id"),
    layerPeopleDirectory([{ tenant, people }]),
    Layer.succeed(DocumentRenderer, {
      render: () =>
        Effect.succeed({ bytes: new Uint8Array([37, 80]), mediaType: "application/pdf" }),
      unprintable: () => [],
    }),
    Layer.succeed(SheetWriter, {
      xlsx: (sheet) => oneByteEach(sheet.rows),
      csv: (sheet) => oneByteEach(sheet.rows),
    }),
    Layer.succeed(Archiver, { zip: (files) => oneByteEach(files) }),
    Layer.succeed(ChartRenderer, { svg: ({ title }) => `<svg><title>${title}</title></svg>` }),
    Layer.succeed(CalendarWriter, { text: ({ days }) => `BEGIN:VCALENDAR ${days.length}` }),
    Layer.succeed(InterviewsSetup, {
      wording: wordingFr,
      publicUrl: "https://portal.example",
      attachmentLimitBytes: 1_000_000,
      exportDays: 7,
      interviewsPerArchive: 100,
      reminderCap: { count: 2, days: 7 },
    }),
    Layer.succeed(Clock.Clock, fixedClock(clock)),
  )

type Services = Layer.Success<ReturnType<typeof memory>>

/** What a test holds of a running portal. */
export interface InterviewsPortal {
  readonly app: ReturnType<typeof makeApp>
  readonly clock: { millis: number }
  readonly logged: Array<LoggedFailure>
  readonly run: <A, E>(effect: Effect.Effect<A, E, Services>) => Promise<A>
}

/** What happened before a test begins. */
export interface Past {
  readonly past?: ReadonlyArray<InterviewEvent>
  readonly appeal?: ReadonlyArray<AppealEvent>
  readonly delegation?: ReadonlyArray<DelegationEvent>
}

/** What the superior delegates to the delegate. */
export const delegationName = {
  delegator: superior.id,
  delegate: delegate.id,
  capacity: "superior",
} as const

/** Its grant, for February 2026. */
export const delegationGranted: DelegationEvent = {
  _tag: "DelegationGranted",
  at: on("2026-02-02"),
  by: bySuperior,
  ...delegationName,
  from: day("2026-02-10"),
  until: day("2026-02-28"),
}

/** The version of the campaign: opened, then filled. */
export const campaignVersion = 2

const opened = {
  _tag: "CampaignOpened",
  at: on("2026-01-05"),
  by: byService,
  campaign,
  terms,
} as const
const filled = [
  opened,
  { _tag: "InterviewsAdded", at: opened.at, by: byService, count: 1 },
] as const

// The appeal of the fixtures is against another report.
const own = (event: AppealEvent): AppealEvent =>
  event._tag === "AppealLodged" ? { ...event, ...names } : event

const seeded = ({ past = history.toEndorse, appeal = [], delegation = [] }: Past) =>
  Effect.gen(function* () {
    const documents = yield* DocumentStorage
    const pdf = { bytes: new TextEncoder().encode("%PDF-1.4"), mediaType: "application/pdf" }
    yield* documents.put(tenant, jobDescription.key, pdf)
    const storage = yield* Storage
    yield* storage.commit({
      tenant,
      changes: [
        {
          id: campaignRef(tenant, campaign),
          expected: 0,
          events: filled,
          state: fold(campaignMachine, filled),
        },
        ...(past.length === 0
          ? []
          : [
              {
                id: interviewRef(interview),
                expected: 0,
                events: past,
                state: fold(interviewMachine, past),
              },
            ]),
        ...(appeal.length === 0
          ? []
          : [
              {
                id: appealRef(interview),
                expected: 0,
                events: appeal.map(own),
                state: fold(appealMachine, appeal.map(own)),
              },
            ]),
        ...(delegation.length === 0
          ? []
          : [
              {
                id: delegationRef(tenant, delegationName),
                expected: 0,
                events: delegation,
                state: fold(delegationMachine, delegation),
              },
            ]),
      ],
      unchanged: [],
      erase: [],
      messages: [],
    })
  })

/** Makes a portal with a campaign and an interview with a past, at nine o'clock on a day. */
export const interviewsPortal = async (
  past: Past = {},
  today = "2026-02-12",
): Promise<InterviewsPortal> => {
  const clock = { millis: Date.parse(on(today)) }
  const runtime = ManagedRuntime.make(memory(clock))
  await runtime.runPromise(seeded(past))
  const logged: Array<LoggedFailure> = []
  const app = makeApp({
    routes: interviewsRoutes,
    catalogue: interviewsCatalogue({ fr: wordingFr, en: wordingEn }),
    authentication: headerAuthentication,
    run: runtime.runPromise,
    log: (failure) => logged.push(failure),
    title: "Entretiens",
    version: "1.0.0",
  })
  return { app, clock, logged, run: runtime.runPromise }
}

/** Gives the version of the interview. */
export const versionOf = Effect.gen(function* () {
  const [{ version }] = yield* (yield* Storage).load([interviewRef(interview)])
  return version
})

/** Gives who consulted the interview of the agent, newest first. */
export const consultations = Effect.gen(function* () {
  const log = yield* AccessLog
  const kept = yield* log.list({ tenant, concerns: agent.id, limit: 100 })
  return kept.map(({ by, what }) => `${by.person} ${what}`)
})

/** Gives what a request could have written: versions, mails, consultations. */
export const written = Effect.gen(function* () {
  const storage = yield* Storage
  const loaded = yield* storage.load([interviewRef(interview)])
  const [campaignNow] = yield* storage.load([campaignRef(tenant, campaign)])
  const [appealNow] = yield* storage.load([appealRef(interview)])
  const outbox = yield* Outbox
  const until = on("2030-01-01")
  const mails = yield* outbox.lease({ now: on("2029-01-01"), until, limit: 100 })
  return {
    versions: [...loaded, campaignNow, appealNow].map(({ version }) => version),
    mails: mails.length,
    consultations: yield* consultations,
  }
})
