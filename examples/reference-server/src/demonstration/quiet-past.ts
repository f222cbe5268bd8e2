/**
 * Acts of the past for a demonstration: done at a moment given, and without the mails they would
 * send, which people would have read long ago.
 */
import { type CivilDate, Instant, millisOf } from "@convoque/core/kernel/calendar"
import { Storage } from "@convoque/core/kernel/ports"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"

/** Runs an effect as if it were eleven in the morning, or ten in summer, in Paris on a day. */
export const onDay = <A, E, R>(
  day: CivilDate,
  effect: Effect.Effect<A, E, R>,
): Effect.Effect<A, E, R | Storage> =>
  Effect.gen(function* () {
    const clock = yield* Clock.clockWith(Effect.succeed)
    const storage = yield* Storage
    return yield* effect.pipe(
      Effect.provideService(Clock.Clock, standing(clock, Instant.make(`${day}T09:00:00.000Z`))),
      Effect.provideService(Storage, {
        load: storage.load,
        commit: (commit) => storage.commit({ ...commit, messages: [] }),
      }),
    )
  })

/** Gives a clock that stands at a moment; its pauses stay those of the clock given. */
export const standing = (clock: Clock.Clock, at: Instant): Clock.Clock => {
  const millis = millisOf(at)
  const nanos = BigInt(millis) * 1_000_000n
  return {
    currentTimeMillisUnsafe: () => millis,
    currentTimeMillis: Effect.succeed(millis),
    currentTimeNanosUnsafe: () => nanos,
    currentTimeNanos: Effect.succeed(nanos),
    monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
    monotonicTimeNanos: clock.monotonicTimeNanos,
    sleep: (duration) => clock.sleep(duration),
  }
}
