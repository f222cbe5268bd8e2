/** A clock that a scenario sets: it stands still but for a minute a request; pauses stay real. */
import { type CivilDate, Instant, millisOf } from "@convoque/core/kernel/calendar"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"

/** The clock, and who moves it. */
export interface StageClock {
  readonly clock: Clock.Clock
  /** Goes to an hour of a day, in UTC. */
  readonly goTo: (day: CivilDate, hour?: string) => void
  /** Lets some seconds pass. */
  readonly pass: (seconds: number) => void
}

/** Makes a clock that stands at nine o'clock of a day, in UTC. */
export const stageClock = (day: CivilDate): StageClock => {
  const at = (date: CivilDate, hour: string): number =>
    millisOf(Instant.make(`${date}T${hour}:00.000Z`))
  let millis = at(day, "09:00")
  const real: Clock.Clock = Effect.runSync(Clock.clockWith(Effect.succeed))
  const nanos = (): bigint => BigInt(millis) * 1_000_000n
  return {
    clock: {
      currentTimeMillisUnsafe: () => millis,
      currentTimeMillis: Effect.sync(() => millis),
      currentTimeNanosUnsafe: nanos,
      currentTimeNanos: Effect.sync(nanos),
      monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
      monotonicTimeNanos: real.monotonicTimeNanos,
      sleep: (duration) => real.sleep(duration),
    },
    goTo: (date, hour = "09:00") => {
      millis = at(date, hour)
    },
    pass: (seconds) => {
      millis += seconds * 1000
    },
  }
}
