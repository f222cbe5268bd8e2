/**
 * The worker of the outbox: takes due messages, sends them, writes what became of each
 * (expéditeur de la boîte d'envoi).
 *
 * Several workers share the work through the lease. A worker killed after the server took a mail
 * and before the outcome was written leaves a message that goes out once more, under the same
 * Message-ID: no mail is lost, and none has two identities.
 */
import { addMinutes, type Instant, minutesBetween } from "@convoque/core/kernel/calendar"
import {
  Outbox,
  type OutboxEntry,
  type Outcome,
  type StorageUnavailable,
} from "@convoque/core/kernel/ports"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import { type AttemptPorts, attemptToSend, currentInstant, named } from "./attempt.ts"
import { defaultRetryPolicy, type RetryPolicy } from "./retry-policy.ts"

/**
 * How a batch is sent.
 *
 * - `messageIdDomain`: the sender's mail domain, in every Message-ID; never change it while
 *   messages wait;
 * - `limit`: messages taken at once, as many as are sent at the same time when absent: what is
 *   taken counts an attempt and can no longer be superseded;
 * - `concurrency`: messages sent at the same time (4);
 * - `leaseMinutes`: other workers keep away for that long (15);
 * - `reserveMinutes`: no attempt begins with less lease left (5); longer than the time-outs of the
 *   transport added up, or two workers may send one message;
 * - `policy`: when to try again (`defaultRetryPolicy`).
 */
export interface SendOptions {
  readonly messageIdDomain: string
  readonly limit?: number
  readonly concurrency?: number
  readonly leaseMinutes?: number
  readonly reserveMinutes?: number
  readonly policy?: RetryPolicy
}

/**
 * What became of the messages of a batch.
 *
 * - `leased`: how many were taken; the other numbers sum to it;
 * - `lost`: the outcome came too late: another worker has the message, or a later one of its thread
 *   has superseded it;
 * - `unsettled`: the store did not take the outcome; the message goes out again after the lease.
 */
export type SendReport = Readonly<Record<Outcome["_tag"] | "leased" | "lost" | "unsettled", number>>

/** Messages sent at the same time, unless said. */
export const usualConcurrency = 4

/**
 * Sends the messages that are due, at most `limit` of them, and tells what became of them.
 *
 * Interrupted, it finishes the mails that are on their way and puts the others back.
 */
export const sendDue = (
  options: SendOptions,
): Effect.Effect<SendReport, StorageUnavailable, Outbox | AttemptPorts> =>
  Effect.gen(function* () {
    const { concurrency = usualConcurrency, limit = concurrency, leaseMinutes = 15 } = options
    const outbox = yield* Outbox
    const now = yield* currentInstant
    const until = addMinutes(now, leaseMinutes)
    const entries = yield* outbox.lease({ now, until, limit })
    const begun = new Set<OutboxEntry>()
    const endings = yield* Effect.forEach(
      entries,
      (entry) =>
        Effect.uninterruptible(
          Effect.suspend(() => {
            begun.add(entry)
            return handled(entry, until, options)
          }),
        ),
      { concurrency },
    ).pipe(
      Effect.onInterrupt(() =>
        Effect.forEach(
          entries.filter((entry) => !begun.has(entry)),
          (entry) => putBack(entry, "sender-stopped"),
        ),
      ),
    )
    return reportOf(endings)
  })

type Ending = Outcome["_tag"] | "lost" | "unsettled"

const handled = (
  entry: OutboxEntry,
  until: Instant,
  options: SendOptions,
): Effect.Effect<Ending, never, Outbox | AttemptPorts> =>
  Effect.gen(function* () {
    const { reserveMinutes = 5, messageIdDomain, policy = defaultRetryPolicy } = options
    const now = yield* currentInstant
    if (minutesBetween(now, until) < reserveMinutes) return yield* putBack(entry, "lease-ending")
    const outcome = yield* attemptToSend(entry, { messageIdDomain, policy })
    return yield* settled(entry, outcome)
  })

const putBack = (entry: OutboxEntry, answer: string): Effect.Effect<Ending, never, Outbox> =>
  Effect.flatMap(currentInstant, (at) =>
    settled(entry, { _tag: "deferred", at, nextAt: at, answer }),
  )

const settled = (entry: OutboxEntry, fate: Outcome): Effect.Effect<Ending, never, Outbox> =>
  Effect.gen(function* () {
    const outbox = yield* Outbox
    const { tenant, message, attempts: attempt } = entry
    const isWritten = yield* outbox
      .settle({ tenant, id: message.id, attempt, fate })
      .pipe(Effect.retry({ schedule: Schedule.exponential("100 millis"), times: 5 }))
    if (isWritten) return fate._tag
    yield* Effect.logWarning("The outcome of a message came too late", named(entry), fate._tag)
    return "lost" as const
  }).pipe(
    Effect.catchTag("StorageUnavailable", ({ reason }) =>
      Effect.logError("The outcome of a message was not written", named(entry), reason).pipe(
        Effect.as("unsettled" as const),
      ),
    ),
  )

const reportOf = (endings: ReadonlyArray<Ending>): SendReport => {
  const report = {
    leased: endings.length,
    sent: 0,
    deferred: 0,
    refused: 0,
    "given-up": 0,
    dropped: 0,
    lost: 0,
    unsettled: 0,
  }
  for (const ending of endings) report[ending] += 1
  return report
}
