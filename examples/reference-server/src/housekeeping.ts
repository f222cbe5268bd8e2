/**
 * What is erased with time: sent messages after 30 days, those that never left after 180 days,
 * ended sessions, idempotency keys after a day. Once an hour.
 */
import { addMinutes, instantFromMillis } from "@convoque/core/kernel/calendar"
import { IdempotencyKeys, Outbox, Sessions } from "@convoque/core/kernel/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"

const dayMinutes = 24 * 60

const sweep = Effect.gen(function* () {
  const now = instantFromMillis(yield* Clock.currentTimeMillis)
  const outbox = yield* Outbox
  const sessions = yield* Sessions
  const keys = yield* IdempotencyKeys
  yield* outbox.purge({
    sentBefore: addMinutes(now, -30 * dayMinutes),
    failedBefore: addMinutes(now, -180 * dayMinutes),
  })
  yield* sessions.purge(now)
  yield* keys.purge(addMinutes(now, -dayMinutes))
})

/** Sweeps now, then every hour, until interrupted; a failure waits for the next time. */
export const housekeeping = sweep.pipe(
  Effect.catch((failure) => Effect.logWarning("Housekeeping failed", failure)),
  Effect.andThen(Effect.sleep("1 hour")),
  Effect.forever,
)
