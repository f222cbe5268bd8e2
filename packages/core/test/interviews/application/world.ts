/** A whole portal in memory: a campaign of interviews, a clock that is set, ports without a disk. */
import type { DocumentContent } from "@convoque/core/kernel/document"
import { textsOf } from "@convoque/core/kernel/document"
import { TenantId } from "@convoque/core/kernel/identity"
import type { Message } from "@convoque/core/kernel/message"
import {
  AccessLog,
  Archiver,
  CalendarWriter,
  ChartRenderer,
  type Consultation,
  DocumentRenderer,
  DocumentStorage,
  NewIds,
  Outbox,
  PeopleDirectory,
  type Person,
  PersonnelFile,
  SheetWriter,
  Storage,
  Views,
} from "@convoque/core/kernel/ports"
import {
  layerAccessLogMemory,
  layerDocumentStorageMemory,
  layerNewIdsCounter,
  layerPersonnelFileMemory,
  makeMemory,
} from "@convoque/testing"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/testing/TestClock"
import { openCampaign } from "../../../src/interviews/application/campaign/opening.ts"
import { addInterviews } from "../../../src/interviews/application/campaign/population.ts"
import { InterviewsSetup } from "../../../src/interviews/ports.ts"
import type { CampaignTerms } from "../../../src/interviews/terms/model/campaign-terms.ts"
import { wordingFr } from "../../../src/interviews/wording.fr.ts"
import {
  agent,
  authority,
  byAdministrator,
  campaign,
  id,
  otherSuperior,
  superior,
  terms,
} from "../given.ts"

export const tenant = TenantId.make("academie-rennes")
export const otherTenant = TenantId.make("academie-nice")

export const secondAgent: Person = {
  id: id("agent-2"),
  givenName: "Zoé",
  familyName: "Abgrall",
  quality: "Secrétaire administrative",
  email: "agent-2@academie.example",
}
export const thirdAgent: Person = {
  id: id("agent-3"),
  givenName: "Kévin",
  familyName: "Étienne",
  quality: "Technicien",
}
export const delegate: Person = {
  id: id("delegate-1"),
  givenName: "Inès",
  familyName: "Robert",
  quality: "Adjointe au secrétaire général",
  email: "delegate-1@academie.example",
}
export const everybody: ReadonlyArray<Person> = [
  agent,
  secondAgent,
  thirdAgent,
  superior,
  otherSuperior,
  authority,
  delegate,
]

/** The ports that use cases ask for. */
export type Needs =
  | Storage
  | Views
  | Outbox
  | PeopleDirectory
  | DocumentRenderer
  | DocumentStorage
  | AccessLog
  | PersonnelFile
  | NewIds
  | SheetWriter
  | Archiver
  | ChartRenderer
  | CalendarWriter
  | InterviewsSetup

export interface World {
  readonly context: Context.Context<Needs>
  /** Sets the clock of the effects that follow. */
  readonly at: (instant: string) => void
  readonly run: <A, E>(effect: Effect.Effect<A, E, Needs>) => Promise<A>
  /** Gives the failure; fails when the effect succeeds. */
  readonly refused: <A, E>(effect: Effect.Effect<A, E, Needs>) => Promise<E>
  /** Gives the messages of the tenant, oldest first. */
  readonly messages: () => Promise<ReadonlyArray<Message>>
  /** Gives the traces of consultation about somebody, oldest first. */
  readonly traces: (concerns?: Person) => Promise<ReadonlyArray<Consultation>>
  /** Gives the same portal with another implementation of a port. */
  readonly having: <Identifier extends Needs, Service>(
    port: Context.Key<Identifier, Service>,
    service: NoInfer<Service>,
  ) => World
}

/** Gives the characters that a renderer of Latin letters, digits and signs cannot print. */
const unprintable = (content: DocumentContent): ReadonlyArray<string> => [
  ...new Set(
    textsOf(content)
      .join("")
      .match(/[^\p{Script=Latin}\p{Script=Common}\p{M}]/gu) ?? [],
  ),
]

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const setup: InterviewsSetup["Service"] = {
  wording: wordingFr,
  publicUrl: "https://entretiens.academie.example",
  attachmentLimitBytes: 5_000_000,
  exportDays: 7,
  interviewsPerArchive: 200,
  reminderCap: { count: 2, days: 7 },
}

