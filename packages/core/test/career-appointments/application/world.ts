/** A whole portal in memory: people of two academies, a clock that is set, ports without a disk. */
import {
  CampaignId,
  CareerAppointmentsSetup,
  createCampaign,
  enrol,
  setAppointments,
  wordingFr,
} from "@convoque/core/career-appointments"
import type { DocumentContent } from "@convoque/core/kernel/document"
import { textsOf } from "@convoque/core/kernel/document"
import { TenantId } from "@convoque/core/kernel/identity"
import type { Message } from "@convoque/core/kernel/message"
import {
  DocumentRenderer,
  Outbox,
  type PeopleDirectory,
  type Person,
  Storage,
  type UnavailableDays,
  Views,
} from "@convoque/core/kernel/ports"
import { layerPeopleDirectory, makeMemory, type Memory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"
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
  id,
  inspector,
  inspectorRole,
  interviewItem,
  managers,
  otherHead,
  terms,
  visitItem,
} from "../given.ts"

export const tenant = TenantId.make("academie-rennes")
export const otherTenant = TenantId.make("academie-nice")
export const file = { tenant, campaign, agent: agent.id }

export const secondAgent: Person = {
  id: id("agent-2"),
  givenName: "Zoé",
  familyName: "Abgrall",
  quality: "Professeure certifiée d'anglais",
  email: "agent-2@academie.example",
}
export const thirdAgent: Person = {
  id: id("agent-3"),
  givenName: "Kévin",
  familyName: "Étienne",
  quality: "Professeur de lycée professionnel",
}

export type Needs =
  | Storage
  | Views
  | Outbox
  | PeopleDirectory
  | DocumentRenderer
  | CareerAppointmentsSetup

interface Setting {
  readonly memory?: Memory
  readonly storage?: Storage["Service"]
  readonly people?: ReadonlyArray<Person>
  readonly unavailable?: ReadonlyArray<UnavailableDays & { readonly person: Person["id"] }>
  readonly informEvaluators?: boolean
}

export interface World {
  readonly memory: Memory
  /** Sets the clock of the effects that follow. */
  readonly at: (instant: string) => void
  readonly run: <A, E>(effect: Effect.Effect<A, E, Needs>) => Promise<A>
  /** Gives the failure; fails when the effect succeeds. */
  readonly refused: <A, E>(effect: Effect.Effect<A, E, Needs>) => Promise<E>
  /** Gives the messages of a tenant, oldest first. */
  readonly messages: (of?: TenantId) => Promise<ReadonlyArray<Message>>
}

/** A renderer that prints Latin letters, digits and signs, and nothing else. */
const unprintable = (content: DocumentContent): ReadonlyArray<string> => [
  ...new Set(
    textsOf(content)
      .join("")
      .match(/[^\p{Script=Latin}\p{Script=Common}\p{M}]/gu) ?? [],
  ),
]

const everybody = [agent, secondAgent, thirdAgent, inspector, head, otherHead]

export const newWorld = (setting: Setting = {}): World => {
  const memory = setting.memory ?? makeMemory()
  const people = setting.people ?? everybody
  let clock = Date.parse("2026-11-02T09:00:00.000Z")
  const layer = Layer.mergeAll(
    Layer.succeed(Storage, setting.storage ?? memory.storage),
    Layer.succeed(Views, memory.views),
    Layer.succeed(Outbox, memory.outbox),
    layerPeopleDirectory([
      { tenant, people, ...(setting.unavailable ? { unavailable: setting.unavailable } : {}) },
      { tenant: otherTenant, people: everybody },
    ]),
    Layer.succeed(DocumentRenderer, {
      render: () => Effect.succeed({ bytes: new Uint8Array(), mediaType: "application/pdf" }),
      unprintable,
    }),
    Layer.succeed(CareerAppointmentsSetup, {
      wording: wordingFr,
      informEvaluators: setting.informEvaluators ?? false,
    }),
  )
  const run = <A, E>(effect: Effect.Effect<A, E, Needs>): Promise<A> =>
    TestClock.setTime(clock).pipe(
      Effect.andThen(effect),
      Effect.provide(layer),
      Effect.provide(TestClock.layer()),
      Effect.runPromise,
    )
  return {
    memory,
    at: (instant) => {
      clock = Date.parse(instant)
    },
    run,
    refused: (effect) => run(Effect.flip(effect)),
    messages: async (of = tenant) => {
      const entries = await run(
        Effect.flatMap(Outbox, (outbox) => outbox.list({ tenant: of, limit: 100 })),
      )
      return entries.map(({ message }) => message).toReversed()
    },
  }
}

/** What opens a campaign and the file of the first agent. */
export const created = createCampaign({
  by: byManager,
  tenant,
  campaign,
  schoolYear: "2026-2027" as Parameters<typeof createCampaign>[0]["schoolYear"],
  managers,
  terms,
})
export const enrolled = enrol({
  by: byManager,
  file,
  evaluators: { [inspectorRole]: inspector.id, [headRole]: head.id },
})
export const inspectorSets = setAppointments({
  by: byInspector,
  file,
  role: inspectorRole,
  items: [visitItem, interviewItem],
  acknowledged: [],
})
export const headSets = setAppointments({
  by: byHead,
  file,
  role: headRole,
  items: [headItem],
  acknowledged: [confirmed],
})

/** Gives a world in which the first agent is enrolled. */
export const enrolledWorld = async (setting: Setting = {}): Promise<World> => {
  const world = newWorld(setting)
  await world.run(Effect.andThen(created, enrolled))
  return world
}

/** Gives a world in which the first agent's convocation is issued, on 3 November 2026. */
export const convenedWorld = async (setting: Setting = {}): Promise<World> => {
  const world = await enrolledWorld(setting)
  world.at("2026-11-03T09:00:00.000Z")
  await world.run(Effect.andThen(inspectorSets, headSets))
  return world
}

export const otherCampaign = CampaignId.make("2026-plp")
