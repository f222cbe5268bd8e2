/** The sender on an outbox in memory, under the tests' clock. */
import { TenantId } from "@convoque/core/kernel/identity"
import type { MessageContent } from "@convoque/core/kernel/message"
import {
  DocumentRenderer,
  Outbox,
  type OutboxEntry,
  Storage,
  UnprintableDocument,
} from "@convoque/core/kernel/ports"
import { layerDocumentStorageMemory, layerMemory } from "@convoque/testing"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as TestClock from "effect/testing/TestClock"
import type { SendOptions } from "../../src/index.ts"
import { contentOf } from "./samples.ts"

/** The tenant of all messages. */
export const tenant = TenantId.make("ac-creteil")

/** The start of every test. */
export const startsAt = "2026-05-18T09:00:00.000Z"

/** A policy without chance: 10 minutes, then 20, then 40, then given up. */
export const options: SendOptions = {
  messageIdDomain: "academie.example",
  policy: { firstDelayMinutes: 10, factor: 2, maxDelayMinutes: 240, maxAttempts: 4, jitter: 0 },
}

/** A document that the renderer of the tests refuses when its title holds ✗. */
export const documentTitled = (title: string): MessageContent["documents"][number] => ({
  fileName: "Convocation.pdf",
  content: {
    title,
    language: "fr",
    author: "Académie",
    letterhead: [],
    blocks: [],
    edition: "18/05/2026 11:00",
    pageLabel: "Page {page} sur {pages}",
  },
})

const layerRenderer = Layer.succeed(DocumentRenderer, {
  render: ({ title }) =>
    title.includes("✗")
      ? Effect.fail(new UnprintableDocument({ characters: ["✗"] }))
      : Effect.succeed({
          bytes: new TextEncoder().encode(`%PDF ${title}`),
          mediaType: "application/pdf",
        }),
  unprintable: ({ title }) => (title.includes("✗") ? ["✗"] : []),
})

/** Outbox and files in memory, renderer and clock of the tests; the clock stands at `startsAt`. */
export const layerSending = Layer.mergeAll(
  layerMemory,
  layerRenderer,
  layerDocumentStorageMemory,
  TestClock.layer(),
)

/** Writes messages to the outbox at `startsAt`, one for each id. */
export const written = (messages: Readonly<Record<string, Partial<MessageContent>>>) =>
  Effect.andThen(TestClock.setTime(Date.parse(startsAt)), added(messages))

/** Writes messages to the outbox now, one for each id. */
export const added = (messages: Readonly<Record<string, Partial<MessageContent>>>) =>
  Effect.gen(function* () {
    const storage = yield* Storage
    yield* storage.commit({
      tenant,
      changes: [],
      unchanged: [],
      erase: [],
      messages: Object.entries(messages).map(([id, content]) => ({
        id,
        about: { kind: "file", key: "7" },
        content: contentOf(content),
      })),
    })
  })

/** Gives the message of an id as the outbox holds it. */
export const entry = (id: string): Effect.Effect<OutboxEntry, unknown, Outbox> =>
  Effect.gen(function* () {
    const outbox = yield* Outbox
    const entries = yield* outbox.list({ tenant, limit: 1000 })
    const found = entries.find((each) => each.message.id === id)
    return found ?? (yield* Effect.die(new Error(`no message ${id}`)))
  })