const doubles = Layer.mergeAll(
  Layer.succeed(DocumentRenderer, {
    render: (content) =>
      Effect.succeed({ bytes: bytesOf(content.title), mediaType: "application/pdf" }),
    unprintable,
  }),
  Layer.succeed(SheetWriter, {
    xlsx: ({ rows }) => Stream.map(rows, (row) => bytesOf(`${JSON.stringify(row)}\n`)),
    csv: ({ rows }) => Stream.map(rows, (row) => bytesOf(`${row.join(";")}\r\n`)),
  }),
  Layer.succeed(Archiver, { zip: (files) => Stream.map(files, ({ bytes }) => bytes) }),
  Layer.succeed(ChartRenderer, { svg: (chart) => `<svg>${JSON.stringify(chart)}</svg>` }),
  Layer.succeed(CalendarWriter, { text: (feed) => JSON.stringify(feed) }),
  Layer.succeed(InterviewsSetup, setup),
)

const portsOf = (people: ReadonlyArray<Person>): Context.Context<Needs> => {
  const memory = makeMemory()
  const registers = Layer.mergeAll(
    layerAccessLogMemory,
    layerDocumentStorageMemory,
    layerNewIdsCounter(),
    layerPersonnelFileMemory,
    doubles,
  )
  return Effect.runSync(Effect.scoped(Layer.build(registers))).pipe(
    Context.add(Storage, memory.storage),
    Context.add(Views, memory.views),
    Context.add(Outbox, memory.outbox),
    Context.add(PeopleDirectory, {
      find: (_, ids) => Effect.succeed(people.filter((one) => ids.includes(one.id))),
      unavailableDays: () => Effect.succeed([]),
    }),
  )
}

/** The fifth of January 2026 at nine in the morning in Paris. */
const start = "2026-01-05T08:00:00.000Z"

const worldOn = (context: Context.Context<Needs>, time: { now: number }): World => {
  const run = <A, E>(effect: Effect.Effect<A, E, Needs>): Promise<A> =>
    TestClock.setTime(time.now).pipe(
      Effect.andThen(effect),
      Effect.provideContext(context),
      Effect.provide(TestClock.layer()),
      Effect.runPromise,
    )
  return {
    context,
    at: (instant) => {
      time.now = Date.parse(instant)
    },
    run,
    refused: (effect) => run(Effect.flip(effect)),
    messages: async () => {
      const entries = await run(
        Effect.flatMap(Outbox, (outbox) => outbox.list({ tenant, limit: 1000 })),
      )
      return entries.map(({ message }) => message).toReversed()
    },
    traces: async (concerns = agent) => {
      const found = await run(
        Effect.flatMap(AccessLog, (log) => log.list({ tenant, concerns: concerns.id, limit: 100 })),
      )
      return found.toReversed()
    },
    having: (port, service) => worldOn(Context.add(context, port, service), time),
  }
}

/** Gives an empty portal on 5 January 2026, whose directory knows some people. */
export const newWorld = (people: ReadonlyArray<Person> = everybody): World =>
  worldOn(portsOf(people), { now: Date.parse(start) })

/** Opens a campaign under some terms. */
export const opensCampaign = (given: CampaignTerms = terms, name = campaign) =>
  openCampaign({ by: byAdministrator, tenant, campaign: name, terms: given })

/** Opens the interviews of some agents with the superior and the authority of the tests. */
export const opensInterviews = (agents: ReadonlyArray<Person> = [agent], name = campaign) =>
  addInterviews({
    by: byAdministrator,
    tenant,
    campaign: name,
    lines: agents.map((one, index) => ({
      line: index + 2,
      values: { agent: one.id, superior: superior.id, authority: authority.id },
    })),
    dryRun: false,
    acceptPartial: false,
  })

/** Gives a portal in which the interview of the first agent is opened. */
export const openedWorld = async (given: CampaignTerms = terms): Promise<World> => {
  const world = newWorld()
  await world.run(Effect.andThen(opensCampaign(given), opensInterviews()))
  return world
}
