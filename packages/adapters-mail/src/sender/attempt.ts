/**
 * One attempt to send one message, from the lease to its outcome (tentative d'envoi).
 * Every ending is an outcome: a message never stops those behind it.
 */
import {
  addMinutes,
  compareInstants,
  type Instant,
  instantFromMillis,
} from "@convoque/core/kernel/calendar"
import type { MessageContent } from "@convoque/core/kernel/message"
import {
  DocumentRenderer,
  DocumentStorage,
  type MailDeferred,
  MailRefused,
  MailTransport,
  type OutboxEntry,
  type Outcome,
} from "@convoque/core/kernel/ports"
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import { messageIdOf } from "../mail/message-id.ts"
import { oneLine } from "../neutral-text.ts"
import { nextAttempt, type RetryPolicy } from "./retry-policy.ts"

/** The ports of which an attempt has need. */
export type AttemptPorts = DocumentRenderer | DocumentStorage | MailTransport

/** What an attempt needs to know beside the message. */
export interface AttemptRules {
  readonly messageIdDomain: string
  readonly policy: RetryPolicy
}

/** The present instant, from Effect's clock. */
export const currentInstant: Effect.Effect<Instant> = Effect.map(
  Clock.currentTimeMillis,
  instantFromMillis,
)

/**
 * Renders and sends a leased message and gives its outcome.
 *
 * Dropped without sending when its `uselessAfter` has come; given up when earlier attempts died
 * without an outcome and were too many; refused when a document holds a character without shape
 * or when a file is no longer in the document storage. A document storage that does not answer and
 * a defect of the renderer or of the transport defer the message.
 */
export const attemptToSend = (
  entry: OutboxEntry,
  rules: AttemptRules,
): Effect.Effect<Outcome, never, AttemptPorts> =>
  Effect.gen(function* () {
    const at = yield* currentInstant
    const { uselessAfter } = entry.message.content
    if (uselessAfter !== undefined && compareInstants(uselessAfter, at) <= 0) {
      return { _tag: "dropped", at, reason: `useless-after: ${uselessAfter}` } as const
    }
    if (entry.attempts > rules.policy.maxAttempts) {
      const answer = `no-outcome: ${entry.attempts - 1} attempts`
      return { _tag: "given-up", at, answer } as const
    }
    return yield* sent(entry, rules).pipe(
      Effect.catchTags({
        UnprintableDocument: ({ characters }) =>
          refused(`unprintable-characters: ${characters.join(" ")}`),
        MailRefused: ({ answer }) => refused(answer),
        MailDeferred: ({ answer }: MailDeferred) => deferred(entry, rules.policy, answer),
        StorageUnavailable: ({ reason }) =>
          deferred(entry, rules.policy, `document-storage-unavailable: ${oneLine(reason)}`),
      }),
      Effect.catchCause((cause) =>
        Effect.logError("A message could not be prepared", named(entry), Cause.pretty(cause)).pipe(
          Effect.andThen(deferred(entry, rules.policy, "unexpected-failure")),
        ),
      ),
    )
  })

/** The names of a message in a log line: never an address. */
export const named = (entry: OutboxEntry) => ({
  tenant: entry.tenant,
  message: entry.message.id,
  attempt: entry.attempts,
})

const sent = (entry: OutboxEntry, rules: AttemptRules) =>
  Effect.gen(function* () {
    const transport = yield* MailTransport
    const { id, content } = entry.message
    const attachments = [...(yield* rendered(content)), ...(yield* stored(entry))]
    const answer = yield* transport.send({
      messageId: messageIdOf(entry.tenant, id, rules.messageIdDomain),
      date: entry.writtenAt,
      content,
      attachments,
    })
    return { _tag: "sent", at: yield* currentInstant, answer } satisfies Outcome
  })

const rendered = ({ documents }: MessageContent) =>
  DocumentRenderer.use((renderer) =>
    Effect.forEach(documents, ({ fileName, content }) =>
      Effect.map(renderer.render(content), (file) => ({ fileName, file })),
    ),
  )

const stored = ({ tenant, message }: OutboxEntry) =>
  DocumentStorage.use((storage) =>
    Effect.forEach(message.content.files ?? [], ({ fileName, key }) =>
      Effect.flatMap(storage.get(tenant, key), (file) =>
        file === undefined
          ? Effect.fail(new MailRefused({ answer: oneLine(`missing-file: ${fileName} (${key})`) }))
          : Effect.succeed({ fileName, file }),
      ),
    ),
  )

const refused = (answer: string) =>
  Effect.map(currentInstant, (at): Outcome => ({ _tag: "refused", at, answer }))

const deferred = (
  entry: OutboxEntry,
  policy: RetryPolicy,
  answer: string,
): Effect.Effect<Outcome> =>
  Effect.gen(function* () {
    const at = yield* currentInstant
    const minutes = nextAttempt(policy, entry.attempts, yield* Random.next)
    return minutes === undefined
      ? { _tag: "given-up", at, answer }
      : { _tag: "deferred", at, nextAt: addMinutes(at, minutes), answer }
  })
