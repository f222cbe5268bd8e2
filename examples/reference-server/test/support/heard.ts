/** What an effect logs, kept instead of printed. */
import * as Effect from "effect/Effect"
import * as Logger from "effect/Logger"

/** Gives the lines kept, each with its level, and what keeps those of an effect. */
export const heard = () => {
  const lines: Array<string> = []
  const logger = Logger.make<unknown, void>(({ logLevel, message }) => {
    lines.push([logLevel, ...(Array.isArray(message) ? message : [message])].join(" "))
  })
  const logged = <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.provideService(work, Logger.CurrentLoggers, new Set([logger]))
  return { lines, logged }
}
